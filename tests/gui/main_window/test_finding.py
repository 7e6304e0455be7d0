"""Finding in the window: what was meant, moments, why, and saved searches."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.app import Archive, Found
from core.catalog.edits import AddClips, AddEntry, AddMoment
from core.catalog.search_edits import SaveSearch
from core.model.clip import Source
from core.model.ids import MomentId, TagId
from core.model.searches import SavedSearch
from core.model.vocabulary import EntryKind
from core.ports.index import Order
from core.settings import Settings
from gui.library import MomentCard
from gui.library.browser_lines import Choice, Line, LineKind
from gui.main_window import clips_pane, finding
from gui.main_window.finding import Finding, Result, Wish
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.search import NameDialog
from gui.style import apply_theme
from tests.core.search.test_linking import a_moment
from tests.support.model import a_clip, a_tag, an_entry

ATWELL = an_entry(EntryKind.PERSON, "Hayley Atwell")
TRAIN = a_clip(
    "train.mov",
    moments=(a_moment("m1", 1, 3, "waves back"), a_moment("m2", 5, 6, "runs")),
    tags=(replace(a_tag(ATWELL), id=TagId("1"), moment=MomentId("m1")),),
    source=Source(caption="on the train roof"),
)
BOAT = a_clip("boat.mov", moments=(a_moment("m3", 2, 4, "waves too"),))


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.catalog.apply(AddEntry(ATWELL))
    archive.catalog.apply(AddClips((TRAIN, BOAT)))
    return archive


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, filled: Archive) -> Iterator[MainWindow]:
    apply_theme(qapp, "dark")
    nothing = Requests(open=print, create=print, sample=print, dress=print, quit=print)
    made = MainWindow(filled, Settings.load(), nothing)
    made.show()
    qtbot.waitUntil(lambda: made.pane.result is not None and made.pane.grid.count() == 2)
    yield made
    made.close()
    made.deleteLater()
    made.deleteLater()


def search(qtbot: QtBot, window: MainWindow, text: str) -> None:
    with qtbot.waitSignal(window.pane.found):
        window.pane.search(text)


def lines(window: MainWindow) -> list[Line]:
    return [line for line in window.browser.list.lines.lines if line.kind is LineKind.SEARCH]


def dialog_of(qtbot: QtBot, window: MainWindow) -> NameDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(NameDialog)))
    return window.findChildren(NameDialog)[-1]


# what was meant -------------------------------------------------------------------------------------------------
def test_a_slip_of_the_hand_shows_what_was_meant_with_a_way_back(window: MainWindow, qtbot: QtBot) -> None:
    search(qtbot, window, "hailey atwel")
    pane = window.pane
    assert pane.notice.isVisible()
    assert pane.notice.sentence == "Nothing for “hailey atwel”. Showing Hayley Atwell."
    assert pane.grid.count() == 1
    with qtbot.waitSignal(pane.found):
        qtbot.mouseClick(pane.notice.refuse, Qt.MouseButton.LeftButton)
    assert not pane.notice.isVisible()
    assert (pane.bar.text(), pane.grid.count()) == ("hailey atwel", 0)
    search(qtbot, window, "hailey atwel")
    with qtbot.waitSignal(pane.found):
        qtbot.mouseClick(pane.notice.take, Qt.MouseButton.LeftButton)
    assert (pane.bar.text(), pane.grid.count(), pane.notice.isVisible()) == ('"Hayley Atwell"', 1, False)


# moments --------------------------------------------------------------------------------------------------------
def cards(window: MainWindow) -> list[MomentCard]:
    result = window.pane.result
    assert result is not None
    return list(result.moments or ())


def test_the_switch_shows_moments_with_their_own_times_and_back(window: MainWindow, qtbot: QtBot) -> None:
    search(qtbot, window, "waves")
    toggle = window.actions_["moments"]
    with qtbot.waitSignal(window.pane.found):
        toggle.trigger()
    assert window.pane.bar.text() == "moments: waves"
    assert window.pane.moments.isVisible()
    assert [(card.name, card.clip_name) for card in cards(window)] == [
        ("waves too", "boat.mov"),
        ("waves back", "train.mov"),
    ]
    with qtbot.waitSignal(window.pane.found):
        toggle.trigger()
    assert window.pane.bar.text() == "waves"
    assert window.pane.grid.isVisible()
    search(qtbot, window, "moments:waves")
    assert toggle.isChecked()


def test_a_moment_opens_its_clip_and_what_is_done_to_it_is_done_to_the_clip(window: MainWindow, qtbot: QtBot) -> None:
    search(qtbot, window, "moments: waves")
    window.pane.moments.select_rows([cards(window)[1].row])
    qtbot.waitUntil(lambda: window.inspector.clips == (TRAIN.id,))
    assert window.pane.selected_clips() == (TRAIN.id,)
    window.pane.moments.selectAll()
    assert set(window.pane.selected_clips()) == {TRAIN.id, BOAT.id}


def test_enter_goes_to_the_first_moment(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.pane.bar.focus_field()
    qtbot.waitUntil(window.pane.bar.field.hasFocus)
    search(qtbot, window, "moments: waves")
    qtbot.keyClick(window.pane.bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.inspector.clips == (BOAT.id,))
    assert window.pane.moments.selected_count() == 1


def test_a_moment_that_is_selected_stays_so_when_others_come(window: MainWindow, qtbot: QtBot) -> None:
    search(qtbot, window, "moments: waves")
    chosen = cards(window)[1]
    window.pane.moments.select_rows([chosen.row])
    with qtbot.waitSignal(window.pane.found):
        window.bridge.edit(AddMoment(BOAT.id, a_moment("m9", 6, 7, "waves again")))
    assert len(cards(window)) == 3
    assert window.pane.moments.selected_rows() == [chosen.row]


def test_no_moment_is_said_to_be_none(window: MainWindow, qtbot: QtBot) -> None:
    search(qtbot, window, "moments: zzzzz")
    assert window.pane._empty.accessibleName() == "No moment matches “zzzzz”"


def test_the_first_moments_come_before_the_others(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Wish("moments:", Order.ADDED, most=2)
    result = Finding(window.archive).find(first)
    assert result is not None
    assert (len(result.moments or ()), result.more) == (2, True)

    def two(text: str, order: Order, exact: bool, most: int = 2, **rest: bool) -> Wish:
        return Wish(text, order, exact, most, **rest)

    monkeypatch.setattr(clips_pane, "Wish", two)
    search(qtbot, window, "moments:")
    qtbot.waitUntil(lambda: len(cards(window)) == 3)
    assert window.pane.result is not None
    assert not window.pane.result.more


def test_a_search_nobody_waits_for_ends(filled: Archive) -> None:
    looked: list[int] = []
    assert Finding(filled).find(Wish("moments:", Order.ADDED), lambda: bool(looked.append(1))) is None
    assert len(looked) == 1


# why ------------------------------------------------------------------------------------------------------------
def test_the_line_under_the_result_says_why_the_clip_is_in_it(window: MainWindow, qtbot: QtBot) -> None:
    search(qtbot, window, "roof hayley")
    window.pane.grid.select_rows(list(window.pane.result.rows))  # type: ignore[union-attr]
    line = window.pane.why
    qtbot.waitUntil(line.isVisible)
    assert line.accessibleDescription() == "caption: on the train roof; person: Hayley Atwell"
    assert ">roof</b>" in line.text()
    window.pane.grid.clearSelection()
    qtbot.waitUntil(lambda: not line.isVisible())


def test_a_moment_says_why_it_was_found(window: MainWindow, qtbot: QtBot) -> None:
    search(qtbot, window, "moments: person:hayley")
    window.pane.moments.select_rows([cards(window)[0].row])
    qtbot.waitUntil(window.pane.why.isVisible)
    assert window.pane.why.accessibleDescription() == "person: Hayley Atwell"


# saved searches -------------------------------------------------------------------------------------------------
def test_a_search_is_saved_under_a_name_and_listed_with_what_it_finds(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.actions_["save_search"].isEnabled()
    search(qtbot, window, "moments: waves")
    window.pane.bar.set_order(Order.NAME)
    window.actions_["save_search"].trigger()
    dialog = dialog_of(qtbot, window)
    assert dialog.field.text() == "waves"
    dialog.field.setText("  ")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.field.setText("Waving")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(lines(window)))
    (line,) = lines(window)
    assert (line.text, line.count, line.choice) == ("Waving", 2, Choice.INCLUDED)
    assert window.archive.catalog.searches()[0].moments


def a_saved(window: MainWindow, qtbot: QtBot, name: str = "Trains", query: str = "train") -> SavedSearch:
    saved = SavedSearch(id=window.archive.catalog.new_search_id(), name=name, query=query, order="name")
    before = len(lines(window))
    window.bridge.edit(SaveSearch(saved))
    qtbot.waitUntil(lambda: len(lines(window)) == before + 1)
    return saved


def go_to(window: MainWindow, name: str) -> None:
    model = window.browser.list.lines
    at = next(at for at, line in enumerate(model.lines) if line.text == name)
    window.browser.list.setCurrentIndex(model.index(at))


def test_saved_searches_are_run_renamed_and_removed_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    a_saved(window, qtbot)
    go_to(window, "Trains")
    browser = window.browser.list
    with qtbot.waitSignal(window.pane.found):
        qtbot.keyClick(browser, Qt.Key.Key_Return)
    assert (window.pane.bar.text(), window.pane.order) == ("train", Order.NAME)
    assert lines(window)[0].choice is Choice.INCLUDED
    qtbot.keyClick(browser, Qt.Key.Key_F2)
    dialog = dialog_of(qtbot, window)
    dialog.field.setText("Engines")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [line.text for line in lines(window)] == ["Engines"])
    qtbot.keyClick(browser, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not lines(window))
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: [line.text for line in lines(window)] == ["Engines"])


def test_a_name_that_another_search_has_is_refused(window: MainWindow, qtbot: QtBot) -> None:
    a_saved(window, qtbot)
    a_saved(window, qtbot, "Boats", "boat")
    go_to(window, "Boats")
    qtbot.keyClick(window.browser.list, Qt.Key.Key_F2)
    dialog = dialog_of(qtbot, window)
    dialog.field.setText("trains")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()


def test_counts_follow_every_edit(window: MainWindow, qtbot: QtBot) -> None:
    a_saved(window, qtbot)
    assert lines(window)[0].count == 1
    window.bridge.edit(AddClips((a_clip("train two.mov"),)))
    qtbot.waitUntil(lambda: lines(window)[0].count == 2)


def test_the_menu_of_a_search_offers_all_of_it(window: MainWindow, qtbot: QtBot) -> None:
    saved = a_saved(window, qtbot)
    search(qtbot, window, "boat")
    menu = window.searches.menu_of(saved.id)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Run", "Save what is searched for now under this name", "Rename… (F2)", "Remove (Del)"]
    menu.actions()[2].trigger()
    qtbot.waitUntil(lambda: [search.query for search in window.archive.catalog.searches()] == ["boat"])
    menu.deleteLater()


def test_the_filter_of_the_browser_narrows_searches_too(window: MainWindow, qtbot: QtBot) -> None:
    a_saved(window, qtbot)
    a_saved(window, qtbot, "Boats", "boat")
    window.browser.filter_field.setText("boat")
    assert [line.text for line in lines(window)] == ["Boats"]


# first page first -----------------------------------------------------------------------------------------------
def held_back(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Have all of a result, its totals and counts, wait for the event; its first page does not."""
    go_on, find = threading.Event(), Finding.find

    def late(self: Finding, wish: Wish, wanted: Callable[[], bool], known: Found | None = None) -> Result | None:
        assert go_on.wait(20)
        return find(self, wish, wanted, known)

    monkeypatch.setattr(Finding, "find", late)
    return go_on


