"""Which part of the frame is meant: boxes shown, drawn, moved at another time, and taken away."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from core.catalog.claims import MoveRegion, SetRegion
from core.catalog.edits import Edit
from core.catalog.picturing import choices_at
from core.model.clip import Box, Clip, Tag
from core.model.ids import TagId
from gui.bridge.bridge import Bridge
from gui.picturing import add_picture_choices
from gui.player.boxes import begins, boxes_at, holds_at, region_edit
from gui.player.overlay import Overlay
from gui.player.panel import Player
from gui.style import icon
from gui.words import tr

_MOST = 20
"""So many tags are offered in the menu of the picture."""


class Regions(QObject):
    """Keeps the boxes over a player's picture in step with its time and its clip; each change is one step of undo."""

    def __init__(self, bridge: Bridge, player: Player) -> None:
        super().__init__(player)
        self._bridge = bridge
        self._player = player
        self._shown = False
        self._edited: TagId | None = None
        self.find_alike: Callable[[], None] | None = None
        self.overlay = Overlay(player.view, player.view.picture_rect)
        self.overlay.drawn.connect(self._on_drawn)
        self.overlay.left.connect(self._on_left)
        player.refused.connect(self.follow)

    @property
    def shown(self) -> bool:
        """Whether the boxes of all tags are shown."""
        return self._shown

    def toggle(self) -> None:
        """Show the boxes of all tags at the time on screen, or none."""
        self._shown = not self._shown
        self.follow()

    def follow(self) -> None:
        """Show the boxes as they are at the time on screen."""
        clip, time = self._player.clip if self._player.reel is not None else None, self._player.time
        tag = self._tag(self._edited)
        if (
            clip is None
            or (self._edited is not None and tag is None)
            or (tag is not None and not holds_at(clip, tag, time))
        ):
            self.overlay.leave()
        elif tag is not None:
            self._edit(tag, time)
        wanted = clip if self._shown else None
        boxes = boxes_at(wanted, time, self._bridge.labels.label) if wanted is not None else ()
        self.overlay.show_boxes([one for one in boxes if one.tag != self._edited])

    def _edit(self, tag: Tag, time: Fraction) -> None:
        self.overlay.edit(self._bridge.labels.label(tag.entry), tag.region_at(time))

    def draw(self, tag: TagId) -> None:
        """Let the box of ``tag`` be drawn or moved, at the time on screen or where the tag begins."""
        clip, found = self._player.clip, self._tag(tag)
        if clip is None or found is None or self._bridge.archive.read_only:
            return
        self._player.step(0)  # what plays rests
        if not holds_at(clip, found, self._player.time):
            self._player.seek(begins(clip, found))
        self._edited = tag
        self._edit(found, self._player.time)
        self.follow()

    def end(self) -> None:
        """Leave the box that is being edited."""
        self.overlay.leave()

    def _on_left(self) -> None:
        self._edited = None
        self.follow()
        self._player.setFocus()

    def _on_drawn(self, box: Box) -> None:
        clip, tag = self._player.clip, self._tag(self._edited)
        if clip is not None and tag is not None:
            self._bridge.edit(region_edit(clip, tag, self._player.time, box), self)

    def _tag(self, wanted: TagId | None) -> Tag | None:
        clip = self._player.clip
        return next((tag for tag in clip.tags if tag.id == wanted), None) if clip is not None else None

    # menus ------------------------------------------------------------------------------------------------------
    def menu(self) -> QMenu:
        """Return the menu of the picture: boxes shown or not, and one for each tag; the caller shows it.

        ``find_alike`` is offered in it once it is set.
        """
        menu = QMenu(self._player)
        if self.find_alike is not None:
            menu.addAction(icon("scan-search"), tr("&Find frames like this")).triggered.connect(self.find_alike)
            menu.addSeparator()
        if (shown := self._player.clip) is not None:
            add_picture_choices(self._bridge, menu, list(choices_at(shown, self._player.time)))
        show = menu.addAction(tr("Show &boxes (B)"))
        show.setCheckable(True)
        show.setChecked(self._shown)
        show.triggered.connect(self.toggle)
        clip, label = self._player.clip, self._bridge.labels.label
        if clip is not None and not self._bridge.archive.read_only:
            menu.addSeparator()
            here = [tag for tag in clip.tags if holds_at(clip, tag, self._player.time)]
            for tag in here[:_MOST]:
                self.add_to(menu.addMenu(label(tag.entry)), clip, tag)
        return menu

    def add_to(self, menu: QMenu, clip: Clip, tag: Tag) -> None:
        """Add what can be done about the region of ``tag``."""
        time, box = self._player.time, tag.region_at(self._player.time)
        move, draw = tr("Move the box in the frame (Shift+B)"), tr("Draw a box in the frame (Shift+B)")
        menu.addAction(move if box else draw).triggered.connect(lambda: self.draw(tag.id))
        if box is None:
            return
        if tag.track:
            self._add(menu, tr("Let it stand still here"), SetRegion(clip.id, tag.id, box))
        if len(tag.track) > 1 and any(placed.time == time for placed in tag.track):
            self._add(menu, tr("Forget where it is at this frame"), MoveRegion(clip.id, tag.id, time, None))
        self._add(menu, tr("Clear the box"), SetRegion(clip.id, tag.id, None))

    def _add(self, menu: QMenu, words: str, edit: Edit) -> None:
        menu.addAction(words).triggered.connect(self._applying(edit))

    def _applying(self, edit: Edit) -> Callable[[], None]:
        return lambda: self._bridge.edit(edit, self)
