"""In which language the window speaks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core.settings import Language
from core.words import speak
from gui.style.resources import TRANSLATIONS

CONTEXT = "Slatebook"
"""All texts stand in one context: what reads alike in English reads alike, unless a comment tells it apart."""

_FOREIGN = tuple(one for one in Language if one not in (Language.SYSTEM, Language.ENGLISH))


def use_language(app: QCoreApplication, language: Language) -> None:
    """Have the window speak ``language`` from here on; widgets that are there already keep their words."""
    spoken = _of_desktop() if language is Language.SYSTEM else language
    if language is not Language.SYSTEM:
        QLocale.setDefault(QLocale(spoken))
    if spoken is Language.ENGLISH:
        speak()
        return
    own, of_qt = QTranslator(app), QTranslator(app)
    if of_qt.load(f"qtbase_{spoken}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(of_qt)
    if own.load(f"slatebook_{spoken}", str(TRANSLATIONS)):
        app.installTranslator(own)
        speak(lambda source, comment, count: own.translate(CONTEXT, source, comment, count) or "", *_signs(spoken))


def _of_desktop() -> Language:
    """Return the first of the languages that the desktop asks for which the window speaks."""
    for name in QLocale.system().uiLanguages():
        code = name.partition("-")[0]
        if code == Language.ENGLISH:
            break
        if code in _FOREIGN:
            return Language(code)
    return Language.ENGLISH


def _signs(language: Language) -> tuple[str, str]:
    """Return what parts thousands and what decimal places."""
    locale = QLocale(language)
    return locale.groupSeparator(), locale.decimalPoint()
