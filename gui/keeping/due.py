"""What becomes free soon: the clips whose embargo ends within the next days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.app import Archive
from core.export.embargo import DUE_DAYS, due
from core.model.ids import ClipId
from core.ports.index import Order
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.style import Space, TextRole
from gui.widgets import CloseButtons, Text
from gui.words import dated, plural, tr

_MOST_DAYS = 3_650
_NAME, _FREE, _WHY = range(3)
_ROW = 24


@dataclass(frozen=True, slots=True)
class DueClip:
    """A clip that becomes free on the day ``free``."""

    clip: ClipId
    name: str
    free: date
    why: str


@dataclass(frozen=True, slots=True)
class DueList:
    """Every clip that becomes free within years of ``today``, the soonest first."""

    today: date
    clips: Sequence[DueClip]

    def within(self, days: int) -> Sequence[DueClip]:
        """Return those that become free within ``days``."""
        last = self.today + timedelta(days)
        return [one for one in self.clips if one.free <= last]


@dataclass(frozen=True, slots=True)
class ClipWanted:
    """A clip somebody wants to see."""

    clip: ClipId
    name: str


def read_due(archive: Archive) -> DueList:
    """Read every clip of ``archive`` and return those whose embargo ends one day."""
    today = archive.clock.now().astimezone().date()
    ids = archive.index.clip_ids(archive.search("", Order.ADDED).rows)
    clips = (clip for one in ids if (clip := archive.catalog.clip(one)) is not None)
    found = due(clips, archive.vocabulary, today, _MOST_DAYS)
    return DueList(today, [DueClip(one.clip.id, one.clip.name, one.free, one.why) for one in found])


class DueDialog(QDialog):
    """Lists what becomes free soon; a clip that is activated ends it, and ``clip_wanted`` carries a ClipWanted."""

    clip_wanted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Free soon"))
        self.resize(760, 440)
        self._found: DueList | None = None
        self._shown: Sequence[DueClip] = ()
        self._days = QSpinBox()
        self._days.setAccessibleName(tr("Days to look ahead"))
        self._days.setRange(1, _MOST_DAYS)
        self._days.setValue(DUE_DAYS)
        self._days.setSuffix(f" {tr('days', 'What becomes free in the next 30 days')}")
        self._days.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words = Text(tr("Reading …"), TextRole.BODY, "secondary", wrap=True)
        self._list = _due_tree()
        self._lay_out()
        self._days.valueChanged.connect(self._fill)
        self._list.itemActivated.connect(self._on_activated)
        bridge.read(read_due, self._on_read)

    def _lay_out(self) -> None:
        ahead = QHBoxLayout()
        ahead.setSpacing(Space.S)
        ahead.addWidget(Text(tr("What becomes free in the next")))
        ahead.addWidget(self._days)
        ahead.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(ahead)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._words)
        layout.addWidget(CloseButtons(self))
        self._list.setFocus()

    def _on_read(self, found: DueList) -> None:
        if isValid(self):  # it may have been closed while the archive was read
            self._found = found
            self._fill()

    def _fill(self, _days: int = 0) -> None:
        if self._found is None:
            return
        self._shown = self._found.within(self._days.value())
        items = [QTreeWidgetItem([one.name, dated(one.free.isoformat()), one.why]) for one in self._shown]
        for item in items:
            item.setSizeHint(_NAME, QSize(0, _ROW))
            item.setToolTip(_NAME, item.text(_NAME))
            item.setToolTip(_WHY, item.text(_WHY))
        self._list.clear()
        self._list.addTopLevelItems(items)
        if items:
            self._list.setCurrentItem(items[0])
        last = dated((self._found.today + timedelta(self._days.value())).isoformat())
        many = plural(
            len(self._shown), "%n clip will be free by {date}.", "%n clips will be free by {date}.", date=last
        )
        self._words.setText(many if self._shown else tr("Nothing becomes free by {date}.", date=last))

    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        one = self._shown[self._list.indexOfTopLevelItem(item)]
        self.clip_wanted.emit(ClipWanted(one.clip, one.name))
        self.accept()


def _due_tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName(tr("Clips that become free soon"))
    tree.setHeaderLabels([tr("Clip"), tr("Free on"), tr("Why it is held back")])
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setFrameShape(QFrame.Shape.NoFrame)
    tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # takes are told apart by how their names end
    header = tree.header()
    header.setStretchLastSection(True)
    header.setSectionResizeMode(_FREE, QHeaderView.ResizeMode.ResizeToContents)
    header.resizeSection(_NAME, 220)
    return tree
