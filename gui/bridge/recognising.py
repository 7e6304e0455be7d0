"""What knows clips again, shared by all who ask it; read by whoever asks first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from core.app import Archive, recognition

if TYPE_CHECKING:
    from core.ingest.copies import Held
    from core.seen.finder import SeenBefore


class Recognising:
    """Safe from every thread but the GUI's, which would wait; once closed, whoever waits gives up."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._lock = threading.Lock()
        self._held: Held | None = None
        self._closed = False

    def held(self, give_up: Callable[[], bool] = lambda: False) -> AbstractContextManager[SeenBefore]:
        """Lend it, up to the last change, to one thread at a time."""
        with self._lock:
            self._held = self._held or recognition(self._archive).held  # loads numpy: not before it is needed
        return self._held(lambda: self._closed or give_up())

    def close(self) -> None:
        """Have whoever waits give up."""
        self._closed = True
