"""What has the focus and shows it by no border of its own is framed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListView, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.style import FOCUS_FRAME, apply_theme
from gui.style.focus import FocusRing


class Window(QWidget):
    """A field, a view that marks its items, a field of several lines, and one of a choice."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.view, self.text, self.choice = QLineEdit(), QListView(), QPlainTextEdit(), QComboBox()
        self.view.setModel(QStringListModel(["one", "two"], self))
        self.view.setProperty(FOCUS_FRAME, False)
        self.choice.addItems(["one", "two"])
        layout = QVBoxLayout(self)
        for widget in (self.field, self.view, self.text, self.choice):
            layout.addWidget(widget)

    def framed(self) -> list[QWidget]:
        return [ring.parentWidget() for ring in self.findChildren(FocusRing) if ring.isVisible()]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    apply_theme(qapp, "dark")
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    yield made
    made.close()


def test_a_field_of_several_lines_is_framed_for_as_long_as_it_has_the_focus(window: Window, qtbot: QtBot) -> None:
    assert window.framed() == []
    window.text.setFocus()
    assert window.framed() == [window.text]
    window.resize(window.width() + 60, window.height() + 60)
    (ring,) = window.findChildren(FocusRing)
    qtbot.waitUntil(lambda: ring.geometry() == window.text.rect())
    window.field.setFocus()
    assert window.framed() == []


def test_a_view_that_marks_its_items_is_framed_only_where_tab_leads_to_none(window: Window) -> None:
    QTest.keyClick(window.field, Qt.Key.Key_Tab)
    assert window.view.currentIndex().isValid()
    assert window.framed() == []
    window.view.setModel(QStringListModel([], window))
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_Tab)
    assert window.view.hasFocus()
    assert window.framed() == [window.view]


def test_an_empty_view_that_would_mark_its_items_is_not_framed_for_a_mouse(window: Window) -> None:
    window.view.setModel(QStringListModel([], window))
    window.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert window.framed() == []


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # which the list of a choice does
def test_the_list_of_a_choice_is_not_framed(window: Window) -> None:
    window.choice.showPopup()
    assert window.framed() == []
    window.choice.hidePopup()


def test_a_widget_that_goes_takes_its_frame_along(window: Window, qtbot: QtBot) -> None:
    window.text.setFocus()
    window.text.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(FocusRing))
    window.field.setFocus()
    window.choice.setFocus()
    assert window.framed() == []
