"""What Slatebook reads from files against what ExifTool reads, field by field.

``python -m benchmarks.facts_against_exiftool FOLDER``; needs exiftool (Debian: libimage-exiftool-perl), a witness only
and no part of Slatebook.  Prints a table and every difference; exits 1 where ExifTool knows more or something else.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import FileProblem
from core.media.dates import parse_date
from core.media.names import camera_name
from core.media.opening import inspect_source
from core.media.probe import probe_clip
from core.media.stills import inspect_still
from core.model.media import DateShot, GeoPoint, MediaFacts

Said = Mapping[str, Any]
"""What ExifTool says of one file, by "Group:Tag"."""

_TAGS = (
    "CreateDate", "CreationDate", "DateTimeOriginal", "OffsetTimeOriginal", "GPSLatitude", "GPSLongitude", "Make",
    "Model", "LensModel", "Rotation", "Orientation", "AudioChannels", "Title",
)  # fmt: skip
_CLOCKWISE = {1: 0, 3: 180, 6: 90, 8: 270}


@dataclass(frozen=True, slots=True)
class Read:
    """What Slatebook reads of one file without looking at all its pictures."""

    facts: MediaFacts
    date_shot: DateShot | None
    place: GeoPoint | None


@dataclass(frozen=True, slots=True)
class Field:
    """A fact as both readers put it; None where one says nothing."""

    name: str
    ours: Callable[[Read], Any]
    theirs: Callable[[Said], Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of one file."""

    file: str
    field: str
    ours: Any
    theirs: Any

    @property
    def verdict(self) -> str:
        if self.ours == self.theirs:
            return "nobody" if self.ours in (None, "") else "equal"
        return "ours alone" if self.theirs is None else "theirs alone" if self.ours is None else "DIFFER"


def _their_date(said: Said) -> str | None:
    keys = (("Keys:CreationDate", ""), ("ExifIFD:DateTimeOriginal", "ExifIFD:OffsetTimeOriginal"),
            ("QuickTime:CreateDate", ""))  # fmt: skip
    dates = (parse_date(str(said.get(key, "")), key, str(said.get(zone, ""))) for key, zone in keys)
    return next((date.value + date.zone for date in dates if date is not None), None)


def _our_date(found: Read) -> str | None:
    date = found.date_shot
    if date is None or date.said_by.startswith("file "):
        return None  # its name and its time are no metadata: ExifTool is not asked for these
    return date.value if "assumed" in date.said_by else date.value + date.zone


def _their_place(said: Said) -> tuple[float, float] | None:
    north, east = said.get("Composite:GPSLatitude"), said.get("Composite:GPSLongitude")
    return None if north is None or east is None else (round(float(north), 3), round(float(east), 3))


def _our_place(found: Read) -> tuple[float, float] | None:
    return None if found.place is None else (round(found.place.latitude, 3), round(found.place.longitude, 3))


def _their_rotation(said: Said) -> int:
    orientation = said.get("IFD0:Orientation")
    return int(said.get("Composite:Rotation", 0)) if orientation is None else _CLOCKWISE.get(int(orientation), 0)


def _any(said: Said, tag: str) -> str | None:
    return next((str(value) for key, value in said.items() if key.endswith(f":{tag}")), None)


FIELDS = (
    Field("date and zone", _our_date, _their_date),
    Field("GPS", _our_place, _their_place),
    Field(
        "camera",
        lambda found: found.facts.camera or None,
        lambda said: camera_name(_any(said, "Make") or "", _any(said, "Model") or "") or None,
    ),
    Field("lens", lambda found: found.facts.lens or None, lambda said: said.get("ExifIFD:LensModel")),
    Field("rotation", lambda found: found.facts.rotation, _their_rotation),
    Field(
        "sound channels",
        lambda found: found.facts.audio_channels or None,
        lambda said: next((value for key, value in said.items() if key.endswith(":AudioChannels")), None),
    ),
    Field("title", lambda found: found.facts.title or None, lambda said: _any(said, "Title")),
)


def ask_exiftool(paths: Sequence[Path]) -> dict[str, Said]:
    """Return what ExifTool says of ``paths``, by file name."""
    command = ["exiftool", "-j", "-n", "-G1", *(f"-{tag}" for tag in _TAGS), *map(str, paths)]
    answer = subprocess.run(command, capture_output=True, check=False)
    return {Path(said["SourceFile"]).name: said for said in json.loads(answer.stdout)}


def read(path: Path) -> Read:
    """Return what Slatebook reads of a file; raises FileProblem where it cannot."""
    source = inspect_source(str(path))
    if source.family.is_still:
        found, _ = inspect_still(source, 64)
        return Read(found.facts, found.date_shot, found.place)
    probe = probe_clip(source)
    return Read(probe.facts, probe.date_shot, probe.place)


def compare(paths: Sequence[Path]) -> Iterator[Compared]:
    """Yield every field of every file that Slatebook can read."""
    theirs = ask_exiftool(paths)
    for path in paths:
        try:
            found = read(path)
        except FileProblem as problem:
            print(f"not read: {problem}")
            continue
        for field in FIELDS:
            yield Compared(path.name, field.name, field.ours(found), field.theirs(theirs[path.name]))


def main(folder: Path) -> int:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".md", ".json"))
    compared = list(compare(paths))
    verdicts = ("equal", "nobody", "ours alone", "theirs alone", "DIFFER")
    counts = Counter((one.field, one.verdict) for one in compared)
    print(f"{'field':<16}" + "".join(f"{verdict:>14}" for verdict in verdicts))
    for field in FIELDS:
        print(f"{field.name:<16}" + "".join(f"{counts[field.name, verdict]:>14}" for verdict in verdicts))
    for one in compared:
        if one.verdict not in ("equal", "nobody"):
            print(f"{one.file}: {one.field}: {one.verdict}: ours {one.ours!r}, theirs {one.theirs!r}")
    return int(any(one.verdict in ("DIFFER", "theirs alone") for one in compared))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
