"""The contact sheet: pages with every clip's frames, names and moments, and the table of the same sheet inside."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QFile, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

from core.export.formats import FORMATS, Format
from core.export.sheet import Row, Sheet
from gui.export.pdf_clip import ClipEntry
from gui.export.pdf_page import INNER, Pages
from gui.export.pdf_text import CLAIMED, DISPUTED, POINT, QUIET, SMALL, Piece, Run, forget_shaped, lines
from gui.style.fonts import load_fonts
from gui.words import dated, plural, tr

ATTACHED = "tag sheet.csv"
"""The name of the table within the file."""

_TABLE = FORMATS["csv"]


_TAIL = 64
"""At the end of a PDF stands, in fewer bytes than that, where its table of objects begins."""


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` as a contact sheet of A4 pages to ``target``, a clip at a time, with its CSV attached.

    Needs a QGuiApplication; any thread will do.  Raises OSError.
    """
    load_fonts()
    file = QFile(str(target))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    with tempfile.TemporaryDirectory(prefix="slatebook-") as folder:
        table = Path(folder) / ATTACHED
        writer = _writer(file, sheet.title)
        painter = QPainter()
        try:
            painter.begin(writer)
            _paint(sheet, Pages(writer, painter, sheet.title, _made(sheet), sheet.notice), table)
            writer.addFileAttachment(ATTACHED, QByteArray(table.read_bytes()), "text/csv")
        finally:
            painter.end()
            file.close()
            forget_shaped()
    _check_whole(file, target)


PDF = Format("pdf", "pdf", "Contact sheet to read and print (PDF, the CSV inside)", write)

ALL_FORMATS: Mapping[str, Format] = {**FORMATS, PDF.name: PDF}
"""Every format a sheet can leave in where Qt is at hand."""


def painting_application() -> QGuiApplication:
    """Return what Qt paints words with where there is no window; keep it while a contact sheet is written."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    known = QGuiApplication.instance()
    return known if isinstance(known, QGuiApplication) else QGuiApplication(["slatebook"])


def _writer(file: QFile, title: str) -> QPdfWriter:
    writer = QPdfWriter(file)
    writer.setResolution(round(72 * POINT))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(title)
    writer.setCreator("Slatebook")
    return writer


def _made(sheet: Sheet) -> str:
    return dated(f"{sheet.made:%Y-%m-%d %H:%M} UTC")


def _paint(sheet: Sheet, pages: Pages, table: Path) -> None:
    """Paint each row when the table takes it, for rows can be gone through once.

    Stills are decoded in between: on other threads that took longer, for painting holds Python's lock.
    """
    rows = 0

    def painted() -> Iterator[Row]:
        nonlocal rows
        for row in sheet.rows:
            pages.add(ClipEntry(sheet, row).composed())
            rows += 1
            yield row

    pages.opening(_legend(sheet))
    _TABLE.write(replace(sheet, rows=painted()), table)
    words = plural(
        rows,
        "%n clip. The table of this sheet is attached to this file as “{file}”.",
        "%n clips. The table of this sheet is attached to this file as “{file}”.",
        file=ATTACHED,
    )
    pages.closing(lines([Run(words, SMALL)], INNER))


def _legend(sheet: Sheet) -> list[Piece]:
    marks = [
        Run(f"{tr('Names without a mark are established.')}   ", SMALL),
        Run("?", CLAIMED),
        Run(f" {tr('claimed, not verified')}   ", SMALL),
        Run("!", DISPUTED),
        Run(f" {tr('disputed')}", SMALL),
    ]
    return [*lines([Run(tr("Contact sheet, {date}", date=_made(sheet)), QUIET)], INNER), *lines(marks, INNER)]


def _check_whole(file: QFile, target: Path) -> None:
    """Raise OSError unless all was written: Qt's engine goes on after a write that failed."""
    if file.error() is not QFile.FileError.NoError:
        raise OSError(file.errorString())
    with target.open("rb") as written:
        written.seek(-min(_TAIL, written.seek(0, os.SEEK_END)), os.SEEK_END)
        _, _, end = written.read().rpartition(b"startxref")
        place = end.split()[:1]
        written.seek(int(place[0]) if place and place[0].isdigit() else 0)
        if written.read(4) != b"xref":
            raise OSError(tr("the disk did not take all of it"))
