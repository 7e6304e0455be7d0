"""Pictures of stretches of cells, painted on threads: what is looked at costs the window one picture for many cells."""

from __future__ import annotations

import enum
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import field
from math import ceil
from operator import is_
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from core.model.ids import StillId
from core.ports.index import Card
from core.values import dataclass
from gui.bridge.loader import Loader, Made
from gui.bridge.thumbnails import Look
from gui.library.posters import Posters
from gui.library.recent import Recent
from gui.style import qcolor, theme

_MOST_BYTES = 48 * 1024 * 1024
"""Some seven windows full."""

_Direction = Qt.LayoutDirection


class State(enum.IntFlag):
    """How a cell stands out."""

    PLAIN = 0
    SELECTED = 1
    HOVERED = 2


class Cells(Protocol):
    """Paints cells, on any thread, and on several at once; those that are equal paint the same."""

    @property
    def look(self) -> Look:
        """How posters are cut."""

    def poster_size(self, cell: QRect) -> QSize:
        """Return how large the poster of a card in ``cell`` is; empty where none is seen."""

    def paint(self, painter: QPainter, cell: QRect, card: Card | None, poster: QImage | None, state: State) -> None:
        """Paint ``card``, with ``poster`` as far as it has one that is there; None for a clip that is gone."""

    def paint_empty(self, painter: QPainter, cell: QRect) -> None:
        """Paint how a card looks until it has come."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where stretches are painted: ``cells`` of the longest, from its upper edge, by whom, for which screen and theme.

    ``offset`` is how far it is scrolled sideways.  Lengths are device-independent pixels.
    """

    painter: Cells
    cells: tuple[QRect, ...]
    columns: int
    line_height: int
    width: int
    offset: int
    ratio: float
    mirrored: bool
    theme: str

    def height(self, count: int) -> int:
        """Return how high a stretch of so many cells is, with the gap below it."""
        return -(-count // self.columns) * self.line_height

    def ground(self, count: int) -> QImage:
        """Return the picture of a stretch of so many cells before any is painted."""
        pixels = QSize(ceil(self.width * self.ratio), ceil(self.height(count) * self.ratio))  # no gap before the next
        image = QImage(pixels, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.ratio)
        image.fill(qcolor(theme().base))
        return image

    def begin(self, image: QImage) -> QPainter:
        """Return a painter for a picture, which reads as the window does."""
        painter = QPainter(image)
        painter.setLayoutDirection(_Direction.RightToLeft if self.mirrored else _Direction.LeftToRight)
        return painter

    def empty(self, count: int) -> QImage:
        """Return how so many cells look until they have come."""
        image = self.ground(count)
        painter = self.begin(image)
        for cell in self.cells[:count]:
            self.painter.paint_empty(painter, cell)
        painter.end()
        return image

    def place_of(self, before: Room) -> int | None:
        """Return how far right a picture made for ``before`` is of use until there is another; None: it is of none."""
        if before is self:
            return 0
        shape = self.columns, self.line_height, self.ratio, self.mirrored, self.theme
        if shape != (before.columns, before.line_height, before.ratio, before.mirrored, before.theme):
            return None
        if self.columns > 1 and self.cells != before.cells:
            return None
        if self.mirrored:
            return self.width - before.width + self.offset - before.offset
        return before.offset - self.offset


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """All that the picture of a stretch depends on; ``states`` has a byte a cell, ``places`` are those in the list."""

    places: range
    cards: Sequence[Card | None]
    states: bytes
    room: Room

    @property
    def name(self) -> Hashable:
        """Which clips are shown; of a clip that is gone, its place."""
        return tuple([card.row if card is not None else ~at for at, card in zip(self.places, self.cards, strict=True)])

    def __eq__(self, other: object) -> bool:
        """Whether both look the same; a card that was fetched anew is another, for names may have changed."""
        if not isinstance(other, Shown):
            return NotImplemented
        same = self.states == other.states and len(self.cards) == len(other.cards)
        return same and self.room == other.room and all(map(is_, self.cards, other.cards))

    def __hash__(self) -> int:
        return hash(self.name)


_AWAITED, _NONE, _THERE = range(3)


@dataclass(frozen=True, slots=True)
class Painted:
    """The picture of a stretch, and what is on it of posters: _AWAITED, _NONE that can be had, or _THERE, a cell."""

    image: QImage
    posters: bytes


_Kept = tuple[Shown, Painted]


@dataclass(frozen=True, slots=True)
class _StretchWish:
    """A stretch to be painted; posters that would have to be decoded are left out if it is to be ``soon``.

    What is the same ``before`` is not painted again.
    """

    owner: int
    shown: Shown
    soon: bool
    posters: Posters = field(compare=False)
    before: _Kept | None = field(compare=False)

    @property
    def name(self) -> Hashable:
        return self.owner, self.shown.name

    def fulfil(self) -> Painted:
        shown, room, before = self.shown, self.shown.room, self.before
        image = room.ground(len(shown.cards)) if before is None else QImage(before[1].image)
        posters = bytearray(len(shown.cards)) if before is None else bytearray(before[1].posters)
        painter = room.begin(image)
        for at in self._changed():
            card, cell = shown.cards[at], room.cells[at]
            poster = self._poster(card, cell)
            posters[at] = _AWAITED if poster is None else _NONE if poster.isNull() else _THERE
            painter.fillRect(cell, qcolor(theme().base))
            there = poster if posters[at] == _THERE else None
            room.painter.paint(painter, cell, card, there, State(shown.states[at]))
        painter.end()
        return Painted(image, bytes(posters))

    def _changed(self) -> Iterable[int]:
        """Return the cells that look otherwise than before."""
        now, cells = self.shown, range(len(self.shown.cards))
        if self.before is None:
            return cells
        was, posters = self.before[0], self.before[1].posters
        return [
            at
            for at in cells
            if now.cards[at] is not was.cards[at] or now.states[at] != was.states[at] or posters[at] == _AWAITED
        ]

    def _poster(self, card: Card | None, cell: QRect) -> QImage | None:
        """Return the poster of ``card``, null where it has none that can be read, None where it is not waited for."""
        painter, ratio = self.shown.room.painter, self.shown.room.ratio
        size = painter.poster_size(cell)
        if card is None or card.poster is None or size.isEmpty():
            return QImage()
        if self.soon:
            return self.posters.at_hand(card.poster, size, painter.look, ratio)
        return self.posters.decoded(card.poster, size, painter.look, ratio)


class Stretches(QObject):
    """Gives what it has at once and has painted what it lacks; ``arrived`` carries the places of what has come.

    Cells that are looked at are first painted without posters where these would have to be read.  The pictures used
    last are kept, within a bound of memory, and as many as are looked at in any case.
    """

    arrived = Signal(object)

    def __init__(
        self,
        path_of: Callable[[StillId], Path],
        loader: Loader,
        parent: QObject | None = None,
        *,
        most_bytes: int = _MOST_BYTES,
    ) -> None:
        super().__init__(parent)
        self._posters = Posters(path_of)
        self._loader = loader
        self._kept: Recent[Hashable, _Kept] = Recent(lambda kept: kept[1].image.sizeInBytes(), most_bytes, least=0)

    def picture(self, shown: Shown) -> tuple[QImage, int] | None:
        """Return how ``shown`` looks, or how it looked until just now, and how far right that lies.

        None while nothing is there.
        """
        kept = self._kept.get(shown.name)
        if kept is None:
            self._wish(shown, None, soon=True)
            return None
        before, painted = kept
        if before != shown:
            stays = before.room == shown.room
            self._wish(shown, kept if stays else None, soon=not stays)
        elif _AWAITED in painted.posters:
            self._wish(shown, kept, soon=False)
        place = shown.room.place_of(before.room)
        return (painted.image, place) if place is not None else None

    def prepare(self, shown: Shown) -> None:
        """Have ``shown`` painted, with posters, for it will be looked at soon."""
        if shown.name not in self._kept:
            self._wish(shown, None, soon=False, last=True)

    @property
    def bytes(self) -> int:
        """How much memory the pictures take."""
        return self._kept.bytes

    def keep_at_least(self, count: int) -> None:
        """Keep so many pictures from here on whatever memory they take."""
        self._kept.least = count

    @property
    def posters(self) -> int:
        """How many cards have been painted with their poster."""
        return sum(painted.posters.count(_THERE) for _, painted in self._kept.values())

    def _wish(self, shown: Shown, before: _Kept | None, *, soon: bool, last: bool = False) -> None:
        self._loader.load(_StretchWish(id(self), shown, soon, self._posters, before), self._keep, last=last)

    def _keep(self, made: Made) -> None:
        for wish, painted in made:
            self._kept.put(wish.shown.name, (wish.shown, painted))
        self.arrived.emit([wish.shown.places for wish, _ in made])
