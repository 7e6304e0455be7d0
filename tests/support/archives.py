"""Made-up archives, the same for the same seed: small and odd for property tests, large and skewed for benchmarks."""

from __future__ import annotations

import hashlib
import random
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import accumulate

from core.model.clip import Access, Clip, Link, LinkKind, Moment, Role, Source, Status, Tag
from core.model.ids import ClipId, EntryId, MomentId, StillId, TagId, new_id
from core.model.media import DateShot, GeoPoint, Keyframe, MediaFacts, MediaFile, MediaKind, Precision
from core.model.time import Span
from core.model.vocabulary import Alias, Entry, EntryKind


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST_NAMES = _words(
    "Tom Hayley Rebecca Simon Ving Sandra Alejandro Sofía Chloé Zoë Björn Søren Åsa María Łukasz Jürgen Émile"
)
LAST_NAMES = _words(
    "Cruise Atwell Ferguson Pegg O'Brien Hüller Iñárritu García Núñez Müller Sørensen Škoda Dvořák Nowak Sato Kim"
)
PLACES = _words(
    "Norway Rauma Hellesylt Oslo Tromsø København Zürich Kraków Łódź Praha Cádiz Reykjavík Paris Levisham London"
)
SPOTS = _words(
    "station tunnel bridge quarry studio stage backlot rooftop harbour pier airfield street market valley fjord lake"
)
TITLES = _words(
    "Grand Midnight Silent Broken Golden Northern Last Hidden Frozen Iron Glass Digger Velvet Wild Secret Dark"
)
THINGS = _words(
    "Express Horizon Reckoning Protocol Nation Fallout Empire Summer River Mountain Machine Promise Shadow Storm"
)
KEYWORDS = _words("stunt interview blooper drone b-roll making-of premiere rehearsal fan-footage wire-work")
WORDS = _words(
    "train roof harness wire actor waves back crew camera crane drone helicopter rehearsal take slate clapper director "
    "monitor lighting gaffer grip dolly track steadicam stunt double fight jump fall ramp explosion smoke rain machine "
    "green screen costume makeup prop motorcycle car chase boat tunnel bridge passing driver phone vertical shaky "
    "caption shared viral fan street extras crowd laughing interview scenes blooper wide close handheld slow motion "
    "sunrise overcast snow wind valley river platform locomotive steam whistle brake coupling feet cable safety"
)
CODECS = ("h264", "hevc", "prores", "av1", "vp9")
CAMERAS = ("", "iPhone 15 Pro", "ALEXA 35", "Sony FX6", "DJI Mavic 3")
RATES = (Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(50))
EMBARGOES = ("", "", "", "2024", "2030-05", "2027-01-31", "spring")
EPOCH = datetime(2014, 1, 1)

Text = Callable[[int], str]
"""Returns so many words."""

_ROLES = {
    EntryKind.PERSON: (Role.PERSON_SHOWN,),
    EntryKind.LOCATION: (Role.LOCATION_SHOWN, Role.LOCATION_SHOT),
    EntryKind.PRODUCTION: (Role.PRODUCTION,),
    EntryKind.KEYWORD: (Role.KEYWORD,),
}
_SYLLABLES = tuple(first + second for first in "bcdfghklmnprstvw" for second in "aeiouéøü")
_CUT = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10, Precision.MINUTE: 16, Precision.SECOND: 19}


class Skewed:
    """Draws the first things of a row far more often than the last (Zipf's law, with Mandelbrot's offset)."""

    def __init__(self, length: int, offset: int = 0) -> None:
        self._sums = list(accumulate((rank + 1 + offset) ** -1.05 for rank in range(length)))

    def draw(self, chance: random.Random) -> int:
        return bisect(self._sums, chance.random() * self._sums[-1])


def _id(chance: random.Random, number: int) -> str:
    """Return an id that comes after those of smaller numbers, the same for the same seed."""
    return f"{new_id(number)[:16]}{chance.getrandbits(64):016x}"


