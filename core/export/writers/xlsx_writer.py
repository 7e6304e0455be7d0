"""An Office Open XML workbook: a poster on every row, text cells only, headings that stay, filters, moments beside."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError, XlsxFileError
from xlsxwriter.format import Format
from xlsxwriter.image import Image
from xlsxwriter.packager import Packager
from xlsxwriter.worksheet import Worksheet

from core.export.columns import COLUMNS
from core.export.moments import MACHINES, MOMENT_HEADINGS, moment_rows
from core.export.sheet import Column, Row, Sheet
from core.values import dataclass

SCHEMA = "1"
"""The form of the workbook, as its property ``slatebook-schema`` says it."""

_ALWAYS = ("id", "rev")
"""By these a workbook that comes back is understood: they are there whatever was chosen, and hidden."""

_POSTER_BOX = (160, 90)
_MARGIN = 6
_ROW_PIXELS = _POSTER_BOX[1] + 2 * _MARGIN
_POSTER_PIXELS = _POSTER_BOX[0] + 2 * _MARGIN
_HEADING_PIXELS = 30
_PIXELS_PER_INCH = 96
_PAGE_HEADER_LIMIT = 200

_MOMENT_WIDTHS = {"title": 28, "label": 36, "people": 24, "note": 44}
_MOMENT_WRAPS = frozenset({"title", "label", "people", "note"})

_OPTIONS = {"constant_memory": True, "strings_to_urls": False, "use_zip64": True}
_TEXT = {"font_name": "Calibri", "font_size": 10, "valign": "top", "num_format": "@", "font_color": "#1F2430"}
_LINES = {"bottom": 1, "bottom_color": "#DDE1E7"}
_HEADING = {
    "font_name": "Calibri", "font_size": 10, "bold": True, "font_color": "#FFFFFF", "bg_color": "#2B3340",
    "valign": "vcenter", "indent": 0, "num_format": "@",
}  # fmt: skip


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, a row at a time; raises OSError.

    Besides the chosen columns, ``id`` and ``rev`` are there, hidden.  Moments stand on a second page.  A ``notice``
    stands in a column of its own, above each printed page and among the properties.
    """
    # A folder of our own: rows wait in it until the workbook is packed, and it is gone whatever happens.  The packed
    # workbook lies there too, for xlsxwriter would leave a file on a full disk open.
    with tempfile.TemporaryDirectory(prefix="slatebook-sheet-", ignore_cleanup_errors=True) as waiting:
        try:
            packed = Path(waiting, "packed.xlsx")
            with _Workbook(str(packed), {**_OPTIONS, "tmpdir": waiting}) as book:
                comments = f"A tag sheet made by Slatebook. {sheet.notice}".strip()
                book.set_properties({"title": sheet.title, "comments": comments, "created": sheet.made})
                book.set_custom_property("slatebook-schema", SCHEMA, "text")
                _fill(book, sheet)
            shutil.copyfile(packed, target)
            _add_pictures(book, target)
        except FileCreateError as error:  # what the system said, wrapped
            raise error.args[0] from None


class _Packager(Packager):  # type: ignore[misc]
    """Leaves pictures out, for xlsxwriter would copy each and press it once more, which takes as long as all else."""

    def _add_image_files(self) -> None:
        return


class _Workbook(Workbook):  # type: ignore[misc]
    """A workbook whose pictures are added by :func:`_add_pictures` once it is closed."""

    def _get_packager(self) -> Packager:
        return _Packager()


def _add_pictures(book: Workbook, target: Path) -> None:
    """Put the pictures of ``book`` as they are where its pages expect them; raises OSError."""
    with ZipFile(target, "a", ZIP_STORED) as package:
        for number, image in enumerate(book.images, start=1):
            member = ZipInfo(f"xl/media/image{number}.{image.image_type.lower()}")
            package.writestr(member, Path(image.filename).read_bytes())


