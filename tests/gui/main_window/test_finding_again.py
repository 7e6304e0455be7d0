"""A search that is asked again after an edit."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips, Describe
from core.ports.index import Order
from core.settings import Settings
from core.storage.index_rowlist import RowList
from core.storage.sqlite_index import SqliteIndex
from gui.main_window.finding import FIRST_PAGE, Finding, Wish
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from tests.support.model import a_clip

TRAIN, BOAT = a_clip("train.mov"), a_clip("boat.mov")


def test_a_result_that_an_edit_left_as_it_was_is_not_shown_anew(archive: Archive) -> None:
    asking, wish = Finding(archive), Wish("", Order.ADDED)

    def rows() -> Sequence[int]:
        found = asking.find(wish)
        assert found is not None
        return found.rows

    archive.catalog.apply(AddClips((TRAIN, BOAT)))
    before = rows()
    archive.catalog.apply(Describe(clips=(TRAIN.id,), rating=4))
    assert rows() is before
    archive.catalog.apply(AddClips((a_clip("new.mov"),)))
    assert len(rows()) == len(before) + 1


def test_rows_to_be_scrolled_to_are_not_found_by_the_window(
    qtbot: QtBot, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.catalog.apply(AddClips(tuple(a_clip(f"{number}.mov") for number in range(2 * FIRST_PAGE))))
    threads: list[threading.Thread] = []
    find = SqliteIndex._find

    def noted(*asked: Any) -> Sequence[int]:
        threads.append(threading.current_thread())
        return find(*asked)

    monkeypatch.setattr(SqliteIndex, "_find", noted)
    nothing = Requests(open=print, create=print, sample=print, dress=print, quit=print)
    window = MainWindow(archive, Settings.load(), nothing)
    window.show()
    qtbot.waitUntil(lambda: window.pane.result is not None and _is_whole(window.pane.result.rows))
    bar = window.pane.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: window.pane.grid.visible_rows().stop == 2 * FIRST_PAGE)
    window.close()
    assert threading.main_thread() not in threads
    assert threads


def _is_whole(rows: Sequence[int]) -> bool:
    """Return whether no row has yet to be found."""
    return isinstance(rows, RowList) and rows._all is not None
