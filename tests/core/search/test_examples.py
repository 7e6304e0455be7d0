"""Each thing the documents promise a search finds, asked of an index over one small archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from core.catalog.vocabulary import Vocabulary
from core.model.clip import Access, Clip, Source, Status
from core.model.ids import StillId, TagId
from core.model.media import DateShot, Keyframe, MediaFacts, Precision
from core.model.vocabulary import Alias, Entry, EntryKind
from core.search.finding import Finder
from core.storage.sqlite_index import open_index
from tests.support.model import a_clip, a_tag, an_entry

TODAY = date(2026, 11, 22)
CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise", aliases=(Alias(text="Thomas Mapother"),))
MERGED = an_entry(EntryKind.PERSON, "T. Cruize", redirect=CRUISE.id)
ATWELL = an_entry(EntryKind.PERSON, "Hayley Atwell")
NORWAY = an_entry(EntryKind.LOCATION, "Norway", aliases=(Alias(text="Norge", language="no"),))
STRANDA = an_entry(EntryKind.LOCATION, "Stranda", parent=NORWAY.id)
HELLESYLT = an_entry(EntryKind.LOCATION, "Hellesylt", parent=STRANDA.id)
TO_COME = an_entry(EntryKind.PRODUCTION, "Digger", released="2027-10-02")
RELEASED = an_entry(EntryKind.PRODUCTION, "Fallout", released="2018-07-27")
UNDATED = an_entry(EntryKind.PRODUCTION, "Untitled")
ENTRIES = [CRUISE, MERGED, ATWELL, NORWAY, STRANDA, HELLESYLT, TO_COME, RELEASED, UNDATED]
FRAME = Keyframe(time=Fraction(0), still=StillId("0"), width=1, height=1, reason="shot", sharpness=0.5, fingerprint="")


def dated(value: str) -> DateShot:
    return DateShot(value=value, precision=Precision.YEAR if len(value) == 4 else Precision.DAY)


ROOF = a_clip(
    "roof",
    tags=(replace(a_tag(MERGED), id=TagId("1")), replace(a_tag(HELLESYLT, status=Status.DISPUTED), id=TagId("2"))),
    date_shot=dated("1996"),
    facts=MediaFacts(codec="hevc", width=3840, height=2160, camera="Apple iPhone 15 Pro"),
    source=Source(platform="instagram"),
    rating=4,
    keyframes=(FRAME,),
)
STAGE = a_clip("stage", tags=(replace(a_tag(ATWELL), id=TagId("1")),), date_shot=dated("2021-06-15"), rating=2,
               added="2026-11-21T10:00:00+00:00")  # fmt: skip
BARE = a_clip("bare", added="2025-01-01T10:00:00+00:00", facts=MediaFacts(codec="h264", width=1280, height=720))


def held(name: str, *productions: Entry) -> Clip:
    tags = tuple(replace(a_tag(entry), id=TagId(str(n))) for n, entry in enumerate(productions))
    return a_clip(name, tags=tags, access=Access(until_release=True), added="2025-01-01T10:00:00+00:00")


CLIPS = [ROOF, STAGE, BARE, held("to come", TO_COME, RELEASED), held("undated", UNDATED), held("out", RELEASED),
         held("of none", CRUISE)]  # fmt: skip


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    index = open_index(tmp_path_factory.mktemp("index") / "index.db")
    index.rebuild(1, CLIPS, ENTRIES)
    by_id = {clip.id: clip for clip in CLIPS}
    yield Finder(index, by_id.get, Vocabulary(ENTRIES))
    index.close()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("location:norway", "roof"),
        ("location:norge", "roof"),
        ("norway", "roof"),
        ('person:"tom cruise" roof', "roof"),
        ('person:"thomas mapother" roof', "roof"),
        ('person:"t. cruize" roof', "roof"),
        ("status:disputed", "roof"),
        ("is:disputed", "roof"),
        ("location:norway status:disputed", "roof"),
        ("location:norway status:confirmed", ""),
        ("is:untagged", "bare"),
        ("missing:source rating:2", "stage"),
        ("has:stills", "roof"),
        ("missing:stills is:untagged", "bare"),
        ("added:today", "roof"),
        ("added:yesterday", "stage"),
        ("shot:1990s", "roof"),
        ("shot:1990s..2021", "roof|stage"),
        ("width:>=3840", "roof"),
        ("codec:hevc", "roof"),
        ('camera:"iphone"', "roof"),
        ("rating:>=3", "roof"),
        ("rating:2..4", "roof|stage"),
        ("person:mapother,atwell -production:x missing:production shot:1990..2030", "roof|stage"),
        ("codec:hevc,h264 is:untagged", "bare"),
        ("is:embargoed", "of none|to come|undated"),
        ("is:embargoed production:digger", "to come"),
        ("production:fallout -is:embargoed", "out"),
        ("hailey atwel", "stage"),
        ("hailey location:norwya", ""),
        ("tom cruze 1996", ""),
    ],
)
def test_what_the_documents_promise_is_found(finder: Finder, text: str, names: str) -> None:
    found = finder.search_forgiving(text, TODAY)
    assert found.query.errors == ()
    by_id = {clip.id: clip.name for clip in CLIPS}
    shown = {by_id[clip] for clip in finder._index.clip_ids(found.rows)}
    assert shown == set(filter(None, names.split("|")))


def test_an_embargo_ends_with_the_release(finder: Finder) -> None:
    day_before, day = date(2027, 10, 1), date(2027, 10, 2)
    assert finder.search("is:embargoed production:digger", day_before).rows
    assert not finder.search("is:embargoed production:digger", day).rows
