"""The theme in force.

The one piece of state of gui.style: painting code asks for colours at every paint, so that a change of theme is
a repaint and nothing else.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from gui.style.tokens import DARK, Theme

_themes: list[Theme] = [DARK]


def theme() -> Theme:
    """Return the theme in force."""
    return _themes[-1]


def set_theme(chosen: Theme) -> None:
    """Make ``chosen`` the theme in force; only apply_theme calls this."""
    _themes[:] = [chosen]


def color(role: str) -> QColor:
    """Return a colour of the theme in force: a field of Theme, or the text colour of an entry kind."""
    return qcolor(hex_of(role))


def hex_of(role: str) -> str:
    """Return ``color(role)`` as "#rrggbb"; raises KeyError where no theme has such a role."""
    now = theme()
    if role in now.kinds:
        return now.kinds[role].text
    value = getattr(now, role, None)
    if not isinstance(value, str) or not value.startswith("#"):
        raise KeyError(role)
    return value


def translucent(code: str, opacity: float) -> QColor:
    """Return the colour "#rrggbb" with an opacity of 0 to 1."""
    colour = QColor(code)
    colour.setAlphaF(opacity)
    return colour


def mixed(upper: str, lower: str, share: float) -> QColor:
    """Return the colour of ``upper`` laid over ``lower`` with an opacity of ``share``, 0 to 1."""
    above, below = QColor(upper), QColor(lower)
    return QColor.fromRgbF(
        share * above.redF() + (1 - share) * below.redF(),
        share * above.greenF() + (1 - share) * below.greenF(),
        share * above.blueF() + (1 - share) * below.blueF(),
    )


@lru_cache(maxsize=256)
def qcolor(code: str) -> QColor:
    """Return the colour of "#rrggbb"; callers do not change it."""
    return QColor(code)
