"""What entries look like, as small pictures that are found and decoded off the window's thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QImage, QImageReader, QPainter, QPainterPath, QPixmap
from shiboken6 import isValid

from core.app import Archive
from core.catalog.picturing import Sources, picture_of
from core.model.ids import EntryId
from core.model.region import Box
from core.model.vocabulary import EntryKind, Picture
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.style import TextRole, font, paint_icon, pictured, qcolor, theme
from gui.vocabulary.tree import KIND_ICONS

_AT_ONCE = 12
"""So many are read in one go, the last that were asked for first: what scrolled past is not waited for."""

_MOST = 1_000
_CORNER = 5


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture that is wanted: of whom, how many pixels wide and high; ``known`` is that which is shown by now.

    ``edition`` counts the changes of the archive that had been heard of.
    """

    entry: EntryId
    pixels: int
    edition: int
    known: Picture | None = None


@dataclass(frozen=True, slots=True)
class Portrait:
    """What shows an entry; ``image`` is None where that is the picture that was known already, null where none is."""

    picture: Picture | None
    image: QImage | None


@dataclass(slots=True)
class _Kept:
    picture: Picture | None
    pixmap: QPixmap
    edition: int


def read_portraits(archive: Archive, wishes: Sequence[Wish]) -> Mapping[Wish, Portrait]:
    """Return what shows each of the entries wished for."""
    sources = Sources(archive.vocabulary, archive.index, archive.catalog.clip)
    found = {}
    for wish in wishes:
        picture = picture_of(wish.entry, sources)
        same = picture is not None and picture == wish.known
        found[wish] = Portrait(picture, None if same else _decoded(archive, picture, wish.pixels))
    return found


def _decoded(archive: Archive, picture: Picture | None, pixels: int) -> QImage:
    """Return a square of ``pixels`` out of a still, null where there is none that can be read."""
    if picture is None:
        return QImage()
    reader = QImageReader(str(archive.stills.path(picture.still)))
    reader.setAutoTransform(True)
    full = reader.size()
    if not full.isValid():
        return QImage()
    reader.setClipRect(square_of(full, picture.box))
    reader.setScaledSize(QSize(pixels, pixels))
    return reader.read()


def square_of(size: QSize, box: Box | None) -> QRect:
    """Return the largest square in the middle of a picture of ``size``, or the square around ``box`` in it."""
    least = min(size.width(), size.height())
    if box is None:
        square, middle = least, QRect(0, 0, size.width(), size.height()).center()
    else:
        wide, high = box.width * size.width(), box.height * size.height()
        square = max(1, min(least, round(max(wide, high))))
        left, top = round(box.left * size.width()), round(box.top * size.height())
        middle = QRect(left, top, max(1, round(wide)), max(1, round(high))).center()
    found = QRect(0, 0, square, square)
    found.moveCenter(middle)
    found.moveLeft(max(0, min(found.left(), size.width() - square)))
    found.moveTop(max(0, min(found.top(), size.height() - square)))
    return found


class Portraits(QObject):
    """Gives what it has at once and asks for what it lacks; ``arrived`` says that there is more.

    After a change of the archive what is shown stays until what it became has been read.
    """

    arrived = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._archive = bridge.archive
        self._edition = 0
        self._kept: OrderedDict[tuple[EntryId, int], _Kept] = OrderedDict()
        self._wanted: dict[tuple[EntryId, int], None] = {}
        self._latest = bridge.latest(self._on_read)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        bridge.changed.connect(self._on_changed)

    def portrait(self, entry: EntryId, pixels: int) -> QPixmap | None:
        """Return the picture of ``entry``, null where it has none; None while that is not known yet."""
        key = entry, pixels
        kept = self._kept.get(key)
        if kept is None or kept.edition != self._edition:
            self._wanted.pop(key, None)
            self._wanted[key] = None
            if not self._soon.isActive():
                self._soon.start()
        if kept is None:
            return None
        self._kept.move_to_end(key)
        return kept.pixmap

    def _ask(self) -> None:
        keys = list(reversed(self._wanted))[:_AT_ONCE]
        self._wanted.clear()
        known = {key: kept.picture for key in keys if (kept := self._kept.get(key)) is not None}
        archive, wishes = self._archive, [Wish(*key, self._edition, known.get(key)) for key in keys]
        self._latest.ask(lambda: read_portraits(archive, wishes))

    def _on_read(self, found: Mapping[Wish, Portrait]) -> None:
        if not isValid(self):
            return
        for wish, portrait in found.items():
            key = wish.entry, wish.pixels
            old = self._kept.get(key)
            if portrait.image is None and old is not None:
                old.edition = wish.edition
            elif portrait.image is not None:
                self._kept[key] = _Kept(portrait.picture, QPixmap.fromImage(portrait.image), wish.edition)
                self._kept.move_to_end(key)
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        self.arrived.emit()

    def _on_changed(self, _changed: object) -> None:
        self._edition += 1


def initials(label: str) -> str:
    """Return the first letters of the first and the last word of a name, what stands in brackets aside."""
    words = [word for word in label.split(" (")[0].split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


def paint_portrait(painter: QPainter, room: QRect, kind: EntryKind, label: str, picture: QPixmap | None) -> None:
    """Paint the picture of an entry: a person round, others with round corners; initials or a sign where it has none.

    While it is not known whether there is a picture, the bare ground.
    """
    if picture is None:
        sign: object = None
    else:
        sign = picture.cacheKey() if not picture.isNull() else initials(label) if kind is EntryKind.PERSON else ""

    def paint(within: QPainter) -> None:
        _paint_whole(within, QRect(QPoint(0, 0), room.size()), kind, label, picture)

    painter.drawPixmap(room, pictured((kind, sign), room.size(), painter.device().devicePixelRatio(), paint))


def _paint_whole(painter: QPainter, room: QRect, kind: EntryKind, label: str, picture: QPixmap | None) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    radius = room.width() / 2 if kind is EntryKind.PERSON else _CORNER
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(room), radius, radius)
    colours = theme().kinds[kind]
    painter.fillPath(outline, qcolor(colours.fill))
    if picture is not None and not picture.isNull():
        painter.setClipPath(outline)
        painter.drawPixmap(room, picture)
    elif picture is not None:
        _paint_sign(painter, room, kind, label)


def _paint_sign(painter: QPainter, room: QRect, kind: EntryKind, label: str) -> None:
    colour, letters = theme().kinds[kind].text, initials(label)
    if kind is EntryKind.PERSON and letters:
        face = QFont(font(TextRole.CAPTION))
        face.setPixelSize(round(room.height() * 0.4))
        painter.setFont(face)
        painter.setPen(qcolor(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, letters)
    else:
        side = round(room.height() * 0.55)
        sign = QRect(0, 0, side, side)
        sign.moveCenter(room.center())
        paint_icon(painter, sign, KIND_ICONS[kind], colour)
