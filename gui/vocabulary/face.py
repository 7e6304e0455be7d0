"""The picture of the chosen name, large, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from core.catalog.picture_edits import SetPicture
from core.model.vocabulary import Entry, EntryKind
from gui.bridge.bridge import Bridge
from gui.style import RADIUS, color, icon
from gui.vocabulary.portraits import Portraits, paint_portrait
from gui.words import tr

_SIDE = 64
_RING = 3


class Face(QAbstractButton):
    """Shows who or what an entry is; pressed, it offers to go back to a picture out of its clips."""

    clips_wanted = Signal()

    def __init__(self, bridge: Bridge, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._portraits = portraits
        self._entry: Entry | None = None
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Right-click a keyframe or a box in the frame to choose another picture"))
        self.clicked.connect(self._show_menu)
        portraits.arrived.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE + 2 * _RING, _SIDE + 2 * _RING)

    def show_entry(self, entry: Entry | None) -> None:
        """Show another entry, or the same as it is now."""
        self._entry = entry
        self.setVisible(entry is not None)
        self.setAccessibleName(tr("Picture of {name}", name=entry.label) if entry is not None else "")
        self.update()

    def menu(self) -> QMenu:
        """Return what can be done about the picture; the caller shows it."""
        menu = QMenu(self)
        menu.addAction(icon("search"), tr("Show clips to choose a picture from")).triggered.connect(self.clips_wanted)
        entry = self._entry
        if entry is not None and not self._bridge.archive.read_only:
            back = menu.addAction(icon("undo-2"), tr("Let clips give the picture"))
            back.setEnabled(entry.picture is not None)
            back.triggered.connect(lambda: self._bridge.edit(SetPicture(entry.id, None), self))
        return menu

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        entry = self._entry
        if entry is None:
            return
        painter = QPainter(self)
        room = self.rect().adjusted(_RING, _RING, -_RING, -_RING)
        picture = self._portraits.portrait(entry.id, round(_SIDE * self.devicePixelRatioF()))
        paint_portrait(painter, room, entry.kind, entry.label, picture)
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("accent" if self.hasFocus() else "outline"), 2))
            radius = self.width() / 2 if entry.kind is EntryKind.PERSON else RADIUS
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
