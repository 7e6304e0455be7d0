from __future__ import annotations

import pytest

from core.catalog.vocabulary import Vocabulary
from core.model.vocabulary import Alias, EntryKind
from core.search.suggest import Completion, complete, quoted
from tests.support.model import an_entry

CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise", aliases=(Alias(text="Thomas Mapother"),))
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
NAMES = Vocabulary([CRUISE, NORWAY, an_entry(EntryKind.KEYWORD, "tomato")])


def offered(text: str, cursor: int | None = None) -> list[Completion]:
    return complete(text, len(text) if cursor is None else cursor, NAMES)


def inserted(text: str, cursor: int | None = None) -> list[str]:
    """The texts that taking each offer would make of ``text``."""
    return [text[: one.start] + one.text_to_insert + text[one.end :] for one in offered(text, cursor)]


def test_a_field_is_completed_by_its_name_or_another_of_its_names() -> None:
    assert inserted("train per") == ["train person:"]
    assert "production:" in inserted("fil")


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("has:mo", "has:moments"),
        ("missing:loc", "missing:location"),
        ("is:v", "is:vertical"),
        ("status:co", "status:confirmed"),
    ],
)
def test_values_that_can_be_listed_are_completed(text: str, completed: str) -> None:
    assert inserted(text) == [completed]


def test_the_switch_for_moments_is_offered_in_front_and_does_not_stand_in_the_way() -> None:
    assert inserted("mom") == ["moments: ", "moment:"]
    assert inserted("train mom") == ["train moment:"]
    assert inserted("moments: person:to") == ['moments: person:"Tom Cruise" ']
    assert inserted("moments: norw") == ["moments: location:Norway "]


def test_names_are_completed_within_their_field_and_quoted_where_they_must_be() -> None:
    assert inserted("person:to") == ['person:"Tom Cruise" ']
    assert inserted('person:"tom c') == ['person:"Tom Cruise" ']
    assert inserted("location:no") == ["location:Norway "]
    assert inserted("person:no") == []


def test_every_value_after_a_comma_is_completed_by_itself() -> None:
    assert inserted('person:"Tom Cruise",to') == ['person:"Tom Cruise","Tom Cruise" ']


def test_a_bare_word_offers_the_names_it_begins_with_their_field() -> None:
    assert inserted("tom") == ['person:"Tom Cruise" ', "keyword:tomato "]


def test_an_alias_says_which_name_was_meant() -> None:
    (found,) = offered("person:mapo")
    assert found.shown == "Tom Cruise"
    assert found.detail == "person · Thomas Mapother"


def test_completion_takes_the_part_under_the_cursor() -> None:
    assert inserted("perso:x train", 3)[0] == "person:x train"
    assert inserted("person:tom -has:x", 10) == ['person:"Tom Cruise"  -has:x']


def test_before_a_word_nothing_is_offered() -> None:
    assert offered("tom", 0) == []


@pytest.mark.parametrize("text", ["", "train ", "(", "train OR", "nofield:x"])
def test_where_nothing_is_begun_nothing_is_offered(text: str) -> None:
    assert offered(text) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Norway", "Norway"),
        ("Tom Cruise", '"Tom Cruise"'),
        ("b-roll", "b-roll"),
        ("-roll", '"-roll"'),
        ("a,b", '"a,b"'),
        ('6" gun', '"6  gun"'),
        ("R2:D2", "R2:D2"),
    ],
)
def test_names_are_quoted_so_that_they_find_themselves(name: str, value: str) -> None:
    assert quoted(name) == value
