"""Showing what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from core.log import log_file
from gui.bridge.faults import Fault, Tone
from gui.widgets import Toasts
from gui.words import tr


def show_fault(fault: Fault, window: QWidget, toasts: Toasts) -> None:
    """Tell of ``fault``: a passing sentence where something outside is at fault, a dialog with details where we are."""
    if fault.tone is Tone.OURS:
        fault_box(fault, window).open()
    else:
        toasts.show_message(fault.sentence, tone="info" if fault.tone is Tone.HINT else "problem", milliseconds=9_000)


def fault_box(fault: Fault, parent: QWidget | None) -> QMessageBox:
    """Return the dialog for a fault of ours; the caller opens it."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Slatebook")
    box.setText(fault.sentence)
    box.setInformativeText(tr("What happened is written to {file}.", file=log_file()))
    box.setDetailedText(fault.details)
    return box
