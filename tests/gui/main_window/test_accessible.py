"""Everything in the window can be named by a screen reader, on an archive with something in it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, TagClips
from core.model.vocabulary import EntryKind
from core.settings import Settings
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.style import apply_theme
from tests.support.model import a_clip, a_tag, an_entry

SPEAKING = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit, QPlainTextEdit)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, archive: Archive) -> MainWindow:
    """Return the window on an archive with one tagged clip, which is selected."""
    clip, tom = a_clip("roof.mov"), an_entry(EntryKind.PERSON, "Tom Cruise")
    archive.catalog.apply(AddClips((clip,)))
    archive.catalog.apply(AddEntry(tom))
    archive.catalog.apply(TagClips((clip.id,), a_tag(tom)))
    apply_theme(qapp, "dark")
    nothing = Requests(open=print, create=print, sample=print, dress=print, quit=print)
    made = MainWindow(archive, Settings.load(), nothing)
    made.show()
    qtbot.waitUntil(lambda: made.pane.grid.count() == 1)
    made.pane.grid.select_rows(list(made.pane.result.rows))
    qtbot.waitUntil(lambda: len(made.inspector.clips) == 1)
    return made


def named(widget: QWidget) -> bool:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return bool(widget.accessibleName() or text.strip())


def test_every_widget_that_takes_input_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    speaking = [widget for kind in SPEAKING for widget in window.findChildren(kind) if widget.isVisible()]
    mute = [widget for widget in speaking if not isinstance(widget, QScrollBar) and not named(widget)]
    assert len(speaking) > 25
    assert [f"{type(widget).__name__} in {type(widget.parent()).__name__}" for widget in mute] == []
    window.close()
