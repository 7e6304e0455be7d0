"""Puts a theme on, and the small marks by which the style sheet knows a button's part."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from gui.style.current import color, set_theme
from gui.style.focus import show_rings
from gui.style.fonts import TextRole, font, load_fonts
from gui.style.palette import palette_of
from gui.style.sheet import stylesheet
from gui.style.tokens import DARK, LIGHT, Theme, ThemeChoice


def apply_theme(app: QApplication, choice: ThemeChoice | str = ThemeChoice.AUTO) -> Theme:
    """Dress every window of ``app`` and return the theme chosen; call again at any time to change it.

    "auto" follows the desktop and is dark where the desktop does not say.  Raises ValueError for other words.
    """
    chosen = _resolved(app, ThemeChoice(choice))
    sheet = stylesheet(chosen)
    if app.styleSheet() == sheet:
        return chosen  # to put it on again would look up the rules of every widget anew
    load_fonts()
    set_theme(chosen)
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setFont(font(TextRole.BODY))
    app.setPalette(palette_of(chosen))
    app.setStyleSheet(sheet)
    show_rings(app)
    return chosen


@contextmanager
def undressed(app: QApplication) -> Iterator[None]:
    """Put the style sheet on once a window is built: while it is on, whatever is put into something else has its rules
    looked up anew, with all it holds, and a window of hundreds of widgets takes twice as long."""
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def _resolved(app: QApplication, choice: ThemeChoice) -> Theme:
    if choice is ThemeChoice.AUTO:
        return LIGHT if app.styleHints().colorScheme() is Qt.ColorScheme.Light else DARK
    return LIGHT if choice is ThemeChoice.LIGHT else DARK


def set_role(widget: QWidget, role: str) -> None:
    """Give a button its looks: "primary", "quiet" or "danger"; the empty word takes them away."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_text_role(widget: QWidget, role: TextRole, colour: str = "text") -> None:
    """Give a label its font and a colour of the theme in force; call again on PaletteChange."""
    widget.setFont(font(role))
    palette = widget.palette()
    if palette.color(QPalette.ColorRole.WindowText) != color(colour):
        palette.setColor(QPalette.ColorRole.WindowText, color(colour))
        widget.setPalette(palette)
