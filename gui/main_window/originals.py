"""Originals in other programs: the file manager, and whatever plays them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QDesktopServices

from core.app import Archive
from core.fixity.presence import Presence, Presences, presence_words
from core.model.ids import ClipId
from core.values import dataclass
from gui.around.dragging import file_url
from gui.bridge.bridge import Bridge
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.selection import Say
from gui.words import tr


@dataclass(frozen=True, slots=True)
class Original:
    """Where the original of a clip is; without a ``place``, ``why`` says why it cannot be reached."""

    name: str
    place: Path | None
    why: str = ""


class OriginalVerbs(QObject):
    """Shows and opens the original of the selected clip, and says so where it cannot."""

    def __init__(self, bridge: Bridge, pane: ClipsPane, say: Say) -> None:
        super().__init__(pane)
        self._bridge = bridge
        self._pane = pane
        self._say = say

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Return the verb of each command."""
        return {"show_file": self.show_file, "open_file": self.open_file}

    def show_file(self) -> None:
        """Show the original among the other files of its folder."""
        self._with_original(self._show)

    def open_file(self) -> None:
        """Open the original with the program that the desktop has for it."""
        self._with_original(self._open)

    def _with_original(self, use: Callable[[str, Path], None]) -> None:
        def on_found(original: Original | None) -> None:
            if original is not None and original.place is not None:
                use(original.name, original.place)
            elif original is not None:
                self._say(original.why, False)

        clips = self._pane.selected_clips()[:1]
        if clips:
            self._bridge.read(lambda archive: original_of(archive, clips[0]), on_found)

    def _show(self, name: str, place: Path) -> None:
        from gui.around.desktop_bus import show_in_folder

        show_in_folder(place, lambda: self._open(name, place.parent), self)

    def _open(self, name: str, place: Path) -> None:
        if not QDesktopServices.openUrl(file_url(place)):
            self._say(tr("No program was found that opens {name}.", name=name), False)


def original_of(archive: Archive, clip: ClipId) -> Original | None:
    """Return where the original of ``clip`` can be reached, None where the clip is gone; may wait for a slow drive."""
    known = archive.catalog.clip(clip)
    if known is None:
        return None
    presences = Presences()
    here = next((file for file in known.files if presences.of_file(file) is Presence.HERE), None)
    if here is not None:
        return Original(known.name, Path(here.location))
    return Original(known.name, None, presence_words(known.name, presences.of_clip(known)))
