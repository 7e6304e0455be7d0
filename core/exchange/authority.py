"""The authority file of another archive, held against ours: who is the same, who is new, where the two disagree."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from core.catalog.edits import AddEntry, ChangeEntry, Edit, Together
from core.catalog.merging import PLAIN_FIELDS, united
from core.catalog.vocabulary import Vocabulary
from core.exchange.names import Suggestion, near
from core.model.ids import EntryId
from core.model.vocabulary import Entry
from core.values import dataclass
from core.words import msg, plural, tr


class Match(enum.StrEnum):
    """How an entry of theirs is known here, the surest first."""

    ID = msg("same id")
    EXTERNAL_ID = msg("same external id")
    LABEL = msg("same name")
    ALIAS = msg("same alias")
    SEVERAL = msg("several called so")
    NEAR = msg("near")
    NONE = msg("unknown")


KNOWN = frozenset((Match.ID, Match.EXTERNAL_ID, Match.LABEL, Match.ALIAS))
"""The matches by which an entry of theirs is one of ours."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One entry of theirs: the one of ours it is, those it may be, and each conflict as a sentence."""

    theirs: Entry
    match: Match
    ours: Entry | None = None
    suggestions: tuple[Suggestion, ...] = ()
    conflicts: tuple[str, ...] = ()
    gains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All entries of theirs; ``merged`` are those they merged into others, which change nothing here."""

    compared: tuple[Compared, ...]
    merged: tuple[Entry, ...] = ()

    @property
    def known(self) -> list[Compared]:
        return [one for one in self.compared if one.match in KNOWN]

    @property
    def unknown(self) -> list[Compared]:
        return [one for one in self.compared if one.match not in KNOWN]

    def to_create(self) -> list[Compared]:
        """Return those that would be new here: all unknown ones save those several of ours are called like."""
        return [one for one in self.unknown if one.match is not Match.SEVERAL]

    def edit(self, *, create: bool) -> Edit | None:
        """Return the one step that unites what is known, and with ``create`` adds what is not; None for nothing."""
        created = self.to_create() if create else []
        ids = {one.theirs.id: one.ours.id for one in self.known if one.ours is not None}
        ids |= {one.theirs.id: one.theirs.id for one in created}
        edits: list[Edit] = [AddEntry(_alone(one.theirs)) for one in created]
        edits += (ChangeEntry(_within(one.theirs, ids)) for one in created if one.theirs.parent in ids)
        edits += (ChangeEntry(entry) for entry in self._united(ids))
        if create:
            edits += (AddEntry(entry) for entry in self._redirects(ids))
        return (
            Together(
                plural(len(edits), "Take over %n name of an authority file", "Take over %n names of an authority file"),
                tuple(edits),
            )
            if edits
            else None
        )

    def _united(self, ids: Mapping[EntryId, EntryId]) -> list[Entry]:
        """Return each of ours that gains something, with all it gains: several of theirs may be one of ours."""
        after: dict[EntryId, Entry] = {}
        for one in self.known:
            if one.ours is not None:
                known = after.get(one.ours.id, one.ours)
                after[known.id] = _placed(united(known, one.theirs), one.theirs, ids)
        before = {one.ours.id: one.ours for one in self.known if one.ours is not None}
        return [entry for entry in after.values() if entry != before[entry.id]]

    def _redirects(self, ids: Mapping[EntryId, EntryId]) -> Iterator[Entry]:
        """Yield those they merged into one that is known here or becomes so, leading there."""
        for entry in self.merged:
            if entry.redirect is not None and entry.redirect in ids:
                yield replace(_alone(entry), redirect=ids[entry.redirect])


def _alone(entry: Entry) -> Entry:
    return replace(entry, parent=None, redirect=None, different_from=(), picture=None, revision=0)


def _within(entry: Entry, ids: Mapping[EntryId, EntryId]) -> Entry:
    """Return ``entry`` with its parent as this archive knows it."""
    return replace(_alone(entry), parent=ids[entry.parent] if entry.parent else None)


def _placed(ours: Entry, theirs: Entry, ids: Mapping[EntryId, EntryId]) -> Entry:
    """Return ``ours`` within the parent of ``theirs``, where ours has none and that is known here."""
    parent = ids.get(theirs.parent) if theirs.parent and ours.parent is None else ours.parent
    return ours if parent == ours.id else replace(ours, parent=parent)


def compare(theirs: Iterable[Entry], vocabulary: Vocabulary, *, is_known: Callable[[EntryId], bool]) -> Comparison:
    """Hold the entries ``theirs`` against ``vocabulary``; ``is_known`` tells ids this archive has, merged ones too."""
    theirs = list(theirs)
    register = _Register(vocabulary)
    compared = tuple(register.compared(entry) for entry in theirs if entry.redirect is None)
    merged = tuple(entry for entry in theirs if entry.redirect is not None and not is_known(entry.id))
    return Comparison(compared, merged)


class _Register:
    """Our entries by all that may tell that one of theirs is the same."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._by_external_id: dict[tuple[str, str, str], Entry] = {}
        for entry in vocabulary.all():
            for scheme, value in entry.external_ids.items():
                self._by_external_id[entry.kind, scheme, value] = entry

    def compared(self, theirs: Entry) -> Compared:
        """Return what is known here of one entry of theirs."""
        ours = self._vocabulary.get(theirs.id)
        if ours is not None and ours.kind is theirs.kind:
            return _known(theirs, ours, Match.ID)
        found = self._with_external_id(theirs)
        if len(found) == 1:
            return _known(theirs, found[0], Match.EXTERNAL_ID)
        if found:
            return Compared(theirs, Match.SEVERAL, suggestions=_suggestions(found, "same external id"))
        return self._by_name(theirs)

    def _with_external_id(self, theirs: Entry) -> list[Entry]:
        ids = ((theirs.kind, scheme, value) for scheme, value in theirs.external_ids.items())
        found = (self._by_external_id[key] for key in ids if key in self._by_external_id)
        return list({entry.id: entry for entry in found}.values())

    def _by_name(self, theirs: Entry) -> Compared:
        """Match by label, then by alias; one of the same name with another id elsewhere is somebody else, or wrong."""
        for match, names in ((Match.LABEL, (theirs.label,)), (Match.ALIAS, [alias.text for alias in theirs.aliases])):
            called = {entry.id: entry for name in names for entry in self._vocabulary.find_exact(theirs.kind, name)}
            found = list(called.values())
            disagreeing = [entry for entry in found if _id_conflicts(entry, theirs)]
            if len(found) == 1 and not disagreeing:
                return _known(theirs, found[0], match)
            if found:
                conflicts = tuple(sentence for entry in disagreeing for sentence in _id_conflicts(entry, theirs))
                return Compared(theirs, Match.SEVERAL, None, _suggestions(found, str(match)), conflicts)
        if close := near(self._vocabulary, theirs.kind, theirs.label):
            return Compared(theirs, Match.NEAR, suggestions=_suggestions(close, "near"))
        return Compared(theirs, Match.NONE)


