"""The window in another language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.settings import Language
from core.words import speak
from gui.language import use_language


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Have the window speak German; English again when the test is over."""
    before = QLocale()
    use_language(qapp, Language.GERMAN)
    yield
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
    speak()
