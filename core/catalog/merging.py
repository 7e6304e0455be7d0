"""Merging entries of the authority file: a redirect that can be taken back, and what it would do, seen before.

The losing entry keeps its record, with all it says, and leads to the winner from then on: clips keep the id they were
tagged with, so that no clip is touched and taking the step back is taking back a few fields of a few entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from core.catalog.draft import Draft
from core.catalog.edits import put_entry
from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.model.clip import Clip
from core.model.ids import ClipId, EntryId
from core.model.vocabulary import Alias, Entry
from core.values import dataclass
from core.words import plural, tr

PLAIN_FIELDS = ("released", "existed_from", "existed_to", "directors")
"""The fields of which only one value can be right; ``external_ids`` are the same, each scheme by itself."""

PARENT = "parent"

_FILLED = (*PLAIN_FIELDS, PARENT, "note")

Taken = tuple[EntryId, str]
"""A losing entry, and the field (or the scheme of an id) in which it is right against the winner."""


def united(ours: Entry, theirs: Entry) -> Entry:
    """Return ``ours`` with the names, ids and notes of ``theirs`` besides; where both say something, ours stands."""
    return replace(
        ours,
        aliases=_united_aliases(ours, theirs),
        external_ids={**theirs.external_ids, **ours.external_ids},
        released=exacter(ours.released, theirs.released),
        existed_from=exacter(ours.existed_from, theirs.existed_from),
        existed_to=exacter(ours.existed_to, theirs.existed_to),
        directors=ours.directors or theirs.directors,
        note=ours.note or theirs.note,
        picture=ours.picture or theirs.picture,
    )


def exacter(ours: str, theirs: str) -> str:
    """Return the more exact of two dates that agree (1962 and 1962-07-03), else ours, unless it is empty."""
    return theirs if theirs.startswith(ours) else ours


def _united_aliases(ours: Entry, theirs: Entry) -> tuple[Alias, ...]:
    """Return the aliases of both, each once; one without a language learns it from the other."""
    languages = {alias.text: alias.language for alias in reversed(theirs.aliases) if alias.language}
    kept = [replace(alias, language=alias.language or languages.get(alias.text, "")) for alias in ours.aliases]
    known = {ours.label, *(alias.text for alias in kept)}
    fresh = (alias for alias in (Alias(text=theirs.label), *theirs.aliases) if alias.text not in known)
    return (*kept, *{alias.text: alias for alias in fresh}.values())


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both say something and not the same: ``field`` is a field or the scheme of an id, values as they are shown."""

    loser: EntryId
    field: str
    kept: str
    dropped: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """What a merge would do.

    ``after`` is the winner as it would be; ``aliases``, ``external_ids`` and ``filled`` (names of fields) are what it
    gains.  ``children`` would lie in the winner.  ``clips`` are found under the winner that were not before and
    ``shared`` those found under it already; ``moments`` counts tags on moments that come with them.
    """

    winner: Entry
    losers: tuple[Entry, ...]
    after: Entry
    aliases: tuple[Alias, ...]
    external_ids: dict[str, str]
    filled: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    children: tuple[Entry, ...]
    clips: int
    shared: int
    moments: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carrying:
    """How a preview learns what carries an entry."""

    clips_with: Callable[[EntryId], Sequence[ClipId]]
    clip: Callable[[ClipId], Clip | None]