def _suggestions(entries: Iterable[Entry], how: str) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(entry.id, entry.label, how) for entry in entries)


def _known(theirs: Entry, ours: Entry, match: Match) -> Compared:
    conflicts = (*_id_conflicts(ours, theirs), *_other_conflicts(ours, theirs))
    return Compared(theirs, match, ours, conflicts=conflicts, gains=tuple(_gains(ours, united(ours, theirs))))


def _gains(before: Entry, after: Entry) -> Iterator[str]:
    """Yield what ``after`` has that ``before`` lacks."""
    yield from (alias.text for alias in after.aliases if alias not in before.aliases)
    yield from (
        f"{scheme}:{value}" for scheme, value in after.external_ids.items() if scheme not in before.external_ids
    )
    yield from (field for field in (*PLAIN_FIELDS, "note") if getattr(before, field) != getattr(after, field))


def _id_conflicts(ours: Entry, theirs: Entry) -> list[str]:
    return [
        tr(
            "{name} is {ours} here and {theirs} there.",
            name=ours.label,
            ours=f"{scheme}:{known}",
            theirs=f"{scheme}:{theirs.external_ids[scheme]}",
        )
        for scheme, known in sorted(ours.external_ids.items())
        if theirs.external_ids.get(scheme, known) != known
    ]


def _other_conflicts(ours: Entry, theirs: Entry) -> Sequence[str]:
    if ours.released and theirs.released and ours.released != theirs.released:
        disagree = tr(
            "{name} was released {ours} here and {theirs} there.",
            name=ours.label,
            ours=ours.released,
            theirs=theirs.released,
        )
        return [disagree]
    return []
