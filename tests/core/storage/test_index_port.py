"""What every adapter of the Index port promises, and its fake."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from core.catalog.vocabulary import Vocabulary
from core.model.clip import USUAL_ROLES, Clip, Role, Status, Tag
from core.model.ids import ClipId, EntryId, TagId, new_id
from core.model.media import MediaFile
from core.model.vocabulary import Entry, EntryKind
from core.ports.index import Index, Order
from core.search.parser import parse
from core.search.resolve import resolve
from core.search.tree import EVERYTHING, Node, Tagged, Text
from core.storage.sqlite_index import open_index
from tests.properties.test_search import TODAY
from tests.support.archives import make_clips, make_entries
from tests.support.fake_index import MemoryIndex
from tests.support.model import a_clip, a_tag, an_entry

CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
OSLO = an_entry(EntryKind.LOCATION, "Oslo", parent=NORWAY.id)
TEXTS = ("", "train", "tr", "person:tom", "-location:norway", "rating:>=3", "is:untagged", "shot:2019..2021 or roof")


@pytest.fixture(params=["sqlite", "memory"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index[Node]]:
    """Every adapter of the port, and its fake."""
    if request.param == "memory":
        yield MemoryIndex()
        return
    with closing(open_index(tmp_path / "index.db")) as opened:
        yield opened


def tagged(name: str, *entries: Entry, status: Status = Status.CONFIRMED) -> Clip:
    tags = (replace(a_tag(entry, status=status), id=TagId(f"t{at}")) for at, entry in enumerate(entries))
    return a_clip(name, tags=tuple(tags))


def put(index: Index[Node], *clips: Clip, seq: int = 1) -> None:
    entries = (CRUISE, NORWAY, OSLO)
    index.apply(seq, {clip.id: clip for clip in clips}, {entry.id: entry for entry in entries})


def found(index: Index[Node], node: Node, order: Order = Order.ADDED) -> list[ClipId]:
    return list(index.clip_ids(index.find(node, order)))


def test_a_new_index_is_empty_and_may_be_written(index: Index[Node]) -> None:
    assert (index.seq, index.writable, len(index), list(index.entries())) == (0, True, 0, [])
    assert (list(index.find(EVERYTHING)), index.counts(EVERYTHING)) == ([], {})
    assert [list(part) for part in index.parted((), (OSLO.id,))] == [[], []]


def test_what_is_applied_is_found_counted_and_known(index: Index[Node]) -> None:
    train, boat = tagged("train", CRUISE, OSLO), tagged("boat", OSLO, status=Status.REFUTED)
    put(index, train, boat, seq=7)
    assert (index.seq, len(index)) == (7, 2)
    assert found(index, Text(("train",))) == [train.id]
    assert found(index, EVERYTHING, Order.NAME) == [boat.id, train.id]
    assert index.counts(EVERYTHING) == {CRUISE.id: 1, OSLO.id: 1, NORWAY.id: 1}
    assert index.clips_with(OSLO.id) == sorted([train.id, boat.id])
    known = index.known_at(train.file.path)
    assert known is not None
    assert known.clip == train.id
    assert known in index.known_alike(train.file.size, train.file.quick_hash)
    assert {entry.id for entry in index.entries()} == {CRUISE.id, NORWAY.id, OSLO.id}


def test_an_entry_is_known_by_its_id_until_it_is_removed(index: Index[Node]) -> None:
    put(index, tagged("boat", OSLO))
    assert index.entry(OSLO.id) == OSLO
    index.apply(2, {}, {OSLO.id: None})
    assert [index.entry(entry) for entry in (OSLO.id, EntryId("never"), NORWAY.id)] == [None, None, NORWAY]


def test_a_result_is_parted_by_the_first_entry_that_clips_carry(index: Index[Node]) -> None:
    both, oslo, refuted = tagged("a", CRUISE, OSLO), tagged("b", OSLO), tagged("c", CRUISE, status=Status.REFUTED)
    put(index, both, oslo, refuted)
    rows = index.find(EVERYTHING, Order.NAME)
    parts = index.parted(rows, (CRUISE.id, OSLO.id, NORWAY.id))
    assert [list(index.clip_ids(part)) for part in parts] == [[both.id], [oslo.id], [], [refuted.id]]
    assert [list(index.clip_ids(part)) for part in index.parted(rows, ())] == [[both.id, oslo.id, refuted.id]]


def test_a_change_takes_the_place_of_what_was_there(index: Index[Node]) -> None:
    clip = tagged("train", CRUISE)
    put(index, clip)
    index.apply(2, {clip.id: replace(clip, name="boat", tags=(), files=(MediaFile(path="/b", size=1),))}, {})
    assert found(index, Tagged(frozenset([CRUISE.id]))) == found(index, Text(("train",))) == []
    assert (index.known_at(clip.file.path), index.known_at("/b") is None) == (None, False)


def test_a_removed_clip_is_gone_and_comes_back_under_its_row(index: Index[Node]) -> None:
    gone, other = tagged("train", CRUISE), tagged("boat")
    put(index, gone, other)
    row = index.rows([gone.id])[gone.id]
    index.apply(2, {gone.id: None, ClipId("never"): None}, {})
    assert found(index, EVERYTHING) == [other.id]
    assert (list(index.cards([row])), list(index.clip_ids([row])), index.rows([gone.id])) == ([], [], {})
    put(index, gone, a_clip("later"), seq=3)
    assert index.rows([gone.id]) == {gone.id: row}


def test_a_rebuild_replaces_all_and_keeps_rows(index: Index[Node]) -> None:
    first, second = tagged("train", CRUISE), tagged("boat")
    put(index, first, second)
    rows = index.rows([first.id, second.id])
    index.rebuild(9, [second], [NORWAY])
    assert (index.seq, len(index), [entry.id for entry in index.entries()]) == (9, 1, [NORWAY.id])
    assert index.rows([first.id, second.id]) == {second.id: rows[second.id]}


def test_cards_come_in_the_order_asked_with_what_stands(index: Index[Node]) -> None:
    clips = [tagged("a", CRUISE, NORWAY), tagged("b"), tagged("c", CRUISE, status=Status.REFUTED)]
    put(index, *clips)
    rows = index.rows(clip.id for clip in clips)
    cards = index.cards([rows[clips[2].id], 99_999, rows[clips[0].id]])
    assert [(card.name, len(card.chips)) for card in cards] == [("c", 0), ("a", 2)]


def test_a_tag_on_many_and_off_again(index: Index[Node]) -> None:
    clips = [tagged(f"{number}") for number in range(5)]
    put(index, *clips)
    tag = replace(a_tag(CRUISE), id=TagId(new_id(1)))
    some = [clip.id for clip in clips[1:4]]
    index.tag(2, some, tag)
    assert list(index.without([clip.id for clip in clips], CRUISE.id, tag.role)) == [clips[0].id, clips[4].id]
    assert (sorted(found(index, Tagged(frozenset([CRUISE.id])))), index.counts(EVERYTHING)) == (
        sorted(some), {CRUISE.id: 3},
    )  # fmt: skip
    index.untag(3, some, tag)
    assert (index.seq, index.counts(EVERYTHING)) == (3, {})


# both of them side by side --------------------------------------------------------------------------------------
def everything_told(index: Index[Node], clips: Sequence[ClipId], entries: Sequence[Entry]) -> dict[str, object]:
    """All that can be asked of an index, but for which rows it gives."""
    names = Vocabulary(index.entries())
    nodes = [resolve(parse(text, TODAY).node, names) for text in TEXTS]
    files = [card.id for card in index.cards(index.find(EVERYTHING))]
    return {
        "seq": (index.seq, len(index), files),
        "found": [found(index, node, order) for node in nodes for order in Order],
        "counts": [dict(index.counts(node)) for node in nodes],
        "cards": [[replace(card, row=0) for card in index.cards(index.find(node))] for node in nodes],
        "parted": [
            [list(index.clip_ids(part)) for part in index.parted(index.find(node), [entry.id for entry in entries])]
            for node in nodes
        ],
        "there": sorted(index.rows(clips)),
        "without": [list(index.without(clips, entry.id, Role.KEYWORD)) for entry in entries],
        "with": [list(index.clips_with(entry.id)) for entry in entries],
        "entries": sorted(entry.id for entry in index.entries()),
    }


@pytest.mark.parametrize("seed", range(6))
def test_fake_and_real_tell_the_same_after_any_changes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    entries = make_entries(15, seed)
    clips = list(make_clips(40, entries, seed))
    ids = [clip.id for clip in clips]
    with closing(open_index(tmp_path / "index.db")) as real:
        both: tuple[Index[Node], ...] = (real, MemoryIndex())
        for each in both:
            each.rebuild(1, clips[:25], entries[:12])
        for seq in range(2, 14):
            changed = _any_change(chance, seq, clips, entries)
            for each in both:
                changed(each)
            told = [everything_told(each, ids, entries) for each in both]
            assert told[0] == told[1]


class _Applied:
    """Some clips and entries put or removed."""

    def __init__(self, seq: int, clips: dict[ClipId, Clip | None], entries: dict[EntryId, Entry | None]) -> None:
        self._all = (seq, clips, entries)

    def __call__(self, index: Index[Node]) -> None:
        index.apply(*self._all)


class _Tagged:
    """A tag on those of some clips that lack it."""

    def __init__(self, seq: int, clips: Sequence[ClipId], tag: Tag) -> None:
        self._all = (seq, clips, tag)

    def __call__(self, index: Index[Node]) -> None:
        seq, clips, tag = self._all
        index.tag(seq, list(index.without(clips, tag.entry, tag.role)), tag)


def _any_change(chance: random.Random, seq: int, clips: Sequence[Clip], entries: Sequence[Entry]) -> _Applied | _Tagged:
    some = chance.sample(clips, chance.randrange(1, 9))
    entry = chance.choice(entries)
    match chance.randrange(3):
        case 0:
            return _Applied(seq, {clip.id: None if chance.random() < 0.4 else clip for clip in some}, {})
        case 1:
            return _Applied(seq, {}, {entry.id: entry})
    tag = Tag(id=TagId(new_id((1 << 50) + seq)), entry=entries[0].id, role=USUAL_ROLES[entries[0].kind])
    return _Tagged(seq, [clip.id for clip in some], tag)
