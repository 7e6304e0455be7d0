"""An Office Open XML workbook: a poster on every row, text cells only, a heading that stays and filters."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.image import Image
from xlsxwriter.worksheet import Worksheet

from core.export.sheet import Row, Sheet

_POSTER_BOX = (160, 90)
_MARGIN = 6
_ROW_PIXELS = _POSTER_BOX[1] + 2 * _MARGIN
_POSTER_PIXELS = _POSTER_BOX[0] + 2 * _MARGIN
_HEADING_PIXELS = 30
_PIXELS_PER_INCH = 96

_TEXT = {"font_name": "Calibri", "font_size": 10, "valign": "top", "num_format": "@", "font_color": "#1F2430"}
_LINES = {"bottom": 1, "bottom_color": "#DDE1E7"}
_HEADING = {
    "font_name": "Calibri", "font_size": 10, "bold": True, "font_color": "#FFFFFF", "bg_color": "#2B3340",
    "valign": "vcenter", "indent": 0, "num_format": "@",
}  # fmt: skip


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, a row at a time; raises OSError."""
    # A folder of our own: rows wait in it until the workbook is packed, and it is gone whatever happens.
    with tempfile.TemporaryDirectory(prefix="slatebook-sheet-", ignore_cleanup_errors=True) as waiting:
        try:
            with Workbook(str(target), {"constant_memory": True, "tmpdir": waiting, "strings_to_urls": False}) as book:
                book.set_properties({"title": sheet.title, "comments": "A tag sheet made by Slatebook"})
                _Page(book, sheet).write()
        except FileCreateError as error:  # what the system said, wrapped
            raise error.args[0] from None


class _Page:
    """The one worksheet."""

    def __init__(self, book: Workbook, sheet: Sheet) -> None:
        self._sheet = sheet
        self._page: Worksheet = book.add_worksheet("Clips")
        self._heading: Format = book.add_format(_HEADING)
        self._plain: Format = book.add_format({**_TEXT, **_LINES})
        self._wrapped: Format = book.add_format({**_TEXT, **_LINES, "text_wrap": True})

    def write(self) -> None:
        self._set_up()
        last = 0
        for last, row in enumerate(self._sheet.rows, start=1):
            self._write_row(last, row)
        self._page.autofilter(0, 0, max(last, 1), len(self._sheet.columns))

    def _set_up(self) -> None:
        page = self._page
        page.hide_gridlines(2)
        page.freeze_panes(1, 2)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_column_pixels(0, 0, _POSTER_PIXELS)
        page.set_row_pixels(0, _HEADING_PIXELS)
        page.write_string(0, 0, "poster", self._heading)
        for place, column in enumerate(self._sheet.columns, start=1):
            page.set_column(place, place, column.width)
            page.write_string(0, place, column.heading, self._heading)
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def _write_row(self, line: int, row: Row) -> None:
        self._page.set_row_pixels(line, _ROW_PIXELS)
        self._page.write_blank(line, 0, None, self._plain)
        if row.poster is not None and row.poster.exists():
            self._page.insert_image(line, 0, str(row.poster), _fitted(row.poster, row.title))
        for place, (column, cell) in enumerate(zip(self._sheet.columns, row.cells, strict=True), start=1):
            self._write_text(line, place, cell, self._wrapped if column.wraps else self._plain)

    def _write_text(self, line: int, place: int, text: str, style: Format) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):
            # xlsxwriter takes such text for its own rich strings and would not escape it.
            self._page.write_rich_string(line, place, text[:1], style, text[1:], style)
        else:
            self._page.write_string(line, place, text, style)


def _fitted(poster: Path, title: str) -> dict[str, Any]:
    """Return the options that show ``poster`` whole and centred in its box, its bytes as they are."""
    image = Image(str(poster))
    width = image.width * _PIXELS_PER_INCH / image.x_dpi
    height = image.height * _PIXELS_PER_INCH / image.y_dpi
    scale = min(_POSTER_BOX[0] / width, _POSTER_BOX[1] / height)
    return {
        "x_scale": scale,
        "y_scale": scale,
        "x_offset": (_POSTER_PIXELS - width * scale) / 2,
        "y_offset": (_ROW_PIXELS - height * scale) / 2,
        "object_position": 1,
        "description": f"Poster of {title}",
    }
