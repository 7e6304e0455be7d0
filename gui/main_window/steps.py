"""What undo and redo would do, in the words of their commands."""

from __future__ import annotations

from gui.bridge.bridge import Bridge
from gui.main_window.actions import Actions, explain


class StepLabels:
    """Keeps the names of undo and redo true."""

    def __init__(self, bridge: Bridge, actions: Actions) -> None:
        self._bridge = bridge
        self._actions = actions

    def refresh(self) -> None:
        """Ask again what they would do, once every edit asked for so far is done."""
        self._bridge.read_after_edits(
            lambda archive: (archive.catalog.undo_label, archive.catalog.redo_label), self._on_labels
        )

    def _on_labels(self, labels: tuple[str | None, str | None]) -> None:
        for key, verb, label in (("undo", "&Undo", labels[0]), ("redo", "&Redo", labels[1])):
            action = self._actions[key]
            known = label is not None or self._bridge.is_saving  # these labels may be older than what is on its way
            action.setEnabled(known and not self._bridge.archive.read_only)
            action.setText(f"{verb} “{label}”" if label else verb)
            explain(action, f"{verb.replace('&', '')}: {label}" if label else action.text().replace("&", ""))
