"""Opening archives and finding what a command names in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.app import Archive, open_archive
from core.cli.terminal import columns_of, one_line
from core.errors import ArchiveBusy, UserProblem
from core.export.columns import ID_PREFIX
from core.model.ids import ClipId
from core.search.fold import fold
from core.search.parser import Query, QueryError

_FEWEST_DIGITS = 4
_AT_ONCE = 500


def open_to_read(folder: Path) -> Archive:
    """Open an archive that is only read; one that a window has open is read beside it."""
    try:
        return open_archive(folder)
    except ArchiveBusy:
        return open_archive(folder, read_only=True)


def clips_found(archive: Archive, query: str) -> Sequence[ClipId]:
    """Return the clips that answer ``query``; raises UserProblem, with a mark under it, where it is not understood."""
    found = archive.search(query)
    understood(found.query)
    return archive.index.clip_ids(found.rows)


def understood(query: Query) -> None:
    """Raise UserProblem, with marks under the very characters, where ``query`` is not wholly understood."""
    if query.errors:
        raise UserProblem("\n".join(explained(query.text, error) for error in query.errors))


def explained(query: str, error: QueryError) -> str:
    """Return the query, a mark under the very characters that are wrong, and what was probably meant."""
    shown = one_line(query)
    space = " " * columns_of(shown[: error.start])
    mark = "^" * max(1, columns_of(shown[error.start : error.end]))
    told = not error.suggestion or error.suggestion in error.message
    hint = "" if told else f" Did you mean {error.suggestion}?"
    return f"  {shown}\n  {space}{mark}\n{error.message}{hint}"


def clip_named(archive: Archive, wanted: str) -> ClipId:
    """Return the clip with that id, the beginning of its id, or its name; raises UserProblem where not just one has."""
    everything = archive.search("").rows
    digits = wanted.removeprefix(ID_PREFIX).lower()
    ids = archive.index.clip_ids(everything)
    if digits in ids:
        return ClipId(digits)
    matches = [clip for clip in ids if clip.startswith(digits)] if len(digits) >= _FEWEST_DIGITS else []
    matches = matches or _called(archive, everything, wanted)
    if len(matches) == 1:
        return matches[0]
    if not matches:
        raise UserProblem(f"No clip has the id or the name “{wanted}”; “search” lists ids and names.")
    several = ", ".join(ID_PREFIX + clip for clip in matches[:5])
    raise UserProblem(
        f"{len(matches)} clips go by “{wanted}”; say which by its id: {several}{' …' * (len(matches) > 5)}"
    )


def _called(archive: Archive, rows: Sequence[int], name: str) -> list[ClipId]:
    parts = (archive.index.cards(rows[start : start + _AT_ONCE]) for start in range(0, len(rows), _AT_ONCE))
    cards = [card for part in parts for card in part if fold(card.name) == fold(name)]
    exact = [card.id for card in cards if card.name == name]
    return exact or [card.id for card in cards]
