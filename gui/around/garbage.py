"""When the program looks for garbage and gives memory back, and what it leaves out of that."""

from __future__ import annotations

import ctypes
import gc
import sys
import time

from PySide6.QtCore import QObject, QTimer

_SETTLED_MS = 8_000
"""By then the names of an archive are in memory: hundreds of thousands of objects, which a search for garbage would go
through again and again, for a second at a time."""

_LOOK_EVERY_MS = 10_000
_REST_S = 0.05
"""The window's thread rests where it worked no longer than this between two looks: a caret that blinks takes less."""

_WORTH = 10
"""So often young objects are looked through before it is worth looking through all of them."""

_NEVER = 1_000_000_000


class Garbage(QObject):
    """Has young objects looked through as ever, and all of them, which may take a quarter of a second, only at rest.

    Python would do that in the middle of whatever is done, on whatever thread makes many objects, with all others
    waiting.  There is one for the program; ``close`` leaves everything as it was.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._usual = gc.get_threshold()
        gc.set_threshold(*self._usual[:2], _NEVER)
        self._worked = time.thread_time()
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(gc.freeze)
        self._settled.timeout.connect(gc.enable)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def rest(self) -> None:
        """Look for none while an archive is opened: nothing of it is garbage, and looking doubles the time it takes."""
        self._settled.stop()
        gc.disable()

    def resume(self) -> None:
        """Leave out of every search, by and by, what came with opening an archive."""
        self._settled.start()

    def look(self) -> None:
        """Look through everything, where the window's thread had nothing to do since it was last asked."""
        worked = time.thread_time() - self._worked
        if worked < _REST_S and gc.isenabled() and gc.get_count()[2] >= _WORTH:
            gc.collect()
            _give_back()
        self._worked = time.thread_time()

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        self._settled.stop()
        gc.set_threshold(*self._usual)
        gc.enable()


def _give_back() -> None:
    """Have the C library hand to the system what it keeps of freed memory, where it can: glibc, malloc_trim(3).

    After an hour of work that is 70 MB, in pieces between what is in use.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform.startswith("linux") else None
    if trim is not None:
        trim(0)
