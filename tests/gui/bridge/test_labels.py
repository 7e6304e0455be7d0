"""What entries are called on cards before all names are read, and after."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from core.catalog.vocabulary import REMOVED, Vocabulary
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from gui.bridge.labels import Labels
from tests.support.model import an_entry

ONTARIO, BERMUDA = an_entry(EntryKind.LOCATION, "Ontario"), an_entry(EntryKind.LOCATION, "Bermuda")
HAMILTON = an_entry(EntryKind.LOCATION, "Hamilton", parent=ONTARIO.id)
OTHER = an_entry(EntryKind.LOCATION, "Hamilton", parent=BERMUDA.id)
ALL = {entry.id: entry for entry in (ONTARIO, BERMUDA, HAMILTON, OTHER)}


class Shelf:
    """Holds entries that are read when they are asked for."""

    def entry(self, entry: EntryId) -> Entry | None:
        return ALL.get(entry)

    def entries(self) -> Iterable[Entry]:
        return ALL.values()


@pytest.fixture
def names() -> Vocabulary:
    made = Vocabulary()
    made.recall(Shelf())
    return made


def test_a_label_is_told_before_all_names_are_read(names: Vocabulary) -> None:
    assert Labels(names).label(ONTARIO.id) == "Ontario"
    assert not names.is_read


def test_a_label_that_several_have_is_outdated_once_they_are_told_apart(names: Vocabulary) -> None:
    labels = Labels(names)
    assert labels.label(HAMILTON.id) == "Hamilton"
    assert labels.are_outdated()
    assert labels.label(HAMILTON.id) == "Hamilton (Ontario)"
    assert not labels.are_outdated(), "it is told once"


def test_a_label_that_nobody_else_has_is_never_outdated(names: Vocabulary) -> None:
    labels = Labels(names)
    assert [labels.label(entry) for entry in (ONTARIO.id, EntryId("gone"))] == ["Ontario", REMOVED]
    assert not labels.are_outdated()
    assert labels.label(ONTARIO.id) == "Ontario"
