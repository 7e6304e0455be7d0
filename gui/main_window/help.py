"""How to search, all keys, and what Slatebook is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.search.fields import FIELDS
from gui.main_window.actions import COMMANDS
from gui.style import Space, TextRole, app_icon
from gui.widgets import SectionHeader, Text

_SEARCHES = (
    ("tom cruise norway", "every word, in names, captions, notes and file names"),
    ('person:"tom cruise"', "who is shown; aliases count"),
    ("location:norway", "where, with every place within it"),
    ('production:"mission impossible 7"', "which production"),
    ("-production:digger", "leave out"),
    ("(train OR rail) norway", "either"),
    ("moments: waves tom", "moments instead of clips"),
    ("person:tom with person:hayley", "both at the same time; or: within 5s of"),
    ("missing:location", "what is still to do"),
    ("shot:2020..2021", "when it was shot"),
    ("duration:<2m", "how long it is"),
)
_ABOUT = (
    "An archive for behind-the-scenes footage: keyframes, tags over time, claims kept apart from facts, tag sheets. "
    "Works offline. Originals are never changed.\n\nMIT licence. Made with Qt for Python (LGPL), FFmpeg (LGPL), OpenCV "
    "(Apache 2.0), TinyDB (MIT), ExifRead (BSD), the Inter typeface (OFL) and Lucide icons (ISC)."
)


class KeysDialog(QDialog):
    """A sheet of searches and keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keys and searching")
        self.resize(860, 560)
        keys = ((_native(command.keys), command.tip) for command in COMMANDS if command.keys)
        columns = QHBoxLayout()
        columns.setSpacing(Space.XL)
        fields = ((f"{field.name}:", field.about) for field in FIELDS)
        columns.addWidget(_sheet("Searching", (*_SEARCHES, *fields)), 1)
        columns.addWidget(_sheet("Keys", keys), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.addLayout(columns, 1)
        layout.addWidget(_close_button(self))


class AboutDialog(QDialog):
    """Name, version, licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About Slatebook")
        mark = QLabel()
        mark.setPixmap(app_icon().pixmap(64, 64))
        mark.setAccessibleName("Mark of Slatebook")
        words = QVBoxLayout()
        words.addWidget(Text(f"Slatebook {_version()}".strip(), TextRole.TITLE))
        about = Text(_ABOUT, wrap=True)
        about.setMinimumWidth(380)
        words.addWidget(about)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.L)
        layout.addLayout(row)
        layout.addWidget(_close_button(self))


def _sheet(title: str, lines: Iterable[tuple[str, str]]) -> QScrollArea:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, Space.S, 0)
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.S)
    grid.setColumnStretch(1, 1)
    grid.addWidget(SectionHeader(title), 0, 0, 1, 2)
    row = 0
    for row, (what, words) in enumerate(lines, start=1):
        grid.addWidget(Text(what, TextRole.STRONG, selectable=True), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(words, TextRole.BODY, "secondary", wrap=True), row, 1)
    grid.setRowStretch(row + 1, 1)
    area = QScrollArea()
    area.setAccessibleName(title)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


def _native(keys: Sequence[str]) -> str:
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def _close_button(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    return buttons


def _version() -> str:
    try:
        return version("slatebook")
    except PackageNotFoundError:
        return ""  # run from a checkout
