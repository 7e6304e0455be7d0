"""Keyframes as a grid: the picture, its time, and the moments that run there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.model.ids import StillId
from core.model.time import clock
from gui.frames.reading import SheetFrame
from gui.library import ThumbnailCache
from gui.style import (
    RADIUS,
    RADIUS_SMALL,
    Space,
    TextRole,
    elided,
    font,
    mirrored,
    paint_icon,
    qcolor,
    theme,
    translucent,
    width_of,
)
from gui.widgets import GridView
from gui.words import tr

_Index = QModelIndex | QPersistentModelIndex
_PAD = 4
_LINE = 22
_BAR = 4
_USUAL = 230
FRAME_ROLE = Qt.ItemDataRole.UserRole + 1


class FramesModel(QAbstractListModel):
    """The frames of a sheet; ``FRAME_ROLE`` gives a SheetFrame."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frames: Sequence[SheetFrame] = ()

    @property
    def frames(self) -> Sequence[SheetFrame]:
        return self._frames

    def set_frames(self, frames: Sequence[SheetFrame]) -> None:
        """Show other frames; where they are the same ones, only what is said of them is painted anew."""
        same = [(one.clip, one.frame.still) for one in frames] == [(one.clip, one.frame.still) for one in self._frames]
        if same and frames:
            self._frames = frames
            self.dataChanged.emit(self.index(0), self.index(len(frames) - 1))
            return
        self.beginResetModel()
        self._frames = frames
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._frames)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        frame = self._frames[index.row()]
        if role == FRAME_ROLE:
            return frame
        if role == Qt.ItemDataRole.DisplayRole:
            return clock(frame.span.start)
        return frame.words if role == Qt.ItemDataRole.AccessibleTextRole else None


class FrameDelegate(QStyledItemDelegate):
    """Paints a frame: whole, with a bar of accent under it while a moment runs, time and moments below."""

    def __init__(self, cache: ThumbnailCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        frame: SheetFrame = index.data(FRAME_ROLE)
        cell, state = QRect(option.rect), option.state
        room = picture_rect(cell)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        _paint_ground(painter, cell, state)
        picture = self._cache.picture(frame.frame.still, room.size())
        if picture is not None:
            painter.drawPixmap(room, picture)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(qcolor(theme().poster_empty))
            painter.drawRoundedRect(room, RADIUS, RADIUS)
        if frame.is_poster:
            _paint_poster_mark(painter, room)
        self._paint_words(painter, room, frame, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, frame: SheetFrame, selected: bool) -> None:
        line = QRect(room.x() + 2, room.bottom() + 1 + _BAR, room.width() - 4, _LINE)
        if frame.moments:
            bar = QRectF(room.x(), room.bottom() + 2, room.width(), _BAR - 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(qcolor(theme().accent))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        now, left = theme(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        time = clock(frame.span.start)
        painter.setFont(font(TextRole.NUMERIC))
        painter.setPen(qcolor(now.selection_text if selected else now.text))
        painter.drawText(line, left, time)
        rest = mirrored(line.adjusted(width_of(TextRole.NUMERIC, time) + Space.S, 0, 0, 0), line)
        painter.setFont(font(TextRole.SMALL))
        painter.setPen(qcolor(now.selection_text if selected else now.secondary))
        painter.drawText(rest, left, elided(TextRole.SMALL, frame.note or ", ".join(frame.moments), rest.width()))


def picture_rect(cell: QRect) -> QRect:
    """Return where the picture of the frame in ``cell`` lies."""
    width = cell.width() - 2 * _PAD
    return QRect(cell.x() + _PAD, cell.y() + _PAD, width, width * 9 // 16)


def frame_height(width: int) -> int:
    """Return how high the cell of a frame is: a picture of 16:9 and a line."""
    return (width - 2 * _PAD) * 9 // 16 + 2 * _PAD + _BAR + _LINE


def _paint_ground(painter: QPainter, cell: QRect, state: QStyle.StateFlag) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    if not (selected or focused or state & QStyle.StateFlag.State_MouseOver):
        return
    painter.setBrush(qcolor(theme().selection if selected else theme().panel))
    painter.setPen(QPen(qcolor(theme().accent), 2 if focused else 1) if selected or focused else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), RADIUS + 2, RADIUS + 2)


def _paint_poster_mark(painter: QPainter, room: QRect) -> None:
    words = tr("Poster")
    mark = mirrored(QRect(room.x() + 6, room.y() + 6, width_of(TextRole.CAPTION, words) + 28, 18), room)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(translucent(theme().badge, 0.82))
    painter.drawRoundedRect(mark, RADIUS_SMALL, RADIUS_SMALL)
    paint_icon(painter, mirrored(QRect(mark.x() + 5, mark.y() + 3, 12, 12), mark), "image", theme().badge_text)
    painter.setFont(font(TextRole.CAPTION))
    painter.setPen(qcolor(theme().badge_text))
    painter.drawText(
        mirrored(mark.adjusted(21, 0, 0, 0), mark), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words
    )


class FrameGrid(GridView):
    """One frame is current at a time; ``menu_wanted`` carries a place on the screen."""

    menu_wanted = Signal(QPoint)

    def __init__(self, cache: ThumbnailCache) -> None:
        super().__init__(tr("Keyframes"))
        self._cache = cache
        self.frames = FramesModel(self)
        self.setItemDelegate(FrameDelegate(cache, self))
        self.setModel(self.frames)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.set_cells(_USUAL, frame_height, Space.XS, Space.M - _PAD)
        cache.many_arrived.connect(self._on_arrived)

    def current(self) -> SheetFrame | None:
        """Return the current frame."""
        index = self.currentIndex()
        return self.frames.frames[index.row()] if index.isValid() else None

    def _on_arrived(self, stills: frozenset[StillId]) -> None:
        if not self.isVisible():
            return
        for at in self.visible_rows():
            if self.frames.frames[at].frame.still in stills:
                self.update(self.frames.index(at))

    def showEvent(self, event: QShowEvent) -> None:
        self._cache.set_ratio(self.devicePixelRatioF())
        super().showEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        index = self.indexAt(self.viewport().mapFromGlobal(at))
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(at)
