"""The authority file in memory: who is called what, and what was meant by what was typed.

Reading works on an immutable snapshot that :meth:`Vocabulary.update` replaces as a whole, so any thread may read.
Tens of thousands of names take longer to read and fold than the first clips take to be shown: what is held elsewhere
is read when it is asked for.
"""

from __future__ import annotations

import heapq
import threading
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from operator import itemgetter
from types import MappingProxyType

from core.catalog.snapshot import EMPTY, Known, Snapshot
from core.catalog.unread import Held, Unread
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.search.fold import contains, tokens
from core.search.nearest import reach
from core.values import dataclass

REMOVED = "(removed entry)"
"""What an entry that is gone is called."""

_SHORTEST_NEAR = 4
"""Of fewer letters too much is like too much."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that answers what was typed, which of its names did, and how it is told from others of its name."""

    entry: Entry
    matched_name: str
    shown: str


def _begins(name: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    if len(wanted) == 1:
        return bool(name) and name[0].startswith(wanted[0])
    return contains(name[: len(wanted)], wanted, prefix=True)


class Vocabulary:
    """The people, locations, productions and keywords of the archive, by id and by name; safe to read from any thread.

    An entry merged into another is found under the other; its own names go on leading there.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._writing = threading.Lock()
        self._read = EMPTY.updated({entry.id: entry for entry in entries})
        self._unread: Unread | None = None

    def recall(self, held: Held) -> None:
        """Have the entries that ``held`` has as well, all of them as soon as more is asked for than one by its id.

        Whoever asks waits until they are read, with what reading them raises.
        """
        with self._writing:
            self._unread = Unread(held)

    @property
    def is_read(self) -> bool:
        """Whether all entries are in memory: before, whoever asks for more than one by its id has to wait."""
        return self._unread is None

    @property
    def is_at_hand(self) -> bool:
        """Whether a name is looked up at once: all are read, and what they are looked up in is worked out."""
        return self.is_read and self._read.is_worked_out

    @property
    def _now(self) -> Snapshot:
        if self._unread is not None:
            with self._writing:
                self._read_on()
        return self._read

    def _read_on(self) -> None:
        """Read what is not read yet; the lock is held."""
        if self._unread is not None:
            self._read = self._read.updated({entry.id: entry for entry in self._unread.every()})
            self._unread = None

    def update(self, entries: Mapping[EntryId, Entry | None]) -> None:
        """Take over entries as they are now; None removes."""
        if entries:
            with self._writing:
                self._read_on()
                self._read = self._read.updated(entries)

    def work_out(self) -> None:
        """Work out now what names are looked up in, so that nobody who looks one up has to wait for it."""
        self._now.work_out()

    def __len__(self) -> int:
        """How many entries stand for themselves."""
        return len(self._now.ordered)

    def get(self, id: EntryId) -> Entry | None:  # noqa: A002
        """Return the entry that ``id`` leads to, through redirects; None where it is gone."""
        unread = self._unread
        if unread is not None and (found := unread.get(id)) is not None:
            return found
        now = self._now
        final = now.final(id)
        return None if final is None else now.known[final].entry

    def raw(self, id: EntryId) -> Entry | None:  # noqa: A002
        """Return the entry of just that ``id``, as it is even where it was merged away; None where it is gone."""
        unread = self._unread
        if unread is not None and (found := unread.raw(id)) is not None:
            return found
        known = self._now.known.get(id)
        return None if known is None else known.entry

    def every(self) -> list[Entry]:
        """Return all entries as they are, those too that were merged away, in no order."""
        return [value.entry for value in self._now.known.values()]

    def final(self, id: EntryId) -> EntryId:  # noqa: A002
        """Return the id that ``id`` leads to through redirects, or ``id`` itself where that is gone."""
        unread = self._unread
        if unread is not None and (found := unread.get(id)) is not None:
            return found.id
        return self._now.final_or_same(id)

    def finals(self, ids: Iterable[EntryId]) -> list[EntryId]:
        """Return where ``ids`` lead, each once, in their order."""
        now = self._now
        return list(dict.fromkeys(map(now.final_or_same, ids)))

    def merged_into(self, id: EntryId) -> frozenset[EntryId]:  # noqa: A002
        """Return ``id`` and every id that leads to it through redirects: by any of them a clip may be tagged."""
        return self._now.merged_into(id)

    def leading_to(self, id: EntryId) -> list[EntryId]:  # noqa: A002
        """Return the entries that lie right in ``id``, and those that were merged right into it."""
        return list(self._now.below.get(id, ()))

    def label(self, id: EntryId) -> str:  # noqa: A002
        """Return what the entry that ``id`` leads to is called; "(removed entry)" where it is gone.

        Where several of its kind are called so, what tells it from them follows: "Hamilton (Ontario)".
        """
        now = self._now
        final = now.final(id)
        return REMOVED if final is None else now.shown(now.known[final])

    def shown(self, id: EntryId) -> str:  # noqa: A002
        """Return the label as it is told among entries of all kinds: "Hamilton (person)", "Hamilton (Ontario)"."""
        now = self._now
        final = now.final(id)
        return REMOVED if final is None else _among_all(now, now.known[final])

    def all(self, kind: EntryKind | None = None) -> list[Entry]:
        """Return the entries of ``kind`` that stand for themselves, by label."""
        return [value.entry for value in self._now.ordered if kind is None or value.entry.kind is kind]

    def listed(self) -> list[Entry]:
        """Return the entries that stand for themselves, by label, homonyms labelled as they are told apart."""
        now = self._now
        return [
            value.entry if len(now.called_like(value)) < 2 else replace(value.entry, label=now.shown(value))
            for value in now.ordered
        ]

    def find_exact(self, kind: EntryKind, name: str) -> list[Entry]:
        """Return the entries of ``kind`` with just that label or alias, case and accents aside.

        One of several called the same is found alone by what it is told from them: "Hamilton (Ontario)".
        """
        now, wanted = self._now, tokens(name)
        exact = [value.entry for value in now.called(wanted) if value.entry.kind is kind]
        return _finals(now, exact or (value.entry for value in now.shown_as(wanted) if value.entry.kind is kind))

    def kinds_called(self, name: str) -> frozenset[EntryKind]:
        """Return the kinds of which :meth:`find_exact` finds entries called ``name``."""
        now, wanted = self._now, tokens(name)
        found = [*now.called(wanted), *now.shown_as(wanted)]
        return frozenset(value.entry.kind for value in found if now.final(value.entry.id) is not None)

    def complete(
        self,
        text: str,
        kinds: Collection[EntryKind] = tuple(EntryKind),
        limit: int = 12,
        uses: Mapping[EntryId, int] = MappingProxyType({}),
    ) -> list[Match]:
        """Return the entries with a name in which ``text`` begins at a word, the likeliest first.

        First those whose label begins so, then other hits in labels, then in aliases; within each by ``uses``.
        Nothing typed completes to the most used.
        """
        now, wanted = self._now, tokens(text)
        if not wanted:
            return _most_used(now, kinds, limit, uses)
        # A letter or two begin thousands of names: no more is done for each than says whether it is among the first.
        best: dict[EntryId, tuple[int, int]] = {}
        hits: dict[EntryId, tuple[Known, int]] = {}
        for value, number in now.named(wanted, prefix=True):
            entry = value.entry
            final = entry.id if entry.redirect is None else now.final(entry.id)
            if final is None or entry.kind not in kinds:
                continue
            tier = 2 if number or final != entry.id else int(not _begins(value.names[0], wanted))
            rank = (tier, -uses.get(final, 0))
            if final not in best or rank < best[final]:
                best[final], hits[final] = rank, (value, number)
        return [_match(now, final, *hits[final]) for final in _first(best, limit, now)]

    def ids_named(self, kind: EntryKind | None, tokens: tuple[str, ...], last_is_prefix: bool) -> frozenset[EntryId]:
        """Return the entries of ``kind`` with ``tokens`` unbroken in a name, and all that lie in or lead to them."""
        now = self._now
        found = set()
        for value, _ in now.named(tokens, prefix=last_is_prefix):
            final = now.final(value.entry.id)
            if final is not None and (kind is None or value.entry.kind is kind):
                found.add(final)
        if not last_is_prefix:
            shown = (value.entry for value in now.shown_as(tokens))
            found.update(entry.id for entry in shown if kind is None or entry.kind is kind)
        return now.closure(found)

    def ids_below(self, id: EntryId) -> frozenset[EntryId]:  # noqa: A002
        """Return ``id`` with all entries that lie in it, and all that lead to any of these."""
        return self._now.closure([id])

    def close_names(self, text: str, kind: EntryKind | None = None, limit: int = 3) -> list[str]:
        """Return names in which every word of ``text`` stands give or take a slip of the hand, the closest first."""
        now, wanted = self._now, tokens(text)
        distances = [_near(word, now.distinct_words) for word in wanted]
        if not wanted or not all(distances):
            return []
        totals: dict[str, int] = {}
        for word in distances[0]:
            for value, number in now.with_word(word, prefix=False):
                total = _distance(value.names[number], distances)
                if total is not None and (kind is None or value.entry.kind is kind):
                    totals[value.entry.names[number]] = total
        return sorted(totals, key=lambda name: (totals[name], tokens(name)))[:limit]

    def mentioned(self, words: tuple[str, ...]) -> list[Match]:
        """Return the entries one of whose names stands whole among the folded ``words`` of a text, each once."""
        now = self._now
        found: dict[EntryId, Match] = {}
        for start, word in enumerate(words):
            for value, number in now.with_word(word, prefix=False):
                name, final = value.names[number], now.final(value.entry.id)
                if final is None or words[start : start + len(name)] != name or len("".join(name)) < _SHORTEST_NEAR:
                    continue
                target = now.known[final]
                found.setdefault(final, Match(target.entry, value.entry.names[number], now.shown(target)))
        return list(found.values())

    def near_names(self, name: str, kinds: Collection[EntryKind] = tuple(EntryKind), limit: int = 3) -> list[Match]:
        """Return the entries one of whose names ``name`` may be a slip of the hand for, the nearest first.

        Unlike :meth:`close_names` the whole name is held against the whole of theirs: letters missing, wrong or
        swapped, words in another order or parted elsewhere.  Those with just that name are none of them.
        """
        from core.catalog.nearness import slips

        now, wanted = self._now, tokens(name)
        best: dict[EntryId, tuple[int, str, Match]] = {}
        for key, number in _alike(now, wanted):
            value = now.known[key]
            distance = slips(wanted, value.names[number])
            final = now.final(key)
            if distance is None or final is None or value.names[number] == wanted or value.entry.kind not in kinds:
                continue
            target = now.known[final]
            found = (distance, target.entry.label, Match(target.entry, value.entry.names[number], now.shown(target)))
            if final not in best or found[:2] < best[final][:2]:
                best[final] = found
        return [match for _, _, match in sorted(best.values(), key=itemgetter(0, 1))[:limit]]


def _alike(now: Snapshot, wanted: tuple[str, ...]) -> set[tuple[EntryId, int]]:
    """Return the names that may be near ``wanted``: alike without their spaces, or of words that are alike."""
    whole = "".join(wanted)
    if len(whole) < _SHORTEST_NEAR:
        return set()
    places = {place for near in _near(whole, now.unparted) for place in now.unparted[len(near)][near]}
    if len(wanted) > 1:
        rarest = min((_near(word, now.distinct_words) for word in wanted), key=len)
        hits = (hit for word in rarest for hit in now.with_word(word, prefix=False))
        places.update((value.entry.id, number) for value, number in hits)
    return places


def _among_all(now: Snapshot, value: Known) -> str:
    shown, entry = now.shown(value), value.entry
    if shown != entry.label or len(now.called_like(value)) < 2:
        return shown
    above = now.final(entry.parent) if entry.parent else None
    return f"{entry.label} ({now.known[above].entry.label if above else entry.kind})"


def _match(now: Snapshot, final: EntryId, value: Known, number: int) -> Match:
    target = now.known[final]
    return Match(target.entry, value.entry.names[number], now.shown(target))


def _first(ranks: Mapping[EntryId, tuple[int, int]], limit: int, now: Snapshot) -> list[EntryId]:
    """Return the ``limit`` entries of the smallest ranks, those of one rank by label."""
    if not ranks:
        return []
    last = heapq.nsmallest(limit, ranks.values())[-1]
    among = (entry for entry, rank in ranks.items() if rank <= last)
    return heapq.nsmallest(limit, among, key=lambda entry: (ranks[entry], now.known[entry].sort_key))


def _most_used(now: Snapshot, kinds: Collection[EntryKind], limit: int, uses: Mapping[EntryId, int]) -> list[Match]:
    live = [value for value in now.ordered if value.entry.kind in kinds]
    counts = [uses.get(value.entry.id, 0) for value in live]
    places = heapq.nlargest(limit, range(len(live)), key=counts.__getitem__)
    return [Match(live[at].entry, live[at].entry.label, now.shown(live[at])) for at in places]


def _finals(now: Snapshot, entries: Iterable[Entry]) -> list[Entry]:
    finals = dict.fromkeys(now.final(entry.id) for entry in entries)
    return [now.known[final].entry for final in finals if final is not None]


def _near(word: str, words: Mapping[int, Collection[str]]) -> dict[str, int]:
    """Return those of ``words``, given by their lengths, within reach of ``word``, each with its distance."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    far = reach(word)
    lengths = range(len(word) - far, len(word) + far + 1)
    alike = [other for length in lengths for other in words.get(length, ())]
    found = process.extract(word, alike, scorer=OSA.distance, score_cutoff=far, limit=None)
    return {str(near): int(distance) for near, distance, _ in found}


def _distance(name: tuple[str, ...], distances: list[dict[str, int]]) -> int | None:
    """Return how far ``name`` is from the words the ``distances`` are of, None where a word of them is not in it."""
    nearest = [min((near[word] for word in name if word in near), default=None) for near in distances]
    known = [distance for distance in nearest if distance is not None]
    return sum(known) if len(known) == len(nearest) else None
