"""A tag sheet that came back, read against the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from core.errors import UserProblem
from core.exchange.base import as_of
from core.exchange.fields import RETURNING
from core.exchange.identity import record_id
from core.exchange.moment_page import MomentRow, MomentScales
from core.exchange.names import Names, Settled
from core.exchange.preview import Cell, House, Preview, UnknownRow, Verdict
from core.exchange.reading import Table, read_table
from core.exchange.weighing import Returned, Scales, agreed
from core.export.columns import ID_PREFIX, sheet_id
from core.model.clip import Clip
from core.model.ids import ClipId, MomentId
from core.values import dataclass
from core.words import tr

_OF_THE_SHEET = ("poster", "notice")
"""Columns that a workbook of ours has of its own: nobody expects them back."""

KEYS = ("id", "file", "folder", "rev")
"""The columns by which a row is known: the clip's id, or the name (and folder) of its file."""


def mapping_from(text: str) -> dict[str, str]:
    """Return the mapping that ``"Talent=people,Clip Name=file"`` describes, from a column of theirs to one of ours.

    Raises UserProblem where it is none, or names a column that does not come back.
    """
    mapping: dict[str, str] = {}
    for pair in text.split(","):
        theirs, sign, ours = (part.strip() for part in pair.rpartition("="))
        if not sign or not theirs:
            raise UserProblem(
                tr("“{pair}” maps nothing; a mapping is written Talent=people,Clip Name=file.", pair=pair)
            )
        if ours not in (*KEYS, *RETURNING):
            raise UserProblem(
                tr(
                    "Nothing comes back into “{ours}”; there are {known}, and {keys} to tell which clip is meant.",
                    ours=ours,
                    known=", ".join(RETURNING),
                    keys=", ".join(KEYS),
                )
            )
        mapping[theirs] = ours
    return mapping


def preview_sheet(
    path: Path,
    house: House,
    mapping: Mapping[str, str] | None = None,
    *,
    blank_clears: bool = False,
    settled: Settled = MappingProxyType({}),
) -> Preview:
    """Read the CSV or workbook at ``path`` and return what it would change.

    ``mapping`` leads from its headings to our columns; without one they are called as ours.  A sheet of moments is
    known by its headings, and so is such a page beside the first.  Raises FileProblem where the file cannot be read
    and UserProblem where it does not say which clips it speaks of.
    """
    known_by = [heading for heading, column in (mapping or {"id": "id"}).items() if column in KEYS]
    table = read_table(path, known_by)
    names = Names(house.vocabulary, house.history, house.new_entry_id, settled)
    if table.is_of_moments and mapping is None:
        cells, unknown = _moment_cells(table, [], house, names, blank_clears=blank_clears)
        lines = len(list(table.rows()))
        return Preview(path.name, lines, tuple(cells), tuple(unknown), tuple(names.unmatched), table.other_pages)
    columns = _columns(table, mapping)
    if not {"id", "file"} & set(columns.values()):
        raise UserProblem(
            tr("{path} does not say which clips are meant: it needs a column id, or one of file names.", path=path)
        )
    rows = [
        _Row(line, {columns[heading]: cell for heading, cell in cells.items() if heading in columns})
        for line, cells in table.rows()
    ]
    scales = Scales(house.vocabulary, names, blank_clears=blank_clears)
    known, unknown = _known(rows, house)
    cells = list(agreed(cell for row in _with_bases(known, house) for cell in scales.weigh(row)))
    if table.moments is not None:
        clips = [clip for _, clip in known]
        more, unknown_moments = _moment_cells(table.moments, clips, house, names, blank_clears=blank_clears)
        cells += _beside(more, cells)
        unknown += unknown_moments
    headings = [heading for heading in table.headings if heading and heading not in (*columns, *_OF_THE_SHEET)]
    ignored = (*headings, *(f"the page “{page}”" for page in table.other_pages))
    return Preview(path.name, len(rows), tuple(cells), tuple(unknown), tuple(names.unmatched), ignored)


