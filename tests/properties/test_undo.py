"""Whatever is done can be undone exactly, in any order of edits, undo and redo; and history tells the records."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.app import Archive, create_archive, open_archive
from core.catalog.claims import AllowSuggestion, RejectSuggestion, SetStatus, Statements
from core.catalog.edits import (
    AddClips,
    AddEntry,
    AddMoment,
    ChangeEntry,
    Describe,
    Edit,
    RemoveClips,
    RemoveEntry,
    RemoveMoment,
    TagClips,
    UntagClips,
)
from core.catalog.link_edits import LinkClips, SuspectCopies, UnlinkClips
from core.catalog.merging import MergeEntries
from core.catalog.search_edits import RemoveSearch, RenameSearch, SaveSearch
from core.model.changes import Table
from core.model.clip import Link, LinkKind, Moment, Role, Status
from core.model.ids import ClipId, EntryId
from core.model.searches import SavedSearch
from core.model.time import Span
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry


class Editing(RuleBasedStateMachine):
    """An archivist with a shaky hand, beside the simplest undo there is: a list of whole states."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp()) / "a.slatebook"
        self.archive: Archive = create_archive(self.folder)
        self.states = [self.now()]
        self.place = 0

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            problems = self.archive.check()
            self.archive.close()
            shutil.rmtree(self.folder.parent)
            assert problems == []

    def now(self) -> dict[str, object]:
        records = self.archive._records
        return {
            f"{table}/{record}": {**(records.get(table, record) or {}), "revision": 0}
            for table in Table
            for record in records.ids(table)
        }

    def clips(self) -> list[ClipId]:
        return sorted(self.archive.index.clip_ids(self.archive.search("").rows))

    def entries(self) -> list[EntryId]:
        return [entry.id for entry in self.archive.vocabulary.all()]

    def do(self, edit: Edit) -> None:
        if self.archive.catalog.apply(edit):
            del self.states[self.place + 1 :]
            self.states.append(self.now())
            self.place += 1

    @precondition(lambda self: len(self.clips()) > 1)
    @rule(data=st.data(), kind=st.sampled_from(LinkKind), suspected=st.booleans())
    def link(self, data: st.DataObject, kind: LinkKind, suspected: bool) -> None:
        clip, other = data.draw(st.permutations(self.clips()))[:2]
        link = Link(other=other, kind=kind, suspected=suspected)
        self.do(SuspectCopies(((clip, (link,)),)) if suspected else LinkClips(clip, link))

    @precondition(lambda self: len(self.clips()) > 1)
    @rule(data=st.data())
    def unlink(self, data: st.DataObject) -> None:
        self.do(UnlinkClips(*data.draw(st.permutations(self.clips()))[:2]))

    @rule(count=st.integers(1, 3))
    def add_clips(self, count: int) -> None:
        self.do(AddClips(tuple(a_clip() for _ in range(count))))

    @rule(kind=st.sampled_from(EntryKind), label=st.text("abcé ", min_size=1).filter(str.strip))
    def add_entry(self, kind: EntryKind, label: str) -> None:
        self.do(AddEntry(an_entry(kind, label)))

    @precondition(lambda self: self.clips() and self.entries())
    @rule(data=st.data(), status=st.sampled_from(Status))
    def tag(self, data: st.DataObject, status: Status) -> None:
        clips = data.draw(st.lists(st.sampled_from(self.clips()), min_size=1, unique=True))
        entry = self.archive.vocabulary.get(data.draw(st.sampled_from(self.entries())))
        assert entry is not None
        self.do(TagClips(tuple(clips), a_tag(entry, status=status)))

    @precondition(lambda self: self.clips() and self.entries())
    @rule(data=st.data())
    def untag(self, data: st.DataObject) -> None:
        self.do(UntagClips(tuple(self.clips()), data.draw(st.sampled_from(self.entries()))))

    @precondition(lambda self: self.entries())
    @rule(data=st.data(), remove=st.booleans())
    def change_or_remove_entry(self, data: st.DataObject, remove: bool) -> None:
        entry = self.archive.vocabulary.get(data.draw(st.sampled_from(self.entries())))
        assert entry is not None
        self.do(RemoveEntry(entry.id) if remove else ChangeEntry(replace(entry, note=entry.note + "!")))

    @rule(data=st.data(), label=st.text("abé ", min_size=1).filter(str.strip))
    def add_place_within(self, data: st.DataObject, label: str) -> None:
        places = [entry.id for entry in self.archive.vocabulary.all(EntryKind.LOCATION)]
        parent = data.draw(st.sampled_from([None, *places]))
        self.do(AddEntry(an_entry(EntryKind.LOCATION, label, parent=parent)))

    @precondition(lambda self: len(self.archive.vocabulary.all(EntryKind.LOCATION)) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        places = [entry.id for entry in self.archive.vocabulary.all(EntryKind.LOCATION)]
        several = st.lists(st.sampled_from(places), min_size=2, max_size=3, unique=True)
        winner, *losers = data.draw(several)
        before = {loser: self.archive.vocabulary.merged_into(loser) for loser in losers}
        clips = {clip: self.archive.clip(clip) for clip in self.clips()}
        self.do(MergeEntries(tuple(losers), winner))
        for led in before.values():
            assert all(self.archive.vocabulary.raw(one).redirect == winner for one in led)  # type: ignore[union-attr]
        assert {clip: self.archive.clip(clip) for clip in clips} == clips

    @precondition(lambda self: self.clips() and self.entries())
    @rule(data=st.data(), status=st.sampled_from(Status))
    def decide(self, data: st.DataObject, status: Status) -> None:
        entry = data.draw(st.sampled_from(self.entries()))
        self.do(SetStatus(clips=tuple(self.clips()), status=status, of=Statements(entry=entry)))

    @precondition(lambda self: self.clips() and self.entries())
    @rule(data=st.data(), allow=st.booleans())
    def reject_or_allow(self, data: st.DataObject, allow: bool) -> None:
        edit = AllowSuggestion if allow else RejectSuggestion
        entry = data.draw(st.sampled_from(self.entries()))
        self.do(edit((data.draw(st.sampled_from(self.clips())),), entry, Role.KEYWORD))

    @precondition(lambda self: self.clips())
    @rule(data=st.data(), notes=st.text(max_size=5), rating=st.integers(0, 5))
    def describe(self, data: st.DataObject, notes: str, rating: int) -> None:
        clips = data.draw(st.lists(st.sampled_from(self.clips()), min_size=1, unique=True))
        self.do(Describe(clips=tuple(clips), notes=notes, rating=rating))

    @precondition(lambda self: self.clips())
    @rule(data=st.data(), start=st.fractions(0, 5), label=st.text(max_size=3))
    def moments(self, data: st.DataObject, start: Fraction, label: str) -> None:
        clip = self.archive.clip(data.draw(st.sampled_from(self.clips())))
        if len(clip.moments) > 1:
            self.do(RemoveMoment(clip.id, data.draw(st.sampled_from(clip.moments)).id))
        else:
            moment = Moment(id=self.archive.catalog.new_moment_id(), span=Span(start, start + 1), label=label)
            self.do(AddMoment(clip.id, moment))

    @rule(data=st.data(), name=st.text("abcé", min_size=1), query=st.text(max_size=5))
    def searches(self, data: st.DataObject, name: str, query: str) -> None:
        catalog = self.archive.catalog
        known = [search.id for search in catalog.searches()]
        if len(known) > 1:
            self.do(RemoveSearch(data.draw(st.sampled_from(known))))
        elif known and data.draw(st.booleans()):
            self.do(RenameSearch(known[0], name))
        else:
            self.do(SaveSearch(SavedSearch(id=catalog.new_search_id(), name=name, query=query)))

    @precondition(lambda self: self.clips())
    @rule(data=st.data())
    def remove_clip(self, data: st.DataObject) -> None:
        self.do(RemoveClips((data.draw(st.sampled_from(self.clips())),)))

    @precondition(lambda self: self.place > 0)
    @rule()
    def undo(self) -> None:
        self.archive.catalog.undo()
        self.place -= 1

    @precondition(lambda self: self.place + 1 < len(self.states))
    @rule()
    def redo(self) -> None:
        self.archive.catalog.redo()
        self.place += 1

    @rule()
    def close_and_open(self) -> None:
        self.archive.close()
        self.archive = open_archive(self.folder)

    @invariant()
    def records_are_as_the_list_of_states_says(self) -> None:
        if hasattr(self, "archive"):
            assert self.now() == self.states[self.place]


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
