"""One tag on many clips: the same in every table as if each clip had been put anew."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from core.model.clip import USUAL_ROLES, Clip, Role, Status, Tag
from core.model.ids import ClipId, MomentId, TagId, new_id
from core.model.vocabulary import Entry
from core.ports.index import Order
from core.search.tree import EVERYTHING, Has, HasStatus, Measure, Node, Number, Tagged, Trait
from core.storage.sqlite_index import SqliteIndex, open_index
from tests.support.archives import make_clips, make_entries
from tests.support.model import a_clip, a_tag

LATE = 1 << 50
"""Microseconds after all the tags made up by tests."""


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SqliteIndex]:
    with closing(open_index(tmp_path / "index.db")) as opened:
        yield opened


def filled(index: SqliteIndex, count: int = 60) -> tuple[list[Clip], list[Entry]]:
    entries = make_entries(20)
    clips = list(make_clips(count, entries))
    index.rebuild(1, clips, entries)
    return clips, entries


def carries(clip: Clip, entry: Entry, role: Role) -> bool:
    return any((tag.entry, tag.role, tag.moment) == (entry.id, role, None) for tag in clip.tags)


def with_tag(clip: Clip, tag: Tag) -> Clip:
    return replace(clip, tags=tuple(sorted((*clip.tags, tag), key=lambda known: known.id)))


def seen(index: SqliteIndex) -> dict[str, object]:
    """What a search can tell of tags."""
    nodes: list[Node] = [EVERYTHING, *map(Has, Trait), *(HasStatus(frozenset([status])) for status in Status)]
    nodes += [Number(measure, 3, None) for measure in Measure]
    found = {str(node): list(index.find(node)) for node in nodes}
    found |= {f"by {order}": list(index.find(EVERYTHING, order)) for order in Order}
    return {"found": found, "counts": index.counts(EVERYTHING), "cards": index.cards(index.find(EVERYTHING))}


def test_clips_without_a_tag_are_named_in_the_order_asked(index: SqliteIndex) -> None:
    clips, entries = filled(index)
    for entry in entries:
        for role in Role:
            expected = [clip.id for clip in reversed(clips) if not carries(clip, entry, role)]
            assert index.without([clip.id for clip in reversed(clips)], entry.id, role) == expected
    assert index.without([ClipId("gone"), clips[0].id], make_entries(4, seed=9)[0].id, Role.KEYWORD) == [clips[0].id]


def test_a_tag_on_a_moment_does_not_stand_for_one_on_the_clip(index: SqliteIndex) -> None:
    entry = make_entries(4)[0]
    moment = MomentId("m")
    clip = a_clip(tags=(replace(a_tag(entry, moment=moment), id=TagId("a")),))
    index.apply(1, {clip.id: clip}, {entry.id: entry})
    assert index.without([clip.id], entry.id, USUAL_ROLES[entry.kind]) == [clip.id]
    whole = replace(a_tag(entry), id=TagId("b"))
    index.tag(2, [clip.id], whole)
    assert index.without([clip.id], entry.id, USUAL_ROLES[entry.kind]) == []
    index.untag(3, [clip.id], whole)
    assert len(index.find(Tagged(frozenset([entry.id])))) == 1
    assert index.counts(EVERYTHING) == {entry.id: 1}
    assert list(index.problems([clip], [entry])) == []


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.CLAIMED, Status.REFUTED])
@pytest.mark.parametrize("seed", range(6))
def test_tagging_many_is_putting_each_anew_and_untagging_takes_it_back(
    index: SqliteIndex, seed: int, status: Status
) -> None:
    chance = random.Random(seed)
    clips, entries = filled(index)
    entry = chance.choice(entries)
    tag = replace(a_tag(entry, status=status), id=TagId(new_id(LATE)), said_by="@fan", verbatim="it is")
    some = [clip for clip in chance.sample(clips, 30) if not carries(clip, entry, tag.role)]
    before = seen(index)
    index.tag(2, [clip.id for clip in some], tag)
    chosen = {clip.id for clip in some}
    after = [with_tag(clip, tag) if clip.id in chosen else clip for clip in clips]
    assert index.seq == 2
    assert list(index.problems(after, entries)) == []
    tagged = seen(index)
    index.rebuild(3, after, entries)
    assert seen(index) == tagged
    index.untag(4, [clip.id for clip in some], tag)
    assert list(index.problems(clips, entries)) == []
    assert seen(index) == before


@pytest.mark.parametrize("seed", range(3))
def test_what_memory_knows_after_many_tags_is_what_the_tables_say(
    index: SqliteIndex, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    clips, entries = filled(index, 300)
    for seq in range(2, 14):
        seen(index)
        known = {clip.id: clip for clip in clips}
        if seq % 3 == 0:
            changed = [replace(clip, rating=seq % 6, notes=f"note {seq}") for clip in chance.sample(clips, 40)]
            index.apply(seq, {clip.id: clip for clip in changed}, {})
        else:
            entry, status = chance.choice(entries), chance.choice([Status.CONFIRMED, Status.REFUTED])
            tag = replace(a_tag(entry, status=status), id=TagId(new_id(LATE + seq)))
            some = [clip for clip in chance.sample(clips, 20 * seq) if not carries(clip, entry, tag.role)]
            index.tag(seq, [clip.id for clip in some], tag)
            changed = [with_tag(clip, tag) for clip in some]
        clips = list({**known, **{clip.id: clip for clip in changed}}.values())
        with closing(open_index(tmp_path / "index.db", read_only=True)) as other:
            assert seen(index) == seen(other)
    assert list(index.problems(clips, entries)) == []


def test_what_is_settled_lies_in_the_file_itself(index: SqliteIndex, tmp_path: Path) -> None:
    _, entries = filled(index, 300)
    index.settle()
    (tmp_path / "copy").mkdir()
    shutil.copyfile(tmp_path / "index.db", tmp_path / "copy" / "index.db")
    with closing(open_index(tmp_path / "copy" / "index.db", read_only=True)) as copy:
        assert seen(copy) == seen(index)
        assert [entry.id for entry in copy.entries()] == sorted(entry.id for entry in entries)


def test_chips_stand_in_the_order_in_which_they_were_said(index: SqliteIndex) -> None:
    entries = make_entries(4)
    tags = [replace(a_tag(entry), id=TagId(new_id(LATE - number))) for number, entry in enumerate(entries)]
    clip = a_clip(moments=(), tags=tuple(sorted(tags[:2], key=lambda tag: tag.id)))
    index.apply(1, {clip.id: clip}, {entry.id: entry for entry in entries})
    index.tag(2, [clip.id], tags[2])
    index.tag(3, [clip.id], replace(tags[3], id=TagId("odd")))
    (card,) = index.cards(index.find(EVERYTHING))
    assert [chip.entry for chip in card.chips] == [entries[place].id for place in (2, 1, 0, 3)]


def test_clips_that_are_gone_are_passed_over(index: SqliteIndex) -> None:
    clips, entries = filled(index, 3)
    index.apply(2, {clips[0].id: None}, {})
    tag = replace(a_tag(entries[0]), id=TagId(new_id(LATE)))
    fresh = [clip for clip in clips[1:] if not carries(clip, entries[0], tag.role)]
    index.tag(3, [clips[0].id, *(clip.id for clip in fresh)], tag)
    after = [with_tag(clip, tag) if clip in fresh else clip for clip in clips[1:]]
    assert list(index.problems(after, entries)) == []