def _fill(book: Workbook, sheet: Sheet) -> None:
    styles = _Styles(book)
    clips = _Page(book.add_worksheet("Clips"), styles, _clip_fields(sheet), sheet.notice)
    moments = _Page(book.add_worksheet("Moments"), styles, _moment_fields(), sheet.notice)
    clips.page.freeze_panes(1, 2)
    clips.page.set_column_pixels(0, 0, _POSTER_PIXELS)
    moments.page.freeze_panes(1, 2)
    chosen = {column.key for column in sheet.columns}
    missing = [COLUMNS[key] for key in _ALWAYS if key not in chosen]
    for row in sheet.rows:
        _write_clip(clips, row, [column.value(row.clip, sheet.words) for column in missing])
        for cells in moment_rows(row.clip, sheet.words):
            moments.write(cells)
    clips.end()
    moments.end()


def _write_clip(clips: _Page, row: Row, hidden: Iterable[str]) -> None:
    clips.write(("", *row.cells, *hidden), _ROW_PIXELS)
    poster = _poster(row)
    if poster is not None:
        clips.page.insert_image(clips.line, 0, poster, _fitted(poster, row.title))


@dataclass(frozen=True, slots=True)
class _Field:
    """One column of a page, ``width`` in characters."""

    heading: str
    width: int
    wraps: bool
    hidden: bool = False


def _clip_fields(sheet: Sheet) -> list[_Field]:
    chosen = [_field(column) for column in sheet.columns]
    keys = {field.heading for field in chosen}
    return [_Field("poster", 0, False), *chosen, *(_field(COLUMNS[key]) for key in _ALWAYS if key not in keys)]


def _field(column: Column) -> _Field:
    return _Field(column.heading, column.width, column.wraps, column.key in _ALWAYS)


def _moment_fields() -> list[_Field]:
    return [
        _Field(heading, _MOMENT_WIDTHS.get(heading, 13), heading in _MOMENT_WRAPS, heading in MACHINES)
        for heading in MOMENT_HEADINGS
    ]


class _Styles:
    """How cells look."""

    def __init__(self, book: Workbook) -> None:
        self.heading: Format = book.add_format(_HEADING)
        self.plain: Format = book.add_format({**_TEXT, **_LINES})
        self.wrapped: Format = book.add_format({**_TEXT, **_LINES, "text_wrap": True})


class _Page:
    """One worksheet, written line by line; ``line`` is the last that was."""

    def __init__(self, page: Worksheet, styles: _Styles, fields: Sequence[_Field], notice: str) -> None:
        self.page = page
        self.line = 0
        self._styles = styles
        self._fields = [*fields, _Field("notice", 40, True)] if notice else list(fields)
        self._notice = (notice,) if notice else ()
        self._set_up()

    def write(self, cells: Iterable[str], pixels: int | None = None) -> None:
        """Write the next line; raises OSError."""
        self.line += 1
        if pixels is not None:
            self.page.set_row_pixels(self.line, pixels)
        for place, (field, cell) in enumerate(zip(self._fields, (*cells, *self._notice), strict=True)):
            self._write_text(place, cell, self._styles.wrapped if field.wraps else self._styles.plain)

    def end(self) -> None:
        """Put the filters over what was written."""
        self.page.autofilter(0, 0, max(self.line, 1), len(self._fields) - 1)

    def _set_up(self) -> None:
        page = self.page
        page.hide_gridlines(2)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_row_pixels(0, _HEADING_PIXELS)
        for notice in self._notice:
            page.set_header(f"&L{notice[:_PAGE_HEADER_LIMIT].replace('&', '&&')}")
        for place, field in enumerate(self._fields):
            page.set_column(place, place, field.width, None, {"hidden": field.hidden})
            page.write_string(0, place, field.heading, self._styles.heading)
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def _write_text(self, place: int, text: str, style: Format) -> None:
        if not text:
            self.page.write_blank(self.line, place, None, style)
        elif text.startswith("<r>") and text.endswith("</r>"):
            # xlsxwriter takes such text for its own rich strings and would not escape it.
            self.page.write_rich_string(self.line, place, text[:1], style, text[1:], style)
        else:
            self.page.write_string(self.line, place, text, style)


def _poster(row: Row) -> Image | None:
    """Return the poster of ``row``; None where it is gone or no picture that a workbook takes."""
    try:
        return None if row.poster is None else Image(str(row.poster))
    except (FileNotFoundError, XlsxFileError):
        return None


def _fitted(image: Image, title: str) -> dict[str, Any]:
    """Return the options that show ``image`` whole and centred in its box, its bytes as they are."""
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
