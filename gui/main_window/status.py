"""The line at the bottom: how many clips, how many selected, and that everything is saved."""

from __future__ import annotations

from PySide6.QtWidgets import QStatusBar

from gui.bridge.bridge import Saving
from gui.main_window.finding import Result
from gui.style import TextRole, read_margins
from gui.widgets import Text
from gui.words import number, plural, tr


class StatusLine:
    """Writes the status bar of a window."""

    def __init__(self, bar: QStatusBar, *, read_only: bool) -> None:
        self._bar = bar
        self._text = Text("", TextRole.SMALL, "secondary")
        self._text.setAccessibleName(tr("Status"))
        self._clips = ""
        self._selected = ""
        self._trouble = ""
        self._saved = tr("read only") if read_only else tr("saved")
        self._read_only = read_only
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._text)
        self._text.setContentsMargins(read_margins(8, 0, 0, 0))

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_result(self, result: Result) -> None:
        """Tell how many clips there are, and how many of them are shown."""
        self._clips = plural(result.total, "%n clip", "%n clips")
        if result.narrowed:
            shown = number(len(result.rows))
            self._clips = plural(result.total, "{shown} of %n clip", "{shown} of %n clips", shown=shown)
        self._write()

    def show_selected(self, count: int) -> None:
        """Tell how many are selected."""
        self._selected = plural(count, "%n selected", "%n selected") if count else ""
        self._write()

    def show_saving(self, saving: Saving) -> None:
        """Tell whether every edit is on the disk."""
        if not self._read_only:
            self._saved = tr("saving…") if saving.waiting else tr("saved")
            self._write()

    def show_trouble(self, sentence: str) -> None:
        """Tell why records wait to be written; an empty sentence ends that."""
        if sentence != self._trouble:
            self._trouble = sentence
            self._text.set_colour("danger" if sentence else "secondary")
            self._write()

    def say(self, sentence: str, milliseconds: int = 6_000) -> None:
        """Show a sentence for a while in place of the rest."""
        self._bar.showMessage(sentence, milliseconds)

    def _write(self) -> None:
        self._text.setText("  ·  ".join(filter(None, (self._clips, self._selected, self._trouble or self._saved))))
