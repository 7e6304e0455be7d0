"""All that takes input can be named by a screen reader and reached without a mouse: in the window and its dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, TagClips
from core.model.ids import StillId
from core.model.media import Keyframe
from core.model.vocabulary import EntryKind
from core.settings import Settings
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.style import apply_theme
from gui.vocabulary.vocabulary_dialog import VocabularyDialog
from tests.support.model import a_clip, a_tag, an_entry

SPEAKING = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSplitterHandle,
)
DIALOGS = (
    "history", "export", "package", "mark_moment", "relink", "due", "palette", "vocabulary", "preferences",
    "shortcuts", "troubles", "watch_folders", "imports",
)  # fmt: skip
"""Commands that open a dialog without asking the desktop for a file first."""

PAGES = ("list_view", "contact_sheet")
"""Commands that put another view or page in the middle, and take it away again."""

SIDES = ("browser", "clips", "inspector")
NOTICED, MORE_THAN_A_CURSOR = 24, 40
"""By how much of 255 a colour must change to be noticed, and at how many pixels: a text cursor alone is too little."""

DRIVEN = "QListView “What answers”"
"""Arrows in the field above it move through this list."""


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, archive: Archive) -> Iterator[MainWindow]:
    """Yield the window on an archive with one tagged clip, which is selected."""
    frames = tuple(Keyframe(time=Fraction(at), still=StillId(f"{at:064x}"), width=16, height=9) for at in (0, 4))
    clip, tom = a_clip("roof.mov", keyframes=frames), an_entry(EntryKind.PERSON, "Tom Cruise")
    archive.catalog.apply(AddClips((clip,)))
    archive.catalog.apply(AddEntry(tom))
    archive.catalog.apply(TagClips((clip.id,), a_tag(tom)))
    apply_theme(qapp, "dark")
    nothing = Requests(open=print, create=print, sample=print, dress=print, quit=print)
    made = MainWindow(archive, Settings.load(), nothing)
    made.show()
    qtbot.waitUntil(lambda: made.pane.result is not None and made.pane.grid.count() == 1)
    made.pane.grid.select_rows(list(made.pane.result.rows))
    qtbot.waitUntil(lambda: len(made.inspector.clips) == 1 and made.inspector.is_whole)
    yield made
    made.close()


def parts(root: QWidget) -> list[QWidget]:
    """Return what on screen takes input, by mouse or keys, without the insides of a field or of a table."""
    found = [one for one in root.findChildren(QWidget) if one.isVisible() and one.window() is root.window()]
    return [
        one
        for one in found
        if (isinstance(one, SPEAKING) or one.focusPolicy() is not Qt.FocusPolicy.NoFocus)
        and not isinstance(one, QScrollBar | QHeaderView)
        and not isinstance(one.parent(), QAbstractSpinBox | QComboBox | QLineEdit)
    ]


def told(widget: QWidget) -> tuple[str, QAccessible.Role]:
    """Return the name and the role that a screen reader gets to know."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip(), interface.role()


def mute(root: QWidget) -> list[str]:
    """Return what of ``root`` has no name or no role."""
    return [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in parts(root)
        if not told(one)[0] or told(one)[1] is QAccessible.Role.NoRole
    ]


