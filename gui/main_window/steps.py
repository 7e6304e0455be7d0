"""What undo and redo would do, in the words of their commands."""

from __future__ import annotations

from gui.bridge.bridge import Bridge
from gui.main_window.actions import Actions, bare, explain
from gui.words import tr


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
        undo = tr("&Undo “{step}”", step=labels[0]), tr("Undo: {step}", step=labels[0])
        redo = tr("&Redo “{step}”", step=labels[1]), tr("Redo: {step}", step=labels[1])
        self._name("undo", labels[0], undo, tr("&Undo"))
        self._name("redo", labels[1], redo, tr("&Redo"))

    def _name(self, key: str, label: str | None, named: tuple[str, str], unnamed: str) -> None:
        action = self._actions[key]
        known = label is not None or self._bridge.is_saving  # these labels may be older than what is on its way
        action.setEnabled(known and not self._bridge.archive.read_only)
        action.setText(named[0] if label else unnamed)
        explain(action, named[1] if label else bare(unnamed))
