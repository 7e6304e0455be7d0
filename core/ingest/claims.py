"""What a sidecar says of a clip, whoever wrote it: XMP, yt-dlp's ``.info.json``, gallery-dl's JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import field, fields
from datetime import UTC, datetime
from typing import Any

from core.ingest.markers import Marked, markers_of
from core.model.clip import Access, Box, Level, Permission, Rights, Role, Source, Status
from core.model.media import DateShot, Precision
from core.model.vocabulary import EntryKind
from core.model.xmp import Items, Packet, Struct, Texts, Value, name
from core.values import dataclass

NAMES_AT_MOST = 200
"""How many names of one sidecar are taken up; a clip that shows more is a list of something else."""

_LONGEST_TEXT = 20_000
_LONGEST_WORDS = 300

KINDS = {
    Role.PERSON_SHOWN: EntryKind.PERSON,
    Role.LOCATION_SHOWN: EntryKind.LOCATION,
    Role.LOCATION_SHOT: EntryKind.LOCATION,
    Role.PRODUCTION: EntryKind.PRODUCTION,
    Role.KEYWORD: EntryKind.KEYWORD,
}

_UNFIT = re.compile("[\0\ud800-\udfff]")
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?")
_FILMING = "Filming of "
_SHOT = re.compile(r"(?P<value>\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?)?)(?:\.\d+)?(?P<zone>Z|[+-]\d\d:\d\d)?")
_PRECISIONS = {
    4: Precision.YEAR,
    7: Precision.MONTH,
    10: Precision.DAY,
    16: Precision.MINUTE,
    19: Precision.SECOND,
}
_SHARE = re.compile(r"[01](?:\.\d{1,20})?|\d(?:\.\d{1,20})?e-\d{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name in its role: ``words`` as it stands there, ``candidates`` by which it may be known, likeliest first.

    ``moment`` is the id of the marker it speaks of; empty for the whole clip.
    """

    role: Role
    words: str
    candidates: tuple[str, ...]
    status: Status = Status.CLAIMED
    said_by: str = ""
    verbatim: str = ""
    moment: str = ""
    region: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What one sidecar says; ``notes`` are in its own words, ``ours`` tells that an archive like this one wrote it.

    The ``date`` names who said so only where the sidecar does.
    """

    source: Source = field(default_factory=Source)
    access: Access = field(default_factory=Access)
    rights: Rights = field(default_factory=Rights)
    names: tuple[Named, ...] = ()
    markers: tuple[Marked, ...] = ()
    date: DateShot | None = None
    rating: int = 0
    notes: str = ""
    ours: bool = False


# XMP ------------------------------------------------------------------------------------------------------------
def claims_of_xmp(data: bytes) -> Claims:
    """Return what the XMP packet ``data`` says; raises ValueError, which says why, where it cannot be read."""
    said = _Said(Packet(data).properties())
    ours = bool(said.text("slatebook:clip"))
    description = said.text("dc:description", _LONGEST_TEXT)
    source = Source(
        platform=said.text("photoshop:Source"),
        url=said.text("dc:source") if "://" in said.text("dc:source") else "",
        post_id=said.text("slatebook:postId"),
        handle=said.text("slatebook:handle") or next(iter(said.texts("dc:creator")), ""),
        posted=said.text("slatebook:posted"),
        captured=said.text("slatebook:captured"),
        caption=said.text("slatebook:caption", _LONGEST_TEXT) if ours else description,
        credit=said.text("photoshop:Credit"),
    )
    return Claims(
        source=source,
        access=_access(said),
        rights=_rights(said, ours=ours),
        names=_distinct(_named(said)),
        markers=markers_of(said.values("xmpDM:Tracks")),
        date=_date(said),
        rating=_rating(said.text("xmp:Rating")),
        notes=description if ours else "",
        ours=ours,
    )


class _Said:
    """Properties by short name, as bounded text."""

    def __init__(self, properties: Mapping[str, Value]) -> None:
        self._properties = properties

    def text(self, short: str, longest: int = _LONGEST_WORDS) -> str:
        return _words(self._properties.get(name(short)), longest)

    def texts(self, short: str) -> list[str]:
        """Return the texts of an array, or the one of a property that should have been one."""
        return [words for value in self.values(short) if (words := _words(value))]

    def values(self, short: str) -> tuple[Value, ...]:
        value = self._properties.get(name(short))
        if isinstance(value, Items):
            return value.values
        return () if value is None else (value,)


def _words(value: Value | None, longest: int = _LONGEST_WORDS) -> str:
    match value:
        case str():
            return _bounded(value, longest)
        case Texts():
            return _bounded(value.best, longest)
        case Items() if value.values:
            return _words(value.values[0], longest)
    return ""


def _access(said: _Said) -> Access:
    """Return what a sidecar of ours says of who may see the clip: it may hold a clip back, never let one out."""
    return Access(
        level=Level.RESTRICTED if said.text("slatebook:access") == Level.RESTRICTED else Level.INTERNAL,
        embargo=said.text("slatebook:embargoUntil"),
        until_release=said.text("slatebook:untilRelease") == "True",
        reason=said.text("slatebook:embargoReason"),
        sensitive=said.text("slatebook:sensitive") == "True",
    )


def _rights(said: _Said, *, ours: bool) -> Rights:
    """Return what is said of the rights; a permission is taken from a sidecar of ours alone, for only we mean it so."""
    permission = said.text("slatebook:permission")
    return Rights(
        statement=said.text("xmpRights:WebStatement"),
        holder="; ".join(said.texts("xmpRights:Owner")),
        permission=Permission(permission) if permission in tuple(Permission) else Permission.NOT_ASKED,
        licence=said.text("xmpRights:UsageTerms", _LONGEST_TEXT),
        note=said.text("slatebook:rightsNote" if ours else "dc:rights", _LONGEST_TEXT),
    )


def _date(said: _Said) -> DateShot | None:
    """Return when it was shot, as far as the sidecar knows; the day a file was made in an editor is not asked for."""
    for short in ("photoshop:DateCreated", "xmpDM:shotDate", "exif:DateTimeOriginal"):
        found = _SHOT.fullmatch(said.text(short))
        if found and (value := found["value"])[:4] > "0000" and _is_date(value):
            zone = found["zone"] or said.text("slatebook:dateZone")
            known = said.text("slatebook:dateSource") or f"XMP {short}"
            return DateShot(value=value, precision=_PRECISIONS[len(value)], zone=zone, said_by=known)
    return None


def _is_date(value: str) -> bool:
    try:
        datetime.fromisoformat(value if len(value) > len("2020-09-06") else (value + "-01-01")[: len("2020-09-06")])
    except ValueError:
        return False
    return True


def _rating(text: str) -> int:
    """Return one to five; what is rejected (-1) or not rated has none here."""
    return int(text) if text in tuple("12345") else 0


def _named(said: _Said) -> Iterator[Named]:
    placed = [named for value in said.values("slatebook:seen") if (named := _statement(value, Status.CLAIMED))]
    yield from placed
    known = {(named.role, named.words) for named in placed}
    yield from (named for named in _told_to_all(said) if (named.role, named.words) not in known)
    doubted = (_part(value, "slatebook:status") for value in said.values("slatebook:unconfirmed"))
    for value, status in zip(said.values("slatebook:unconfirmed"), doubted, strict=True):
        if status in (Status.CLAIMED, Status.DISPUTED) and (named := _statement(value, Status(status))):
            yield named


def _told_to_all(said: _Said) -> Iterator[Named]:
    """Yield the names in fields that other programs read and write too."""
    people = said.texts("Iptc4xmpExt:PersonInImage")
    details = (_part(value, "Iptc4xmpExt:PersonName") for value in said.values("Iptc4xmpExt:PersonInImageWDetails"))
    yield from _plain(Role.PERSON_SHOWN, [*people, *details])
    for role, short in ((Role.LOCATION_SHOWN, "LocationShown"), (Role.LOCATION_SHOT, "LocationCreated")):
        yield from (_place(role, value) for value in said.values(f"Iptc4xmpExt:{short}"))
    events = (_part(value, "Iptc4xmpExt:Name") for value in said.values("Iptc4xmpExt:EventExt"))
    works = said.texts("slatebook:productions") or [said.text("xmpDM:projectName")]
    filmed = [event.removeprefix(_FILMING) for event in events if event.startswith(_FILMING)]
    yield from _plain(Role.PRODUCTION, [*works, *filmed])
    yield from _plain(Role.KEYWORD, said.texts("dc:subject"))


def _plain(role: Role, names: list[str]) -> Iterator[Named]:
    return (Named(role=role, words=words, candidates=(words,)) for words in names)


_STEPS = ("LocationName", "Sublocation", "City", "ProvinceState", "CountryName")


def _place(role: Role, value: Value) -> Named:
    """Read a location: the narrowest of its names is the likeliest to be the one that is meant."""
    steps = tuple(dict.fromkeys(filter(None, (_part(value, f"Iptc4xmpExt:{step}") for step in _STEPS))))
    steps = steps or (_words(value),)
    return Named(role=role, words=", ".join(steps), candidates=steps)


def _part(value: Value, short: str) -> str:
    return _words(value.get(short)) if isinstance(value, Struct) else ""


def _statement(value: Value, status: Status) -> Named | None:
    """Read a statement that an archive like this one exported; None where it makes no sense."""
    role = _part(value, "slatebook:role")
    if role not in tuple(Role):
        return None
    words = _part(value, "slatebook:name")
    return Named(
        role=Role(role),
        words=words,
        candidates=(words,),
        status=status,
        said_by=_part(value, "slatebook:saidBy"),
        verbatim=_part(value, "slatebook:verbatim"),
        moment=_part(value, "slatebook:moment"),
        region=_region(_part(value, "slatebook:region")),
    )


def _region(text: str) -> Box | None:
    sides = text.split(" ")
    if len(sides) != len(fields(Box)) or not all(_SHARE.fullmatch(side) for side in sides):
        return None
    left, top, width, height = map(float, sides)
    return Box(left=left, top=top, width=width, height=height) if max(left, top, width, height) <= 1 else None


def _distinct(names: Iterator[Named]) -> tuple[Named, ...]:
    """Return each name once in each role, for the whole clip and for each moment."""
    found: dict[tuple[Role, str, str], Named] = {}
    for named in names:
        if named.words:
            found.setdefault((named.role, named.words, named.moment), named)
    return tuple(found.values())


# JSON -----------------------------------------------------------------------------------------------------------
def claims_of_json(data: bytes) -> Claims | None:
    """Return what the JSON of a downloader says; None where it is that of none we know.

    Raises ValueError, which says why, where it cannot be read.
    """
    try:
        said = json.loads(data, parse_int=str, parse_float=str)  # ids are text: no digit of them may be lost
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    except ValueError:
        raise ValueError("it is no JSON") from None
    if not isinstance(said, dict):
        return None
    if "extractor" in said or "extractor_key" in said:
        return Claims(source=_downloaded_by_yt_dlp(said))
    if "category" in said and "subcategory" in said:
        return Claims(source=_downloaded_by_gallery_dl(said))
    return None


def _downloaded_by_yt_dlp(said: Mapping[str, Any]) -> Source:
    return Source(
        platform=_first(said, "extractor_key", "extractor"),
        url=_first(said, "webpage_url", "original_url"),
        post_id=_first(said, "id", "display_id"),
        handle=_first(said, "uploader_id", "channel_id", "uploader"),
        posted=_posted(_first(said, "timestamp", "upload_date")),
        caption=_first(said, "description", "fulltitle", "title", longest=_LONGEST_TEXT),
        credit=_first(said, "uploader", "channel"),
    )


def _downloaded_by_gallery_dl(said: Mapping[str, Any]) -> Source:
    people = [person for key in ("author", "user", "owner") if isinstance(person := said.get(key), dict)]
    author: Mapping[str, Any] = people[0] if people else {}
    return Source(
        platform=_first(said, "category"),
        url=_first(said, "post_url", "webpage_url", "permalink"),
        post_id=_first(said, "tweet_id", "post_id", "post_shortcode", "shortcode", "id"),
        handle=_first(author, "name", "username") or _first(said, "username", "author", "user", "uploader"),
        posted=_posted(_first(said, "date", "post_date", "timestamp")),
        caption=_first(said, "content", "description", "caption", "title", longest=_LONGEST_TEXT),
        credit=_first(author, "nick", "fullname", "display_name") or _first(said, "fullname"),
    )


def _first(said: Mapping[str, Any], *keys: str, longest: int = _LONGEST_WORDS) -> str:
    """Return the first of ``keys`` that holds a text or a number."""
    found = (value for key in keys if isinstance(value := said.get(key), str))
    return _bounded(next(filter(None, found), ""), longest)


def _posted(text: str) -> str:
    """Return a date in ISO 8601; gallery-dl writes UTC without saying so.  Empty for what is no date."""
    if day := _DAY.fullmatch(text):
        return "-".join(day.groups())
    if moment := _MOMENT.fullmatch(text):
        date, time, zone = moment.groups()
        return f"{date}T{time}{zone or 'Z'}" if time else date
    try:
        return datetime.fromtimestamp(int(float(text)), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return ""


def _bounded(text: str, longest: int) -> str:
    text = _UNFIT.sub("\ufffd", text.strip())
    return text if len(text) <= longest else text[: longest - 1] + "…"
