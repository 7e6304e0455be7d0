"""Verifying originals: read them whole and compare with what was recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from core.fixity.report import Finding, FixityReport
from core.fixity.session import FixitySession
from core.fixity.work import WorkProgress
from core.model.ids import ClipId
from gui.bridge.bridge import Bridge, Long
from gui.keeping.work_dialog import Outcome, Task, WorkDialog
from gui.words import number, plural, tr


def verify_dialog(bridge: Bridge, clips: Sequence[ClipId], parent: QWidget) -> WorkDialog:
    """Return the dialog that verifies the originals of ``clips``, already at it."""
    session = FixitySession(catalog=bridge.archive.catalog, clock=bridge.archive.clock)

    def run(report: Callable[[WorkProgress], None]) -> Outcome:
        return told(session.run(clips, report))

    title = plural(len(clips), "Verify %n clip", "Verify %n clips")
    return WorkDialog(title, bridge, Task(Long.VERIFY, session, run), parent)


def told(report: FixityReport) -> Outcome:
    """Say what a verification found."""
    parts = [f"{number(report.counts[one])} {tr(one.value)}" for one in Finding if report.counts.get(one)]
    found = ", ".join(parts) or tr("There was nothing to verify")
    sentence = tr("Cancelled: {found}.", found=found) if report.cancelled else f"{found}."
    return Outcome(sentence, [fault.sentence for fault in report.faults])
