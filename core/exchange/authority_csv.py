"""An authority file as CSV, a line an entry; merged entries stand there with what replaced them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from core.errors import FileProblem
from core.exchange.identity import entry_id, record_id
from core.exchange.reading import read_table
from core.export.cells import guard, join_values, split_values
from core.export.columns import sheet_id
from core.model.ids import EntryId
from core.model.vocabulary import Alias, Entry, EntryKind
from core.words import tr

SCHEMES = ("wikidata", "imdb", "viaf", "tgn", "geonames")
"""The registers with a column of their own; ids of others stand together in ``other_ids``."""

COLUMNS = (
    "id", "type", "label", "alt_labels", *SCHEMES, "lat", "lon", "country_code", "parent_id", "status", "replaced_by",
    "note", "released", "directors", "other_ids", "existed_from", "existed_to",
)  # fmt: skip
"""The columns in order; ``lat``, ``lon`` and ``country_code`` are kept free for what other programs put there."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*|")
_CURRENT, _MERGED = "current", "merged"


def write_csv(entries: Iterable[Entry], target: Path) -> None:
    """Write ``entries`` to ``target`` in UTF-8 with its mark, after RFC 4180, no id a bare number; raises OSError."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\r\n")
        writer.writeheader()
        for entry in entries:
            writer.writerow({column: guard(cell) for column, cell in _cells(entry).items()})


def _cells(entry: Entry) -> dict[str, str]:
    registers = {scheme: _spelled(scheme, entry.external_ids.get(scheme, "")) for scheme in SCHEMES}
    others = (f"{scheme}:{value}" for scheme, value in entry.external_ids.items() if scheme not in SCHEMES)
    return {
        "id": sheet_id(entry.id),
        "type": str(entry.kind),
        "label": entry.label,
        "alt_labels": join_values(_alias_cell(alias) for alias in entry.aliases),
        **registers,
        "parent_id": sheet_id(entry.parent) if entry.parent else "",
        "status": _MERGED if entry.redirect else _CURRENT,
        "replaced_by": sheet_id(entry.redirect) if entry.redirect else "",
        "note": entry.note,
        "released": entry.released,
        "directors": join_values(entry.directors),
        "other_ids": join_values(others),
        "existed_from": entry.existed_from,
        "existed_to": entry.existed_to,
    }


def _spelled(scheme: str, value: str) -> str:
    """An id so that no spreadsheet rounds it."""
    return f"{scheme}:{value}" if value[:1].isdigit() or value.startswith(f"{scheme}:") else value


def _alias_cell(alias: Alias) -> str:
    """An alias with its language (``Том Круз@ru``); one without ends with the sign where it would seem to have one."""
    seems = "@" in alias.text and _LANGUAGE.fullmatch(alias.text.rpartition("@")[2])
    return f"{alias.text}@{alias.language}" if alias.language or seems else alias.text


def _alias(cell: str) -> Alias:
    text, sign, language = cell.rpartition("@")
    return Alias(text=text, language=language) if sign and _LANGUAGE.fullmatch(language) else Alias(text=cell)


def read_csv(path: Path) -> list[Entry]:
    """Return the entries in a CSV file or workbook; raises FileProblem where it holds none that are understood."""
    table = read_table(path, ["label"])
    missing = {"id", "type", "label"} - set(table.headings)
    if missing:
        raise FileProblem(
            tr(
                "{path} is no authority file: it has no column {known}.",
                path=path,
                known=" and no column ".join(sorted(missing)),
            )
        )
    return list(_entries(path, list(table.rows())))


def _entries(path: Path, rows: Sequence[tuple[int, Mapping[str, str]]]) -> Iterator[Entry]:
    ids = {cells["id"].strip(): _id(cells) for _, cells in rows if cells["id"].strip()}
    for line, cells in rows:
        try:
            yield _entry(cells, ids)
        except ValueError as error:
            raise FileProblem(
                tr("Row {line} of {path} is not understood: {error}", line=line, path=path, error=error)
            ) from None


def _id(cells: Mapping[str, str]) -> EntryId:
    """Return the id of a row; one that other programs count (1, 2, 3) means nothing without the name beside it."""
    told = cells["id"].strip()
    return entry_id(told if record_id(told) else "/".join(cells[column].strip() for column in ("type", "id", "label")))


def _entry(cells: Mapping[str, str], ids: Mapping[str, EntryId]) -> Entry:
    told = {column: cell.strip() for column, cell in cells.items()}
    if told["type"].casefold() not in set(EntryKind):
        raise ValueError(f"a type is one of {', '.join(EntryKind)}.")
    if not told["label"]:
        raise ValueError("every entry needs a label.")
    parent, redirect = (told.get(column, "") for column in ("parent_id", "replaced_by"))
    return Entry(
        id=_id(cells),
        kind=EntryKind(told["type"].casefold()),
        label=cells["label"],
        aliases=tuple(_alias(cell) for cell in split_values(cells.get("alt_labels", ""))),
        parent=(ids.get(parent) or entry_id(parent)) if parent else None,
        external_ids=dict(_external_ids(told)),
        released=told.get("released", ""),
        existed_from=told.get("existed_from", ""),
        existed_to=told.get("existed_to", ""),
        directors=tuple(split_values(cells.get("directors", ""))),
        note=cells.get("note", ""),
        redirect=(ids.get(redirect) or entry_id(redirect)) if redirect else None,
    )


def _external_ids(told: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for scheme in SCHEMES:
        if value := told.get(scheme, ""):
            yield scheme, value.removeprefix(f"{scheme}:")
    for pair in split_values(told.get("other_ids", "")):
        scheme, _, value = pair.partition(":")
        if value:
            yield scheme, value