def _columns(table: Table, mapping: Mapping[str, str] | None) -> dict[str, str]:
    """Return our column for each heading of theirs that comes back."""
    if mapping is None:
        return {heading: heading for heading in table.headings if heading in (*KEYS, *RETURNING)}
    missing = [heading for heading in mapping if heading not in table.headings]
    if missing:
        there = ", ".join(heading for heading in table.headings if heading)
        raise UserProblem(tr("The sheet has no column “{missing}”; it has {there}.", missing=missing[0], there=there))
    return dict(mapping)


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: Mapping[str, str]

    @property
    def revision(self) -> int | None:
        text = self.cells.get("rev", "").strip().removesuffix(".0")
        return int(text) if text.isdecimal() else None

    def of(self, clip: str) -> _Row:
        """Return the row as one of the clip with that id."""
        return replace(self, cells={**self.cells, "id": clip})

    @property
    def fields(self) -> dict[str, str]:
        return {column: cell for column, cell in self.cells.items() if column not in KEYS}


def _known(rows: Sequence[_Row], house: House) -> tuple[list[tuple[_Row, Clip]], list[UnknownRow]]:
    known: list[tuple[_Row, Clip]] = []
    unknown: list[UnknownRow] = []
    for row in rows:
        clip = _clip(row, house)
        if isinstance(clip, Clip):
            known.append((row, clip))
        else:
            unknown.append(clip)
    return known, unknown


def _moment_cells(
    table: Table, clips: Iterable[Clip], house: House, names: Names, *, blank_clears: bool
) -> tuple[list[Cell], list[UnknownRow]]:
    """Return what a page of moments would change; ``clips`` are those that the page before it speaks of.

    A row somebody wrote by hand may tell its clip by the title alone.
    """
    titled = {clip.name: sheet_id(clip.id) for clip in clips}
    rows = [_Row(line, cells) for line, cells in table.rows()]
    titled |= {row.cells.get("title", ""): row.cells["id"] for row in rows if row.cells["id"].strip()}
    rows = [row if row.cells["id"].strip() else row.of(titled.get(row.cells.get("title", ""), "")) for row in rows]
    known, unknown = _known(rows, house)
    scales = MomentScales(house.vocabulary, names, blank_clears=blank_clears)
    cells: list[Cell] = []
    for row, (returned, clip) in zip(_with_bases(known, house), known, strict=True):
        told = returned.cells["moment_id"].strip()
        moment = MomentId(told.removeprefix(ID_PREFIX)) if told else None
        cells.extend(scales.weigh(MomentRow(row.line, row.base, clip, moment, returned.cells)))
    made = [cell for cell in cells if cell.moment is None]
    page = f"the page “{table.name}”: " if table.name else ""
    unknown = [replace(row, what=f"{page}{row.what}") for row in unknown]
    return [*agreed(cell for cell in cells if cell.moment is not None), *made], unknown


def _beside(cells: Iterable[Cell], before: Iterable[Cell]) -> Iterator[Cell]:
    """Yield ``cells`` of the page of moments, none that contradicts what the page ``before`` does to the same ones."""
    told = {cell.clip: cell.line for cell in before if cell.column == "moments"}
    for cell in cells:
        if cell.clip in told:
            why = tr(
                "Row {line} of the clips changes its moments too; one of the two has to give way.", line=told[cell.clip]
            )
            cell = replace(cell, verdict=Verdict.CONFLICTING, why=why, names=(), proposal=None)
        yield cell


def _clip(row: _Row, house: House) -> Clip | UnknownRow:
    """Return the clip that a row speaks of: by its id, else by the name of its file where just one is called so."""
    if told := row.cells.get("id", "").strip():
        record = record_id(told)
        clip = house.clip(ClipId(record)) if record else None
        return clip or UnknownRow(row.line, told, tr("No clip has that id."))
    name = row.cells.get("file", "").strip()
    if not name:
        return UnknownRow(row.line, "", tr("The row does not say which clip it is of."))
    folder = row.cells.get("folder", "").strip()
    found = [clip for candidate in house.clips_called(name) if (clip := house.clip(candidate))]
    found = [clip for clip in found if not folder or clip.file.path == f"{folder.rstrip('/')}/{name}"]
    if len(found) == 1:
        return found[0]
    return UnknownRow(row.line, name, tr("Several files are called so.") if found else tr("No file is called so."))


def _with_bases(known: Sequence[tuple[_Row, Clip]], house: House) -> Iterator[Returned]:
    """Yield each row with the clip as it stood at the revision the row was made from."""
    stale = {clip.id: row.revision for row, clip in known if row.revision is not None and row.revision != clip.revision}
    bases = as_of(house.history, stale) if stale else {}
    for row, clip in known:
        base = clip if row.revision == clip.revision else bases.get(clip.id)
        yield Returned(row.line, base, clip, row.fields)
