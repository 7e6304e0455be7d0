"""What a window does first with the archive it was opened on."""

from __future__ import annotations

from gui.bridge.bridge import Bridge, Long
from gui.ingest.imports import Imports
from gui.ingest.strip import ImportStrip
from gui.main_window import later
from gui.widgets import Toasts
from gui.words import tr

_NOTICE_MS = 20_000


def begin(bridge: Bridge, imports: Imports, strip: ImportStrip, toasts: Toasts) -> None:
    """Tell what opening the archive had to do, and take up the imports that the end of the program cut short."""
    archive = bridge.archive
    bridge.after_clips(lambda: _load(bridge), later.AFTER_MS)
    if archive.notice:
        toasts.show_message(archive.notice, milliseconds=_NOTICE_MS)
    left = [] if archive.read_only else imports.go_on()
    if left:
        what = left[0].name if len(left) == 1 else f"{len(left)} imports"
        strip.announce(tr("Going on with the import of {what}, which was cut short", what=what))


def _load(bridge: Bridge) -> None:
    bridge.start(Long.LOAD, later.load, progressed=lambda _: None, done=lambda _: None)