def test_a_first_page_is_shown_before_all_is_found_and_counted(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = held_back(monkeypatch)
    monkeypatch.setattr(finding, "FIRST_PAGE", 1)
    before = window.pane.result
    window.pane.search("waves")
    qtbot.waitUntil(lambda: window.pane.grid.count() == 1)
    assert window.pane.result is before, "totals and counts are still those of what was asked before"
    with qtbot.waitSignal(window.pane.found):
        go_on.set()
    assert (window.pane.grid.count(), window.pane.result and window.pane.result.text) == (2, "waves")


def test_what_is_found_for_a_first_page_is_not_looked_for_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    search_ = Archive.search

    def noted(archive: Archive, text: str, order: Order = Order.ADDED, *, forgiving: bool = False) -> Found:
        asked.append(text)
        return search_(archive, text, order, forgiving=forgiving)

    qtbot.waitUntil(lambda: window.inspector.shown is not None)  # the overview, which searches too
    monkeypatch.setattr(Archive, "search", noted)
    search(qtbot, window, "waves")
    assert asked == ["waves"]
    search(qtbot, window, "nowhere")
    assert asked == ["waves", "nowhere", "nowhere"], "what finds nothing is asked for again, and what was meant"


def test_what_is_selected_is_not_lost_to_a_first_page(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "FIRST_PAGE", 1)
    last = window.pane.result.rows[-1] if window.pane.result else 0
    window.pane.grid.select_rows([last])
    search(qtbot, window, "waves")
    assert window.pane.grid.selected_rows() == [last]


def test_enter_acts_on_the_first_page_before_all_is_counted(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clip that is shown first is chosen, not the one that an older result began with."""
    (train,) = window.archive.index.rows([TRAIN.id]).values()
    assert window.pane.result is not None
    assert window.pane.result.rows[0] != train
    go_on = held_back(monkeypatch)
    window.pane.search("hayley")
    qtbot.waitUntil(lambda: window.pane.grid.count() == 1)
    press_enter(window)
    assert window.pane.grid.selected_rows() == [train]
    with qtbot.waitSignal(window.pane.found):
        go_on.set()
    assert window.pane.grid.selected_rows() == [train]


def test_enter_before_any_answer_waits_for_it_unless_one_types_on(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, first = threading.Event(), Finding.first

    def late(self: Finding, wish: Wish) -> tuple[Found, Sequence[int]]:
        assert go_on.wait(20)
        return first(self, wish)

    (train,) = window.archive.index.rows([TRAIN.id]).values()
    monkeypatch.setattr(Finding, "first", late)
    window.pane.search("hayley")
    press_enter(window)
    assert window.pane.grid.selected_rows() == []
    go_on.set()
    qtbot.waitUntil(lambda: window.pane.grid.selected_rows() == [train])
    window.pane.grid.clearSelection()

    go_on.clear()
    window.pane.search("boat")
    press_enter(window)
    window.pane.search("waves")
    go_on.set()
    qtbot.waitUntil(lambda: window.pane.result is not None and window.pane.result.text == "waves")
    assert window.pane.grid.selected_rows() == []


def press_enter(window: MainWindow) -> None:
    window.pane.bar.focus_field()
    QTest.keyClick(window.pane.bar.field, Qt.Key.Key_Return)
