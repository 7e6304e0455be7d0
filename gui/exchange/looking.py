"""What a sheet that came back says, found out off the GUI thread, in the words and lines the window shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path

from core.app import Archive, house_of
from core.exchange.back import preview
from core.exchange.fields import RETURNING
from core.exchange.names import Settled
from core.exchange.preview import Cell, Preview, UnknownRow, Verdict
from core.exchange.reading import read_table
from core.export.columns import COLUMNS
from core.search.fold import fold
from core.values import dataclass
from gui.exchange.table import Line
from gui.words import capital, msg, tr

HEADINGS = (
    msg("Row"),
    msg("Clip"),
    msg("Column"),
    msg("Was"),
    msg("Is now"),
    msg("In the sheet"),
    msg("Verdict"),
)
UNKNOWN_ROW = msg("unknown row")
GROUPS = (*Verdict, UNKNOWN_ROW)

FIELDS: Mapping[str, str] = {
    "id": msg("Id (tells the clip)"),
    "file": msg("File name (tells the clip)"),
    "folder": msg("Folder of the file"),
    "rev": msg("Revision"),
    **{key: COLUMNS[key].words for key in RETURNING},
}
"""What a column of a foreign sheet may lead to: key and words."""

_KEYS = ("id", "file")
_RECORDS = (".jsonl", ".ndjson")
_COLOURS = {
    Verdict.CHANGED: "text",
    Verdict.CONFLICTING: "warning",
    Verdict.DAMAGED: "danger",
    Verdict.REVIEW: "accent_text",
    Verdict.SENSELESS: "danger",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """How a sheet is to be read: ``mapping`` from its headings to our columns, None where they are called as ours.

    ``settled`` is what was decided about names nobody is certainly known by.
    """

    mapping: Mapping[str, str] | None = None
    blank_clears: bool = False
    settled: Settled = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a sheet holds: its headings (none where it is no table), and what it would change where that is clear.

    ``lines`` are the cells of ``found`` in order, then its unknown rows.
    """

    wish: Wish
    headings: tuple[str, ...]
    found: Preview | None
    lines: tuple[Line, ...] = ()

    @property
    def is_foreign(self) -> bool:
        """Whether its columns have to be told before it says anything."""
        return bool(self.headings) and not any(key in self.headings for key in _KEYS)


def look(archive: Archive, path: Path, wish: Wish) -> Looked:
    """Read the sheet at ``path``; raises FileProblem where it cannot be read, UserProblem where it makes no sense."""
    headings = _headings(path)
    looked = Looked(wish, headings, None)
    if looked.is_foreign and wish.mapping is None:
        return looked
    found = preview(path, house_of(archive), wish.mapping, blank_clears=wish.blank_clears, settled=wish.settled)
    lines = (*map(_cell_line, found.cells), *map(_row_line, found.unknown))
    return Looked(wish, headings, found, lines)


def _headings(path: Path) -> tuple[str, ...]:
    if path.suffix.lower() in _RECORDS:
        return ()
    return tuple(dict.fromkeys(heading for heading in read_table(path, _KEYS).headings if heading))


def _cell_line(cell: Cell) -> Line:
    column = COLUMNS[cell.column].words if cell.column in COLUMNS else cell.column.capitalize()
    before = tr("not known") if cell.base is None else cell.base
    verdict = _verdict_words(str(cell.verdict), cell.why)
    cells = (str(cell.line), cell.title, column, before, cell.ours, cell.theirs, verdict)
    return Line(cells, str(cell.verdict), _COLOURS[cell.verdict])


def _verdict_words(group: str, why: str) -> str:
    verdict = capital(tr(group))
    return tr("{verdict}: {why}", verdict=verdict, why=why) if why else verdict


def _row_line(row: UnknownRow) -> Line:
    cells = (str(row.line), row.what, "", "", "", "", _verdict_words(UNKNOWN_ROW, row.why))
    return Line(cells, UNKNOWN_ROW, "warning")


def guessed(headings: Sequence[str]) -> dict[str, str]:
    """Return the columns that ``headings`` name in our own words, each led to once."""
    ours = {fold(word): key for key in FIELDS for word in (key, COLUMNS[key].words)}
    ours |= {fold("file name"): "file", fold("filename"): "file", fold("clip name"): "file"}
    mapping: dict[str, str] = {}
    for heading in headings:
        key = ours.get(fold(heading))
        if key is not None and key not in mapping.values():
            mapping[heading] = key
    return mapping
