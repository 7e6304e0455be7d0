"""What a window does first with the archive it was opened on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gui.bridge.bridge import Bridge, Long
from gui.ingest.imports import Imports
from gui.ingest.strip import ImportStrip
from gui.main_window import later
from gui.widgets import Toasts, WhenWanted
from gui.words import tr

Pages = Sequence[WhenWanted[Any]]

_NOTICE_MS = 20_000

_TURN_MS = 100
"""So long the window has for itself between two pages that are made ahead."""


def begin(bridge: Bridge, imports: Imports, strip: ImportStrip, toasts: Toasts, pages: Pages) -> None:
    """Tell what opening the archive had to do, and take up the imports that the end of the program cut short.

    ``pages`` are made once there is time for it, so that nobody who wants one later has to wait.
    """
    archive = bridge.archive
    bridge.after_clips(lambda: _load(bridge, pages), later.AFTER_MS)
    if archive.notice:
        toasts.show_message(archive.notice, milliseconds=_NOTICE_MS)
    left = [] if archive.read_only else imports.go_on()
    if left:
        what = left[0].name if len(left) == 1 else f"{len(left)} imports"
        strip.announce(tr("Going on with the import of {what}, which was cut short", what=what))


def _load(bridge: Bridge, pages: Pages) -> None:
    import PySide6.QtMultimedia  # noqa: F401  # here, for another thread that loads it may wait for this one for ever

    bridge.start(Long.LOAD, later.load, progressed=lambda _: None, done=lambda _: _make(bridge, pages))


def _make(bridge: Bridge, pages: Pages) -> None:
    """Make one page after another, with time between for whoever does something meanwhile, and rank the names."""
    if pages:
        pages[0].get()
        bridge.after_clips(lambda: _make(bridge, pages[1:]), _TURN_MS)
    else:
        bridge.names.renew()  # the first letter of a tag would be looked for in all of them
