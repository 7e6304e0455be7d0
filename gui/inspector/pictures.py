"""The large still and the strip of keyframes under it."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from core.catalog.picturing import choices_at
from core.model.clip import Clip
from core.model.ids import ClipId, StillId
from core.model.media import Keyframe, MediaKind
from core.model.time import clock
from core.values import dataclass
from gui.inspector.crops import AddChoices
from gui.inspector.looking import Several
from gui.library import Look, PictureArrived, ThumbnailCache
from gui.style import Space, icon
from gui.widgets import FrameChosen, ImageView, KeyframeStrip, StripFrame, ViewSize
from gui.words import tr


@dataclass(frozen=True, slots=True)
class FramesLikeWanted:
    """Frames of other clips are wanted that look like the one of ``clip`` at ``time``."""

    clip: ClipId
    time: Fraction


@dataclass(frozen=True, slots=True)
class FrameMenuAsked:
    """The ``menu`` of the keyframe of ``clip`` that is its ``place``-th is about to be shown."""

    menu: QMenu
    clip: ClipId
    place: int


class Pictures(QWidget):
    """Shows one keyframe of a clip large and all of them small; of several clips, their posters.

    ``frames_like_wanted`` carries a FramesLikeWanted, ``menu_asked`` a FrameMenuAsked that more is to be added to.
    ``add_choices`` adds to the menu of a keyframe whose picture it may be.
    """

    frames_like_wanted = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, cache: ThumbnailCache, add_choices: AddChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._add_choices = add_choices
        self._shown: Clip | None = None
        self._clip: ClipId | None = None
        self._frames: tuple[Keyframe, ...] = ()
        self._still: StillId | None = None
        self._view = ImageView(tr("Still of the clip"))
        self.strip = KeyframeStrip(tr("Keyframes"), self._small)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._view)
        layout.addWidget(self.strip)
        self._view.resized_to.connect(self._on_resized)
        self.strip.frame_chosen.connect(self._on_chosen)
        self.strip.frame_menu_wanted.connect(lambda wanted: self._show_menu(wanted.index, wanted.position))
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(
            lambda at: self._show_menu(self.current, self._view.mapToGlobal(at))
        )
        cache.arrived.connect(self._on_arrived)

    def show_clip(self, clip: Clip) -> None:
        """Show the poster of ``clip``; where the clip was shown already, the frame that was chosen stays."""
        again = clip.id == self._clip and clip.keyframes == self._frames
        self._clip, self._frames, self._shown = clip.id, clip.keyframes, clip
        if clip.kind is MediaKind.UNREADABLE:
            self._view.set_placeholder("file-x-2", tr("No picture could be read"))
        else:
            self._view.set_placeholder("image-off", tr("No picture was kept"))
        self._view.setVisible(True)
        self.strip.setVisible(len(clip.keyframes) > 1)
        if again:
            return
        self.strip.set_frames([StripFrame(frame.still, clock(frame.time)) for frame in clip.keyframes])
        stills = [frame.still for frame in clip.keyframes]
        self._show(stills.index(clip.poster) if clip.poster in stills else 0, clip.poster)

    def show_several(self, several: Several) -> None:
        """Show the posters of several clips."""
        self._clip, self._frames, self._still, self._shown = None, (), None, None
        self._view.setVisible(False)
        self.strip.setVisible(bool(several.pictures))
        self.strip.set_frames([StripFrame(still, "") for still in several.pictures])
        self.strip.set_current(-1)

    @property
    def times(self) -> tuple[Fraction, ...]:
        """The times of the keyframes."""
        return tuple(frame.time for frame in self._frames)

    @property
    def current(self) -> int:
        """The place of the frame that is shown among the keyframes; -1 where there is none."""
        stills = [frame.still for frame in self._frames]
        return stills.index(self._still) if self._still in stills else -1

    def show_time(self, time: Fraction) -> None:
        """Show the keyframe that stands at ``time`` or last before it."""
        before = [index for index, frame in enumerate(self._frames) if frame.time <= time]
        if before:
            self._show(before[-1], self._frames[before[-1]].still)

    def _show_menu(self, index: int, position: QPoint) -> None:
        menu = self.menu_of(index)
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(position)

    def menu_of(self, index: int) -> QMenu | None:
        """Return the menu of the keyframe at ``index``, which the caller shows; None where there is none."""
        clip = self._clip
        if clip is None or not 0 <= index < len(self._frames):
            return None
        time = self._frames[index].time
        menu = QMenu(self)
        find = menu.addAction(icon("scan-search"), tr("&Find frames like this"))
        find.triggered.connect(lambda: self.frames_like_wanted.emit(FramesLikeWanted(clip, time)))
        if self._shown is not None:
            self._add_choices(menu, list(choices_at(self._shown, time)))
        self.menu_asked.emit(FrameMenuAsked(menu, clip, index))
        return menu

    def _show(self, index: int, still: StillId | None) -> None:
        self._still = still
        self.strip.set_current(index)
        self._paint()

    def _paint(self) -> None:
        size = self._view.size()
        picture = self._cache.picture(self._still, size, Look.FIT) if self._still else None
        if picture is not None or self._still is None:
            self._view.set_pixmap(picture)

    def _small(self, still: str, _size: QSize) -> QPixmap | None:
        """Return the picture as the large view wants it: one decoding serves both, and a click shows it at once."""
        return self._cache.picture(StillId(still), self._view.size(), Look.FIT)

    def small(self, still: str) -> QPixmap | None:
        """Return the picture of a keyframe, where there is one already."""
        return self._small(still, self._view.size())

    def _on_resized(self, _size: ViewSize) -> None:
        self._paint()

    def _on_chosen(self, chosen: FrameChosen) -> None:
        if self._frames:
            self._show(chosen.index, StillId(chosen.key))

    def _on_arrived(self, arrived: PictureArrived) -> None:
        if arrived.still == self._still:
            self._paint()
        self.strip.refresh()
