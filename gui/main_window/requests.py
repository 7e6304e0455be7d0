"""What a window asks of the program around it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.settings import Theme
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Requests:
    """Ways out of a window: other archives, this one for writing, colours for all windows, the end."""

    open: Callable[[Path], None]
    create: Callable[[Path], None]
    sample: Callable[[], None]
    dress: Callable[[Theme], None]
    quit: Callable[[], None]
    reopen: Callable[[], None] = lambda: None
