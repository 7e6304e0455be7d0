"""Many clips at once come to the same as one clip after the other: records, history, index, undo and redo."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.app import Archive, create_archive, open_archive
from core.catalog import following
from core.catalog.edits import (
    AddClips,
    AddEntry,
    AddMoment,
    Describe,
    Edit,
    RemoveClips,
    RemoveEntry,
    TagClips,
    Together,
    UntagClips,
)
from core.errors import EditConflict, SystemProblem, UserProblem
from core.model.changes import Table
from core.model.clip import Moment, Role, Status
from core.model.ids import ClipId, MomentId, TagId
from core.model.time import Span
from core.model.vocabulary import Entry, EntryKind
from tests.support.fakes import SteppingClock
from tests.support.model import a_clip, a_tag, an_entry

CLIPS = tuple(a_clip(f"clip-{number}.mov") for number in range(6))
IDS = tuple(clip.id for clip in CLIPS)
PEOPLE = tuple(an_entry(EntryKind.PERSON, f"Person {number}") for number in range(3))
NOBODY = an_entry(EntryKind.PERSON, "Nobody")

some = st.lists(st.sampled_from(IDS), min_size=1, max_size=8).map(tuple)
people = st.sampled_from(PEOPLE)
roles = st.sampled_from((Role.PERSON_SHOWN, Role.KEYWORD))
statuses = st.sampled_from((Status.CONFIRMED, Status.CLAIMED, Status.REFUTED))


def _moment(clip: ClipId) -> AddMoment:
    moment = Moment(id=MomentId(f"m-{clip}"), span=Span(Fraction(0), Fraction(1)), label="waves back")
    return AddMoment(clip, moment)


def _tagged_moment(clip: ClipId, person: Entry) -> Edit:
    return Together("Moment", (_moment(clip), TagClips((clip,), a_tag(person, moment=MomentId(f"m-{clip}")))))


taggings = st.builds(
    lambda clips, person, role, status: TagClips(clips, a_tag(person, role=role, status=status)),
    some, people, roles, statuses,
)  # fmt: skip
edits: st.SearchStrategy[Edit] = st.one_of(
    taggings,
    taggings,
    st.builds(_tagged_moment, st.sampled_from(IDS), people),
    st.builds(lambda clips, tag: TagClips(clips, a_tag(PEOPLE[0], id=TagId(tag))), some, st.sampled_from("ab")),
    st.builds(UntagClips, some, people.map(lambda person: person.id), st.none() | roles),
    st.builds(lambda clips, notes: Describe(clips=clips, notes=notes), some, st.sampled_from(("", "seen", "nice"))),
    st.builds(_moment, st.sampled_from(IDS)),
    st.builds(lambda clips: RemoveClips(tuple(dict.fromkeys(clips))), some),
    st.builds(lambda person: RemoveEntry(person.id), people),
    st.builds(lambda first, second: Together("Both", (first, second)), taggings, taggings),
    st.builds(
        lambda tagging, clips: Together("Tag and note", (tagging, Describe(clips=clips, rating=3), tagging)),
        taggings, some,
    ),
    st.just(TagClips(IDS, a_tag(NOBODY))),
)  # fmt: skip
steps = st.lists(
    st.one_of(edits, edits, edits, st.sampled_from(("undo", "undo", "redo", "flush", "open", "lag"))), max_size=14
)


class Desk:
    """An archive on which the same steps can be done in either of two ways."""

    def __init__(self, many: int) -> None:
        self._many = many
        self._folder = Path(tempfile.mkdtemp())
        self.archive: Archive = create_archive(self._folder / "a.slatebook")
        self._set_clock()
        self.archive.catalog.apply(AddClips(CLIPS))
        self.archive.catalog.apply(Together("Names", tuple(map(AddEntry, PEOPLE))))

    def _set_clock(self) -> None:
        self.archive.catalog._clock = SteppingClock()

    def do(self, step: Edit | str) -> str:
        """Do a step; return what a person would see of it."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(following, "MANY", self._many)
            try:
                match step:
                    case "undo":
                        return self.archive.catalog.undo().label
                    case "redo":
                        return self.archive.catalog.redo().label
                    case "flush":
                        self.archive.catalog.flush()
                    case "open":
                        self.archive.close()
                        self.archive = open_archive(self._folder / "a.slatebook")
                    case "lag":
                        with self._index_that_fails():
                            self.archive.catalog.note("Something happened")
                            self.archive.catalog.apply(Describe(clips=self.clips()[:1], rating=5))
                    case edit:
                        return self.archive.catalog.apply(edit).label  # type: ignore[union-attr]
            except (UserProblem, EditConflict) as problem:
                return str(problem)
        return ""

    def clips(self) -> tuple[ClipId, ...]:
        return tuple(sorted(map(ClipId, self.archive._records.ids(Table.CLIPS))))

    @contextmanager
    def _index_that_fails(self) -> Iterator[None]:
        def full(*_: object) -> None:
            raise SystemProblem("The disk is full.")

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(following.log, "disabled", True)
            for name in ("apply", "tag", "untag"):
                patch.setattr(self.archive.index, name, full)
            yield

    def records(self) -> dict[str, object]:
        """All that is known, with tags and moments of one clip told by what they say and not by their ids."""
        records = self.archive._records
        return {
            f"{table}/{record}": _without_ids(records.get(table, record) or {})
            for table in Table
            for record in records.ids(table)
        }

    def found(self) -> object:
        """What the index says of all clips."""
        rows = self.archive.search("").rows
        return [card.chips for card in self.archive.index.cards(rows)], self.archive.counts(self.archive.search(""))

    def history(self) -> list[tuple[str, str, int]]:
        return [(step.label, step.state, step.clips) for step in self.archive.catalog.history()]

    def end(self) -> list[str]:
        try:
            self.do("flush")
            return self.archive.check()
        finally:
            self.archive.close()
            shutil.rmtree(self._folder)


def _without_ids(document: dict[str, object]) -> dict[str, object]:
    tags = [{**tag, "id": "", "at": ""} for tag in document.get("tags", ())]  # type: ignore[attr-defined]
    return {**document, "tags": tags}


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(steps=steps)
def test_many_at_once_is_one_after_the_other(steps: list[Edit | str]) -> None:
    one_by_one, at_once = Desk(many=1 << 30), Desk(many=1)
    try:
        for step in steps:
            assert at_once.do(step) == one_by_one.do(step), step
            assert at_once.records() == one_by_one.records(), step
        assert at_once.history() == one_by_one.history()
        at_once.do(Describe(clips=at_once.clips()[:1], rating=4))
        one_by_one.do(Describe(clips=one_by_one.clips()[:1], rating=4))
        assert at_once.found() == one_by_one.found()
    finally:
        problems = [*one_by_one.end(), *at_once.end()]
    assert problems == []
