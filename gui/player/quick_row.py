"""The row that shows what the number keys tag with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style import RADIUS_SMALL, Space, TextRole, elided, font, qcolor, theme, width_of
from gui.words import tr

_HEIGHT = 22
_MOST = 150
_KEY = 18


@dataclass(frozen=True, slots=True)
class QuickTag:
    """What lies on one key; ``kind`` is an entry kind."""

    text: str
    kind: str


class QuickRow(QWidget):
    """Shows quick tags side by side as far as there is room, those of open stretches lit.

    ``pressed`` carries the place of one.
    """

    pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._tags: tuple[QuickTag, ...] = ()
        self._open: frozenset[int] = frozenset()
        self.setAccessibleName(tr("Tags on the number keys"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Press the number where a stretch begins, and again where it ends. Playing goes on."))

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT + 2 * Space.XS)

    def set_tags(self, tags: Sequence[QuickTag], opened: Collection[int]) -> None:
        """Show ``tags``; ``opened`` are the places of those whose stretch is open."""
        self._tags, self._open = tuple(tags), frozenset(opened)
        self.setAccessibleDescription("; ".join(map(self._spoken, range(len(tags)))))
        self.setVisible(bool(tags))
        self.update()

    def _spoken(self, place: int) -> str:
        words = f"{place + 1} {self._tags[place].text}"
        return tr("{tag}, open", tag=words) if place in self._open else words

    def _rects(self) -> list[QRect]:
        left = int(Space.M)
        rects = []
        for tag in self._tags:
            width = min(_MOST, _KEY + 14 + width_of(TextRole.SMALL, tag.text))
            rects.append(QRect(left, Space.XS, width, _HEIGHT))
            left += width + 6
        return [rect for rect in rects if rect.right() <= self.width()]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (tag, rect) in enumerate(zip(self._tags, self._rects(), strict=False)):
            colours, lit = theme().kind(tag.kind), place in self._open
            painter.setPen(QPen(qcolor(theme().accent if lit else colours.edge), 2 if lit else 1))
            painter.setBrush(qcolor(theme().selection if lit else colours.fill))
            painter.drawRoundedRect(rect, RADIUS_SMALL, RADIUS_SMALL)
            painter.setFont(font(TextRole.NUMERIC))
            painter.setPen(qcolor(theme().accent_text if lit else theme().faint))
            painter.drawText(rect.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(place + 1))
            painter.setFont(font(TextRole.SMALL))
            painter.setPen(qcolor(theme().selection_text if lit else colours.text))
            text = elided(TextRole.SMALL, tag.text, rect.width() - _KEY - 8)
            painter.drawText(rect.adjusted(_KEY, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        place = next((place for place, rect in enumerate(self._rects()) if rect.contains(at)), None)
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(place)
