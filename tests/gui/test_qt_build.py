"""The pinned build of PySide6 is one that lives as long as the window does."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 1_000
NOISE = 100
"""References to None that come and go for other reasons between two counts."""


def test_a_qt_call_that_returns_nothing_gives_back_the_none_it_borrowed() -> None:
    """PySide6 6.12.0 loses one reference to None per such call; Python 3.11 then ends the process after some 9,000."""
    named = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        named.setObjectName("clip")
    assert abs(sys.getrefcount(None) - before) < NOISE
