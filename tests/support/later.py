"""What the first posters must not wait for: it takes longer to load than they take to be found and painted."""

from __future__ import annotations

LATER = {
    "asyncio", "email", "http", "importlib.metadata", "logging.handlers", "multiprocessing",
    "rapidfuzz", "ssl", "urllib.request", "xlsxwriter", "xml", "PySide6.QtMultimedia",
    "core.catalog.asof", "core.catalog.claims", "core.catalog.nearness", "core.catalog.past", "core.catalog.reverting",
    "core.catalog.suggested", "core.cli", "core.exchange", "core.export.embargo", "core.export.export",
    "core.export.formats", "core.export.package", "core.fixity.session", "core.ingest.copies", "core.ingest.forecast",
    "core.ingest.kept", "core.ingest.pipeline", "core.ingest.session", "core.ingest.watching", "core.ports.playing",
    "core.seen", "core.storage.landmarks", "core.storage.migrations", "core.storage.restoring", "core.workers.pool",
    "core.workers.session",
    "PySide6.QtDBus", "gui.around.desktop_bus",
    "gui.around.troubles", "gui.bridge.projection", "gui.compare", "gui.exchange", "gui.export", "gui.frames",
    "gui.history", "gui.ingest.arrival", "gui.ingest.failures", "gui.ingest.queue_dialog", "gui.ingest.watch_dialog",
    "gui.inspector.access", "gui.inspector.chip_menu", "gui.inspector.detail", "gui.inspector.list_dialog",
    "gui.inspector.moment_dialog", "gui.inspector.standing_dialogs", "gui.keeping", "gui.main_window.help",
    "gui.main_window.reaching", "gui.main_window.scrubbing", "gui.palette", "gui.player.controls", "gui.player.page",
    "gui.player.panel", "gui.portrait", "gui.preferences", "gui.vocabulary",
}  # fmt: skip


def is_later(module: str) -> bool:
    """Whether ``module`` is one of these, or within one."""
    return any(f"{module}.".startswith(f"{part}.") for part in LATER)
