"""A large made-up archive, the same for the same size: skewed names and words, about 5 KB a clip as a record."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import accumulate, count

from core.model.clip import Clip, Moment, Role, Source, Status, Tag
from core.model.ids import ClipId, EntryId, MomentId, StillId, TagId
from core.model.media import DateShot, GeoPoint, Keyframe, MediaFacts, MediaFile, MediaKind, Precision
from core.model.time import Span
from core.model.vocabulary import Entry, EntryKind
from tests.support.archives import (
    CAMERAS,
    CODECS,
    EPOCH,
    FIRST_NAMES,
    KEYWORDS,
    LAST_NAMES,
    PLACES,
    RATES,
    SPOTS,
    THINGS,
    TITLES,
    WORDS,
)

DIFFERENT_WORDS = 20_000
KEYFRAMES = 10
TWELVE_YEARS = 12 * 365 * 86_400

SHARES = {EntryKind.PERSON: 0.77, EntryKind.LOCATION: 0.15, EntryKind.PRODUCTION: 0.08}
"""How the names are shared out among the kinds, keywords aside."""

A_CLIP_HAS = {EntryKind.PERSON: (1, 2, 3, 3, 4, 5), EntryKind.LOCATION: (1, 1, 2), EntryKind.KEYWORD: (0, 1, 2, 3)}
ROLES = {
    EntryKind.PERSON: (Role.PERSON_SHOWN,),
    EntryKind.LOCATION: (Role.LOCATION_SHOWN, Role.LOCATION_SHOWN, Role.LOCATION_SHOT),
    EntryKind.PRODUCTION: (Role.PRODUCTION,),
    EntryKind.KEYWORD: (Role.KEYWORD,),
}
STATUSES = (Status.CONFIRMED,) * 6 + (Status.CLAIMED,) * 2 + (Status.SUPPORTED, Status.DISPUTED, Status.REFUTED)
STEMS = "bcdfghklmnprstvw"
VOWELS = "aeiou" * 7 + "éøü"


def names_for(clips: int) -> int:
    """Return how many names an archive of so many clips has: about 2,400, 10,000 and 39,000 at 10k, 100k and 1M."""
    return max(40, round(2_400 * (clips / 10_000) ** 0.606))


def made_entries(clips: int, names: int | None = None) -> list[Entry]:
    """Return the authority file for ``clips`` clips, or of so many ``names``.

    The most used of each kind come first, a third of places lies in others.
    """
    chance = random.Random(42)
    entries: list[Entry] = []
    for kind, share in SHARES.items():
        entries += _entries(chance, kind, round((names or names_for(clips)) * share), len(entries))
    return entries + _entries(chance, EntryKind.KEYWORD, len(KEYWORDS), len(entries))


def _entries(chance: random.Random, kind: EntryKind, wanted: int, before: int) -> list[Entry]:
    names = _names(chance, kind)
    made: list[Entry] = []
    for number in range(wanted):
        parent = None
        if kind is EntryKind.LOCATION and number >= 20 and chance.random() < 0.35:
            parent = made[chance.randrange(20)].id
        identity = EntryId(_id(chance, 1 + before + number))
        made.append(Entry(id=identity, kind=kind, label=next(names), parent=parent))
    return made


def _names(chance: random.Random, kind: EntryKind) -> Iterator[str]:
    """Yield different names of a kind, those of a hand-picked few first."""
    if kind is EntryKind.KEYWORD:
        yield from KEYWORDS
        return
    seen: set[str] = set()
    first = {EntryKind.PERSON: "Tom Cruise", EntryKind.LOCATION: "Norway", EntryKind.PRODUCTION: "Grand Express"}[kind]
    yield first
    seen.add(first)
    for number in count():
        name = _name(chance, kind)
        name = name if name not in seen else f"{name} {_word(chance).title()}"
        name = name if name not in seen else f"{name} {number}"
        seen.add(name)
        yield name


def _name(chance: random.Random, kind: EntryKind) -> str:
    if kind is EntryKind.PERSON:
        middle = (f"{chance.choice(FIRST_NAMES)} ",) if chance.random() < 0.4 else ("",)
        double = f"-{chance.choice(LAST_NAMES)}" if chance.random() < 0.4 else ""
        return f"{chance.choice(FIRST_NAMES)} {middle[0]}{chance.choice(LAST_NAMES)}{double}"
    if kind is EntryKind.LOCATION:
        return f"{chance.choice(PLACES)} {chance.choice(SPOTS)}"
    return f"{chance.choice(TITLES)} {chance.choice(THINGS)}"


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(STEMS) + chance.choice(VOWELS) for _ in range(chance.randint(2, 4)))


def _id(chance: random.Random, number: int) -> str:
    """Return an id that comes after those of smaller numbers."""
    return f"{number:012x}7{chance.getrandbits(76):019x}"


class Skewed:
    """Draws things, the first of them far more often than the last (Zipf's law, with Mandelbrot's offset)."""

    def __init__(self, things: Sequence[str], exponent: float = 1.05, offset: int = 0) -> None:
        self._things = things
        self._sums = list(accumulate((rank + 1 + offset) ** -exponent for rank in range(len(things))))

    def draw(self, chance: random.Random, number: int) -> list[str]:
        return chance.choices(self._things, cum_weights=self._sums, k=number)


class Maker:
    """Makes clips one after the other."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        spelling = random.Random(7)
        self._chance = random.Random(1)
        more = (_word(spelling) for _ in count())
        words = list(dict.fromkeys(WORDS))
        words += [next(more) for _ in range(DIFFERENT_WORDS - len(words))]
        self._words = Skewed(words, offset=8)
        by_kind = {kind: [entry.id for entry in entries if entry.kind is kind] for kind in EntryKind}
        self._entries = {kind: Skewed(ids) for kind, ids in by_kind.items()}

    def clip(self, number: int) -> Clip:
        chance = self._chance
        shot = EPOCH + timedelta(seconds=chance.randrange(TWELVE_YEARS))
        added = shot + timedelta(seconds=chance.randrange(400 * 86_400))
        first = self._text(1)
        name = f"{first}_{chance.choice('ABC')}{chance.randrange(1, 999):03d}_{shot:%Y%m%d}_{number:07d}"
        duration = Fraction(min(5_400_000, round(chance.lognormvariate(4, 1.1) * 1000)), 1000)
        width, height = chance.choice(((1920, 1080), (3840, 2160), (1080, 1920)))
        moments = tuple(self._moment(place, duration) for place in range(chance.choice((1, 2, 3))))
        stills = [StillId(f"{chance.getrandbits(256):064x}") for _ in range(KEYFRAMES)]
        return Clip(
            id=ClipId(_id(chance, number)),
            name=name,
            kind=chance.choices(tuple(MediaKind), (90, 8, 2))[0],
            files=(self._file(f"/footage/{shot:%Y}/{shot:%m}/{first}/{name}.{chance.choice(('mov', 'mp4', 'mxf'))}"),),
            added=f"{added.isoformat()}+00:00",
            facts=self._facts(duration, width, height),
            date_shot=self._date_shot(shot),
            place=GeoPoint(latitude=62.5, longitude=7.7) if chance.random() < 0.3 else None,
            keyframes=tuple(
                Keyframe(time=duration * at / 10, still=still, width=640, height=360, reason="shot", sharpness=0.5)
                for at, still in enumerate(stills)
            ),
            poster=stills[0],
            source=Source(platform="instagram", handle=f"@{self._text(1)}", caption=self._text(chance.randint(12, 30))),
            tags=tuple(self._tags(moments)),
            moments=moments,
            notes=self._text(chance.randint(20, 120)),
            rating=chance.choice((0, 0, 0, 1, 2, 3, 4, 5)),
        )

    def _text(self, length: int) -> str:
        return " ".join(self._words.draw(self._chance, length))

    def _file(self, path: str) -> MediaFile:
        chance = self._chance
        size, when = chance.randrange(1_000_000, 4_000_000_000), chance.getrandbits(60)
        return MediaFile(path=path, size=size, mtime_ns=when, quick_hash=f"{chance.getrandbits(64):016x}")

    def _facts(self, duration: Fraction, width: int, height: int) -> MediaFacts:
        chance = self._chance
        return MediaFacts(
            codec=chance.choice(CODECS), container="mov", width=width, height=height, duration=duration,
            frame_rate=chance.choice(RATES), audio_codec=chance.choice(("aac", "")), camera=chance.choice(CAMERAS),
        )  # fmt: skip

    def _date_shot(self, shot: datetime) -> DateShot | None:
        if self._chance.random() < 0.1:
            return None
        return DateShot(value=shot.isoformat()[:19], precision=Precision.SECOND, said_by="container creation_time")

    def _moment(self, place: int, duration: Fraction) -> Moment:
        start = duration * self._chance.randrange(80) / 100
        span = Span(start, start + duration / 10)
        return Moment(id=MomentId(f"{place:032x}"), span=span, label=self._text(3), note=self._text(8))

    def _tags(self, moments: Sequence[Moment]) -> Iterator[Tag]:
        chance = self._chance
        place = 0
        for kind, entries in self._entries.items():
            for entry in dict.fromkeys(entries.draw(chance, chance.choice(A_CLIP_HAS.get(kind, (1,))))):
                place += 1
                yield Tag(
                    id=TagId(f"{place:012x}7{chance.getrandbits(76):019x}"),
                    entry=EntryId(entry),
                    role=chance.choice(ROLES[kind]),
                    status=chance.choice(STATUSES),
                    moment=chance.choice(moments).id if chance.random() < 0.15 else None,
                )


def made_clips(clips: int, entries: Sequence[Entry]) -> Iterator[Clip]:
    """Yield ``clips`` clips, in the order of their ids."""
    maker = Maker(entries)
    for number in range(1, clips + 1):
        yield maker.clip(number)
