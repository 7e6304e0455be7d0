"""Names in the palette."""

from __future__ import annotations

from core.model.vocabulary import EntryKind
from core.search.ranking import ByUse
from gui.palette import Names
from tests.support.model import an_entry

TOM, TIM = an_entry(EntryKind.PERSON, "Tom Cruise"), an_entry(EntryKind.PERSON, "Tim Curry")
TRONDHEIM = an_entry(EntryKind.LOCATION, "Trondheim Central")
KNOWN = Names(ByUse((TOM, TIM, TRONDHEIM), {TIM.id: 9, TOM.id: 1, TRONDHEIM.id: 5}))


def labels(text: str, *kinds: EntryKind, limit: int = 12) -> list[str]:
    return [match.entry.label for match in KNOWN.find(text, kinds or tuple(EntryKind), limit).names]


def test_names_that_begin_so_come_first_by_use() -> None:
    assert labels("t") == ["Tim Curry", "Trondheim Central", "Tom Cruise"]


def test_letters_scattered_over_a_name_find_it_where_nothing_begins_so() -> None:
    assert labels("tmcr") == ["Tom Cruise", "Tim Curry", "Trondheim Central"]
    assert labels("tmcrs") == ["Tom Cruise"]


def test_a_kind_narrows_both() -> None:
    assert labels("t", EntryKind.LOCATION) == ["Trondheim Central"]
    assert labels("trctl", EntryKind.LOCATION) == ["Trondheim Central"]
    assert labels("trctl", EntryKind.PERSON) == []


def test_no_more_than_asked_for() -> None:
    assert labels("t", limit=1) == ["Tim Curry"]


def test_names_in_many_blocks_are_told_apart() -> None:
    many = [an_entry(EntryKind.KEYWORD, f"prop {number:04}") for number in range(2_500)]
    found = Names(ByUse(many, {})).find("pp2499").names
    assert [match.entry.label for match in found] == ["prop 2499"]
