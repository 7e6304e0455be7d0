from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from core.catalog.vocabulary import Vocabulary
from core.model.clip import Source
from core.model.vocabulary import Alias, EntryKind
from core.search.finding import Finder
from core.search.meant import MOST_DOUBTED, Meant
from core.storage.sqlite_index import open_index
from tests.support.model import a_clip, a_tag, an_entry

TODAY = date(2026, 11, 23)
ATWELL = an_entry(EntryKind.PERSON, "Hayley Atwell")
CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise")
UNUSED = an_entry(EntryKind.PERSON, "Sandra Hüller")
NORWAY = an_entry(EntryKind.LOCATION, "Norway", aliases=(Alias(text="Noreg"),))
ENTRIES = [ATWELL, CRUISE, UNUSED, NORWAY]
CLIPS = [
    a_clip("train.mov", tags=(a_tag(ATWELL), a_tag(NORWAY)), source=Source(caption="a train in the valley")),
    a_clip("boat.mov", tags=(a_tag(CRUISE),)),
]


@pytest.fixture
def finder(tmp_path: Path) -> Iterator[Finder]:
    index = open_index(tmp_path / "index.db")
    index.rebuild(1, CLIPS, ENTRIES)
    yield Finder(index, {clip.id: clip for clip in CLIPS}.get, Vocabulary(ENTRIES))
    index.close()


@pytest.mark.parametrize(
    ("text", "corrected", "names"),
    [
        ("hailey atwel", '"Hayley Atwell"', ("Hayley Atwell",)),
        ("train hailey atwel", 'train "Hayley Atwell"', ("Hayley Atwell",)),
        ('person:"hailey atwel"', 'person:"Hayley Atwell"', ("Hayley Atwell",)),
        ("tom cruize", '"Tom Cruise"', ("Tom Cruise",)),
        ("tom cruze", '"Tom Cruise"', ("Tom Cruise",)),
        ("cruze tom", '"Tom Cruise"', ("Tom Cruise",)),
        ("location:norwya train", "location:Norway train", ("Norway",)),
        ("hailey norwya", '"Hayley Atwell" Norway', ("Hayley Atwell", "Norway")),
        ("train -boat atwelk", 'train -boat "Hayley Atwell"', ("Hayley Atwell",)),
        ("(hailey OR x) norway", '("Hayley Atwell" OR x) norway', ("Hayley Atwell",)),
    ],
)
def test_slips_in_names_are_put_right_where_something_is_found_then(
    finder: Finder, text: str, corrected: str, names: tuple[str, ...]
) -> None:
    found = finder.meant(text, TODAY)
    assert found is not None
    assert (found.text, found.names) == (corrected, names)
    assert finder.search(found.text, TODAY).rows


@pytest.mark.parametrize(
    "text",
    [
        "hayley",  # is found
        "person:atwel,cruse",  # a name may be just begun: is found
        "hayley boat",  # each word is found, never both: no slip
        "sandra huler",  # is a name, but no clip carries it
        "zzzzzz",
        "tom zzzzzz",  # nobody of that name is near
        "cruze",  # too far off to stand alone
        "",
        "-hailey",
        "missing:date rating:5",
        " ".join(["hailey"] * (MOST_DOUBTED + 1)),
    ],
)
def test_where_nothing_near_would_find_anything_nothing_is_meant(finder: Finder, text: str) -> None:
    assert finder.meant(text, TODAY) is None


def test_a_forgiving_search_shows_what_was_meant_and_says_so(finder: Finder) -> None:
    found = finder.search_forgiving("hailey atwel", TODAY)
    assert len(found.rows) == 1
    assert found.meant == Meant("hailey atwel", ("Hayley Atwell",), '"Hayley Atwell"')
    assert finder.search("hailey atwel", TODAY).rows == finder.search("zzzzzz", TODAY).rows
    assert finder.search_forgiving("hayley", TODAY).meant is None
    assert finder.search_forgiving("persn:hailey atwel", TODAY).meant is None


def test_a_query_for_moments_stays_one(finder: Finder) -> None:
    found = finder.meant("moments: hailey", TODAY)
    assert found is not None
    assert found.text == 'moments: "Hayley Atwell"'


def test_a_name_is_looked_up_once_for_each_word_that_finds_nothing(
    finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    find = finder._index.find
    monkeypatch.setattr(finder._index, "find", lambda node, *order: asked.append(node) or find(node, *order))
    assert finder.meant("hailey atwel train boat", TODAY) is None
    assert len(asked) <= 6
