"""Inter, in the few sizes and weights the window uses."""

from __future__ import annotations

import enum
from functools import lru_cache
from threading import get_ident

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from gui.style.resources import FONTS

FAMILY = "Inter"


class TextRole(enum.Enum):
    """What a text is for; the value is its size in pixels and its weight."""

    CAPTION = (11, QFont.Weight.Medium)
    SMALL = (12, QFont.Weight.Normal)
    BODY = (13, QFont.Weight.Normal)
    STRONG = (13, QFont.Weight.Medium)
    NUMERIC = (12, QFont.Weight.Medium)
    """Digits of one width, for counts, durations and timecode."""
    HEADING = (12, QFont.Weight.DemiBold)
    TITLE = (17, QFont.Weight.DemiBold)


@lru_cache(maxsize=1)
def load_fonts() -> tuple[str, ...]:
    """Make the fonts of the resources known to Qt and return the families found; needs a QGuiApplication."""
    found: list[str] = []
    for path in sorted(FONTS.glob("*.ttf")):
        found += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return tuple(dict.fromkeys(found))


def font(role: TextRole, *, struck: bool = False) -> QFont:
    """Return the font for ``role``, struck through where that is asked for; callers do not change it.

    Sizes are in pixels, which Qt scales with the screen.  Each thread has its own, for Qt keeps in a font what one
    thread alone may draw with.
    """
    return _made(role, struck, get_ident())


@lru_cache(maxsize=256)
def _made(role: TextRole, struck: bool, _thread: int) -> QFont:
    load_fonts()  # a font that is asked for before Inter is known would go on being another one
    size, weight = role.value
    made = QFont([FAMILY, "Noto Sans", "DejaVu Sans"])
    made.setPixelSize(size)
    made.setWeight(weight)
    made.setStrikeOut(struck)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if role is TextRole.NUMERIC:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=16384)
def width_of(role: TextRole, text: str) -> int:
    """Return how wide ``text`` is, in device-independent pixels; painting asks for the same words again and again."""
    return QFontMetrics(font(role)).horizontalAdvance(text)


@lru_cache(maxsize=len(TextRole))
def height_of(role: TextRole) -> int:
    """Return how high a line of text is, in device-independent pixels."""
    return QFontMetrics(font(role)).height()


@lru_cache(maxsize=16384)
def elided(role: TextRole, text: str, width: int, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
    """Return ``text`` cut to ``width`` with an ellipsis, where it is wider."""
    return QFontMetrics(font(role)).elidedText(text, mode, width)
