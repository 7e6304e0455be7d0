"""Every form a tag sheet can leave in; to add one, write its module in writers/ and name it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from core.errors import UserProblem
from core.export.sheet import Sheet
from core.values import dataclass
from core.words import tr


@dataclass(frozen=True, slots=True)
class Format:
    """``write`` puts a sheet into a new empty file, or with ``folder`` into a new empty folder; it raises OSError.

    ``ending`` is that of the file's name; ``words`` is what a person is shown where formats are chosen.
    """

    name: str
    ending: str
    words: str
    write: Callable[[Sheet, Path], None]
    folder: bool = False


def _written_by(module: str) -> Callable[[Sheet, Path], None]:
    """Return the writer in ``module``, which is loaded when it is first used: a start needs none of them."""

    def write(sheet: Sheet, target: Path) -> None:
        import_module(f"core.export.writers.{module}").write(sheet, target)

    return write


_ALL = (
    Format("csv", "csv", "Comma-separated values (for reading and machines)", _written_by("csv_writer")),
    Format("csv-resolve", "csv", "Metadata for DaVinci Resolve (CSV)", _written_by("csv_resolve_writer")),
    Format("xlsx", "xlsx", "Workbook with pictures (to edit and send back)", _written_by("xlsx_writer")),
    Format("jsonl", "jsonl", "Whole records, a line each (JSON Lines; loses nothing)", _written_by("jsonl_writer")),
    Format("html", "html", "Page with pictures, in one file (to read and print)", _written_by("html_writer")),
    Format("otio", "otio", "OpenTimelineIO (clips and markers, exact)", _written_by("otio_writer")),
    Format("edl", "edl", "Marker EDL (DaVinci Resolve)", _written_by("edl_writer")),
    Format("fcpxml", "fcpxml", "Final Cut Pro XML (clips, markers, keywords)", _written_by("fcpxml_writer")),
    Format("ale", "ale", "Avid Log Exchange (a bin of clips)", _written_by("ale_writer")),
    Format("vtt", "vtt", "WebVTT chapters", _written_by("vtt_writer")),
    Format("srt", "srt", "SubRip subtitles of the moments", _written_by("srt_writer")),
    Format("xmp", "", "XMP sidecars, in a folder (to lay beside originals)", _written_by("xmp_writer"), folder=True),
    Format("vmh", "json", "IPTC Video Metadata Hub 1.5 (JSON)", _written_by("vmh_writer")),
    Format("pbcore", "xml", "PBCore 2.1 (XML, for audiovisual archives)", _written_by("pbcore_writer")),
)

FORMATS: Mapping[str, Format] = {form.name: form for form in _ALL}


def format_by_ending(target: Path, formats: Mapping[str, Format] = FORMATS) -> str:
    """Return the name of the format that ``target`` ends like: the one named so, or the only one with that ending.

    Raises UserProblem where there is none, or several.
    """
    ending = target.suffix.lstrip(".").lower()
    if ending in formats:
        return ending
    fitting = [form.name for form in formats.values() if form.ending == ending and ending]
    if len(fitting) == 1:
        return fitting[0]
    which = f"several formats end in .{ending}: {', '.join(fitting)}" if fitting else f"there are {', '.join(formats)}"
    raise UserProblem(tr("Say the format of {name}; {which}.", name=target.name, which=which))
