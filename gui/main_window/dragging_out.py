"""What can be dragged out of the window: originals from the grids, stills from the strip of keyframes."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTemporaryDir
from PySide6.QtGui import QPixmap

from core.model.ids import StillId
from gui.around.dragging import DragOut
from gui.bridge.bridge import Bridge
from gui.inspector.panel import Inspector
from gui.library import ClipGrid, ThumbnailCache
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.selection import Say
from gui.words import number, plural, tr

if TYPE_CHECKING:
    from gui.inspector.detail import DetailPage

MOST_FILES = 200
"""So many originals are dragged at once: the drag cannot begin before all of them are known."""
_NO_FILE_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


class DraggingOut:
    """Lets originals and stills be dragged into other programs, which get them as files."""

    def __init__(
        self, bridge: Bridge, pane: ClipsPane, inspector: Inspector, pictures: ThumbnailCache, say: Say
    ) -> None:
        self._bridge = bridge
        self._pane = pane
        self._inspector = inspector
        self._pictures = pictures
        self._say = say
        self._folder: QTemporaryDir | None = None
        self.grids = [self._from(grid) for grid in (pane.grid, pane.moments)]
        inspector.detail.then(self._take_strip)

    def _take_strip(self, page: DetailPage) -> None:
        strip = page.pictures.strip
        self.strip = DragOut(strip, strip.is_on_frame, self._still_file, self._still_picture)

    def _from(self, grid: ClipGrid) -> DragOut:
        def is_on(at: QPoint) -> bool:
            return grid.indexAt(at).isValid()

        def picture() -> QPixmap | None:
            card = grid.current_card()
            return self._pictures.picture(card.poster, grid.iconSize()) if card and card.poster else None

        return DragOut(grid.viewport(), is_on, self._originals, picture)

    def _originals(self) -> Sequence[Path]:
        rows = self._pane.grid.selected_rows()
        clips = self._bridge.archive.index.clip_ids(rows[:MOST_FILES])
        found = [clip for one in clips if (clip := self._bridge.archive.catalog.clip(one)) is not None]
        files = [file for clip in found if (file := Path(clip.file.location)).exists()]
        if len(rows) > MOST_FILES:
            first, all_ = number(MOST_FILES), number(len(rows))
            self._say(
                tr("Only the first {first} of the {all} selected clips are dragged.", first=first, all=all_), False
            )
        elif len(files) < len(found):
            missing = plural(
                len(found) - len(files),
                "%n original is not where it was imported from.",
                "%n originals are not where they were imported from.",
            )
            self._say(missing, False)
        return files

    def _still_file(self) -> Sequence[Path]:
        """Return a copy of the keyframe that is pressed, under a name that tells what it is."""
        frame, clips = self._inspector.pictures.strip.current_frame(), self._inspector.clips
        still = self._bridge.archive.stills.path(StillId(frame.key)) if frame else None
        if frame is None or still is None or not still.exists():
            return ()
        folder = self._folder = self._folder or QTemporaryDir()  # gone with the window
        if not folder.isValid():
            return ()
        clip = self._bridge.archive.catalog.clip(clips[0]) if len(clips) == 1 else None
        words = " ".join(part for part in (Path(clip.name).stem if clip else tr("still"), frame.caption) if part)
        target = Path(folder.filePath(f"{words.translate(_NO_FILE_NAME)}.jpg"))
        shutil.copyfile(still, target)
        return (target,)

    def _still_picture(self) -> QPixmap | None:
        strip = self._inspector.pictures.strip
        frame = strip.current_frame()
        return self._inspector.pictures.small(frame.key) if frame else None
