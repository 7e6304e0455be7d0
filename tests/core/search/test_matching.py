from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from core.catalog.vocabulary import Vocabulary
from core.model.clip import Access, Clip, Link, LinkKind, Moment, Source, Status
from core.model.ids import ClipId, MomentId, TagId
from core.model.media import DateShot, MediaFacts, MediaFile, Precision
from core.model.time import Span
from core.model.vocabulary import Alias, EntryKind
from core.search.matching import matches
from core.search.parser import parse
from core.search.resolve import resolve
from core.search.tree import Named
from tests.support.model import a_clip, a_tag, an_entry

TODAY = date(2026, 11, 23)
CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise", aliases=(Alias(text="Thomas Mapother"),))
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
RAUMA = an_entry(EntryKind.LOCATION, "Rauma", parent=NORWAY.id)
RECKONING = an_entry(
    EntryKind.PRODUCTION,
    "Mission: Impossible – Dead Reckoning Part One",
    aliases=(Alias(text="Mission: Impossible 7"),),
)
MERGED = an_entry(EntryKind.PERSON, "T. Cruise", redirect=CRUISE.id)
NAMES = Vocabulary([CRUISE, NORWAY, RAUMA, RECKONING, MERGED])
CLIP = a_clip(
    "Train roof",
    files=(MediaFile(path="/shoot/day 3/A001_C002.mov", size=12_000_000),),
    notes="He waves.",
    moments=(Moment(id=MomentId("m"), span=Span(Fraction(1), Fraction(2)), label="waves back", note="to the crew"),),
    source=Source(platform="instagram", handle="@levisham.watch", caption="What a day", url="https://x.org/7"),
    tags=tuple(
        replace(a_tag(entry), id=TagId(f"t{number}")) for number, entry in enumerate((CRUISE, RAUMA, RECKONING))
    ),
    date_shot=DateShot(value="2020-09", precision=Precision.MONTH),
)


def finds(text: str, clip: Clip = CLIP) -> bool:
    query = parse(text, TODAY)
    assert query.errors == ()
    return matches(resolve(query.node, NAMES), clip)


@pytest.mark.parametrize(
    "text",
    [
        "tom cruise norway",
        'person:"tom cruise" location:norway -production:digger',
        'production:"mission impossible 7"',
        'person:"thomas mapother"',
        "person:t",
        "waves crew",
        '"waves back"',
        "a001 train",
        "levisham",
        "handle:levisham",
        "source:instagram",
        'path:"day 3"',
        "caption:day",
        "tag:rauma",
        "shown:norway",
        "has:moments missing:date,keyword",
        "shot:2020",
        "shot:2020-09",
        "shot:2020..2021",
        "after:2020-09",
        "before:2020-10",
        "duration:10s",
        "fps:25",
        "size:12MB",
        "width:1920",
        "rating:0",
        "codec:h264",
        "is:clip",
        "status:confirmed person:cruise",
    ],
)
def test_found(text: str) -> None:
    assert finds(text)


@pytest.mark.parametrize(
    "text",
    [
        "ruise",
        '"roof train"',
        '"wav back"',
        '"waves back to"',  # the label and the note of a moment are two texts
        "instagram",
        "person:norway",
        "shotin:norway",
        "shot:2020-09-15",  # known to the month only: nobody knows whether it was that day
        "after:2020-09-02",
        "before:2020-09",
        "status:disputed",
        "status:disputed person:cruise",
        "is:untagged",
        "has:person -person:cruise",
    ],
)
def test_not_found(text: str) -> None:
    assert not finds(text)


def test_a_refuted_tag_counts_only_where_it_is_asked_for() -> None:
    clip = replace(CLIP, tags=(replace(CLIP.tags[0], status=Status.REFUTED),))
    assert not finds("cruise", clip)
    assert not finds("person:cruise", clip)
    assert not finds("has:person", clip)
    assert finds("is:untagged", clip)
    assert finds("person:cruise status:refuted", clip)


def test_a_tag_of_a_merged_entry_is_found_under_the_other() -> None:
    clip = a_clip(tags=(a_tag(MERGED),))
    assert finds('person:"tom cruise"', clip)
    assert finds('person:"t cruise"', CLIP)


@pytest.mark.parametrize(
    ("embargo", "held"),
    [("", False), ("2026-11-23", False), ("2026-11-24", True), ("2026-11", True), ("2025", False), ("soon", True)],
)
def test_an_embargo_holds_until_its_last_day(embargo: str, held: bool) -> None:
    assert finds("is:embargoed", a_clip(access=Access(embargo=embargo))) == held


def test_what_is_not_known_is_neither_small_nor_large() -> None:
    clip = a_clip(facts=MediaFacts(), date_shot=None)
    assert not any(finds(text, clip) for text in ("duration:<1h", "duration:>=0", "width:<9", "fps:<99", "shot:1000.."))
    assert finds("-duration:<1h", clip)


def test_a_portrait_picture_is_vertical() -> None:
    assert finds("is:vertical", a_clip(facts=MediaFacts(width=1080, height=1920)))
    assert not finds("is:vertical")


def test_a_name_has_no_meaning_before_it_is_resolved() -> None:
    with pytest.raises(TypeError, match="resolve"):
        matches(Named(None, ("tom",)), CLIP)


@pytest.mark.parametrize(
    ("link", "copy", "suspected"),
    [
        (Link(other=ClipId("1"), kind=LinkKind.EXCERPT_OF), True, False),
        (Link(other=ClipId("1"), kind=LinkKind.SAME_AS, suspected=True), True, True),
        (Link(other=ClipId("1"), kind=LinkKind.SAME_EVENT), False, False),
        (Link(other=ClipId("1"), kind=LinkKind.NOT_A_DUPLICATE), False, False),
    ],
)
def test_a_copy_is_what_is_said_or_suspected_to_be_one(link: Link, copy: bool, suspected: bool) -> None:
    clip = a_clip(links=(link,))
    assert (finds("is:copy", clip), finds("is:suspected", clip)) == (copy, suspected)
