"""The fields of the query language, each declared once."""

from __future__ import annotations

from collections.abc import Mapping

from core.model.clip import Role
from core.model.vocabulary import EntryKind
from core.search.tree import Dated, Measure, TextField
from core.search.values import Reader, dates, having, is_a, looked, missing, names, numbers, status, texts
from core.values import dataclass
from core.words import msg


@dataclass(frozen=True, slots=True)
class Field:
    """A field: the name it is shown under, others that mean it, what it looks at, and how its values are read.

    ``entries`` are the kinds whose names complete its values.
    """

    name: str
    about: str
    read: Reader
    aliases: tuple[str, ...] = ()
    entries: tuple[EntryKind, ...] = ()


def _named(kind: EntryKind, about: str, *aliases: str) -> Field:
    return Field(kind.value, about, names(kind), aliases, (kind,))


_PLACES = (EntryKind.LOCATION,)

FIELDS = (
    _named(EntryKind.PERSON, msg("a person shown"), "people", "p", "who", "actor"),
    _named(EntryKind.LOCATION, msg("a location, or one that lies in it"), "locations", "loc", "place", "where"),
    Field(
        "shown", msg("a location the picture stands for"), names(EntryKind.LOCATION, Role.LOCATION_SHOWN), (), _PLACES
    ),
    Field(
        "shotin",
        msg("a location the camera stood in"),
        names(EntryKind.LOCATION, Role.LOCATION_SHOT),
        ("filmed",),
        _PLACES,
    ),
    _named(EntryKind.PRODUCTION, msg("a production"), "productions", "prod", "film", "movie", "series"),
    _named(EntryKind.KEYWORD, msg("a keyword"), "keywords", "kw"),
    Field("tag", msg("an entry of any kind"), names(None), ("tags",), tuple(EntryKind)),
    Field("name", msg("the name of the clip or its file"), texts(TextField.NAME, TextField.FILE), ("title",)),
    Field("file", msg("the name of the file"), texts(TextField.FILE), ("filename",)),
    Field("caption", msg("the caption it was shared with"), texts(TextField.CAPTION)),
    Field("notes", msg("the notes"), texts(TextField.NOTES), ("note",)),
    Field("moment", msg("what moments are called and say"), texts(TextField.MOMENTS)),
    Field(
        "source",
        msg("where it came from: platform, address, handle, credit"),
        texts(TextField.HANDLE, TextField.CREDIT, TextField.ORIGIN),
        ("from",),
    ),
    Field("handle", msg("who shared it"), texts(TextField.HANDLE), ("by",)),
    Field("path", msg("the folders and name of the file"), texts(TextField.PATH), ("folder",)),
    Field("codec", msg("the codec or container"), texts(TextField.CODEC), ("format",)),
    Field("camera", msg("the camera or lens"), texts(TextField.CAMERA), ("lens",)),
    Field("status", msg("how far a tag is trusted"), status),
    Field("has", msg("what there is"), having, ("with",)),
    Field("missing", msg("what is not there"), missing, ("without", "no")),
    Field("is", msg("what the clip is"), is_a),
    Field("looked", msg("how much of it was looked at: none, part, all, or per cent"), looked, ("watched", "seen")),
    Field("shot", msg("when it was shot"), dates(Dated.SHOT), ("date", "year")),
    Field("after", msg("shot from the first moment of a date on"), dates(Dated.SHOT, ">="), ("since",)),
    Field("before", msg("shot before the first moment of a date"), dates(Dated.SHOT, "<"), ("until",)),
    Field("added", msg("when it was added to the archive"), dates(Dated.ADDED), ("imported",)),
    Field("duration", msg("how long it is"), numbers(Measure.DURATION), ("length", "dur")),
    Field("width", msg("the width of the picture in pixels"), numbers(Measure.WIDTH)),
    Field("height", msg("the height of the picture in pixels"), numbers(Measure.HEIGHT)),
    Field("size", msg("the size of the file"), numbers(Measure.SIZE), ("filesize",)),
    Field("rating", msg("the stars given"), numbers(Measure.RATING), ("stars",)),
    Field("fps", msg("frames a second"), numbers(Measure.FPS), ("rate", "framerate")),
)

BY_NAME: Mapping[str, Field] = {name: field for field in FIELDS for name in (field.name, *field.aliases)}
"""Fields by every name they answer to."""
