"""Lucide icons in the colours of the theme in force, drawn at the pixels of the screen they stand on."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.style.current import hex_of
from gui.style.mirror import is_mirrored
from gui.style.resources import ICONS

_STROKE = 'stroke-width="1.75"'


def icon(name: str, role: str = "secondary") -> QIcon:
    """Return the Lucide icon ``name`` in the colour ``role``; it follows a change of theme by itself.

    Raises KeyError where the resources have no such icon.
    """
    _source(name)
    return QIcon(_ThemedEngine(name, role))


def app_icon() -> QIcon:
    """Return the mark of Slatebook."""
    return QIcon(str(ICONS / "slatebook.svg"))


def icon_pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon ``name`` in ``colour`` ("#rrggbb"), ``size`` device-independent pixels wide and high."""
    return _rendered(name, colour, max(1, round(size * ratio)), ratio)


def paint_icon(painter: QPainter, rect: QRect, name: str, colour: str) -> None:
    """Draw the icon ``name`` centred in ``rect``, as large as its shorter side; on any thread."""
    size = min(rect.width(), rect.height())
    if size <= 0:  # where there is no room there is nothing to draw
        return
    ratio = painter.device().devicePixelRatio()
    drawn = _drawn(name, colour, max(1, round(size * ratio)), ratio)
    painter.drawImage(rect.x() + (rect.width() - size) // 2, rect.y() + (rect.height() - size) // 2, drawn)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    path: Path = ICONS / f"{name}.svg"
    if not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8").replace('stroke-width="2"', _STROKE)


@lru_cache(maxsize=512)
def _rendered(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    return QPixmap.fromImage(_drawn(name, colour, pixels, ratio))


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, pixels: int, ratio: float) -> QImage:
    drawn = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _with_room(drawn: QPixmap, size: QSize, ratio: float) -> QPixmap:
    """Return ``drawn`` with the rest of ``size`` left free between it and the words it stands before."""
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(size.width() - size.height() if is_mirrored() else 0, 0, drawn)
    painter.end()
    return made


class _ThemedEngine(QIconEngine):
    """Asks for its colour at every paint."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _colour(self, mode: QIcon.Mode) -> str:
        return hex_of("outline" if mode is QIcon.Mode.Disabled else self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        paint_icon(painter, rect, self._name, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:  # noqa: ARG002
        return _rendered(self._name, self._colour(mode), max(1, min(size.width(), size.height())), 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: ARG002
        drawn = icon_pixmap(self._name, self._colour(mode), min(size.width(), size.height()), scale)
        return drawn if size.width() <= size.height() else _with_room(drawn, size, scale)

    def clone(self) -> QIconEngine:
        return _ThemedEngine(self._name, self._role)

    def key(self) -> str:
        return "slatebook"

    def iconName(self) -> str:
        return self._name
