"""The row that shows what the number keys tag with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.values import dataclass
from gui.style import RADIUS_SMALL, KindColours, Space, TextRole, elided, font, mirrored, qcolor, theme, width_of
from gui.words import tr

_HEIGHT = 22
_MOST, _LEAST = 150, 36
_KEY, _GAP = 18, 6
_ROOM_FOR_WORDS = 460
"""In less than that the key for one at a time stands without its words."""


@dataclass(frozen=True, slots=True)
class QuickTag:
    """What lies on one key; ``kind`` is an entry kind."""

    text: str
    kind: str


class QuickRow(QWidget):
    """Shows all quick tags, side by side or on two lines, those of open stretches lit.

    ``pressed`` carries the place of one.  Where they are for ``stretches``, at its end stands whether one ends where
    another begins.
    """

    pressed = Signal(int)

    def __init__(self, *, stretches: bool = True) -> None:
        super().__init__()
        self._stretches = stretches
        self._tags: tuple[QuickTag, ...] = ()
        self._open: frozenset[int] = frozenset()
        self._is_told = False
        self.one_at_a_time = False
        """Whether the stretches that are open end where another is begun."""
        self.setAccessibleName(tr("Tags on the number keys"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        begins = tr("Press the number where a stretch begins, and again where it ends. Playing goes on.")
        self.setToolTip(begins if stretches else tr("Press the number to tag the selected clips."))

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """Return the height of one line, or of two where the tags do not fit one."""
        lines = 1 + max((line for line, _, _ in self._laid_out(width)), default=0)
        return lines * (_HEIGHT + Space.XS) + Space.XS

    def set_tags(self, tags: Sequence[QuickTag], opened: Collection[int]) -> None:
        """Show ``tags``; ``opened`` are the places of those whose stretch is open."""
        if self._is_told and (self._tags, self._open) == (tuple(tags), frozenset(opened)):
            return
        self._tags, self._open, self._is_told = tuple(tags), frozenset(opened), True
        self._tell()
        self.setVisible(bool(tags))
        self._fit()

    def _tell(self) -> None:
        one = [tr("One at a time")] if self.one_at_a_time else []
        self.setAccessibleDescription("; ".join([*map(self._spoken, range(len(self._tags))), *one]))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self.heightForWidth(self.width())
        if height != self.height():
            self.setFixedHeight(height)

    def on_key(self, event: QKeyEvent) -> None:
        """Take X, which has one stretch end where another begins, or no longer."""
        if not event.isAutoRepeat():
            self.toggle_one()

    def toggle_one(self) -> None:
        """Have one stretch end where another begins, or no longer."""
        self.one_at_a_time = not self.one_at_a_time
        self._tell()

    def _spoken(self, place: int) -> str:
        words = f"{place + 1} {self._tags[place].text}"
        return tr("{tag}, open", tag=words) if place in self._open else words

    def _laid_out(self, width: int) -> list[tuple[int, int, int]]:
        """Return line, left edge and width of each tag in so much room, all of them: on two lines at most."""
        room = width - self._one_width(width) - 2 * Space.M
        wished = [min(_MOST, _KEY + 14 + width_of(TextRole.SMALL, tag.text)) for tag in self._tags]
        if sum(wished) + _GAP * len(wished) > room:  # then on two lines, in columns
            columns = -(-len(wished) // 2)
            each = max(_LEAST, min(_MOST, room // max(1, columns) - _GAP))
            return [(at // columns, at % columns * (each + _GAP), each) for at in range(len(wished))]
        lefts = accumulate((one + _GAP for one in wished), initial=0)
        return [(0, left, one) for left, one in zip(lefts, wished, strict=False)]

    def _rects(self) -> list[QRect]:
        step = _HEIGHT + Space.XS
        rects = [
            QRect(Space.M + left, Space.XS + line * step, width, _HEIGHT)
            for line, left, width in self._laid_out(self.width())
        ]
        return [mirrored(rect, self.rect()) for rect in rects]

    def _one_width(self, width: int) -> int:
        if not self._stretches:
            return 0
        return _KEY + (14 + width_of(TextRole.SMALL, tr("One at a time")) if width >= _ROOM_FOR_WORDS else 0)

    def _one_rect(self) -> QRect:
        width = self._one_width(self.width())
        return mirrored(QRect(self.width() - Space.M - width, Space.XS, width, _HEIGHT), self.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain = KindColours(theme().secondary, theme().panel, theme().hairline)
        for place, (tag, rect) in enumerate(zip(self._tags, self._rects(), strict=False)):
            colours = theme().kind(tag.kind) if self.isEnabled() else plain
            _paint(painter, rect, str(place + 1), tag.text, colours, lit=place in self._open)
        if self._stretches:
            _paint(painter, self._one_rect(), "X", tr("One at a time"), plain, lit=self.one_at_a_time)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._one_rect().contains(event.pos()):
            QToolTip.showText(event.globalPos(), tr("A stretch ends where the next one begins (X)"), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        place = next((place for place, rect in enumerate(self._rects()) if rect.contains(at)), None)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._one_rect().contains(at):
            self.toggle_one()
        elif place is not None:
            self.pressed.emit(place)


def _paint(painter: QPainter, rect: QRect, key: str, words: str, colours: KindColours, *, lit: bool) -> None:
    painter.setPen(QPen(qcolor(theme().accent if lit else colours.edge), 2 if lit else 1))
    painter.setBrush(qcolor(theme().selection if lit else colours.fill))
    painter.drawRoundedRect(rect, RADIUS_SMALL, RADIUS_SMALL)
    painter.setFont(font(TextRole.NUMERIC))
    painter.setPen(qcolor(theme().accent_text if lit else theme().faint))
    painter.drawText(mirrored(rect.adjusted(6, 0, 0, 0), rect), Qt.AlignmentFlag.AlignVCenter, key)
    painter.setFont(font(TextRole.SMALL))
    painter.setPen(qcolor(theme().selection_text if lit else colours.text))
    text = elided(TextRole.SMALL, words, rect.width() - _KEY - 8)
    painter.drawText(mirrored(rect.adjusted(_KEY, 0, 0, 0), rect), Qt.AlignmentFlag.AlignVCenter, text)
