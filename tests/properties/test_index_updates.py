"""The index follows every change, and every way its postings are kept, lost or damaged, and finds what Python finds."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.catalog.vocabulary import Vocabulary
from core.model.clip import USUAL_ROLES, Clip, Role, Status, Tag
from core.model.ids import ClipId, EntryId, TagId, new_id
from core.model.vocabulary import Entry, EntryKind
from core.ports.index import Order
from core.search.matching import matches
from core.search.parser import parse
from core.search.resolve import resolve
from core.search.tree import EVERYTHING, And, LookedAt, Node, Or, rewritten
from core.storage import sqlite_index
from core.storage.postings import engine, texts
from core.storage.sqlite_index import SqliteIndex
from tests.properties.test_moments import timed
from tests.properties.test_search import TODAY, nodes, queries
from tests.support.archives import make_clips, make_entries
from tests.support.model import a_tag, an_entry

LATE = 1 << 50
"""Microseconds after all the tags made up by tests."""


def unseen(node: Node) -> Node:
    """Return ``node`` as it is meant where nothing of any clip was looked at."""
    return rewritten(node, lambda part: (Or(()) if part.low else And(())) if isinstance(part, LookedAt) else part)


damage = st.sampled_from(("none", "lost", "cut", "changed", "empty", "earlier", "another"))


class Followed(RuleBasedStateMachine):
    """An index beside the records it is to follow."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(engine, "WINDOW", 3)
        self.patch.setattr(engine, "FIRST", 2)
        self.patch.setattr(engine, "_FEW", 2)
        self.patch.setattr(texts, "_RARE", 1000)
        self.patch.setattr(texts, "_FEW_CHANGED", 6)
        self.patch.setattr(texts, "MOST_REMEMBERED", 40)
        self.patch.setattr(sqlite_index, "FIRST", 2)
        self.patch.setattr(sqlite_index, "_MANY", 5)
        self.patch.setattr(sqlite_index, "_ASKED_OF_MEMORY", 1)
        self.folder = Path(tempfile.mkdtemp())
        self.index = self.opened()
        self.seq = 0
        self.tags = 0

    def opened(self) -> SqliteIndex:
        return SqliteIndex(self.folder / "index.db", keep_from=3)

    @initialize(seed=st.integers(0, 5), some=st.integers(0, 40))
    def begin(self, seed: int, some: int) -> None:
        self.entries = {entry.id: entry for entry in make_entries(12, seed)}
        self.unused = list(make_clips(60, list(self.entries.values()), seed))
        self.clips: dict[ClipId, Clip] = {clip.id: clip for clip in self.unused[:some]}
        self.gone: list[Clip] = []
        del self.unused[:some]
        self.index.rebuild(self.next(), self.clips.values(), self.entries.values())

    def next(self) -> int:
        self.seq += 1
        return self.seq

    def put(self, *clips: Clip) -> None:
        self.clips.update((clip.id, clip) for clip in clips)
        self.index.apply(self.next(), {clip.id: clip for clip in clips}, {})

    # changes ----------------------------------------------------------------------------------------------------
    @precondition(lambda self: self.unused)
    @rule(data=st.data(), last=st.booleans())
    def add(self, data: st.DataObject, last: bool) -> None:
        """Add clips, also such as are older than others that are there."""
        many = data.draw(st.integers(1, min(15, len(self.unused))))
        self.put(*[self.unused.pop(-1 if last else 0) for _ in range(many)])

    @precondition(lambda self: self.clips)
    @rule(data=st.data())
    def change(self, data: st.DataObject) -> None:
        clip = self.clips[data.draw(st.sampled_from(sorted(self.clips)))]
        other = data.draw(st.sampled_from(sorted(self.clips)))
        self.put(replace(self.clips[other], id=clip.id, name=f"{clip.name} train", tags=clip.tags[1:]))

    @precondition(lambda self: self.clips)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        chosen = data.draw(st.lists(st.sampled_from(sorted(self.clips)), min_size=1, max_size=8, unique=True))
        self.gone += [self.clips.pop(clip) for clip in chosen]
        self.index.apply(self.next(), dict.fromkeys(chosen), {})

    @precondition(lambda self: self.gone)
    @rule()
    def bring_back(self) -> None:
        self.put(self.gone.pop())

    @precondition(lambda self: self.clips)
    @rule(data=st.data(), status=st.sampled_from(Status), taken_back=st.booleans())
    def tag(self, data: st.DataObject, status: Status, taken_back: bool) -> None:
        entry = self.entries[data.draw(st.sampled_from(sorted(self.entries)))]
        chosen = data.draw(st.lists(st.sampled_from(sorted(self.clips)), min_size=1, max_size=20, unique=True))
        self.tags += 1
        tag = replace(a_tag(entry, status=status), id=TagId(new_id(LATE + self.tags)))
        chosen = list(self.index.without(chosen, entry.id, tag.role))
        self.index.tag(self.next(), chosen, tag)
        if taken_back:
            self.index.find(EVERYTHING, Order.RATING)
            self.index.untag(self.next(), chosen, tag)
            return
        for clip in chosen:
            self.clips[clip] = replace(self.clips[clip], tags=_with(self.clips[clip], tag))

    @rule(data=st.data())
    def move_an_entry(self, data: st.DataObject) -> None:
        entry = self.entries[data.draw(st.sampled_from(sorted(self.entries)))]
        above = data.draw(st.none() | st.sampled_from(sorted(set(self.entries) - {entry.id})))
        leads = data.draw(st.booleans())
        self.put_entry(replace(entry, redirect=above if leads else None, parent=None if leads else above))

    @rule(data=st.data(), kind=st.sampled_from(EntryKind))
    def add_an_entry(self, data: st.DataObject, kind: EntryKind) -> None:
        parent = data.draw(st.none() | st.sampled_from(sorted(self.entries)))
        entry = an_entry(kind, "Tom Norway", parent=parent)
        self.put_entry(entry)
        for clip in sorted(self.clips)[:2]:
            self.put(replace(self.clips[clip], tags=_with(self.clips[clip], _tag_for(entry, self.tags))))
            self.tags += 1

    def put_entry(self, entry: Entry) -> None:
        self.entries[entry.id] = entry
        self.index.apply(self.next(), {}, {entry.id: entry})

    # keeping ----------------------------------------------------------------------------------------------------
    @rule(how=damage, earlier_is_now=st.booleans())
    def open_again(self, how: str, earlier_is_now: bool) -> None:
        """Close and open it, with the file of postings as it was left, or as accidents leave it."""
        self.index.close()
        kept, earlier = self.folder / "index.postings", self.folder / "earlier"
        if kept.exists():
            _spoil(kept, earlier, how)
            if earlier_is_now:
                shutil.copy(kept, earlier) if kept.exists() else None
        self.index = self.opened()
        assert self.index.seq == self.seq

    @rule()
    def rebuild(self) -> None:
        self.index.rebuild(self.next(), self.clips.values(), self.entries.values())

    # asking -----------------------------------------------------------------------------------------------------
    @rule(node=nodes | timed, order=st.sampled_from(Order))
    def ask(self, node: Node, order: Order) -> None:
        resolved = resolve(node, Vocabulary(self.entries.values()))
        found = list(self.index.clip_ids(self.index.find(resolved, order)))
        expected = sorted((clip.id for clip in self.clips.values() if matches(unseen(resolved), clip)), reverse=True)
        assert (found if order is Order.ADDED else sorted(found, reverse=True)) == expected
        if order is Order.RATING:
            assert found == sorted(expected, key=lambda clip: -self.clips[clip].rating)

    @rule(data=st.data(), role=st.sampled_from(Role), some_gone=st.booleans())
    def look_up(self, data: st.DataObject, role: Role, some_gone: bool) -> None:
        """Ask of clips by their ids, of such as were removed and such as never came too."""
        gone = [clip.id for clip in (*self.gone, *self.unused)] if some_gone else []
        asked = data.draw(st.permutations([*self.clips, *gone]))
        rows = self.index.rows(asked)
        assert rows.keys() == self.clips.keys()
        assert list(self.index.clip_ids([rows[clip] for clip in asked if clip in rows])) == [
            clip for clip in asked if clip in rows
        ]
        entry = data.draw(st.sampled_from(sorted(self.entries)))
        assert list(self.index.without(asked, entry, role)) == [
            clip for clip in asked if clip in rows and not _says(self.clips[clip], entry, role)
        ]

    @rule(text=queries)
    def count(self, text: str) -> None:
        vocabulary = Vocabulary(self.entries.values())
        resolved = resolve(parse(text, TODAY).node, vocabulary)
        assert self.index.counts(resolved) == self.expected_counts(resolved, vocabulary)

    def expected_counts(self, node: Node, vocabulary: Vocabulary) -> dict[EntryId, int]:
        found = [clip for clip in self.clips.values() if matches(unseen(node), clip)]
        standing = [{tag.entry for tag in clip.tags if tag.status is not Status.REFUTED} for clip in found]
        carried = {entry: vocabulary.ids_below(entry) for entry in (each.id for each in vocabulary.all())}
        counts = {entry: sum(bool(tags & below) for tags in standing) for entry, below in carried.items()}
        return {entry: count for entry, count in counts.items() if count}

    @invariant()
    def it_agrees_with_the_records(self) -> None:
        if self.seq:
            assert len(self.index) == len(self.clips)
            assert list(self.index.problems(self.clips.values(), self.entries.values())) == []

    def teardown(self) -> None:
        self.index.close()
        self.patch.undo()
        shutil.rmtree(self.folder)


