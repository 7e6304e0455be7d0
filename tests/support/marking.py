"""Sheets of marked clips, and the rates at which they are counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from core.catalog.vocabulary import Vocabulary
from core.export.sheet import Sheet, columns_named, rows_of
from core.model.clip import Clip, Moment, Status
from core.model.ids import MomentId, StillId, TagId
from core.model.media import MediaFacts
from core.model.time import Span
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
HAYLEY = an_entry(EntryKind.PERSON, "Atwell, Hayley | שלום")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
WORDS = Vocabulary([TOM, HAYLEY, NORWAY])

FILM, NTSC, NTSC_60 = Fraction(24000, 1001), Fraction(30000, 1001), Fraction(60000, 1001)
COUNTS = [
    (FILM, False), (Fraction(24), False), (Fraction(25), False), (NTSC, True), (NTSC, False), (Fraction(50), False),
    (NTSC_60, True), (NTSC_60, False),
]  # fmt: skip
"""Rate and drop-frame of what cameras write."""

AWKWARD = ["a|b", "a\tb\r\nc", "-->", "<b>&amp;", "{\\an8}", "  ", "", "\x00\x0b\x85\u2028x", "עברית 🚂", "]]>",
           "\ud800", "* FROM", '"quoted"', "a,b"]  # fmt: skip


class NoStills:
    """Knows of no still."""

    def path(self, still: StillId) -> Path:
        raise AssertionError(f"no format of markers shows a still, but {still} was asked for")


def a_sheet(clips: Iterable[Clip], columns: Sequence[str] = ("id", "title", "people", "notes"), **fields: Any) -> Sheet:
    """Return a sheet of ``clips``."""
    chosen = columns_named(columns)
    rows = rows_of(clips, chosen, WORDS, NoStills())
    given: dict[str, Any] = {"title": "Norway shoot", "made": datetime(2026, 11, 22, tzinfo=UTC)}
    return Sheet(columns=chosen, rows=rows, words=WORDS, stills=NoStills(), **(given | fields))


def a_moment(start: object, end: object, label: str = "a moment", note: str = "", id: str = "m1") -> Moment:  # noqa: A002
    """Return a moment from ``start`` to ``end``, in seconds."""
    return Moment(id=MomentId(id), span=Span(Fraction(str(start)), Fraction(str(end))), label=label, note=note)


def some_facts(rate: Fraction | None = Fraction(25), seconds: object = 600, **fields: Any) -> MediaFacts:
    """Return the facts of an HD clip with two channels of sound."""
    given: dict[str, Any] = {
        "duration": Fraction(str(seconds)), "frame_rate": rate, "width": 1920, "height": 1080, "audio_channels": 2,
        "audio_rate": 48000,
    }  # fmt: skip
    return MediaFacts(**(given | fields))


def a_told_clip(**fields: Any) -> Clip:
    """Return a clip of which facts and doubts are told, of the whole and of two moments that overlap."""
    moments = (a_moment(6, 9, "waves back", id="m2"), a_moment("2.5", "6.4", "tunnel", "camera shakes", id="m1"))
    tags = (
        a_tag(NORWAY, id=TagId("t1")),
        a_tag(TOM, id=TagId("t2"), moment=MomentId("m1")),
        a_tag(HAYLEY, id=TagId("t3"), moment=MomentId("m2"), status=Status.CLAIMED, said_by="@fan"),
        a_tag(TOM, id=TagId("t4"), moment=MomentId("m2"), status=Status.REFUTED, said_by="@liar"),
    )
    facts = some_facts(seconds=10, start_timecode="10:00:00:00", reel="A001C002")
    return a_clip("train_roof.mov", **({"moments": moments, "tags": tags, "facts": facts} | fields))


@st.composite
def counted_clips(draw: st.DrawFn) -> tuple[Clip, Fraction, list[tuple[int, int]]]:
    """Draw a clip, its rate, and the first frame and number of frames of each of its moments."""
    rate, drop = draw(st.sampled_from(COUNTS))
    minute = draw(st.integers(0, 23 * 60))
    start = f"{minute // 60:02}:{minute % 60:02}:{draw(st.integers(1, 59)):02}{';' if drop else ':'}00"
    stretch = st.tuples(st.integers(0, 100_000), st.integers(1, 5_000))
    stretches = sorted(draw(st.lists(stretch, min_size=1, max_size=4)), key=lambda each: (each[0], -each[1]))
    moments = tuple(
        Moment(id=MomentId(f"m{number}"), span=Span(first / rate, (first + count) / rate), label=f"moment {number}")
        for number, (first, count) in enumerate(stretches)
    )
    return a_clip(moments=moments, facts=some_facts(rate, 6000, start_timecode=start)), rate, stretches
