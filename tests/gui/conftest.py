"""The window in another language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from core.settings import Language
from tests.support.speaking import speaking


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Have the window speak German; English again when the test is over."""
    with speaking(qapp, Language.GERMAN):
        yield
