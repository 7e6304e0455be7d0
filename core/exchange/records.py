"""JSON Lines that came back: whole records, read against the archive field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from core.errors import FileProblem
from core.exchange.base import as_of
from core.exchange.edits import SetField
from core.exchange.identity import record_id
from core.exchange.names import Names, Settled, Unmatched
from core.exchange.preview import Cell, House, Preview, UnknownRow, Verdict, verdict_on
from core.model.clip import Clip
from core.model.codec import Document, from_document, from_json, to_document, to_json
from core.model.ids import ClipId, EntryId
from core.model.vocabulary import Entry
from core.values import dataclass
from core.words import tr

SCHEMA = 1
"""The newest form that is understood."""

_WHOLE = ("name", "notes", "rating", "date_shot", "tags", "moments", "rejected")
_IN_PARTS = ("source", "access", "rights")
"""What people say of a clip; what its file says does not come back."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A clip as a line tells it."""

    line: int
    clip: Clip


def preview_records(path: Path, house: House, settled: Settled = MappingProxyType({})) -> Preview:
    """Read the JSON Lines at ``path`` and return what they would change.

    Raises FileProblem where the file cannot be read, or was made by a newer Slatebook.
    """
    told, entries, unknown = _read(path)
    known = [(one, clip) for one in told if record_id(one.clip.id) and (clip := house.clip(one.clip.id))]
    there = {clip.id for _, clip in known}
    unknown += [
        UnknownRow(one.line, one.clip.name, tr("No clip has that id.")) for one in told if one.clip.id not in there
    ]
    stale = {clip.id: one.clip.revision for one, clip in known if one.clip.revision != clip.revision}
    bases = {clip.id: clip for _, clip in known if clip.id not in stale}
    bases |= as_of(house.history, stale) if stale else {}
    names = Names(house.vocabulary, house.history, house.new_entry_id, settled)
    cells = tuple(
        cell
        for one, ours in known
        for cell in _Weighing(
            one, bases.get(ours.id) if ours.id in stale else ours, ours, entries, names, house
        ).cells()
    )
    return Preview(path.name, len(told), cells, tuple(unknown), tuple(names.unmatched), ())


def _read(path: Path) -> tuple[list[_Told], dict[EntryId, Entry], list[UnknownRow]]:
    told: list[_Told] = []
    entries: dict[EntryId, Entry] = {}
    unknown: list[UnknownRow] = []
    for line, document in _documents(path):
        try:
            if "clip" in document:
                told.append(_Told(line, from_document(document["clip"], Clip)))
            elif "entry" in document:
                entry = from_document(document["entry"], Entry)
                entries[entry.id] = entry
        except ValueError as error:
            unknown.append(UnknownRow(line, "", tr("The record is not understood: {error}.", error=error)))
    return told, entries, unknown


def _documents(path: Path) -> Iterator[tuple[int, Document]]:
    try:
        with path.open("rb") as file:
            for line, text in enumerate(file, start=1):
                if text.strip():
                    yield line, _document(path, line, text)
    except OSError as error:
        raise FileProblem(tr("{path} cannot be read: {reason}.", path=path, reason=error.strerror)) from error


def _document(path: Path, line: int, text: bytes) -> Document:
    try:
        document = from_json(text.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        raise FileProblem(tr("Line {line} of {path} is no JSON: {error}.", line=line, path=path, error=error)) from None
    if not isinstance(document, dict):
        raise FileProblem(tr("Line {line} of {path} is no record.", line=line, path=path))
    if line == 1 and document.get("slatebook") != SCHEMA:
        raise FileProblem(tr("{path} was not written by this Slatebook, or by a newer one.", path=path))
    return document


class _Weighing:
    """One record that came back, against the same as it was when it left (None: nobody knows) and as it is now."""

    def __init__(
        self, told: _Told, base: Clip | None, ours: Clip, entries: Mapping[EntryId, Entry], names: Names, house: House
    ) -> None:
        self._line = told.line
        self._theirs = to_document(told.clip)
        self._base = None if base is None else to_document(base)
        self._ours = to_document(ours)
        self._clip = ours
        self._entries = entries
        self._names = names
        self._house = house

    def cells(self) -> Iterator[Cell]:
        """Yield each field that differs."""
        for field in _fields(self._ours):
            theirs, ours = _at(self._theirs, field), _at(self._ours, field)
            base = None if self._base is None else _at(self._base, field)
            if theirs != ours and (self._base is None or theirs != base):
                yield self._cell(field, base, ours, theirs)

    def _cell(self, field: tuple[str, ...], base: Any, ours: Any, theirs: Any) -> Cell:
        unmatched: tuple[Unmatched, ...] = ()
        if field == ("tags",):
            theirs, unmatched = self._with_known_entries(theirs)
        conflicts = self._base is None or base != ours
        verdict = verdict_on(unmatched)
        if verdict is Verdict.CHANGED and conflicts:
            verdict = Verdict.CONFLICTING
        return Cell(
            line=self._line,
            clip=ClipId(self._clip.id),
            title=self._clip.name,
            column=".".join(field),
            base=None if self._base is None else _words(base),
            ours=_words(ours),
            theirs=_words(theirs),
            verdict=verdict,
            why=tr("The archive was changed since the sheet was made.") if conflicts else "",
            names=unmatched,
            proposal=SetField(self._clip.id, field, theirs),
        )

    def _with_known_entries(self, tags: Sequence[Document]) -> tuple[list[Document], tuple[Unmatched, ...]]:
        """Return ``tags`` with entries of this archive in them, and the names nobody here has."""
        meant: list[Document] = []
        unmatched: dict[EntryId, Unmatched] = {}
        for tag in tags:
            entry = EntryId(tag["entry"])
            if self._house.vocabulary.get(entry) is None and entry in self._entries:
                found = self._names.find(self._entries[entry].kind, self._entries[entry].label)
                if found is None:
                    continue
                if isinstance(found, Unmatched):
                    unmatched[found.id] = found
                    found = found.id
                tag = {**tag, "entry": found}
            meant.append(tag)
        return meant, tuple(unmatched.values())


def _fields(document: Document) -> Iterator[tuple[str, ...]]:
    yield from ((name,) for name in _WHOLE)
    yield from ((part, name) for part in _IN_PARTS for name in document[part])


def _at(document: Document, field: tuple[str, ...]) -> Any:
    place: Any = document
    for name in field:
        place = place[name]
    return place


def _words(value: object) -> str:
    return value if isinstance(value, str) else to_json(value).decode()
