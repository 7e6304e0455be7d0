"""Who is where in the frame: what a tag's box holds, cut out of the keyframe nearest to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from core.catalog.picturing import part_of
from core.model.clip import Box, Clip
from core.model.ids import EntryId, StillId
from core.model.vocabulary import Picture
from core.values import dataclass
from gui.inspector.layouts import empty
from gui.library import Look, PictureArrived, ThumbnailCache
from gui.picturing import Choices
from gui.style import Space
from gui.words import tr

_HEIGHT = 56
_WIDEST = 96
_MOST = 5
_DECODED = QSize(640, 640)
AddChoices = Callable[[QMenu, Choices], None]

_KEEP, _SMOOTH = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a still, and who or what it shows."""

    still: StillId
    box: Box
    name: str
    entry: EntryId


def crops_of(clip: Clip, label: Callable[[EntryId], str]) -> list[Crop]:
    """Return one crop for each tag of ``clip`` with a box, from the keyframe nearest to where the box was drawn."""
    found = []
    for tag in clip.tags:
        shown = part_of(clip, tag)
        if shown is not None and shown.box is not None:
            found.append(Crop(shown.still, shown.box, label(tag.entry), tag.entry))
    return found


def pixels_of(size: QSize, box: Box) -> QRect:
    """Return the pixels of ``box`` in a picture of ``size``, at least one."""
    left, top = int(box.left * size.width()), int(box.top * size.height())
    width, height = int(box.width * size.width()), int(box.height * size.height())
    return QRect(left, top, max(1, width), max(1, height))


class Crops(QWidget):
    """Shows the crops in one line; a tool tip and a screen reader say who each is.

    ``add_choices`` adds to the menu of a crop that it may be the picture of whom it shows.
    """

    def __init__(self, cache: ThumbnailCache, add_choices: AddChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._add_choices = add_choices
        self._labels: list[tuple[Crop, QLabel]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.S)
        self.setAccessibleName(tr("In the frame"))
        self.hide()
        cache.arrived.connect(self._on_arrived)

    def show_crops(self, crops: Sequence[Crop]) -> None:
        """Show ``crops``."""
        crops = crops[:_MOST]
        self.setVisible(bool(crops))
        if [crop for crop, _ in self._labels] == list(crops):
            return
        empty(self._row)
        self._labels = [(crop, self._label(crop)) for crop in crops]
        self._row.addStretch(1)

    def pictures(self) -> list[QPixmap]:
        """Return the crops that are on screen."""
        return [label.pixmap() for _, label in self._labels if not label.pixmap().isNull()]

    def _label(self, crop: Crop) -> QLabel:
        label = QLabel()
        label.setAccessibleName(tr("{name} in the frame", name=crop.name))
        label.setToolTip(crop.name)
        label.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        label.customContextMenuRequested.connect(lambda at: self._show_menu(crop, label.mapToGlobal(at)))
        self._row.addWidget(label)
        self._paint(crop, label)
        return label

    def menu_of(self, crop: Crop) -> QMenu:
        """Return the menu of a crop, empty in an archive that is only read; the caller shows it."""
        menu = QMenu(self)
        self._add_choices(menu, [(crop.entry, Picture(still=crop.still, box=crop.box))])
        return menu

    def _show_menu(self, crop: Crop, position: QPoint) -> None:
        menu = self.menu_of(crop)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(position)

    def _paint(self, crop: Crop, label: QLabel) -> None:
        whole = self._cache.picture(crop.still, _DECODED, Look.FIT)
        if whole is not None and not whole.isNull():
            part = whole.copy(pixels_of(whole.size(), crop.box))
            part.setDevicePixelRatio(1)
            label.setPixmap(part.scaled(_WIDEST, _HEIGHT, _KEEP, _SMOOTH))

    def _on_arrived(self, arrived: PictureArrived) -> None:
        for crop, label in self._labels:
            if crop.still == arrived.still:
                self._paint(crop, label)
