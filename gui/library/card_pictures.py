"""Pictures of whole cards, painted on threads: what is looked at again costs the window one picture a card."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from core.model.ids import StillId
from core.ports.index import Card
from gui.bridge.loader import Loader, Made
from gui.bridge.thumbnails import Look, Thumbnail, decode
from gui.library.card_layout import CardLayout
from gui.library.card_painter import CardPainter, State
from gui.style import RADIUS, is_mirrored, qcolor, theme

_MOST_BYTES = 64 * 1024 * 1024
"""Some ten windows full, with their posters."""

_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
_Direction = Qt.LayoutDirection


@dataclass(frozen=True, slots=True)
class Room:
    """Where cards are painted: how large each is, in device-independent pixels, for which screen, in which theme."""

    size: QSize
    ratio: float
    mirrored: bool
    theme: str

    @property
    def cell(self) -> QRect:
        """The room itself."""
        return QRect(QPoint(0, 0), self.size)


def room_for(size: QSize, ratio: float) -> Room:
    """Return the room that a card has now on a screen of ``ratio`` pixels to a device-independent one."""
    return Room(size, ratio, is_mirrored(), theme().name)


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """All that the picture of a card depends on."""

    card: Card
    state: State
    room: Room

    def __eq__(self, other: object) -> bool:
        """Whether both look the same; a card that was fetched anew is another, for names may have changed."""
        if not isinstance(other, Shown):
            return NotImplemented
        return self.card is other.card and self.state == other.state and self.room == other.room

    def __hash__(self) -> int:
        return hash((self.card.row, self.state))


@dataclass(frozen=True, slots=True)
class Painted:
    """The picture of a card and the poster on it: null where it cannot be read, None while it was not waited for."""

    image: QImage
    poster: QImage | None


@dataclass(frozen=True, slots=True)
class _PictureWish:
    """A card to be painted, with the poster that is at hand; else it is decoded, or left out to be ``soon``."""

    place: int
    shown: Shown
    soon: bool
    cards: CardPainter
    path_of: Callable[[StillId], Path]
    poster: QImage | None = field(compare=False)

    @property
    def name(self) -> tuple[CardPainter, int]:
        return self.cards, self.shown.card.row

    def fulfil(self) -> Painted:
        poster = self._decoded() if self.poster is None and not self.soon else self.poster
        shown, room = self.shown, self.shown.room
        image = _ground(room)
        painter = QPainter(image)
        painter.setRenderHints(_SMOOTH)
        painter.setLayoutDirection(_Direction.RightToLeft if room.mirrored else _Direction.LeftToRight)
        there = None if poster is None or poster.isNull() else poster
        self.cards.paint(painter, CardLayout(room.cell), shown.card, there, shown.state)
        painter.end()
        return Painted(image, poster)

    def _decoded(self) -> QImage:
        still, room = self.shown.card.poster, self.shown.room
        if still is None:
            return QImage()
        size = CardLayout(room.cell).poster.size() * room.ratio
        poster = decode(Thumbnail(still, self.path_of(still), size, Look.POSTER, RADIUS * room.ratio))
        poster.setDevicePixelRatio(room.ratio)
        return poster


class CardPictures(QObject):
    """Gives what it has at once and has painted what it lacks; ``arrived`` carries the places of what has come.

    A card that is looked at is first painted without its poster where that would have to be read.  The pictures used
    last are kept, within a bound of memory, and as many as are looked at in any case.
    """

    arrived = Signal(object)

    def __init__(
        self,
        cards: CardPainter,
        path_of: Callable[[StillId], Path],
        loader: Loader,
        parent: QObject | None = None,
        *,
        most_bytes: int = _MOST_BYTES,
    ) -> None:
        super().__init__(parent)
        self._cards = cards
        self._path_of = path_of
        self._loader = loader
        self._kept: OrderedDict[int, tuple[Shown, Painted]] = OrderedDict()
        self._most_bytes = most_bytes
        self._bytes = 0
        self.least = 0
        """So many are kept whatever memory they take."""

    def picture(self, place: int, card: Card, state: State, room: Room) -> QImage | None:
        """Return how ``card`` at ``place`` looks, or how it looked until just now, or None while nothing is there."""
        shown = Shown(card, state, room)
        kept = self._kept.get(card.row)
        if kept is None:
            self._wish(place, shown, None, soon=True)
            return None
        self._kept.move_to_end(card.row)
        before, painted = kept
        if before != shown:
            same_poster = before.room == room and before.card.poster == card.poster
            self._wish(place, shown, painted.poster if same_poster else None, soon=True)
        elif painted.poster is None:
            self._wish(place, shown, None, soon=False)
        return painted.image if before.room == room else None

    def prepare(self, place: int, card: Card, room: Room) -> None:
        """Have ``card`` painted, with its poster, for it will be looked at soon."""
        if card.row not in self._kept:
            self._wish(place, Shown(card, State.PLAIN, room), None, soon=False, last=True)

    @property
    def bytes(self) -> int:
        """How much memory the pictures take."""
        return self._bytes

    @property
    def posters(self) -> int:
        """How many cards have been painted with their poster."""
        return sum(painted.poster is not None and not painted.poster.isNull() for _, painted in self._kept.values())

    def _wish(self, place: int, shown: Shown, poster: QImage | None, *, soon: bool, last: bool = False) -> None:
        wish = _PictureWish(place, shown, soon, self._cards, self._path_of, poster)
        self._loader.load(wish, self._keep, last=last)

    def _keep(self, made: Made) -> None:
        for wish, painted in made:
            shown = wish.shown
            old = self._kept.pop(shown.card.row, None)
            self._kept[shown.card.row] = shown, painted
            self._bytes += _bytes_of(painted) - (_bytes_of(old[1]) if old is not None else 0)
        while self._bytes > self._most_bytes and len(self._kept) > self.least:
            self._bytes -= _bytes_of(self._kept.popitem(last=False)[1][1])
        self.arrived.emit([wish.place for wish, _ in made])


@lru_cache(maxsize=4)
def empty_card(room: Room) -> QImage:
    """Return how a card looks until it has come."""
    image = _ground(room)
    painter = QPainter(image)
    painter.setRenderHints(_SMOOTH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(qcolor(theme().poster_empty))
    painter.drawRoundedRect(CardLayout(room.cell).poster, RADIUS, RADIUS)
    painter.end()
    return image


def _ground(room: Room) -> QImage:
    image = QImage(room.size * room.ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(room.ratio)
    image.fill(qcolor(theme().base))
    return image


def _bytes_of(painted: Painted) -> int:
    poster = painted.poster.sizeInBytes() if painted.poster is not None else 0
    return painted.image.sizeInBytes() + poster
