"""What the file itself says of a clip, as short lines of name and value."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from core.model.clip import Clip
from core.model.media import Chapter, DateShot, GeoPoint, MediaFacts, MediaKind
from core.model.time import clock, offset
from core.values import dataclass
from gui.words import dated, msg, number, plural, size_text, tr

_KINDS = {MediaKind.CLIP: msg("Clip"), MediaKind.STILL: msg("Still"), MediaKind.UNREADABLE: msg("Cannot be read")}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line; ``name`` is marked by msg, ``detail`` is what a tooltip adds, ``wide`` asks for a line of its own."""

    name: str
    value: str
    detail: str = ""
    wide: bool = False


def facts_of(clip: Clip) -> list[Fact]:
    """Return the facts that are known, in the order in which they are shown."""
    facts = clip.facts
    lines = [
        Fact(msg("Duration"), duration_text(facts.duration), _exactly(facts.duration)),
        Fact(msg("Picture"), _picture(facts), _rotation(facts)),
        Fact(msg("Frame rate"), frame_rate_text(facts), _frames(facts)),
        Fact(msg("Codec"), " · ".join(filter(None, (facts.codec, facts.hdr))), facts.pixel_format),
        Fact(msg("Sound"), _sound(facts)),
        Fact(msg("Timecode"), facts.start_timecode),
        Fact(msg("Reel"), facts.reel),
        Fact(msg("Size"), size_text(clip.file.size) if clip.file.size else ""),
        Fact(msg("Camera"), facts.camera, facts.lens, wide=True),
        Fact(
            msg("Shot"),
            _shot(clip.date_shot),
            tr("When the picture was taken, and who says so"),
            wide=True,
        ),
        Fact(msg("Place"), place_text(clip.place), wide=True),
        Fact(msg("Also dated"), _shot(facts.other_date), tr("What the container says, a day or more apart"), wide=True),
        Fact(msg("Chapters"), _chapters(facts), "\n".join(map(_chapter, facts.chapters)), wide=True),
        Fact(msg("Says"), " · ".join(facts.tags.values()), "\n".join(map(": ".join, facts.tags.items())), wide=True),
        Fact(msg("Added"), _local_day(clip.added), wide=True),
    ]
    return [line for line in lines if line.value]


def _exactly(duration: Fraction | None) -> str:
    return "" if duration is None else offset(duration)


def duration_text(duration: Fraction | None) -> str:
    """Return 0:07, with tenths below ten seconds, where whole seconds say too little."""
    if duration is None:
        return ""
    return tr("{seconds} s", seconds=number(float(duration), 1)) if duration < 10 else clock(duration)


def frame_rate_text(facts: MediaFacts) -> str:
    """Return "29.97 fps", "about 30 fps" where the rate varies, empty where there is none."""
    if facts.frame_rate is None:
        return ""
    if facts.variable_rate:
        return tr("about {rate} fps", rate=number(float(facts.frame_rate)))
    places = len(f"{float(facts.frame_rate):.3f}".rstrip("0").partition(".")[2])
    return tr("{rate} fps", rate=number(float(facts.frame_rate), places))


def date_text(shot: DateShot | None) -> str:
    """Return when it was shot, as far as that is known: 2020-09-06 14:22 +02:00."""
    if shot is None:
        return ""
    zone = {"Z": "UTC"}.get(shot.zone, shot.zone)
    return f"{dated(shot.value)} {zone}".rstrip()


def _shot(shot: DateShot | None) -> str:
    """Return when it was shot and who says so."""
    if shot is None:
        return ""
    date = date_text(shot)
    if not shot.zone and len(shot.value) > len("2020-09-06"):
        date = tr("{date}, zone not known", date=date)
    return f"{date}  ·  {shot.said_by}" if shot.said_by else date


def place_text(place: GeoPoint | None) -> str:
    """Return where the camera stood: 62.0867° N, 6.8689° E, 12 m."""
    if place is None:
        return ""
    north = tr("N", "of the equator") if place.latitude >= 0 else tr("S", "of the equator")
    east = tr("E", "of Greenwich") if place.longitude >= 0 else tr("W", "of Greenwich")
    text = f"{number(abs(place.latitude), 4)}° {north}, {number(abs(place.longitude), 4)}° {east}"
    return text if place.altitude is None else f"{text}, {number(place.altitude)} m"


def kind_text(clip: Clip) -> str:
    """Return what sort of thing it is, in a word or two."""
    return tr(_KINDS[clip.kind])


def _picture(facts: MediaFacts) -> str:
    return f"{facts.width} × {facts.height}" if facts.width else ""


def _rotation(facts: MediaFacts) -> str:
    return tr("turned by {angle}° as the file says", angle=facts.rotation) if facts.rotation else ""


def _frames(facts: MediaFacts) -> str:
    if facts.frame_rate is None:
        return ""
    exact = tr("exactly {rate} frames a second", rate=facts.frame_rate)
    return plural(facts.frames, "{rate}, %n frame", "{rate}, %n frames", rate=exact) if facts.frames else exact


def _sound(facts: MediaFacts) -> str:
    if not facts.audio_codec:
        return ""
    sound = f"{facts.audio_codec}, {_channels(facts.audio_channels)}"
    tracks = facts.audio_tracks
    return plural(tracks, "{sound}, %n track", "{sound}, %n tracks", sound=sound) if tracks > 1 else sound


def _channels(count: int) -> str:
    named = {1: tr("mono"), 2: tr("stereo")}
    return named.get(count) or plural(count, "%n channel", "%n channels")


def _chapters(facts: MediaFacts) -> str:
    named = [chapter.title for chapter in facts.chapters if chapter.title]
    count = number(len(facts.chapters)) if facts.chapters else ""
    return f"{count}: {', '.join(named)}" if named else count


def _chapter(chapter: Chapter) -> str:
    return f"{clock(chapter.start)} {chapter.title}".rstrip()


def _local_day(moment: str) -> str:
    try:
        return dated(f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}")
    except ValueError:
        return moment