@dataclass(frozen=True, slots=True)
class MergeEntries:
    """Have entries lead to ``winner``, which takes over their names, ids and children; ``taking`` settles conflicts.

    Raises UserProblem where they are of different kinds, or one is the other already.
    """

    losers: tuple[EntryId, ...]
    winner: EntryId
    taking: frozenset[Taken] = frozenset()

    def stage(self, draft: Draft) -> str:
        winner = draft.final(self.winner)
        losers = merged_ones([draft.final(loser) for loser in self.losers], winner)
        after = _after(winner, losers, self.taking, lambda entry: draft.find_entry(draft.lead(entry)))
        for loser in losers:
            for follower in list(draft.leading_to(loser.id)):
                if follower.redirect is not None:
                    draft.put_entry(replace(follower, redirect=winner.id))
                elif follower.id != winner.id:
                    draft.put_entry(replace(follower, parent=winner.id))
            draft.put_entry(replace(loser, redirect=winner.id))
        put_entry(draft, after)
        into = winner.label
        if len(losers) == 1:
            return tr("Merge {entry} into {winner}", entry=losers[0].label, winner=into)
        return plural(len(losers), "Merge %n name into {winner}", "Merge %n names into {winner}", winner=into)


def merged_ones(losers: Iterable[Entry], winner: Entry) -> tuple[Entry, ...]:
    """Return each of ``losers`` once; raises UserProblem where one cannot be merged into ``winner``."""
    found = {loser.id: loser for loser in losers}
    if not found:
        raise UserProblem(tr("Say what to merge into {label}.", label=winner.label))
    if winner.id in found:
        raise UserProblem(tr("{label} cannot be merged into itself: the two are one name already.", label=winner.label))
    for loser in found.values():
        if loser.kind is not winner.kind:
            raise UserProblem(
                tr(
                    "{label} is a {kind} and {other} a {other_kind}; only names of one kind can be merged.",
                    label=loser.label,
                    kind=loser.kind.word,
                    other=winner.label,
                    other_kind=winner.kind.word,
                )
            )
    return tuple(found.values())


_Find = Callable[[EntryId], Entry | None]


def _above(winner: Entry, gone: set[EntryId], find: _Find) -> EntryId | None:
    """Return what the winner lies in: where that is (in) one of those that go, it takes the place of the highest."""
    parent, at, seen = winner.parent, winner.parent, set[EntryId]()
    while at is not None and at not in seen:
        seen.add(at)
        entry = find(at)
        if entry is None:
            break
        if entry.id in gone:
            parent = entry.parent
        at = entry.parent
    return parent


def _lies_in(entry: EntryId | None, above: EntryId, find: _Find) -> bool:
    seen: set[EntryId] = set()
    while entry is not None and entry not in seen:
        if entry == above:
            return True
        seen.add(entry)
        found = find(entry)
        entry = found.parent if found else None
    return False


def _after(winner: Entry, losers: Sequence[Entry], taking: Iterable[Taken], find: _Find) -> Entry:
    """Return the winner with all it takes over."""
    gone = {loser.id for loser in losers}
    after = replace(winner, parent=_above(winner, gone, find))
    notes = [winner.note]
    for loser in losers:
        after = united(after, loser)
        notes += [loser.note] if loser.note not in notes else []
        if after.parent is None and _may_lie_in(loser.parent, winner.id, gone, find):
            after = replace(after, parent=loser.parent)
    by_id = {loser.id: loser for loser in losers}
    for loser_id, field in taking:
        if loser_id in by_id:
            after = _with_theirs(after, by_id[loser_id], field)
    others = {*winner.different_from, *(other for loser in losers for other in loser.different_from)}
    different = tuple(sorted(others - gone - {winner.id}))
    return replace(after, note="\n".join(filter(None, notes)), different_from=different)


def _may_lie_in(parent: EntryId | None, winner: EntryId, gone: set[EntryId], find: _Find) -> bool:
    return parent is not None and parent not in gone and not _lies_in(parent, winner, find)


def _with_theirs(after: Entry, loser: Entry, field: str) -> Entry:
    if field == PARENT:
        return replace(after, parent=loser.parent)
    if field in PLAIN_FIELDS:
        return replace(after, **{field: getattr(loser, field)})
    if field in loser.external_ids:
        return replace(after, external_ids={**after.external_ids, field: loser.external_ids[field]})
    raise UserProblem(tr("{label} says nothing of “{field}”.", label=loser.label, field=field))


