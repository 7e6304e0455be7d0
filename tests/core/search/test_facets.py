"""Facets: what clips differ in, and that a count is what its term finds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry
from core.cli.main import main
from core.model.clip import Source, Status
from core.model.ids import TagId
from core.model.media import DateShot, MediaFacts, Precision
from core.model.vocabulary import EntryKind
from core.search import facets as module
from core.search.facets import Facet, terms_in, with_term
from tests.support.archives import make_clips, make_entries
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise")


def shot(year: int, **fields: Any) -> Any:
    return a_clip(date_shot=DateShot(value=f"{year}-05-06", precision=Precision.DAY), **fields)


@pytest.fixture
def filled(archive: Archive) -> Archive:
    alexa = MediaFacts(codec="prores", camera="ALEXA 35")
    said = (replace(a_tag(TOM, status=Status.CLAIMED), id=TagId("1")),)
    archive.catalog.apply(AddEntry(TOM))
    archive.catalog.apply(
        AddClips(
            (
                shot(2019, facts=alexa, source=Source(platform="Instagram")),
                shot(2021, facts=alexa, tags=said),
                shot(2021),
                a_clip("bare.mov"),
            )
        )
    )
    return archive


def told(archive: Archive, text: str = "") -> dict[str, int]:
    facets = archive.facets(text)
    assert facets is not None
    return {value.term: value.count for value in facets.values}


def test_every_facet_tells_its_values_with_what_they_find(filled: Archive) -> None:
    assert told(filled) == {
        "shot:2021": 2,
        "shot:2019": 1,
        'camera:"ALEXA 35"': 2,
        "codec:h264": 2,
        "codec:prores": 2,
        "status:claimed": 1,
        "source:Instagram": 1,
        "looked:none": 4,
    }
    assert told(filled, "codec:prores shot:2021") == {
        "shot:2021": 1, 'camera:"ALEXA 35"': 1, "codec:prores": 1, "status:claimed": 1,
        "looked:none": 1,
    }  # fmt: skip
    assert told(filled, "zzz") == {}
    assert told(filled, "moments: tom") == {}


def test_counts_are_those_of_the_narrowed_search_in_an_archive_of_many(archive: Archive) -> None:
    entries = make_entries(30)
    for entry in entries:
        archive.catalog.apply(AddEntry(entry))
    archive.catalog.apply(AddClips(tuple(make_clips(300, entries))))
    name = f'{entries[0].kind}:"{entries[0].label}"'
    for text in ("", "train", "train OR roof", name, f"{name} status:claimed"):
        facets = archive.facets(text)
        assert facets is not None
        assert {value.facet for value in facets.values} >= {Facet.YEAR, Facet.CODEC, Facet.STATUS}
        for value in facets.values:
            chosen = text if value.term in text else with_term(text, value.term)
            assert len(archive.search(chosen).rows) == value.count, value


def test_values_of_many_clips_are_gathered_from_some_and_years_are_whole(
    filled: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_READ", 1)
    facets = filled.facets("")
    assert facets is not None
    assert (facets.read, facets.found) == (1, 4)
    assert [value.term for value in facets.values if value.facet is Facet.YEAR] == ["shot:2021", "shot:2019"]


def test_nobody_counts_what_nobody_waits_for(filled: Archive) -> None:
    asked: list[int] = []
    assert filled.facets("", lambda: bool(asked.append(1))) is None
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("text", "term", "after"),
    [
        ("", "shot:2021", "shot:2021"),
        ("train shot:2021", "shot:2021", "train"),
        ("train OR boat", "codec:h264", "(train OR boat) codec:h264"),
        ("train|boat", "codec:h264", "(train|boat) codec:h264"),
        ("(train OR boat) codec:h264", "codec:h264", "(train OR boat)"),
        ("moments: train", "codec:h264", "moments: train codec:h264"),
        ('-camera:"ALEXA 35" train', 'camera:"ALEXA 35"', 'train camera:"ALEXA 35"'),
        ("codec:h2645", "codec:h264", "codec:h2645 codec:h264"),
    ],
)
def test_a_term_is_put_in_and_taken_out(text: str, term: str, after: str) -> None:
    assert with_term(text, term) == after


SOME = ["", "train", "a OR b", "(a) OR (b)", "moments: roof", "-x (y z)"]


@given(st.sampled_from(SOME), st.sampled_from(["shot:2021", "codec:av1"]))
def test_a_term_put_in_stands_there_and_out_again_leaves_none(text: str, term: str) -> None:
    once = with_term(text, term)
    values = [module.FacetValue(Facet.YEAR, "", term, 1)]
    assert terms_in(once, values) == {term}
    assert terms_in(with_term(once, term), values) == frozenset()
    assert f"-{term}" in with_term(text, term, exclude=True)


def test_the_command_line_lists_them(filled: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facets", str(filled.folder), "--query", "codec:prores"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split() == ["1", "shot:2021"]
    assert main(["facets", str(filled.folder), "--json"]) == 0
    assert '"term": "codec:prores"' in capsys.readouterr().out
