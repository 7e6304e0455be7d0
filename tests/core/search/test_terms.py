"""Terms: what a query asks for, thing by thing, and the query without one of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search.parser import parse
from core.search.terms import Term, alone, terms_of, turned, without
from core.search.tree import EVERYTHING, And, Node

TODAY = date(2026, 11, 29)
PIECES = (
    *("tom", "cruise", '"roof of a train"', "person:tom", 'location:"norway, sea"', "-has:moments", "(", ")", "OR"),
    *("AND", "-", "NOT", ",", "with", "within", "5s", "of", "moment:waves", "shot:2020..2021", "duration:<2m"),
    "locaton:x",
)
texts = st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join)
plain = st.lists(
    st.sampled_from(("tom", '"of a train"', "-person:tom", "has:moments", "duration:<2m", "(a OR b)", "-(a b)")),
    max_size=6,
).map(" ".join)


def told(text: str) -> list[tuple[str, str, bool]]:
    return [(term.field.name if term.field else "", term.text, term.negated) for term in terms_of(text)]


def test_fields_tell_their_values_and_words_stay_together() -> None:
    assert told('tom cruise person:"Tom Cruise",anna -loc:norway') == [
        ("", "tom cruise", False),
        ("person", "Tom Cruise, anna", False),
        ("location", "norway", True),
    ]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", []),
        ("a OR b c", ["a OR b c"]),
        ("(a OR b) c", ["(a OR b)", "c"]),
        ("moments: person:tom with moment:waves x", ["person:tom with moment:waves", "x"]),
        ("person:tom within 5s of moment:waves duration:<2m", ["person:tom within 5s of moment:waves", "2m"]),
        ('"a b" c', ['"a b"', "c"]),
        ("NOT a b", ["a", "b"]),
        ("a AND b", ["a", "b"]),
        ("Mission: Impossible", ["Mission: Impossible"]),
        ("(a", ["(a"]),
    ],
)
def test_what_belongs_together_is_one_term(text: str, terms: list[str]) -> None:
    assert [term.text for term in terms_of(text)] == terms


def test_a_term_is_taken_out_turned_round_or_left_alone() -> None:
    text = "moments: a AND person:tom b"
    _, person, words = terms_of(text)
    assert without(text, person) == "moments: a b"
    assert turned(text, person) == "moments: a -person:tom b"
    assert alone(text, person) == "moments: person:tom"
    assert turned("a b -c", terms_of("a b -c")[0]) == "-(a b) -c"
    assert without("a AND b", terms_of("a AND b")[1]) == "a"
    assert words.text == "b"


def test_bare_words_need_no_explaining() -> None:
    assert [term.plain for term in terms_of("tom cruise -norway")] == [True, False]
    assert [term.plain for term in terms_of('"tom cruise" x person:tom')] == [False, True, False]
    assert [term.plain for term in terms_of("a OR b")] == [False]


@given(text=texts | st.text())
def test_any_text_has_terms_that_lie_in_it_in_order(text: str) -> None:
    terms = terms_of(text)
    places = [place for term in terms for place in (term.start, term.head, term.end)]
    assert places == sorted(places)
    assert all(term.start >= 0 and term.end <= len(text) for term in terms)


@given(text=texts)
def test_taking_out_one_term_after_the_other_leaves_nothing_to_ask_for(text: str) -> None:
    while terms := terms_of(text):
        shorter = without(text, terms[0])
        assert len(shorter) < len(text)
        text = shorter
    assert parse(text, TODAY).node == EVERYTHING


def meaning(text: str) -> tuple[Node, ...]:
    node = parse(text, TODAY).node
    return node.parts if isinstance(node, And) else (node,)


@given(text=plain, data=st.data())
def test_the_rest_of_a_query_means_the_same_without_a_term(text: str, data: st.DataObject) -> None:
    terms = terms_of(text)
    if len(terms) < 2:
        return
    out: Term = data.draw(st.sampled_from(terms))
    own = meaning(text[out.start : out.end])
    rest = list(meaning(text))
    for part in own:
        rest.remove(part)
    assert sorted(map(repr, meaning(without(text, out)))) == sorted(map(repr, rest))


@given(text=plain, data=st.data())
def test_a_term_that_is_turned_twice_means_what_it_did(text: str, data: st.DataObject) -> None:
    terms = terms_of(text)
    if not terms:
        return
    place = data.draw(st.integers(0, len(terms) - 1))
    if terms[place].plain and " " in terms[place].text:
        return  # words side by side come back in brackets, which mean the same but are parsed as one
    once = turned(text, terms[place])
    again = turned(once, terms_of(once)[place])
    assert sorted(map(repr, meaning(again))) == sorted(map(repr, meaning(text)))
