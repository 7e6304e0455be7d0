"""Where the parts of a card lie."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QRect

from core.values import dataclass

PAD = 6
_NAME = 20
_CHIPS = 22
_BELOW_POSTER = 7
_BELOW_NAME = 3
_BELOW_CHIPS = 7


def card_height(width: int) -> int:
    """Return how high a card of ``width`` is: a poster of 16:9, a line for the name, a line for the tags."""
    return PAD + _poster_height(width) + _BELOW_POSTER + _NAME + _BELOW_NAME + _CHIPS + _BELOW_CHIPS


def _poster_height(width: int) -> int:
    return (width - 2 * PAD) * 9 // 16


@dataclass(frozen=True)
class CardLayout:
    """The parts of the card in ``cell``."""

    cell: QRect

    @cached_property
    def poster(self) -> QRect:
        width = self.cell.width()
        return QRect(self.cell.x() + PAD, self.cell.y() + PAD, width - 2 * PAD, _poster_height(width))

    @cached_property
    def name(self) -> QRect:
        poster = self.poster
        return QRect(poster.x() + 2, poster.bottom() + 1 + _BELOW_POSTER, poster.width() - 4, _NAME)

    @cached_property
    def chips(self) -> QRect:
        name = self.name
        return QRect(name.x() - 2, name.bottom() + 1 + _BELOW_NAME, name.width() + 4, _CHIPS)

    def scrub_fraction(self, x: int) -> float:
        """Return how far along the poster ``x`` is, 0 to 1."""
        poster = self.poster
        return min(max((x - poster.x()) / max(poster.width(), 1), 0.0), 1.0)
