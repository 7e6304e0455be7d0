"""What a clip offers to search: its words, dates, numbers and traits, said once for every meaning of a query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from core.model.clip import Clip, Role
from core.model.media import MediaKind
from core.search.amounts import hundredths, milliseconds
from core.search.periods import DAY, Stretch, read_period
from core.search.tree import STANDING, Dated, Measure, TextField, Trait

TEXTS: Mapping[TextField, Callable[[Clip], Iterable[str]]] = {
    TextField.NAME: lambda clip: (clip.name,),
    TextField.FILE: lambda clip: (file.name for file in clip.files),
    TextField.CAPTION: lambda clip: (clip.source.caption,),
    TextField.NOTES: lambda clip: (clip.notes,),
    TextField.MOMENTS: lambda clip: (text for moment in clip.moments for text in (moment.label, moment.note)),
    TextField.HANDLE: lambda clip: (clip.source.handle,),
    TextField.CREDIT: lambda clip: (clip.source.credit,),
    TextField.ORIGIN: lambda clip: (clip.source.platform, clip.source.url, clip.source.post_id),
    TextField.PATH: lambda clip: (file.path for file in clip.files),
    TextField.CODEC: lambda clip: (clip.facts.codec, clip.facts.audio_codec, clip.facts.container),
    TextField.CAMERA: lambda clip: (clip.facts.camera, clip.facts.lens),
}
"""The texts of each field; a phrase never runs from one text into the next."""


def _shot(clip: Clip) -> Stretch | None:
    return None if clip.date_shot is None else read_period(clip.date_shot.value)


DATES: Mapping[Dated, Callable[[Clip], Stretch | None]] = {
    Dated.SHOT: _shot,
    Dated.ADDED: lambda clip: read_period(clip.added),
}
"""When, as far as it is known."""

NUMBERS: Mapping[Measure, Callable[[Clip], int | None]] = {
    Measure.DURATION: lambda clip: None if clip.facts.duration is None else milliseconds(clip.facts.duration),
    Measure.WIDTH: lambda clip: clip.facts.width or None,
    Measure.HEIGHT: lambda clip: clip.facts.height or None,
    Measure.SIZE: lambda clip: clip.file.size if clip.files else None,
    Measure.RATING: lambda clip: clip.rating,
    Measure.FPS: lambda clip: None if clip.facts.frame_rate is None else hundredths(clip.facts.frame_rate),
}
"""How much, as far as it is known; zero pixels are not known."""


def _tagged(*roles: Role) -> Callable[[Clip], bool]:
    return lambda clip: any(tag.role in roles and tag.status in STANDING for tag in clip.tags)


def _has_source(clip: Clip) -> bool:
    source = clip.source
    return any((source.platform, source.url, source.post_id, source.handle, source.credit))


TRAITS: Mapping[Trait, Callable[[Clip], bool]] = {
    Trait.MOMENTS: lambda clip: bool(clip.moments),
    Trait.PERSON: _tagged(Role.PERSON_SHOWN),
    Trait.LOCATION: _tagged(Role.LOCATION_SHOWN, Role.LOCATION_SHOT),
    Trait.PRODUCTION: _tagged(Role.PRODUCTION),
    Trait.KEYWORD: _tagged(Role.KEYWORD),
    Trait.CAPTION: lambda clip: bool(clip.source.caption.strip()),
    Trait.NOTES: lambda clip: bool(clip.notes.strip()),
    Trait.SOURCE: _has_source,
    Trait.PLACE: lambda clip: clip.place is not None,
    Trait.DATE: lambda clip: _shot(clip) is not None,
    Trait.KEYFRAMES: lambda clip: bool(clip.keyframes),
    Trait.SOUND: lambda clip: bool(clip.facts.audio_codec or clip.facts.audio_channels),
    Trait.RATING: lambda clip: clip.rating > 0,
    Trait.UNTAGGED: lambda clip: not _tagged(*Role)(clip),
    Trait.STILL: lambda clip: clip.kind is MediaKind.STILL,
    Trait.CLIP: lambda clip: clip.kind is MediaKind.CLIP,
    Trait.UNREADABLE: lambda clip: clip.kind is MediaKind.UNREADABLE,
    Trait.VERTICAL: lambda clip: clip.facts.height > clip.facts.width,
    Trait.SENSITIVE: lambda clip: clip.access.sensitive,
    Trait.UNTIL_RELEASE: lambda clip: clip.access.until_release,
    Trait.COPY: lambda clip: any(link.is_copy for link in clip.links),
    Trait.SUSPECTED: lambda clip: any(link.is_copy and link.suspected for link in clip.links),
}
"""What a clip has or is; a refuted tag is none."""

NEVER = 1 << 62
"""The end of an embargo that is written in no way a date can be read from: it holds until somebody sets it right."""


def embargo_end(clip: Clip) -> int | None:
    """Return the first second from which the clip may be shown, on its embargo's last day; None: it always may."""
    return last_day(clip.access.embargo) if clip.access.embargo else None


def last_day(text: str) -> int:
    """Return the first second of the last day of an ISO 8601 date of any precision; NEVER where it is none."""
    period = None if text.endswith("s") else read_period(text.split("T")[0])
    return NEVER if period is None else period.end - DAY
