from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from core.catalog.vocabulary import Vocabulary
from core.model.clip import Access, Moment, Source, Status
from core.model.ids import MomentId, TagId
from core.model.time import Span
from core.model.vocabulary import Alias, EntryKind
from core.search.parser import parse
from core.search.why import why
from tests.support.model import a_clip, a_tag, an_entry

TODAY = date(2026, 11, 23)
CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise")
MERGED = an_entry(EntryKind.PERSON, "T. C. Mapother", redirect=CRUISE.id)
NORWAY = an_entry(EntryKind.LOCATION, "Norway", aliases=(Alias(text="Norge"),))
HELLESYLT = an_entry(EntryKind.LOCATION, "Hellesylt", parent=NORWAY.id)
RECKONING = an_entry(EntryKind.PRODUCTION, "Mission: Impossible", aliases=(Alias(text="MI7"),))
NAMES = Vocabulary([CRUISE, MERGED, NORWAY, HELLESYLT, RECKONING])
CAPTION = "What a day it was up there, with the whole crew on the Træin roof, holding on to the wires in the wind."
CLIP = a_clip(
    "A001.mov",
    moments=(Moment(id=MomentId("m"), span=Span(Fraction(1), Fraction(2)), label="waves back"),),
    source=Source(caption=CAPTION, handle="@levisham"),
    access=Access(embargo="2030-05", reason="contract"),
    tags=(
        replace(a_tag(CRUISE), id=TagId("1"), moment=MomentId("m")),
        replace(a_tag(HELLESYLT), id=TagId("2"), status=Status.CLAIMED),
        replace(a_tag(RECKONING), id=TagId("3")),
    ),
)


def reasons(text: str) -> list[str]:
    return [reason.sentence for reason in why(CLIP, parse(text, TODAY).node, NAMES)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("location:norway", "location: Norway – lies above Hellesylt, claimed"),
        ("norge", "location: Norge – alias of Norway, which lies above Hellesylt, claimed"),
        ("hellesylt", "location: Hellesylt – claimed"),
        ("mi7", "production: MI7 – alias of Mission: Impossible"),
        ("mapother", "person: T. C. Mapother – leads to Tom Cruise"),
        ("waves", "moment: waves back"),
        ("handle:levi", "shared by: @levisham"),
        ("width:>=1920", "width: 1,920"),
        ("duration:<1m", "duration: 0:10"),
        ("fps:25", "fps: 25"),
        ("added:2026", "added: 2026-11-22"),
        ("status:claimed", "status: claimed – Hellesylt"),
        ("has:moments", "has: moments"),
        ("missing:keyword", "missing: keyword"),
        ("-is:still", "is not: still"),
        ("is:clip", "is: clip"),
        ("is:embargoed", "embargo: until 2030-05 – contract"),
    ],
)
def test_each_part_of_a_query_says_what_answers_it(text: str, sentence: str) -> None:
    assert reasons(text) == [sentence]


def test_all_parts_that_hold_give_their_reasons_in_the_order_of_the_query() -> None:
    assert reasons("mi7 (waves OR absent) -digger") == [
        "production: MI7 – alias of Mission: Impossible",
        "moment: waves back",
    ]


def test_what_does_not_answer_has_no_reason() -> None:
    assert reasons("mi7 absent") == reasons("-waves") == []


def test_a_long_text_is_cut_around_what_was_found_and_that_is_marked() -> None:
    (reason,) = why(CLIP, parse("caption:traein", TODAY).node, NAMES)
    assert reason.text == "…there, with the whole crew on the Træin roof, holding on to the wires in…"
    assert [reason.text[start:end] for start, end in reason.marks] == ["Træin"]


def test_words_are_marked_wherever_they_stand() -> None:
    (reason,) = why(replace(CLIP, name="tom and tomato.mov", files=()), parse("name:tom", TODAY).node, NAMES)
    assert [reason.text[start:end] for start, end in reason.marks] == ["tom", "tomato"]


def test_two_things_near_each_other_say_when() -> None:
    assert reasons("person:tom with moment:waves") == [
        "person: Tom Cruise",
        "moment: waves back",
        "at the same time: 0:01 to 0:02",
    ]
    assert reasons("location:norway within 5s of production:mi7")[-1] == "within 5 s: all of the clip"


def test_a_moment_has_reasons_of_its_own() -> None:
    other = Moment(id=MomentId("n"), span=Span(Fraction(4), Fraction(5)), label="rests")
    clip = replace(CLIP, moments=(*CLIP.moments, other))
    node = parse("tag:tom", TODAY).node
    assert why(clip, node, NAMES, clip.moments[0]) != ()
    assert why(clip, node, NAMES, other) == ()
