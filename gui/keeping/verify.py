"""Verifying originals: read them whole and compare with what was recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from core.catalog.edits import counted
from core.fixity.report import Finding, FixityReport
from core.fixity.session import FixitySession
from core.fixity.work import WorkProgress
from core.model.ids import ClipId
from gui.bridge.bridge import Bridge
from gui.keeping.work_dialog import Outcome, WorkDialog


def verify_dialog(bridge: Bridge, clips: Sequence[ClipId], parent: QWidget) -> WorkDialog:
    """Return the dialog that verifies the originals of ``clips``, already at it."""
    session = FixitySession(catalog=bridge.archive.catalog, clock=bridge.archive.clock)

    def run(report: Callable[[WorkProgress], None]) -> Outcome:
        return told(session.run(clips, report))

    return WorkDialog(f"Verify {counted(clips)}", bridge, session, run, parent)


def told(report: FixityReport) -> Outcome:
    """Say what a verification found."""
    parts = [f"{report.counts[finding]:,} {finding}" for finding in Finding if report.counts.get(finding)]
    sentence = ", ".join(parts) or "There was nothing to verify"
    ended = "Cancelled: " if report.cancelled else ""
    return Outcome(f"{ended}{sentence}.", [fault.sentence for fault in report.faults])
