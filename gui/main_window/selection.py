"""What the archivist does to the selected clips."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.catalog.edits import RemoveClips
from core.model.changes import ChangeSet
from core.model.ids import ClipId
from gui.bridge.bridge import Bridge
from gui.ingest.imports import Imports
from gui.inspector.panel import Inspector
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.playing import PlayingVerbs
from gui.words import plural

Say = Callable[[str, bool], None]
"""Shows a sentence; the flag offers undo beside it."""


class SelectionVerbs:
    """Verbs on the selection; each is one step of undo."""

    def __init__(
        self, bridge: Bridge, pane: ClipsPane, inspector: Inspector, imports: Imports, playing: PlayingVerbs, say: Say
    ) -> None:
        self._bridge = bridge
        self._pane = pane
        self._inspector = inspector
        self._imports = imports
        self._playing = playing
        self._say = say

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Return the verb of each command."""
        return {
            "tag": self.tag,
            "copy_tags": self.copy_tags,
            "paste_tags": self.paste_tags,
            "mark_moment": self.mark_moment,
            "mark_looked": lambda: self.mark_looked(looked=True),
            "mark_unlooked": lambda: self.mark_looked(looked=False),
            "remove": self.remove,
            "retry": self.retry,
        }

    def tag(self) -> None:
        """Let the archivist type a tag for the selected clips."""
        if self._inspector.clips:
            self._inspector.focus_tag_field()

    def copy_tags(self) -> None:
        """Copy the tags that all selected clips carry."""
        if self._inspector.clips:
            self._say(self._inspector.copy_tags(), False)

    def paste_tags(self) -> None:
        """Paste copied tags on the selected clips."""
        refused = self._inspector.paste_tags() if self._inspector.clips else ""
        if refused:
            self._say(refused, False)

    def mark_moment(self) -> None:
        """Ask for a moment of the clip: the stretch marked in the player, else one from the frame that is shown on."""
        player = self._playing.holding
        if player is not None and player.clip is not None and (player.clip.id,) == self._inspector.clips:
            self._inspector.mark_moment(player.marked, player.time)
        else:
            self._inspector.mark_moment()

    def mark_looked(self, *, looked: bool) -> None:
        """Note that all of the selected clips was looked at, or nothing."""
        clips = self._pane.selected_clips()
        if clips:
            self._bridge.mark_looked(
                clips, looked=looked, done=lambda noted: self._on_looked(len(noted.looked), looked)
            )

    def _on_looked(self, count: int, looked: bool) -> None:
        if looked:
            said = plural(count, "%n clip marked as looked at.", "%n clips marked as looked at.")
        else:
            said = plural(count, "%n clip marked as not looked at.", "%n clips marked as not looked at.")
        self._say(said, False)

    def remove(self) -> None:
        """Take the selected clips out of the archive."""
        clips = self._pane.selected_clips()
        if clips:
            self._bridge.edit(RemoveClips(clips), self, lambda change: self._on_removed(clips, change))

    def _on_removed(self, clips: tuple[ClipId, ...], change: ChangeSet) -> None:
        if change:
            removed = plural(
                len(clips),
                "%n clip taken out of the archive; the originals stay where they are.",
                "%n clips taken out of the archive; the originals stay where they are.",
            )
            self._say(removed, True)

    def retry(self) -> None:
        """Read the files of the selected clips again."""
        self.retry_clips(self._pane.selected_clips())

    def retry_clips(self, clips: tuple[ClipId, ...]) -> None:
        """Read the files of ``clips`` again."""
        if clips:
            self._imports.retry(clips)
