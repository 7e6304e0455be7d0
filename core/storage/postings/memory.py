"""Memory that is free again given back to the system."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Give back what is free after much was read or reckoned: the C library of Linux keeps it, for good, otherwise."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform.startswith("linux") else None
    if trim is not None:
        trim(0)