def _says(clip: Clip, entry: EntryId, role: Role) -> bool:
    return any((tag.entry, tag.role, tag.moment) == (entry, role, None) for tag in clip.tags)


def _with(clip: Clip, tag: Tag) -> tuple[Tag, ...]:
    return tuple(sorted((*clip.tags, tag), key=lambda known: known.id))


def _tag_for(entry: Entry, number: int) -> Tag:
    return Tag(id=TagId(new_id(2 * LATE + number)), entry=entry.id, role=USUAL_ROLES[entry.kind])


def _spoil(kept: Path, earlier: Path, how: str) -> None:
    data = kept.read_bytes()
    match how:
        case "lost":
            kept.unlink()
        case "cut":
            kept.write_bytes(data[: len(data) // 2])
        case "changed" if len(data) > 100:
            kept.write_bytes(data[:-70] + bytes([data[-70] ^ 1]) + data[-69:])
        case "empty":
            kept.write_bytes(b"")
        case "another":
            kept.write_bytes(b"slatebook postings 1\n" + bytes(500))
        case "earlier" if earlier.exists():
            shutil.copy(earlier, kept)


TestFollowed = pytest.mark.timeout(600)(Followed.TestCase)
TestFollowed.settings = settings(deadline=None, max_examples=25, stateful_step_count=25)