def make_entries(count: int, seed: int = 1) -> list[Entry]:
    """Return ``count`` entries: seven people to two locations and one production, and ten keywords at most."""
    chance = random.Random(seed)
    kinds = chance.choices((EntryKind.PERSON, EntryKind.LOCATION, EntryKind.PRODUCTION), (7, 2, 1), k=count)
    kinds[-min(len(KEYWORDS), count // 4) :] = [EntryKind.KEYWORD] * min(len(KEYWORDS), count // 4)
    entries: list[Entry] = []
    for number, kind in enumerate(kinds):
        same = [entry.id for entry in entries[-200:] if entry.kind is kind]
        entries.append(
            Entry(
                id=EntryId(_id(chance, number)),
                kind=kind,
                label=_entry_name(chance, kind),
                aliases=tuple(Alias(text=_entry_name(chance, kind)) for _ in range(chance.choice((0, 0, 1, 2)))),
                parent=chance.choice(same) if kind is EntryKind.LOCATION and same and chance.random() < 0.4 else None,
                redirect=chance.choice(same) if same and chance.random() < 0.03 else None,
            )
        )
    return entries


def _entry_name(chance: random.Random, kind: EntryKind) -> str:
    match kind:
        case EntryKind.PERSON:
            return f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}"
        case EntryKind.LOCATION:
            return chance.choice(PLACES) + (f" {chance.choice(SPOTS)}" if chance.random() < 0.6 else "")
        case EntryKind.PRODUCTION:
            return f"{chance.choice(TITLES)} {chance.choice(THINGS)} {chance.choice(('', '', '2', '7'))}".strip()
        case EntryKind.KEYWORD:
            return chance.choice(KEYWORDS)


class Writer:
    """Writes texts: ``vocabulary`` different words, the first of them far more often than the last."""

    def __init__(self, chance: random.Random, vocabulary: int) -> None:
        made_up = random.Random(7)
        more = ("".join(made_up.choices(_SYLLABLES, k=made_up.randint(2, 4))) for _ in range(vocabulary - len(WORDS)))
        self._words = (*WORDS, *more)
        self._skewed = Skewed(len(self._words), offset=8)
        self._chance = chance

    def text(self, length: int) -> str:
        return " ".join(self._words[self._skewed.draw(self._chance)] for _ in range(length))


def make_clips(count: int, entries: Sequence[Entry], seed: int = 1, vocabulary: int = len(WORDS)) -> Iterator[Clip]:
    """Yield ``count`` clips in the order of their ids, each about 4 KB as a record, with skewed words and tags."""
    chance = random.Random(seed)
    writer = Writer(chance, vocabulary)
    skewed = Skewed(len(entries)) if entries else None
    for number in range(count):
        yield _clip(chance, number, writer.text, lambda moments: tuple(_tags(chance, entries, skewed, moments)))


def _clip(chance: random.Random, number: int, text: Text, tags: Callable[[Sequence[Moment]], tuple[Tag, ...]]) -> Clip:
    shot = EPOCH + timedelta(seconds=chance.randrange(12 * 365 * 86_400))
    added = shot + timedelta(seconds=chance.randrange(400 * 86_400))
    name = f"{text(1)}_{chance.choice('ABC')}{chance.randrange(1, 999):03d}_{shot:%Y%m%d}_{number:07d}"
    duration = Fraction(chance.randrange(500, 600_000), 1000)
    width, height = chance.choice(((1920, 1080), (3840, 2160), (1080, 1920)))
    moments = tuple(_moment(chance, place, duration, text) for place in range(chance.choice((0, 1, 1, 2, 3))))
    keyframes = tuple(_keyframe(chance, duration * place / 10, width, height) for place in range(10))
    return Clip(
        id=ClipId(_id(chance, number)),
        name=name,
        kind=chance.choices(tuple(MediaKind), (90, 8, 2))[0],
        files=(_file(chance, f"/footage/{text(1)}/{shot:%Y}/{name}.{chance.choice(('mov', 'mp4', 'MXF'))}"),),
        added=f"{added.isoformat()}+00:00",
        facts=_facts(chance, duration, width, height),
        date_shot=_date_shot(chance, shot),
        place=GeoPoint(latitude=62.5, longitude=7.7) if chance.random() < 0.2 else None,
        keyframes=keyframes,
        poster=keyframes[0].still,
        source=_source(chance, text),
        access=Access(sensitive=chance.random() < 0.05, embargo=chance.choice(EMBARGOES)),
        tags=tags(moments),
        moments=moments,
        notes=text(chance.choice((0, 0, 12, 30))),
        rating=chance.choice((0, 0, 0, 1, 2, 3, 4, 5)),
        links=_links(number),
        revision=number,
    )


def _links(number: int) -> tuple[Link, ...]:
    """Return what a few clips are said or suspected to be of a clip before them."""
    said = {3: (LinkKind.SAME_AS, True), 7: (LinkKind.EXCERPT_OF, False), 11: (LinkKind.NOT_A_DUPLICATE, False),
            13: (LinkKind.SAME_EVENT, False)}.get(number % 16)  # fmt: skip
    return (Link(other=ClipId(f"{number - 1:032x}"), kind=said[0], suspected=said[1]),) if said else ()


def _facts(chance: random.Random, duration: Fraction, width: int, height: int) -> MediaFacts:
    return MediaFacts(
        codec=chance.choice(CODECS),
        container="mov",
        width=width,
        height=height,
        duration=chance.choice((duration, duration, None)),
        frame_rate=chance.choice(RATES),
        audio_codec=chance.choice(("aac", "")),
        camera=chance.choice(CAMERAS),
    )


def _file(chance: random.Random, path: str) -> MediaFile:
    size = chance.randrange(1_000_000, 4_000_000_000)
    return MediaFile(path=path, size=size, mtime_ns=chance.getrandbits(60), quick_hash=f"{chance.getrandbits(64):016x}")


def _moment(chance: random.Random, place: int, duration: Fraction, text: Text) -> Moment:
    start = duration * chance.randrange(80) / 100
    return Moment(id=MomentId(f"{place:032x}"), span=Span(start, start + duration / 10), label=text(3), note=text(8))


def _keyframe(chance: random.Random, time: Fraction, width: int, height: int) -> Keyframe:
    still = StillId(hashlib.sha256(chance.randbytes(8)).hexdigest())
    return Keyframe(
        time=time, still=still, width=width, height=height, reason="shot", sharpness=0.5, fingerprint="0f" * 8
    )


def _date_shot(chance: random.Random, shot: datetime) -> DateShot | None:
    if chance.random() < 0.1:
        return None
    precision = chance.choices(tuple(Precision), (1, 1, 2, 1, 5))[0]
    return DateShot(value=shot.isoformat()[: _CUT[precision]], precision=precision, zone="+02:00", said_by="archivist")


def _source(chance: random.Random, text: Text) -> Source:
    if chance.random() < 0.3:
        return Source()
    return Source(
        platform=chance.choice(("instagram", "tiktok", "")),
        handle=chance.choice(("@setwatcher", "@norway.films", "")),
        credit=chance.choice(("", "Åsa Müller")),
        caption=text(chance.choice((0, 6, 20))),
        url="https://example.org/p/CabC123",
    )


def _tags(
    chance: random.Random, entries: Sequence[Entry], skewed: Skewed | None, moments: Sequence[Moment]
) -> Iterator[Tag]:
    for place in range(chance.choice((0, 3, 6, 7, 8, 9)) if skewed else 0):
        assert skewed is not None
        entry = entries[skewed.draw(chance)]
        for role in chance.sample(_ROLES[entry.kind], chance.randint(1, len(_ROLES[entry.kind]))):
            yield Tag(
                id=TagId(f"{place:016x}{role.value.encode().hex():>016.16}"),
                entry=entry.id,
                role=role,
                status=chance.choices(tuple(Status), (2, 1, 6, 1, 1))[0],
                moment=chance.choice(moments).id if moments and chance.random() < 0.3 else None,
            )
