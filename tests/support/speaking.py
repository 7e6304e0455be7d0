"""The window in another language, for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.settings import Language
from core.words import speak
from gui.language import use_language


@contextmanager
def speaking(app: QApplication, language: Language) -> Iterator[None]:
    """Have the window speak ``language``, and English again afterwards."""
    before = QLocale()
    use_language(app, language)
    yield
    for translator in app.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
    speak()
