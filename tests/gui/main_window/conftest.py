"""The program with its window, closed when the test is over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.settings import Settings, Theme
from gui.main_window.window import MainWindow
from gui.program import HOME_VARIABLE, Program


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that archives are kept in."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def program(qapp: QApplication, home: Path) -> Iterator[Program]:
    made = Program(qapp, Settings(theme=Theme.DARK))
    yield made
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()
    made.close()
    made.deleteLater()


def shown(qtbot: QtBot, program: Program) -> MainWindow:
    """Return the window, once it shows what it found."""
    qtbot.waitUntil(lambda: program.window is not None and program.window.pane.result is not None)
    assert program.window is not None
    return program.window
