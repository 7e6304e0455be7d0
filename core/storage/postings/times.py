"""What holds at some time of a clip, and through which of its moments: core.search.matching, of all clips at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from core.model.clip import Role
from core.search.tree import (
    STANDING,
    And,
    Embargoed,
    Has,
    HasStatus,
    InMoment,
    Near,
    Node,
    Not,
    Or,
    Tagged,
    Text,
    TextField,
    Trait,
)
from core.storage.index_packing import codes_of
from core.storage.index_traits import TRAIT_OF_ROLE
from core.storage.postings.arrays import Ints, Mask
from core.storage.postings.moments import AllMoments, Moments
from core.storage.postings.names import Names
from core.storage.postings.segment import coded
from core.storage.postings.stretches import NO_MOMENT, Stretches, near, one_after_the_other
from core.values import dataclass

MomentTexts = Callable[[Text, Ints], tuple[Ints, Ints]]
"""Returns of some rows those that have a moment with a text, each with which of its moments that is, from 0."""


@dataclass(frozen=True, slots=True)
class Clips:
    """What is known of whole clips: which rows answer a node, and which have a tag on all of the clip."""

    names: Names
    top: int
    answer: Callable[[Node], Mask]
    with_whole_tag: Callable[[Ints | None, Mask], Mask]
    texts: MomentTexts


def at_times(node: Near | InMoment, moments: AllMoments, clips: Clips) -> Mask:
    """Return which rows answer ``node``."""
    found = np.zeros(clips.top, np.bool_)
    for each in _each(moments, clips):
        if isinstance(node, InMoment):
            found[each.moments.rows[each.through(node.part)]] = True
        else:
            found[each.stretches(node).rows] = True
    return found


def how_many(node: InMoment, moments: AllMoments, clips: Clips) -> int:
    """Return through how many moments clips answer ``node``."""
    return sum(int(np.count_nonzero(each.through(node.part))) for each in _each(moments, clips))


def _each(moments: AllMoments, clips: Clips) -> Iterable[_Times]:
    large = np.zeros(clips.top, np.bool_)
    large[moments.large.rows] = True
    yield _Times(moments.usual, ~large, clips)
    if len(moments.large):
        yield _Times(moments.large, large, clips)


@dataclass(frozen=True, slots=True)
class _Times:
    """Some moments, and which rows are looked at: of their clips, and of clips without any."""

    moments: Moments
    inside: Mask
    clips: Clips

    # through moments ------------------------------------------------------------------------------------------------
    def through(self, node: Node) -> Mask:
        """Return through which moments their clip answers ``node``."""
        match node:
            case Or((Embargoed(), *_)):  # is that of the clip
                return self._of_clip(node)
            case And(parts):
                found = np.ones(len(self.moments), np.bool_)
                for part in sorted(parts, key=_asks_for_texts):
                    found &= self._at(self.moments.rows[found]).through(part)
                return found
            case Or(parts):
                return self._any(self.through(part) for part in parts)
            case Not(part):
                return ~self.through(part)
            case Near():
                return self._saying(self.stretches(node))
        return self._leaf(node)

    def _leaf(self, node: Node) -> Mask:
        match node:
            case Tagged(entries, roles, statuses):
                return self._seen(self.clips.names.numbers_of(entries), coded(codes_of(roles or Role, statuses)))
            case HasStatus(statuses):
                return self._seen(None, coded(codes_of(Role, statuses)))
            case Has(Trait.UNTAGGED):
                return ~self._seen(None, coded(codes_of(Role, STANDING)))
            case Has(Trait.MOMENTS):
                return np.ones(len(self.moments), np.bool_)
            case Has(trait) if trait in TRAIT_OF_ROLE.values():
                saying = [role for role, its in TRAIT_OF_ROLE.items() if its is trait]
                return self._seen(None, coded(codes_of(saying, STANDING)))
            case Text(_, fields):
                of_clip = tuple(field for field in fields if field is not TextField.MOMENTS)
                found = (
                    self._of_clip(replace(node, fields=of_clip)) if of_clip else np.zeros(len(self.moments), np.bool_)
                )
                return found if of_clip == fields else found | self._at(self.moments.rows[~found])._with_text(node)
        return self._of_clip(node)

    def _at(self, rows: Ints) -> _Times:
        """Return the same to look at ``rows`` alone: what it says of others does not matter."""
        inside = np.zeros(self.clips.top, np.bool_)
        inside[rows] = True
        return replace(self, inside=self.inside & inside)

    def _any(self, masks: Iterable[Mask]) -> Mask:
        found = np.zeros(len(self.moments), np.bool_)
        for mask in masks:
            found |= mask
        return found

    def _of_clip(self, node: Node) -> Mask:
        return self.clips.answer(node)[self.moments.rows]

    def _seen(self, entries: Ints | None, codes: Mask) -> Mask:
        """Return which moments are tagged so, themselves or by what is said of their whole clip."""
        return self.clips.with_whole_tag(entries, codes)[self.moments.rows] | self._tagged(entries, codes)

    def _tagged(self, entries: Ints | None, codes: Mask) -> Mask:
        if entries is None:
            return self.moments.with_tag(None, codes)
        wanted = np.zeros(self.clips.names.size, np.bool_)
        wanted[entries] = True
        return self.moments.with_tag(wanted, codes)

    def _with_text(self, node: Text) -> Mask:
        """Return which moments have a text themselves."""
        asked = replace(node, fields=(TextField.MOMENTS,))
        rows, places = self.clips.texts(asked, np.flatnonzero(self.clips.answer(asked) & self.inside))
        found = np.zeros(len(self.moments), np.bool_)
        found[self.moments.first_of(rows) + places] = True
        return found

    def _saying(self, stretches: Stretches) -> Mask:
        """Return which moments are among those that ``stretches`` were put together from; where none were, all."""
        whole = np.zeros(self.clips.top, np.bool_)
        whole[stretches.rows[(stretches.moments == NO_MOMENT).all(axis=1)]] = True
        found = whole[self.moments.rows]
        found[stretches.moments[stretches.moments != NO_MOMENT]] = True
        return found

    # at times -------------------------------------------------------------------------------------------------------
    def stretches(self, node: Node) -> Stretches:
        """Return where ``node``, one that core.search.places.has_places, holds; raises TypeError for any other."""
        match node:
            case Tagged(entries, roles, statuses):
                numbers, codes = self.clips.names.numbers_of(entries), coded(codes_of(roles or Role, statuses))
                whole = self._whole_clips(np.flatnonzero(self.clips.with_whole_tag(numbers, codes) & self.inside))
                return one_after_the_other([whole, self._of_moments(self._tagged(numbers, codes))])
            case Text(_, (TextField.MOMENTS,)):
                return self._of_moments(self._with_text(node))
            case Or(parts):
                nothing = self._whole_clips(np.empty(0, np.int64))
                return one_after_the_other([nothing, *map(self.stretches, parts)])
            case Near():
                one, other = sorted((node.first, node.second), key=_asks_for_texts)
                found = self.stretches(one)
                return near(found, self._at(found.rows).stretches(other), node.within)
        raise TypeError(f"{type(node).__name__} holds at no place of a clip")

    def _ticks(self, numbers: Ints) -> Ints:
        """Return ``numbers`` as what ticks are reckoned with here: of 64 bits, or Python's own."""
        return numbers.astype(object if self.moments.starts.dtype == object else np.int64)

    def _of_moments(self, chosen: Mask) -> Stretches:
        moments, places = self.moments, np.flatnonzero(chosen)
        return Stretches(
            moments.rows[places],
            self._ticks(moments.starts[places]),
            self._ticks(moments.ends[places]),
            self._ticks(moments.units[places]),
            np.zeros(len(places), np.bool_),
            places[:, np.newaxis],
        )

    def _whole_clips(self, rows: Ints) -> Stretches:
        zeros = self._ticks(np.zeros(len(rows), np.int64))
        nowhere = np.full((len(rows), 1), NO_MOMENT)
        return Stretches(rows.astype(np.int32), zeros, zeros, zeros, np.ones(len(rows), np.bool_), nowhere)


def _asks_for_texts(node: Node) -> bool:
    """Whether texts of moments are to be read for ``node``, which is best done of few clips."""
    match node:
        case And(parts) | Or(parts):
            return any(map(_asks_for_texts, parts))
        case Not(part):
            return _asks_for_texts(part)
        case Near(first, second):
            return _asks_for_texts(first) or _asks_for_texts(second)
    return isinstance(node, Text) and TextField.MOMENTS in node.fields
