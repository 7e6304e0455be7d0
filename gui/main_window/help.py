"""How to search, all keys, and what Slatebook is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.search.fields import FIELDS
from gui.style import Space, TextRole, app_icon, read_margins
from gui.widgets import CloseButtons, SectionHeader, Text
from gui.words import msg, tr

_SEARCHES = (
    ("tom cruise norway", msg("every word, in names, captions, notes and file names")),
    ('person:"tom cruise"', msg("who is shown; aliases count")),
    ("location:norway", msg("where, with every place within it")),
    ('production:"mission impossible 7"', msg("which production")),
    ("-production:digger", msg("leave out")),
    ("(train OR rail) norway", msg("either")),
    ("moments: waves tom", msg("moments instead of clips")),
    ("person:tom with person:hayley", msg("both at the same time; or: within 5s of")),
    ("missing:location", msg("what is still to do")),
    ("is:suspected", msg("clips that look like others")),
    ("shot:2020..2021", msg("when it was shot")),
    ("duration:<2m", msg("how long it is")),
)
_ABOUT = msg(
    "An archive for behind-the-scenes footage: keyframes, tags over time, claims kept apart from facts, tag sheets. "
    "Works offline. Originals are never changed.\n\nMIT licence. Made with Qt for Python (LGPL), FFmpeg (LGPL), OpenCV "
    "(Apache 2.0), TinyDB (MIT), ExifRead (BSD), the Inter typeface (OFL) and Lucide icons (ISC)."
)


class KeysDialog(QDialog):
    """A sheet of searches and of all keys, as they are now; a field finds among both."""

    def __init__(self, keys: Mapping[str, Sequence[tuple[str, str]]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys and searching"))
        self.resize(940, 620)
        fields = [(f"{field.name}:", tr(field.about)) for field in FIELDS]
        self.keys = Sheet(tr("Keys"), keys)
        self.searching = Sheet(
            tr("Searching"), {tr("Searching"): [(what, tr(words)) for what, words in _SEARCHES], tr("Fields"): fields}
        )
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a key or what it does"))
        self.filter.setAccessibleName(tr("Find a key or what it does"))
        self.filter.setClearButtonEnabled(True)
        for sheet in (self.keys, self.searching):
            self.filter.textChanged.connect(sheet.show_only)
        columns = QHBoxLayout()
        columns.setSpacing(Space.XL)
        columns.addWidget(self.keys, 1)
        columns.addWidget(self.searching, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self.filter)
        layout.addLayout(columns, 1)
        layout.addWidget(CloseButtons(self))


class Sheet(QScrollArea):
    """Groups of words with what they mean beside them."""

    def __init__(self, title: str, groups: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        super().__init__()
        self._lines: list[tuple[str, str, Sequence[QWidget]]] = []
        self._heads: dict[str, QWidget] = {}
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(read_margins(0, 0, Space.S, 0))
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        for group, lines in groups.items():
            self._add(group, lines)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)

    def _add(self, group: str, lines: Sequence[tuple[str, str]]) -> None:
        row = self._grid.rowCount()
        self._heads[group] = SectionHeader(group)
        self._grid.addWidget(self._heads[group], row, 0, 1, 2)
        for below, (what, words) in enumerate(lines, start=1):
            shown = Text(what, TextRole.STRONG, selectable=True), Text(words, TextRole.BODY, "secondary", wrap=True)
            self._grid.addWidget(shown[0], row + below, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown[1], row + below, 1)
            self._lines.append((group, f"{what} {words}".lower(), shown))

    def show_only(self, text: str) -> None:
        """Show the lines that hold ``text``, and the groups that have some."""
        left = set()
        for group, words, shown in self._lines:
            found = text.strip().lower() in words
            left |= {group} if found else set()
            for widget in shown:
                widget.setVisible(found)
        for group, head in self._heads.items():
            head.setVisible(group in left)


class AboutDialog(QDialog):
    """Name, version, licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About Slatebook"))
        mark = QLabel()
        mark.setPixmap(app_icon().pixmap(64, 64))
        mark.setAccessibleName(tr("Mark of Slatebook"))
        words = QVBoxLayout()
        words.addWidget(Text(f"Slatebook {_version()}".strip(), TextRole.TITLE))
        about = Text(tr(_ABOUT), wrap=True)
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
        layout.addWidget(CloseButtons(self))


def _version() -> str:
    try:
        return version("slatebook")
    except PackageNotFoundError:
        return ""  # run from a checkout
