"""The keyframes of a clip in a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.values import dataclass
from gui.style import RADIUS_SMALL, TextRole, font, qcolor, theme, translucent
from gui.words import plural

_GAP = 4
_EDGE = 3
_PICTURE = 58


@dataclass(frozen=True, slots=True)
class StripFrame:
    """One still: the key its picture is asked for by, and the words under the pointer (its time)."""

    key: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class FrameChosen:
    index: int
    key: str


@dataclass(frozen=True, slots=True)
class FrameMenu:
    """A context menu is wanted for a still, at ``position`` on the screen."""

    index: int
    key: str
    position: QPoint


class KeyframeStrip(QWidget):
    """Stills side by side, the current one marked; click, Left, Right, Home and End choose, the wheel moves along.

    ``pictures`` gives the picture for a key and a size in device-independent pixels, or None while there is none; call
    ``refresh`` when there are more.
    """

    frame_chosen = Signal(object)
    frame_menu_wanted = Signal(object)

    def __init__(
        self,
        accessible_name: str,
        pictures: Callable[[str, QSize], QPixmap | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right everywhere
        self._pictures = pictures
        self._frames: tuple[StripFrame, ...] = ()
        self._current = -1
        self._hovered = -1
        self._offset = 0
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_PICTURE + 2 * _EDGE)

    def sizeHint(self) -> QSize:
        return QSize(320, _PICTURE + 2 * _EDGE)

    def frames(self) -> tuple[StripFrame, ...]:
        return self._frames

    def set_frames(self, frames: Sequence[StripFrame]) -> None:
        """Show ``frames``, none of them current."""
        self._frames = tuple(frames)
        self._current = self._hovered = -1
        self._offset = 0
        self._describe()
        self.update()

    def current(self) -> int:
        """Return the place of the current still, -1 where there is none."""
        return self._current

    def current_frame(self) -> StripFrame | None:
        """Return the current still."""
        return self._frames[self._current] if self._current >= 0 else None

    def is_on_frame(self, at: QPoint) -> bool:
        """Whether there is a still at ``at``."""
        return self._frame_at(at.x()) >= 0

    def set_current(self, index: int) -> None:
        """Mark the still at ``index`` and bring it into view; says nothing to frame_chosen."""
        self._current = index if 0 <= index < len(self._frames) else -1
        self._bring_into_view()
        self._describe()
        self.update()

    def refresh(self) -> None:
        """Ask for the pictures again."""
        self.update()

    def _describe(self) -> None:
        if self._current < 0:
            self.setAccessibleDescription(plural(len(self._frames), "%n keyframe", "%n keyframes"))
        else:
            caption = self._frames[self._current].caption
            self.setAccessibleDescription(f"{self._current + 1} / {len(self._frames)}, {caption}")

    @property
    def _picture_size(self) -> QSize:
        return QSize(_PICTURE * 16 // 9, _PICTURE)

    @property
    def _pitch(self) -> int:
        return self._picture_size.width() + _GAP

    def frame_rect(self, index: int) -> QRect:
        """Return where the still at ``index`` is drawn."""
        return QRect(QPoint(_EDGE + index * self._pitch - self._offset, _EDGE), self._picture_size)

    def _frame_at(self, x: float) -> int:
        index = int(x - _EDGE + self._offset) // self._pitch
        return index if 0 <= index < len(self._frames) else -1

    def _scroll_to(self, offset: int) -> None:
        most = 2 * _EDGE + len(self._frames) * self._pitch - _GAP - self.width()
        self._offset = max(0, min(offset, most))
        self.update()

    def _bring_into_view(self) -> None:
        if self._current < 0:
            return
        rect, spare = self.frame_rect(self._current), self._pitch // 2
        if rect.left() < _EDGE:
            self._scroll_to(self._offset + rect.left() - spare)
        elif rect.right() > self.width() - _EDGE:
            self._scroll_to(self._offset + rect.right() - self.width() + spare)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for index in range(len(self._frames)):
            rect = self.frame_rect(index)
            if event.rect().intersects(rect):
                self._paint_frame(painter, index, rect)

    def _paint_frame(self, painter: QPainter, index: int, rect: QRect) -> None:
        picture = self._pictures(self._frames[index].key, rect.size())
        if picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(qcolor(theme().poster_empty))
            painter.drawRoundedRect(rect, RADIUS_SMALL, RADIUS_SMALL)
        else:
            size = picture.deviceIndependentSize().toSize().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
            shown = QRect(QPoint(0, 0), size)
            shown.moveCenter(rect.center())
            painter.fillRect(rect, qcolor(theme().badge))
            painter.drawPixmap(shown, picture)
        if index == self._current:
            colour = theme().accent if self.hasFocus() else theme().accent_text
            painter.setPen(QPen(qcolor(colour), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(-1.5, -1.5, 1.5, 1.5), RADIUS_SMALL, RADIUS_SMALL)
        if index in (self._hovered, self._current):
            self._paint_caption(painter, rect, self._frames[index].caption)

    def _paint_caption(self, painter: QPainter, rect: QRect, caption: str) -> None:
        if not caption:
            return
        painter.setFont(font(TextRole.NUMERIC))
        width = painter.fontMetrics().horizontalAdvance(caption) + 8
        badge = QRect(rect.right() - width - 2, rect.bottom() - 19, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(translucent(theme().badge, 0.82))
        painter.drawRoundedRect(badge, 3, 3)
        painter.setPen(qcolor(theme().badge_text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, caption)

    def _choose(self, index: int) -> None:
        if not self._frames:
            return
        self.set_current(max(0, min(index, len(self._frames) - 1)))
        self.frame_chosen.emit(FrameChosen(self._current, self._frames[self._current].key))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._frame_at(event.position().x())
        if event.button() is Qt.MouseButton.LeftButton and index >= 0:
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._frame_at(event.position().x())
        if hovered != self._hovered:
            self._hovered = hovered
            self.setToolTip(self._frames[hovered].caption if hovered >= 0 else "")
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        self._scroll_to(self._offset - (delta.x() or delta.y()) * self._pitch // 120)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._frames) - 1
        targets = {
            Qt.Key.Key_Left: max(self._current, 1) - 1,
            Qt.Key.Key_Right: self._current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._choose(target)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self._frame_at(event.pos().x())
        if index >= 0:
            self.frame_menu_wanted.emit(FrameMenu(index, self._frames[index].key, event.globalPos()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll_to(self._offset)
        self._bring_into_view()
