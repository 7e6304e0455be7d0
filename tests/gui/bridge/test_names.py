"""Names that are ranked off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, ChangeEntry, Describe
from core.model.vocabulary import EntryKind
from core.search.suggest import Completer
from gui.bridge.names import RankedNames
from tests.support.model import a_clip, an_entry
from tests.support.slow_shelf import SlowShelf

TOM = an_entry(EntryKind.PERSON, "Tom Cruise")


class Later:
    """Does what it is asked when it is told to."""

    def __init__(self) -> None:
        self.asked: list[Callable[[], object]] = []

    def latest(self, done: Callable[[object], None]) -> Later:
        self._done = done
        return self

    def ask(self, work: Callable[[], object]) -> None:
        self.asked.append(work)

    def answer(self) -> None:
        self._done(self.asked.pop()())


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def names(archive: Archive, later: Later) -> RankedNames:
    archive.catalog.apply(AddEntry(TOM))
    made = RankedNames(archive, later.latest)
    archive.catalog.subscribe(made.note)
    return made


def nothing() -> None:
    """Do nothing."""


def found(names: Completer, text: str) -> list[str]:
    return [match.shown for match in names.complete(text)]


def test_names_are_ranked_once_they_are_asked_for_and_not_again(names: RankedNames, later: Later) -> None:
    assert later.asked == []
    assert found(names.as_of_late(nothing), "tom") == ["Tom Cruise"]
    assert len(later.asked) == 1
    later.answer()
    assert names.are_ranked
    assert found(names.as_of_now(), "tom") == found(names.as_of_late(nothing), "tom") == ["Tom Cruise"]
    assert later.asked == []


def test_a_name_that_changed_is_known_at_once_where_none_may_lack(
    archive: Archive, names: RankedNames, later: Later
) -> None:
    names.renew()
    later.answer()
    archive.catalog.apply(ChangeEntry(replace(TOM, label="Thomas")))
    assert found(names.as_of_now(), "thom") == ["Thomas"]
    assert found(names.as_of_late(nothing), "thom") == []
    later.answer()
    assert found(names.as_of_late(nothing), "thom") == ["Thomas"]
    assert names.as_of_now() is names.as_of_late(nothing)


def test_names_are_ranked_anew_after_many_edits(archive: Archive, names: RankedNames, later: Later) -> None:
    clip = a_clip("one.mov")
    archive.catalog.apply(AddClips((clip,)))
    names.renew()
    later.answer()
    for rating in range(60):
        archive.catalog.apply(Describe(clips=(clip.id,), rating=rating % 2 + 1))
    names.as_of_now()
    assert len(later.asked) == 1


@pytest.mark.parametrize("are_read", [False, True])
def test_who_waits_for_names_is_told_when_they_are_read_before_they_are_ranked(
    archive: Archive, names: RankedNames, are_read: bool
) -> None:
    shelf, told = SlowShelf(archive), list[bool]()

    def again() -> None:
        told.append(names.are_at_hand(again))

    assert not names.are_at_hand(again)
    if are_read:
        shelf.go_on.set()
        archive.vocabulary.work_out()
    names.note_read()
    names.note_read()
    assert told == ([True] if are_read else [False, False])


def test_while_all_names_are_read_nobody_waits_for_them_who_hears_of_them_later(
    archive: Archive, names: RankedNames, later: Later
) -> None:
    shelf, heard = SlowShelf(archive), list[str]()

    def again() -> None:
        heard.extend(found(names.as_of_late(again), "tom"))

    for _ in range(2):  # letters typed one after another
        assert found(names.as_of_late(again), "tom") == []
    assert not archive.vocabulary.is_read
    shelf.go_on.set()
    later.answer()
    assert heard == ["Tom Cruise"]
    names.note(archive.catalog.apply(ChangeEntry(replace(TOM, label="Thomas"))))
    names.renew()
    later.answer()
    assert heard == ["Tom Cruise"], "once only"
