"""What will become of files, as lines of a table and as a few words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from core.ingest.forecast import Expected, Fate, Forecast
from core.ingest.kept import Pace, Reports
from core.model.reasons import retold
from core.model.time import clock
from core.values import dataclass
from gui.exchange.table import Line
from gui.words import capital, msg, plural, size_text, tr

HEADINGS = (msg("File"), msg("Will be"), msg("Size"), msg("Folder"), msg("Why"))
WIDTHS = (220, 160, 80, 220)
FATE = 1
_WORTH_TELLING_S = 5

GROUPS: Mapping[Fate, str] = {
    Fate.NEW: msg("new"),
    Fate.MOVED: msg("moved"),
    Fate.DUPLICATE: msg("exact duplicate"),
    Fate.AGAIN: msg("read again"),
    Fate.KNOWN: msg("known already"),
    Fate.UNREADABLE: msg("cannot be read"),
    Fate.SKIPPED: msg("no media"),
}

_COLOURS = {Fate.NEW: "success", Fate.MOVED: "accent_text", Fate.DUPLICATE: "warning", Fate.UNREADABLE: "danger"}


@dataclass(frozen=True, slots=True)
class Foretold:
    """A whole forecast and its lines, made where nobody waits for them; ``coming`` are the places of what comes in."""

    forecast: Forecast
    lines: tuple[Line, ...]
    coming: frozenset[int]
    left_s: int | None = None
    copied_s: int | None = None

    def seconds(self, *, copy: bool) -> int | None:
        """Return how long the import will take by how long earlier ones took; None where they do not tell."""
        return self.copied_s if copy else self.left_s


def foretold(forecast: Forecast, reports: Reports) -> Foretold:
    """Return a whole forecast with a line for each of its files, and how long it takes by earlier ``reports``."""
    left, copied = (_seconds(forecast, reports.pace(copy=copy)) for copy in (False, True))
    return Foretold(forecast, tuple(map(_line, forecast.files)), frozenset(_coming(forecast.files)), left, copied)


def _seconds(forecast: Forecast, pace: Pace | None) -> int | None:
    return None if not pace else round(forecast.to_copy / pace)


def _coming(files: Sequence[Expected]) -> Iterator[int]:
    """Yield the places of the files that something will be done about."""
    return (place for place, file in enumerate(files) if file.fate in (Fate.NEW, Fate.MOVED, Fate.AGAIN))


def _line(file: Expected) -> Line:
    folder = file.path[: -len(file.name) - 1]
    why = retold(file.why) or _beside(file)
    cells = (file.name, capital(tr(GROUPS[file.fate])), size_text(file.size), folder, why)
    return Line(cells, GROUPS[file.fate], _COLOURS.get(file.fate, "text"), why)


def _beside(file: Expected) -> str:
    match file.fate:
        case Fate.DUPLICATE:
            return tr("Holds the same as {name}", name=file.beside)
        case Fate.MOVED:
            return tr("Was {name}; the clip will follow", name=file.beside)
        case Fate.AGAIN:
            return tr("Has changed, or could not be read before")
    return ""


def time_words(seconds: int | None) -> str:
    """Return about how long it takes; empty where nobody knows, or nobody would wait."""
    if seconds is None or seconds < _WORTH_TELLING_S:
        return ""
    return tr("about {time}", time=clock(Fraction(seconds)))


def headline(forecast: Forecast) -> str:
    """Return what matters most of a forecast, in one line."""
    new = forecast.counts.get(Fate.NEW, 0)
    if new or forecast.looking:
        return plural(new, "%n new clip or still", "%n new clips and stills")
    if forecast.does_something:
        return tr("Nothing new, but something to put right")
    if not forecast.total:
        return tr("Nothing there to import")
    return tr("Nothing new: all of it is known already or no media")


def others(forecast: Forecast) -> str:
    """Return what else there is, in one line; empty where there is nothing else."""
    counts = forecast.counts
    told = (
        (Fate.MOVED, plural(counts.get(Fate.MOVED, 0), "%n moved", "%n moved")),
        (Fate.DUPLICATE, plural(counts.get(Fate.DUPLICATE, 0), "%n exact duplicate", "%n exact duplicates")),
        (Fate.AGAIN, plural(counts.get(Fate.AGAIN, 0), "%n read again", "%n read again")),
        (Fate.KNOWN, plural(counts.get(Fate.KNOWN, 0), "%n known already", "%n known already")),
        (Fate.UNREADABLE, plural(counts.get(Fate.UNREADABLE, 0), "%n cannot be read", "%n cannot be read")),
        (Fate.SKIPPED, plural(counts.get(Fate.SKIPPED, 0), "%n no media", "%n no media")),
    )
    return "  ·  ".join(words for fate, words in told if counts.get(fate, 0))


def room_words(forecast: Forecast) -> str:
    """Return how much a copy takes and whether there is room for it."""
    if forecast.free is None:
        return tr("{size} to copy", size=size_text(forecast.to_copy))
    if forecast.lacking:
        lacking = size_text(forecast.lacking)
        return tr("{size} to copy: {lacking} more must be free", size=size_text(forecast.to_copy), lacking=lacking)
    free = size_text(forecast.free)
    return tr("{size} to copy, {free} free", size=size_text(forecast.to_copy), free=free)
