"""Facets in the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips
from core.model.media import DateShot, Precision
from core.search.facets import Facet, Facets
from core.settings import Settings
from gui.library.browser_lines import Choice, Line, LineKind
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.style import apply_theme
from tests.support.model import a_clip


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, archive: Archive) -> Iterator[MainWindow]:
    days = ("2019-05-06", "2021-01-02", "2021-03-04")
    clips = (a_clip(date_shot=DateShot(value=day, precision=Precision.DAY)) for day in days)
    archive.catalog.apply(AddClips(tuple(clips)))
    apply_theme(qapp, "dark")
    nothing = Requests(open=print, create=print, sample=print, dress=print, quit=print)
    made = MainWindow(archive, Settings.load(), nothing)
    made.show()
    qtbot.waitUntil(lambda: made.pane.result is not None and made.pane.grid.count() == 3)
    yield made
    made.close()
    made.deleteLater()
    made.deleteLater()


def lines(window: MainWindow) -> list[Line]:
    return [line for line in window.browser.list.lines.lines if line.kind is LineKind.FACET]


def go_to(window: MainWindow, **wanted: object) -> None:
    model = window.browser.list.lines
    at = next(at for at, line in enumerate(model.lines) if all(getattr(line, k) == v for k, v in wanted.items()))
    window.browser.list.setCurrentIndex(model.index(at))


def test_nothing_is_counted_while_every_facet_is_folded(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def facets(text: str, _wanted: object) -> Facets:
        asked.append(text)
        return Facets((), 0, 0)

    monkeypatch.setattr(window.archive, "facets", facets)
    with qtbot.waitSignal(window.pane.found):
        window.pane.search("shot:2021")
    assert asked == []
    go_to(window, kind=LineKind.SECTION, of=Facet.CODEC)
    qtbot.keyClick(window.browser.list, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: asked == ["shot:2021"])


def test_a_value_narrows_the_search_and_is_marked_and_again_taken_out(window: MainWindow, qtbot: QtBot) -> None:
    browser = window.browser.list
    go_to(window, kind=LineKind.SECTION, of=Facet.YEAR)
    qtbot.keyClick(browser, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [(line.text, line.count) for line in lines(window)] == [("2021", 2), ("2019", 1)])
    go_to(window, text="2021")
    with qtbot.waitSignal(window.pane.found):
        qtbot.keyClick(browser, Qt.Key.Key_Return)
    assert (window.pane.bar.text(), window.pane.grid.count()) == ("shot:2021", 2)
    qtbot.waitUntil(lambda: [line.choice for line in lines(window)] == [Choice.INCLUDED])
    with qtbot.waitSignal(window.pane.found):
        qtbot.keyClick(browser, Qt.Key.Key_Return)
    assert window.pane.bar.text() == ""
    qtbot.waitUntil(lambda: len(lines(window)) == 2)
    go_to(window, text="2021")
    with qtbot.waitSignal(window.pane.found):
        qtbot.keyClick(browser, Qt.Key.Key_Delete)
    assert (window.pane.bar.text(), window.pane.grid.count()) == ("-shot:2021", 1)
