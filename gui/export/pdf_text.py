"""Text on paper: runs of words in a few styles, broken into lines that can be put down one at a time."""

from __future__ import annotations

import enum
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from core.export.cells import fit
from core.values import dataclass
from gui.style.fonts import FAMILY

POINT = 10.0
"""How many units of the page a point has; lengths of this and its neighbours are in units unless they say points."""

_MEDIUM, _BOLD = QFont.Weight.Medium, QFont.Weight.DemiBold
_DIRECTING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ENDLESS = 1e6
_LEADING = 1.06


class Ink(enum.StrEnum):
    """Colours on white paper, all of them legible on a black and white printer too."""

    BLACK = "#16181c"
    SOFT = "#4b4e55"
    FAINT = "#6d7078"
    AMBER = "#8a5200"
    RED = "#a3201a"
    LINE = "#d4d4cf"
    MAT = "#ececea"


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; ``size`` is in points."""

    size: float
    ink: Ink = Ink.BLACK
    weight: QFont.Weight = QFont.Weight.Normal


BODY = Style(7.4)
STRONG = Style(7.4, weight=_MEDIUM)
QUIET = Style(7.4, Ink.SOFT)
LABEL = Style(6.2, Ink.FAINT, _MEDIUM)
SMALL = Style(6.2, Ink.SOFT)
TINY = Style(5.2, Ink.FAINT)
NAME = Style(10.0, weight=_BOLD)
TITLE = Style(21.0, weight=_BOLD)
CLAIMED = Style(7.4, Ink.AMBER, _MEDIUM)
DISPUTED = Style(7.4, Ink.RED, _BOLD)
WARNING = Style(7.0, Ink.RED, _BOLD)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str
    style: Style = BODY


@dataclass(frozen=True, slots=True)
class Piece:
    """Something with a height that ``paint`` puts down with its upper left corner at a point of the page.

    ``width`` is how much of the line its words take, where it is a line of words.
    """

    height: float
    paint: Callable[[QPainter, QPointF], None]
    width: float = 0.0


class _Shaped(threading.local):
    """What one thread keeps: Qt's engines of fonts end with the thread that made them, and layouts stand on those."""

    def __init__(self) -> None:
        self.fonts: dict[Style, QFont] = {}
        self.formats: dict[Style, QTextCharFormat] = {}
        self.words: dict[tuple[str, Style], Piece] = {}


_shaped = _Shaped()


def foreign(text: str) -> str:
    """Return ``text``, which people wrote, so that it harms no line it stands in.

    What would move other words is gone, and what runs from right to left is held together.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = "".join(_kept(character) for character in fit(text)[0] if character not in _DIRECTING)
    runs_left = any(unicodedata.bidirectional(character) in ("R", "AL") for character in kept)
    return f"\u2068{kept}\u2069" if runs_left else kept


def lines(runs: Iterable[Run], width: float, *, automatic: bool = False) -> list[Piece]:
    """Return ``runs``, one after the other, as lines of ``width``.

    A paragraph runs from left to right, or with ``automatic`` as its first letter does.
    """
    runs = [run for run in runs if run.text]
    if not runs:
        return []
    layout = QTextLayout("".join(run.text for run in runs), font_of(runs[0].style))
    layout.setFormats(list(_ranges(runs)))
    layout.setTextOption(_AUTOMATIC if automatic else _LEFT_TO_RIGHT)
    layout.beginLayout()
    pieces: list[Piece] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        pieces.append(_line_piece(layout, len(pieces), line))
    layout.endLayout()
    return pieces


def word(text: str, style: Style) -> Piece:
    """Return a line of what stands on many pages again, such as a label; shaping it is most of the work."""
    kept = _shaped.words.get((text, style))
    if kept is None:
        kept = _shaped.words[text, style] = lines([Run(text, style)], _ENDLESS)[0]
    return kept


def forget_shaped() -> None:
    """Drop what is kept of fonts and words; each thread that painted does so itself, before it ends."""
    for kept in (_shaped.words, _shaped.formats, _shaped.fonts):
        kept.clear()


def paragraphs(text: str, style: Style, width: float) -> list[Piece]:
    """Return ``text`` as lines of ``width``, each paragraph in the direction of its letters."""
    parts = text.splitlines()
    return [line for part in parts for line in lines([Run(foreign(part) or " ", style)], width, automatic=True)]


def height_of(pieces: Sequence[Piece]) -> float:
    """Return how much room pieces take, one below the other."""
    return sum(piece.height for piece in pieces)


def gap(points: float) -> Piece:
    """Return a piece of nothing."""
    return Piece(points * POINT, lambda _painter, _place: None)


def moved(pieces: Iterable[Piece], right: float) -> list[Piece]:
    """Return ``pieces`` further to the right."""
    return [_moved(piece, right) for piece in pieces]


def font_of(style: Style) -> QFont:
    """Return the font of ``style``; callers do not change it."""
    if style not in _shaped.fonts:
        _shaped.fonts[style] = _font(style)
    return _shaped.fonts[style]


def _font(style: Style) -> QFont:
    """Make the font of ``style``.

    Contextual alternates are off: a PDF no longer knows the letters of such glyphs, and "1:02" would read "1 02".
    """
    made = QFont([FAMILY, "Noto Sans", "DejaVu Sans"])
    made.setPixelSize(round(style.size * POINT))
    made.setWeight(style.weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("calt"), 0)
    return made


def _option(direction: Qt.LayoutDirection) -> QTextOption:
    option = QTextOption()
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


_LEFT_TO_RIGHT = _option(Qt.LayoutDirection.LeftToRight)
_AUTOMATIC = _option(Qt.LayoutDirection.LayoutDirectionAuto)


def _kept(character: str) -> str:
    return " " if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character


def _ranges(runs: Sequence[Run]) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for run in runs:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, _units(run.text)
        made.format = _format_of(run.style)
        start += made.length
        yield made


def _units(text: str) -> int:
    """The length as Qt counts it, in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _format_of(style: Style) -> QTextCharFormat:
    if style not in _shaped.formats:
        _shaped.formats[style] = _format(style)
    return _shaped.formats[style]


def _format(style: Style) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font_of(style))
    made.setForeground(QColor(style.ink))
    return made


def _line_piece(layout: QTextLayout, number: int, line: QTextLine) -> Piece:
    """A piece for ``line``, which Qt may drop at any time: it is taken from its layout again when it is painted."""

    def paint(painter: QPainter, place: QPointF) -> None:
        again = layout.lineAt(number)
        again.draw(painter, place - QPointF(0, again.y()))

    return Piece(line.height() * _LEADING, paint, line.naturalTextWidth())


def _moved(piece: Piece, right: float) -> Piece:
    return Piece(piece.height, lambda painter, place: piece.paint(painter, place + QPointF(right, 0)))
