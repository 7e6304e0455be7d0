"""What can be dragged out of the window: originals from clips however they are shown, stills from keyframes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, QTemporaryDir
from PySide6.QtGui import QPixmap

from core.model.clip import Clip
from core.model.ids import ClipId, StillId
from gui.around.dragging import PICTURE, DragOut
from gui.bridge.bridge import Bridge
from gui.bridge.thumbnails import Look
from gui.inspector.panel import Inspector
from gui.library import ClipGrid, ThumbnailCache
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.selection import Say
from gui.widgets import GridView, WhenWanted
from gui.words import number, plural, tr

if TYPE_CHECKING:
    from gui.frames import ContactSheet
    from gui.inspector.detail import DetailPage

    Sheets = Sequence[WhenWanted[ContactSheet]]

MOST_FILES = 200
"""So many originals are dragged at once: the drag cannot begin before all of them are known."""
_NO_FILE_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


class DraggingOut:
    """Lets originals and stills be dragged into other programs, which get them as files."""

    def __init__(
        self, bridge: Bridge, pane: ClipsPane, inspector: Inspector, pictures: ThumbnailCache, sheets: Sheets, say: Say
    ) -> None:
        self._bridge = bridge
        self._pane = pane
        self._inspector = inspector
        self._pictures = pictures
        self._say = say
        self._folder: QTemporaryDir | None = None
        self.grids = [
            self._from(view, grid)
            for view, grid in (
                (pane.grid, pane.grid),
                (pane.views.list.table, pane.grid),
                (pane.moments, pane.moments),
            )
        ]
        self.sheets: list[DragOut] = []
        inspector.detail.then(self._take_strip)
        for sheet in sheets:
            sheet.then(self._take_sheet)

    def _take_strip(self, page: DetailPage) -> None:
        strip = page.pictures.strip
        self.strip = DragOut(strip, strip.is_on_frame, self._strip_file, self._strip_picture)

    def _take_sheet(self, sheet: ContactSheet) -> None:
        grid = sheet.grid

        def picture() -> QPixmap | None:
            frame = grid.current()
            return self._small(frame.frame.still) if frame else None

        self.sheets.append(DragOut(grid.viewport(), _on_item_of(grid), lambda: self._sheet_file(sheet), picture))

    def _from(self, view: GridView, grid: ClipGrid) -> DragOut:
        """Return what begins drags on ``view``, whose current clip is that of ``grid``."""

        def picture() -> QPixmap | None:
            card = grid.current_card()
            return self._small(card.poster) if card and card.poster else None

        return DragOut(view.viewport(), _on_item_of(view), self._originals, picture)

    def _small(self, still: StillId) -> QPixmap | None:
        """Return what goes along with a drag; None while it is on its way."""
        return self._pictures.picture(still, QSize(PICTURE, PICTURE), Look.FIT)

    def _originals(self) -> Sequence[Path]:
        rows = self._pane.grid.selected_rows()
        clips = self._bridge.archive.index.clip_ids(rows[:MOST_FILES])
        found = [clip for one in clips if (clip := self._bridge.archive.catalog.clip(one)) is not None]
        files = [file for clip in found if (file := _first_there(clip)) is not None]
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

    def _strip_file(self) -> Sequence[Path]:
        """Return a copy of the keyframe that is pressed in the strip, under a name that tells what it is."""
        frame, clips = self._inspector.pictures.strip.current_frame(), self._inspector.clips
        if frame is None:
            return ()
        clip = self._bridge.archive.catalog.clip(clips[0]) if len(clips) == 1 else None
        words = " ".join(part for part in (Path(clip.name).stem if clip else tr("still"), frame.caption) if part)
        return self._copy_of(StillId(frame.key), f"{words.translate(_NO_FILE_NAME)}.jpg", clip.id if clip else None)

    def _sheet_file(self, sheet: ContactSheet) -> Sequence[Path]:
        """Return a copy of the frame that is pressed on a sheet, likewise."""
        from gui.frames.stills import name_for

        frame = sheet.grid.current()
        return () if frame is None else self._copy_of(frame.frame.still, name_for(frame), frame.clip)

    def _copy_of(self, still: StillId, name: str, clip: ClipId | None) -> Sequence[Path]:
        """Return a copy of a still; where ``clip`` is under embargo that is told, for so is the still."""
        there = self._bridge.archive.stills.path(still)
        folder = self._folder = self._folder or QTemporaryDir()  # gone with the window
        if not there.exists() or not folder.isValid():
            return ()
        target = Path(folder.filePath(name))
        shutil.copyfile(there, target)
        if clip is not None:
            self._warn(clip)
        return (target,)

    def _warn(self, clip: ClipId) -> None:
        from gui.frames.stills import held_back

        def done(why: str) -> None:
            if why:
                self._say(tr("The clip is under embargo ({why}), and so is this still.", why=why), False)

        self._bridge.read(lambda archive: held_back(archive, clip), done)

    def _strip_picture(self) -> QPixmap | None:
        strip = self._inspector.pictures.strip
        frame = strip.current_frame()
        return self._inspector.pictures.small(frame.key) if frame else None


def _on_item_of(view: GridView) -> Callable[[QPoint], bool]:
    return lambda at: view.indexAt(at).isValid()


def _first_there(clip: Clip) -> Path | None:
    """Return the first place of ``clip`` that holds its original."""
    return next((place for file in clip.files if (place := Path(file.location)).exists()), None)
