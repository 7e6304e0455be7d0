"""A layout that sets widgets side by side and goes on in the next line, as words in a paragraph."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from gui.style import mirrored

_Measured = tuple[QLayoutItem, int, int, int]
"""An item with the width and height it wants and its least width."""


class FlowLayout(QLayout):
    """Gives every item its size hint, no wider than the layout itself; its height follows from its width."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._measured: list[_Measured] | None = None
        self._placed_in: QRect | None = None
        if parent is not None:
            parent.setLayout(self)
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._forget()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._flow(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    def _forget(self) -> None:
        self._heights.clear()
        self._measured = None
        self._placed_in = None

    def _measures(self) -> list[_Measured]:
        """Return what is laid out; each item is asked once for its size, for a layout is asked often for its own."""
        if self._measured is None:
            shown = [(item, item.sizeHint(), item.minimumSize()) for item in self._items if not item.isEmpty()]
            self._measured = [(item, size.width(), size.height(), least.width()) for item, size, least in shown]
        return self._measured

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        if rect != self._placed_in:
            self._flow(rect, place=True)
            self._placed_in = QRect(rect)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        measures = self._measures()
        widest = max((min(least, width) for _, width, _, least in measures), default=0)
        highest = max((height for _, _, height, _ in measures), default=0)
        margins = self.contentsMargins()
        return QSize(widest + margins.left() + margins.right(), highest + margins.top() + margins.bottom())

    def _flow(self, rect: QRect, *, place: bool) -> int:
        inner, spacing = rect.marginsRemoved(self.contentsMargins()), self.spacing()
        left, end, most = inner.x(), inner.x() + inner.width(), max(inner.width(), 1)
        x, y, line_height = left, inner.y(), 0
        for item, wanted, height, _ in self._measures():
            width = min(wanted, most)
            if x > left and x + width > end:
                x, y, line_height = left, y + line_height + spacing, 0
            if place:
                item.setGeometry(mirrored(QRect(x, y, width, height), inner))
            x += width + spacing
            line_height = max(line_height, height)
        return y + line_height - rect.y() + self.contentsMargins().bottom()