def mouse_only(root: QWidget) -> list[str]:
    """Return what of ``root`` can be pressed or written in but is never reached by Tab."""
    return [
        f"{type(one).__name__} “{told(one)[0]}”"
        for one in parts(root)
        # Of buttons that exclude one another Tab reaches the chosen one, and arrows the others.
        if isinstance(one, SPEAKING)
        and not isinstance(one, QSplitterHandle | QRadioButton)
        and not one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_whatever_takes_input_in_the_window_has_a_name_and_a_role(window: MainWindow) -> None:
    assert len(parts(window)) > 40
    assert mute(window) == []
    assert len([one for one in parts(window) if isinstance(one, QSplitterHandle)]) == len(SIDES) - 1
    assert told(window.menuBar())[0]


def test_whatever_takes_input_in_the_window_is_reached_by_keys(window: MainWindow) -> None:
    assert mouse_only(window) == []


def test_whatever_takes_input_in_a_dialog_has_a_name_and_is_reached_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    found: list[tuple[str, str]] = []
    for command in DIALOGS:
        window.actions_[command].trigger()
        qtbot.waitUntil(lambda: bool(dialogs(window)))
        (dialog,) = dialogs(window)
        assert told(dialog)[0], command
        assert parts(dialog), command
        found += [(command, one) for one in (*mute(dialog), *mouse_only(dialog)) if one != DRIVEN]
        dialog.close()
        qtbot.waitUntil(lambda: not dialogs(window))
    assert found == []


def lettered_twice(root: QWidget) -> list[tuple[str, list[str]]]:
    """Return the letters that lead to more than one thing of ``root``, where each would only pass on the focus."""
    found: dict[str, list[str]] = {}
    for one in root.findChildren(QWidget):
        label = isinstance(one, QLabel) and one.buddy() is not None
        if one.isVisible() and one.window() is root.window() and (label or isinstance(one, QAbstractButton)):
            letter = QKeySequence.mnemonic(one.text()).toString()
            found.setdefault(letter, []).append(one.text())
    return [(letter, texts) for letter, texts in found.items() if letter and len(texts) > 1]


@pytest.mark.parametrize("language", ["english", "german"])
def test_no_letter_stands_for_two_things_of_a_dialog(
    request: pytest.FixtureRequest, qtbot: QtBot, language: str
) -> None:
    if language == "german":
        request.getfixturevalue("german")
    window: MainWindow = request.getfixturevalue("window")
    found = []
    for command in DIALOGS:
        window.actions_[command].trigger()
        qtbot.waitUntil(lambda: bool(dialogs(window)))
        (dialog,) = dialogs(window)
        found += [(command, *one) for one in lettered_twice(dialog)]
        dialog.close()
        qtbot.waitUntil(lambda: not dialogs(window))
    for kind in EntryKind:
        entry = an_entry(kind, f"One {kind}")
        window.archive.catalog.apply(AddEntry(entry))
        window.entries.open_vocabulary(entry.id)
        (names,) = dialogs(window)
        assert isinstance(names, VocabularyDialog)
        qtbot.waitUntil(lambda: names.pane.entry is not None and names.pane.entry.id == entry.id)  # noqa: B023
        found += [(str(kind), *one) for one in lettered_twice(names)]
    names.close()
    assert found == []


def test_enter_closes_no_dialog_but_from_its_close_button(window: MainWindow, qtbot: QtBot) -> None:
    closing = []
    for command in DIALOGS:
        window.actions_[command].trigger()
        qtbot.waitUntil(lambda: bool(dialogs(window)))
        (dialog,) = dialogs(window)
        buttons = [box.button(QDialogButtonBox.StandardButton.Close) for box in dialog.findChildren(QDialogButtonBox)]
        closing += [command for one in buttons if one is not None and one.isDefault()]
        dialog.close()
        qtbot.waitUntil(lambda: not dialogs(window))
    assert closing == []


def unseen(root: QWidget, qtbot: QtBot) -> list[str]:
    """Return what of ``root`` looks the same with the focus as without it."""
    found = []
    root.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as Tab does
    for one in parts(root):
        if not one.isEnabled() or not one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        before = pixels(one)
        one.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(one.hasFocus)
        changed = np.abs(pixels(one) - before).max(axis=2) >= NOTICED
        if changed.sum() < MORE_THAN_A_CURSOR:
            found.append(f"{type(one).__name__} “{told(one)[0]}” in {type(one.parent()).__name__}")
    return found


def pixels(widget: QWidget) -> np.ndarray:
    """Return the colours of a widget as it would be painted now, one a line of its rows and columns."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[:, :, :3].astype(int)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_focus_is_seen_wherever_it_is(window: MainWindow, qtbot: QtBot, qapp: QApplication, name: str) -> None:
    apply_theme(qapp, name)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found = [("window", one) for one in unseen(window, qtbot)]
    for page in PAGES:
        window.actions_[page].trigger()
        qtbot.waitUntil(lambda: bool(window.glance.sheet.clips) == (page == "contact_sheet"))  # noqa: B023
        found += [(page, one) for one in unseen(window.playing.stage, qtbot)]
        window.actions_[page].trigger()
    for command in DIALOGS:
        window.actions_[command].trigger()
        qtbot.waitUntil(lambda: bool(dialogs(window)))
        (dialog,) = dialogs(window)
        qtbot.waitUntil(dialog.isActiveWindow)
        found += [(command, one) for one in unseen(dialog, qtbot)]
        dialog.close()
        qtbot.waitUntil(lambda: not dialogs(window))
    assert not found, "\n".join(f"{place}: {one}" for place, one in found)


def dialogs(window: MainWindow) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]
