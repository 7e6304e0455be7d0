"""A clip of which everything is said, in awkward words."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from core.catalog.vocabulary import Vocabulary
from core.export.columns import DEFAULT_COLUMNS
from core.export.sheet import Sheet, columns_named, rows_of
from core.model.clip import Access, Clip, Moment, Rights, Role, Source, Status
from core.model.ids import MomentId, StillId
from core.model.media import DateShot, GeoPoint, MediaFacts, Precision
from core.model.time import Span
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise", external_ids={"imdb": "nm0000129", "wikidata": "Q37079"})
HAYLEY = an_entry(EntryKind.PERSON, "Hayley Atwell")
REFUTED = an_entry(EntryKind.PERSON, "Somebody Else")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
CLIFF = an_entry(EntryKind.LOCATION, "Helsetkopen", parent=NORWAY.id, external_ids={"geonames": "3151980"})
FILM = an_entry(EntryKind.PRODUCTION, "Mission: Impossible", external_ids={"imdb": "tt9603212"})
JUMP = an_entry(EntryKind.KEYWORD, "motorcycle <&> jump")
WORDS = Vocabulary([TOM, HAYLEY, REFUTED, NORWAY, CLIFF, FILM, JUMP])
MOMENT = MomentId("0192f0c1000070008000000000000001")


def a_full_clip(name: str = "jump.mov", **fields: Any) -> Clip:
    """Return a clip with tags of every standing, a moment, an origin, rights and an embargo that is over."""
    given: dict[str, Any] = {
        "tags": (
            a_tag(TOM, id="1", moment=MOMENT),
            a_tag(CLIFF, id="2"),
            a_tag(CLIFF, id="3", role=Role.LOCATION_SHOT),
            a_tag(FILM, id="4"),
            a_tag(JUMP, id="5"),
            a_tag(HAYLEY, id="6", status=Status.CLAIMED, said_by="@fan", verbatim="is that Hayley?"),
            a_tag(REFUTED, id="7", status=Status.REFUTED),
        ),
        "moments": (
            Moment(id=MOMENT, span=Span(Fraction(2), Fraction(4)), label="the jump", note="off the ramp"),
            Moment(id=MomentId("other"), span=Span(Fraction(1, 25), Fraction(1)), label="rev \x01 & go"),
        ),
        "notes": 'He jumps.\nTwice & "so" <b>\ud800',
        "rating": 4,
        "source": Source(
            platform="X",
            url="https://x.example/a/status/1?a=1&b=2",
            post_id="1302669612345689600",
            handle="@fan",
            posted="2020-09-06",
            caption="wow 🚂 עברית",
            credit="A Fan",
        ),
        "access": Access(embargo="2020-10-01", reason="marketing"),
        "rights": Rights(
            statement="http://rightsstatements.org/vocab/InC/1.0/", holder="Paramount", note="All rights reserved"
        ),
        "date_shot": DateShot(
            value="2020-09-06T14:22:05", precision=Precision.SECOND, zone="+02:00", said_by="Keys:CreationDate"
        ),
        "place": GeoPoint(latitude=62.5675, longitude=-7.687, altitude=200.5),
        "facts": MediaFacts(
            container="mov",
            codec="h264",
            width=1920,
            height=1080,
            duration=Fraction(1001, 100),
            frame_rate=Fraction(25),
            camera="Apple iPhone 11",
            start_timecode="01:00:00:00",
            reel="A001",
        ),
    }
    return a_clip(name, **(given | fields))


class NoStills:
    """Stills that are nowhere."""

    def path(self, still: StillId) -> Path:
        return Path("nowhere", still)


def a_sheet(*clips: Clip, words: Vocabulary = WORDS, notice: str = "") -> Sheet:
    """Return a sheet of ``clips``, made on 23 November 2026."""
    columns = columns_named(DEFAULT_COLUMNS)
    rows = rows_of(clips, columns, words, NoStills())
    return Sheet("Norway shoot", columns, rows, words, NoStills(), datetime(2026, 11, 23, tzinfo=UTC), notice)
