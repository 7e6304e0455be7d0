"""Dragging originals and stills out of the window into other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

PICTURE = 128
"""How wide and high what goes along is at most, in pixels."""

Files = Callable[[], Sequence[Path]]
"""Returns the files to be dragged, when a drag begins; none where there is nothing to drag."""

Carry = Callable[[QDrag], None]


def carry(drag: QDrag) -> None:
    """Carry a drag until it is dropped: other programs copy or link, and never move an original."""
    drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction, Qt.DropAction.CopyAction)


def file_url(file: Path) -> QUrl:
    """Return what names ``file`` to other programs, with every byte as it is: Qt replaces those that are no UTF-8."""
    return QUrl.fromEncoded(file.absolute().as_uri().encode("ascii"))


class DragOut(QObject):
    """Begins a drag where the pointer is pressed on something of ``surface`` and moves.

    ``is_on`` tells whether a place of the surface can be dragged from; ``picture`` is what goes along.  It is asked for
    as soon as something is pressed: where it has to be made, it is there by the time the pointer has moved.
    """

    def __init__(
        self,
        surface: QWidget,
        is_on: Callable[[QPoint], bool],
        files: Files,
        picture: Callable[[], QPixmap | None] = lambda: None,
        carry: Carry = carry,
    ) -> None:
        super().__init__(surface)
        self._surface = surface
        self._is_on = is_on
        self._files = files
        self._picture = picture
        self.carry = carry
        self._pressed: QPoint | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)  # the press makes current what is pressed
        self._soon.timeout.connect(picture)
        surface.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            kind, at = event.type(), event.position().toPoint()
            if kind is QEvent.Type.MouseButtonPress:
                plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
                self._pressed = at if plain and self._is_on(at) else None
                self._soon.start()
            elif kind is QEvent.Type.MouseButtonRelease:
                self._pressed = None
            elif kind is QEvent.Type.MouseMove and self._pressed is not None:
                self._move(at, self._pressed)
                return True  # or the view would stretch its selection
        return super().eventFilter(watched, event)

    def _move(self, at: QPoint, pressed: QPoint) -> None:
        if (at - pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        if files := self._files():
            self.carry(self._drag(files))

    def _drag(self, files: Sequence[Path]) -> QDrag:
        data = QMimeData()
        data.setUrls([file_url(file) for file in files])
        drag = QDrag(self._surface)
        drag.setMimeData(data)
        picture = self._picture()
        if picture is not None and not picture.isNull():
            shape, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            small = picture.scaled(PICTURE, PICTURE, shape, smooth)
            small.setDevicePixelRatio(1)
            drag.setPixmap(small)
            drag.setHotSpot(QPoint(small.width() // 2, small.height() // 2))
        return drag