# the preview --------------------------------------------------------------------------------------------------------
def merge_preview(
    losers: Iterable[EntryId],
    winner: EntryId,
    vocabulary: Vocabulary,
    carrying: Carrying,
    taking: frozenset[Taken] = frozenset(),
) -> MergePreview:
    """Return what merging ``losers`` into ``winner`` would do.

    Reads the clips that carry one of them.  Raises UserProblem where they cannot be merged.
    """
    kept = _known(winner, vocabulary)
    going = merged_ones((_known(loser, vocabulary) for loser in losers), kept)
    gone = {loser.id for loser in going}
    after = _after(kept, going, taking, vocabulary.get)
    below = (vocabulary.raw(child) for loser in going for child in vocabulary.leading_to(loser.id))
    children = (child for child in below if child is not None and child.redirect is None)
    clips, shared, moments = _carried(going, kept, vocabulary, carrying)
    return MergePreview(
        winner=kept,
        losers=going,
        after=after,
        aliases=tuple(alias for alias in after.aliases if alias not in kept.aliases),
        external_ids={scheme: value for scheme, value in after.external_ids.items() if scheme not in kept.external_ids},
        filled=tuple(field for field in _FILLED if getattr(after, field) and not getattr(kept, field)),
        conflicts=tuple(conflict for loser in going for conflict in _conflicts(kept, loser, gone, vocabulary)),
        children=tuple(child for child in children if child.id not in (kept.id, *gone)),
        clips=clips,
        shared=shared,
        moments=moments,
        warnings=tuple(_warnings(going, kept)),
    )


def _known(entry: EntryId, vocabulary: Vocabulary) -> Entry:
    found = vocabulary.get(entry)
    if found is None:
        raise UserProblem(tr("That name is no longer in the vocabulary."))
    return found


def _carried(
    losers: Iterable[Entry], winner: Entry, vocabulary: Vocabulary, carrying: Carrying
) -> tuple[int, int, int]:
    going = frozenset(one for loser in losers for one in vocabulary.merged_into(loser.id))
    there = {clip for one in vocabulary.merged_into(winner.id) for clip in carrying.clips_with(one)}
    coming = {clip for one in going for clip in carrying.clips_with(one)}
    found = (clip for each in coming if (clip := carrying.clip(each)) is not None)
    moments = sum(tag.entry in going and tag.moment is not None for clip in found for tag in clip.tags)
    return len(coming - there), len(coming & there), moments


def _conflicts(winner: Entry, loser: Entry, gone: set[EntryId], vocabulary: Vocabulary) -> Iterator[Conflict]:
    """Yield where the two say something and not the same."""
    for scheme, value in sorted(winner.external_ids.items()):
        theirs = loser.external_ids.get(scheme, value)
        if theirs != value:
            yield Conflict(loser.id, scheme, value, theirs)
    for field in PLAIN_FIELDS:
        ours, theirs = getattr(winner, field), getattr(loser, field)
        if ours and theirs and ours != theirs and not _agree(ours, theirs):
            yield Conflict(loser.id, field, _words(ours), _words(theirs))
    above, theirs_above = winner.parent, loser.parent
    if above and theirs_above and vocabulary.final(above) != vocabulary.final(theirs_above):
        apart = above not in gone and _may_lie_in(theirs_above, winner.id, gone, vocabulary.get)
        if apart:
            yield Conflict(loser.id, PARENT, vocabulary.label(above), vocabulary.label(theirs_above))


def _agree(ours: str | tuple[str, ...], theirs: str | tuple[str, ...]) -> bool:
    """Whether one date is but more exact than the other."""
    dates = isinstance(ours, str) and isinstance(theirs, str)
    return dates and (str(ours).startswith(str(theirs)) or str(theirs).startswith(str(ours)))


def _words(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _warnings(losers: Iterable[Entry], winner: Entry) -> Iterator[str]:
    for loser in losers:
        if loser.id in winner.different_from or winner.id in loser.different_from:
            yield f"Somebody has looked at {loser.label} and {winner.label} and found them to be different."
