"""How to search, all keys, and what Slatebook is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.search.fields import FIELDS
from gui.style import Space, TextRole, app_icon, font, width_of
from gui.widgets import CloseButtons, Text
from gui.words import msg, tr

_WIDEST = 220
"""No wider is the column of keys, in pixels."""

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
        self.resize(1040, 640)
        self.filter = QLineEdit(self)
        fields = [(f"{field.name}:", tr(field.about)) for field in FIELDS]
        self.keys = Sheet(tr("Keys"), keys, self)
        self.searching = Sheet(
            tr("Searching"),
            {tr("Searching"): [(what, tr(words)) for what, words in _SEARCHES], tr("Fields"): fields},
            self,
        )
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


class Sheet(QTreeWidget):
    """Groups of words with what they mean beside them; Ctrl+C copies the words."""

    def __init__(self, title: str, groups: Mapping[str, Sequence[tuple[str, str]]], parent: QWidget) -> None:
        super().__init__(parent)
        self._groups: list[tuple[QTreeWidgetItem, Sequence[QTreeWidgetItem]]] = []
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_LineDelegate(self))
        for group, lines in groups.items():
            self._add(group, lines)
        self.expandAll()
        widest = max(width_of(TextRole.STRONG, what) for lines in groups.values() for what, _ in lines)
        self.setColumnWidth(0, min(widest + Space.L, _WIDEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # lines that wrap are as high as the width asks for

    def _add(self, group: str, lines: Sequence[tuple[str, str]]) -> None:
        head = QTreeWidgetItem(self, [group])
        head.setFont(0, font(TextRole.HEADING))
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setFirstColumnSpanned(True)
        made = [QTreeWidgetItem(head, list(line)) for line in lines]
        for line in made:
            line.setFont(0, font(TextRole.STRONG))
        self._groups.append((head, made))

    def show_only(self, text: str) -> None:
        """Show the lines that hold ``text``, and the groups that have some."""
        wanted = text.strip().lower()
        for group, lines in self._groups:
            for line in lines:
                line.setHidden(wanted not in f"{line.text(0)} {line.text(1)}".lower())
            group.setHidden(all(line.isHidden() for line in lines))

    def shown(self) -> list[tuple[str, str]]:
        """Return the lines that are shown."""
        return [(line.text(0), line.text(1)) for _, lines in self._groups for line in lines if not line.isHidden()]


class _LineDelegate(QStyledItemDelegate):
    """Draws lines with room to breathe, and more of it around a heading."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        within = QStyleOptionViewItem(option)
        within.rect = QRect(0, 0, self._sheet.columnWidth(index.column()), 1)  # in which lines are wrapped
        size = super().sizeHint(within, index)
        return QSize(size.width(), size.height() + (Space.S if index.parent().isValid() else 2 * Space.M))


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
