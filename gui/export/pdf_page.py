"""Pages of A4 that fill from the top down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPdfWriter, QPen

from core.values import dataclass
from gui.export.pdf_text import (
    LABEL,
    POINT,
    SMALL,
    STRONG,
    TITLE,
    WARNING,
    Ink,
    Piece,
    Run,
    Style,
    foreign,
    gap,
    height_of,
    lines,
    moved,
    word,
)
from gui.words import tr

WIDTH, HEIGHT = 595 * POINT, 842 * POINT
MARGIN = 34 * POINT
INNER = WIDTH - 2 * MARGIN
SIDE = 150 * POINT
"""How wide the column of posters is."""

GUTTER = 12 * POINT
MAIN = INNER - SIDE - GUTTER
"""How wide the column beside the posters is."""

_FOOT = HEIGHT - MARGIN
_BETWEEN = 9 * POINT
_WHOLE = 0.55
"""Up to this share of a page, what belongs together is not parted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a page takes: a column of posters, and beside it pieces of which the first ``head`` stay with it.

    ``name`` says what goes on where the pieces go on over the page.
    """

    name: str
    side: Sequence[Piece]
    main: Sequence[Piece]
    head: int


class Pages:
    """Puts entries on pages and begins a new page where one no longer has room."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, title: str, made: str, notice: str) -> None:
        self._writer = writer
        self._painter = painter
        self._title = title
        self._made = made
        self._notice = notice
        self._page = 1
        self._y = MARGIN
        self._is_fresh = True
        self._furnish()

    def opening(self, words: Sequence[Piece]) -> None:
        """Put the title and ``words`` on the first page."""
        title = lines([Run(foreign(self._title), TITLE)], INNER)
        self._put([*title, gap(1), *words, gap(8)], MARGIN)
        self._is_fresh = True

    def add(self, entry: Entry) -> None:
        """Put ``entry`` below the last, or on a new page."""
        side, whole = height_of(entry.side), max(height_of(entry.side), height_of(entry.main))
        needed = whole if whole <= _WHOLE * (_FOOT - MARGIN) else max(side, height_of(entry.main[: entry.head]))
        if not self._is_fresh and self._y + _BETWEEN + needed > _FOOT:
            self._turn()
        self._rule()
        top, page = self._y, self._page
        self._put(entry.side, MARGIN)
        below, self._y = self._y, top
        for piece in entry.main:
            if self._y + piece.height > _FOOT:
                self._turn()
                self._put(
                    moved(lines([Run(tr("{name} (continued)", name=entry.name), LABEL)], MAIN)[:1], SIDE + GUTTER),
                    MARGIN,
                )
            self._put([piece], MARGIN + SIDE + GUTTER)
        if page == self._page:
            self._y = max(self._y, below)
        self._is_fresh = False

    def closing(self, words: Sequence[Piece]) -> None:
        """Put ``words`` below the last entry."""
        if self._y + _BETWEEN + height_of(words) > _FOOT:
            self._turn()
        self._rule()
        self._put(words, MARGIN)

    def _put(self, pieces: Sequence[Piece], left: float) -> None:
        for piece in pieces:
            piece.paint(self._painter, QPointF(left, self._y))
            self._y += piece.height

    def _rule(self) -> None:
        """Draw the line above an entry."""
        self._y += 0 if self._is_fresh else _BETWEEN / 2
        self._draw_line(self._y)
        self._y += _BETWEEN / 2

    def _draw_line(self, y: float) -> None:
        self._painter.setPen(QPen(QColor(Ink.LINE), 0.5 * POINT))
        self._painter.drawLine(QPointF(MARGIN, y), QPointF(WIDTH - MARGIN, y))

    def _turn(self) -> None:
        self._writer.newPage()
        self._page += 1
        self._y = MARGIN
        self._is_fresh = True
        self._furnish()

    def _furnish(self) -> None:
        """Put down what every page has: whose sheet it is and when it was made, its number, the notice."""
        foot = HEIGHT - MARGIN + 9 * POINT
        number = word(tr("Page {number}", number=self._page), STRONG)
        made = word(tr("Made by Slatebook on {date}", date=self._made), SMALL)
        number.paint(self._painter, QPointF(WIDTH - MARGIN - number.width, foot))
        made.paint(self._painter, QPointF(MARGIN + SIDE + GUTTER, foot))
        for title in lines([Run(foreign(self._title), LABEL)], SIDE)[:1]:
            title.paint(self._painter, QPointF(MARGIN, foot))
        if self._notice:
            self._warn(self._notice)

    def _warn(self, notice: str) -> None:
        pad = 5 * POINT
        words = lines([Run(foreign(notice), Style(7.4, Ink.RED, WARNING.weight))], INNER - 2 * pad)
        frame = QRectF(MARGIN, self._y, INNER, height_of(words) + 2 * pad)
        self._painter.setPen(QPen(QColor(Ink.RED), 0.8 * POINT))
        self._painter.drawRect(frame)
        self._y += pad
        self._put(words, MARGIN + pad)
        self._y += pad + 6 * POINT
