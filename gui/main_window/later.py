"""What the first screen does without, loaded once it stands, so that nothing that is opened later waits for it."""

from __future__ import annotations

from importlib import import_module

from gui.bridge.jobs import Job

AFTER_MS = 2_000
"""By then the first screen is full, and most archivists still look at it."""

PARTS = (
    "gui.inspector.detail",
    "gui.player.page",
    "gui.frames",
    "gui.compare",
    "gui.main_window.scrubbing",
    "gui.main_window.reaching",
    "gui.inspector.moment_dialog",
    "gui.inspector.standing_dialogs",
    "gui.inspector.list_dialog",
    "gui.vocabulary.entry_dialog",
    "gui.vocabulary.merge_dialog",
    "gui.vocabulary.vocabulary_dialog",
    "gui.export.dialog",
    "gui.history.dialog",
    "gui.preferences.dialog",
    "gui.main_window.help",
    "gui.around.troubles",
    "gui.around.desktop_bus",
    "gui.ingest.arrival",
    "gui.ingest.failures",
    "gui.ingest.queue_dialog",
    "gui.ingest.watch_dialog",
    "gui.exchange",
    "gui.frames.alike",
    "gui.keeping.due",
    "gui.keeping.package",
    "gui.keeping.relink",
    "gui.keeping.verify",
    "core.catalog.nearness",
    "core.catalog.reverting",
    "core.catalog.suggested",
    "core.cli.demo",
    "core.workers.pool",
    "core.workers.session",
)
"""Every part of the window that a function imports, and what of core is wanted by then."""


def load(job: Job) -> None:
    """Load all of it, on a thread of its own, until the job is cancelled."""
    for part in PARTS:
        if not job.is_cancelled():
            import_module(part)
