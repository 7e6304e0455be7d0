"""Near which place the clip was shot, as a suggestion, and the button that takes it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.gazetteer.near import CREDIT
from core.ingest.place_claims import Suggestion, claim_places
from gui.bridge.bridge import Bridge
from gui.style import Space, TextRole
from gui.widgets import Text
from gui.words import tr


class Nearby(QWidget):
    """Hidden where the file has no GPS, is far from everywhere, or where somebody said where it was shot."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._suggestion: Suggestion | None = None
        self._text = Text("", TextRole.SMALL, "secondary", wrap=True)
        self._text.setToolTip(CREDIT)
        self._accept = QPushButton(tr("Claim"))
        self._accept.setAccessibleName(tr("Claim this as where it was shot"))
        self._accept.setToolTip(tr("Tags the clip with this location, as claimed by its GPS"))
        self._accept.setEnabled(not bridge.archive.read_only)
        self._accept.clicked.connect(self._on_accepted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._accept)

    def show_suggestion(self, found: Suggestion | None) -> None:
        """Show the suggestion for a clip, if there is one."""
        self._suggestion = found
        self.setVisible(self._suggestion is not None)
        if self._suggestion is not None:
            self._text.setText(tr("Shot {place}?", place=self._suggestion.place))

    def _on_accepted(self) -> None:
        found, archive = self._suggestion, self._bridge.archive
        edit = claim_places([found] if found else [], archive.vocabulary, archive.catalog.new_entry_id)
        if edit is not None:
            self._bridge.edit(edit, self)
