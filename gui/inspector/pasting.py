"""Lists of names and copied tags on their way onto clips: shown first where that may surprise, then one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from core.catalog.edits import Edit
from core.model.ids import ClipId
from gui.bridge.bridge import Bridge
from gui.inspector.carried import MIME, Carried, Gain, as_text, carried_by, gains, packed, paste_edit, unpacked
from gui.inspector.listing import list_edit, read_list
from gui.inspector.looking import Said
from gui.inspector.tagging import Stretch
from gui.style import Space, TextRole
from gui.widgets import DialogButtons, Text
from gui.words import plural, tr

if TYPE_CHECKING:
    from gui.inspector.list_dialog import ListRead

_MOST = 14
"""So many tags are told of before pasting."""


class Pasting:
    """Asks and pastes for a widget that shows clips."""

    def __init__(self, bridge: Bridge, owner: QWidget) -> None:
        self._bridge = bridge
        self._owner = owner

    def ask_list(self, text: str, clips: Sequence[ClipId], stretch: Stretch | None) -> None:
        """Show what the names in ``text`` would do to ``clips``, and do it once that is confirmed."""
        from gui.inspector.list_dialog import ListDialog

        names = read_list(text, self._bridge.archive.vocabulary)
        if names and clips:
            dialog = ListDialog(names, clips, self._owner)
            dialog.accepted_list.connect(lambda read: self._tag(read, clips, stretch))
            dialog.open()

    def _tag(self, read: ListRead, clips: Sequence[ClipId], stretch: Stretch | None) -> None:
        edit = list_edit(clips, read.chosen, self._bridge.archive.catalog.new_entry_id, stretch)
        if edit is not None:
            self._bridge.edit(edit, self._owner)

    def copy(self, said: Sequence[Said], clips: int) -> str:
        """Put the tags that all of so many ``clips`` carry on the clipboard; return a sentence that says so."""
        carried = carried_by(said, clips)
        if not carried:
            nothing = tr("No tag is on all of these clips; nothing was copied.")
            return tr("There is no tag to copy.") if clips == 1 else nothing
        data = QMimeData()
        data.setData(MIME, packed(carried))
        data.setText(as_text(carried, self._bridge.archive.vocabulary))
        QGuiApplication.clipboard().setMimeData(data)
        return plural(len(carried), "%n tag copied.", "%n tags copied.")

    def paste(self, clips: Sequence[ClipId]) -> str:
        """Put the copied tags on ``clips``; on several after showing what would change.  Return why not, or nothing."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not data.hasFormat(MIME):
            return tr("No tags were copied. Copy the tags of a clip first.")
        carried = unpacked(bytes(data.data(MIME).data()), self._bridge.archive.vocabulary)
        if not carried:
            return tr("The tags that were copied are not in this archive.")
        if len(clips) == 1:
            self._paste(clips, carried)
        elif clips:
            self._bridge.read_after_edits(
                lambda archive: gains(archive, clips, carried), lambda found: self._show(clips, found)
            )
        return ""

    def _show(self, clips: Sequence[ClipId], found: Sequence[Gain]) -> None:
        label = self._bridge.archive.vocabulary.label
        dialog = PasteDialog([gain_line(label(one.carried.entry), one) for one in found], len(clips), self._owner)
        dialog.accepted.connect(lambda: self._paste(clips, [one.carried for one in found if one.fresh]))
        dialog.open()

    def _paste(self, clips: Sequence[ClipId], carried: Sequence[Carried]) -> None:
        if carried:
            # What the clips carry is read after earlier edits, on the thread that makes them.
            self._bridge.read_after_edits(lambda archive: paste_edit(archive, clips, carried), self._apply)

    def _apply(self, edit: Edit) -> None:
        self._bridge.edit(edit, self._owner)


def gain_line(label: str, gain: Gain) -> str:
    """Return "Norway: on 3 more, 2 have it"."""
    kept = gain.clips - gain.fresh
    if not gain.fresh:
        return tr("{name}: nothing to do", name=label)
    fresh = plural(gain.fresh, "{name}: on %n more", "{name}: on %n more", name=label)
    return plural(kept, "{fresh}, %n have it", "{fresh}, %n have it", fresh=fresh) if kept else fresh


class PasteDialog(QDialog):
    """Says what pasting would change; nothing is taken off any clip by it."""

    def __init__(self, lines: Sequence[str], clips: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pasted = plural(len(lines), "Paste %n tag", "Paste %n tags")
        self.setWindowTitle(plural(clips, "{pasted} on %n clip", "{pasted} on %n clips", pasted=pasted))
        self.setMinimumWidth(380)
        self.lines = tuple(lines)
        buttons = DialogButtons(tr("Paste"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        for line in lines[:_MOST]:
            layout.addWidget(Text(line, wrap=True))
        if len(lines) > _MOST:
            more = plural(len(lines) - _MOST, "and %n more tag", "and %n more tags")
            layout.addWidget(Text(more, TextRole.SMALL, "secondary"))
        layout.addWidget(Text(tr("What is on the clips already stays."), TextRole.SMALL, "faint"))
        layout.addWidget(buttons)
