"""A frame around what has the focus and shows it by no border: a field of several lines, a list, a page, the player."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from gui.style.current import qcolor, theme
from gui.style.tokens import RADIUS_SMALL

FOCUS_FRAME = "focus_frame"
"""The property that says whether a widget is framed: by default what scrolls is, and nothing else.

A view that says False marks the item with the focus by itself: it is framed where Tab leads to it and there is none.
"""

_BAND = 3


class FocusRings(QObject):
    """Frames whichever widget that wants it has the focus; fields and buttons show it by their own border."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._on_changed)

    def _on_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = FocusRing(new) if new is not None and _wants_frame(new) else None


class FocusRing(QWidget):
    """The frame: a child of what it frames, above its viewport, as thin as its line so that scrolling stays cheap."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fit()
        area.installEventFilter(self)
        self.show()
        self.raise_()

    def _fit(self) -> None:
        room = self._area.rect()
        self.setGeometry(room)
        self.setMask(QRegion(room) - QRegion(room.adjusted(_BAND, _BAND, -_BAND, -_BAND)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(qcolor(theme().accent), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)


def _wants_frame(widget: QWidget) -> bool:
    said, window = widget.property(FOCUS_FRAME), widget.window()
    if said is False and isinstance(widget, QAbstractItemView):
        by_keys = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return by_keys and not widget.currentIndex().isValid()
    is_popup = window.windowType() is Qt.WindowType.Popup  # as the list of a combo box is
    return bool(said) or (isinstance(widget, QAbstractScrollArea) and not is_popup)


def show_rings(app: QApplication) -> None:
    """Have the focus framed in all windows of ``app``, from here on."""
    if app.findChild(FocusRings) is None:
        FocusRings(app)
