"""What a window does not make before somebody wants it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.app import Archive, Found
from core.catalog.edits import AddClips, AddEntry, AddMoment, TagClips
from core.model.clip import Moment
from core.model.ids import MomentId
from core.model.time import Span
from core.model.vocabulary import EntryKind
from core.settings import Settings
from gui.bridge.bridge import Bridge
from gui.main_window import later
from gui.main_window.finding import Finding, Result, Wish
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.style import apply_theme
from tests.support.model import a_clip, a_tag, an_entry

TOM, NORWAY = an_entry(EntryKind.PERSON, "Tom Cruise"), an_entry(EntryKind.LOCATION, "Norway")
CLIP = a_clip("roof.mov")


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a window do nothing beyond showing its first clips."""
    monkeypatch.setattr(Bridge, "after_clips", lambda *_: None)


@pytest.fixture
def bare(qapp: QApplication, archive: Archive) -> Iterator[MainWindow]:
    """Yield the window on an archive with one clip, just shown."""
    archive.catalog.apply(AddClips((CLIP,)))
    for entry in (TOM, NORWAY):
        archive.catalog.apply(AddEntry(entry))
    archive.catalog.apply(TagClips((CLIP.id,), a_tag(TOM)))
    apply_theme(qapp, "dark")
    made = MainWindow(
        archive, Settings.load(), Requests(open=print, create=print, sample=print, dress=print, quit=print)
    )
    made.show()
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, bare: MainWindow) -> MainWindow:
    """Return the window once it shows its clip and what it counted."""
    qtbot.waitUntil(lambda: bare.pane.result is not None and bare.pane.grid.count() == 1)
    return bare


def test_the_first_clips_do_not_wait_for_counts_and_stay_when_they_come(
    qtbot: QtBot, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, find = threading.Event(), Finding.find
    resets: list[Result | None] = []

    def late(self: Finding, wish: Wish, wanted: Callable[[], bool], known: Found | None = None) -> Result | None:
        assert go_on.wait(20)
        return find(self, wish, wanted, known)

    monkeypatch.setattr(Finding, "find", late)
    window: MainWindow = request.getfixturevalue("bare")
    window.pane.grid.model().modelReset.connect(lambda: resets.append(window.pane.result))
    qtbot.waitUntil(lambda: window.pane.grid.count() == 1)
    with qtbot.waitSignal(window.pane.found):
        go_on.set()
    assert window.pane.result is not None
    assert (window.pane.result.total, window.pane.result.counts) == (1, {TOM.id: 1})
    assert resets == [None], "they came before the counts, and no card is fetched and painted twice"


@pytest.mark.usefixtures("hurried")
def test_the_first_clips_wait_for_no_page_that_is_not_seen(window: MainWindow) -> None:
    assert [page.made for page in window.pages] == [None] * 5


def test_pages_are_made_by_and_by_once_the_window_stands(
    qtbot: QtBot, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(later, "AFTER_MS", 0)
    window: MainWindow = request.getfixturevalue("window")
    qtbot.waitUntil(lambda: all(page.made is not None for page in window.pages), timeout=20_000)
    assert window.playing.stage.currentWidget() is window.pane
    assert window.playing.stage.count() == len(window.pages)  # the clips, and all but the page of the inspector


def test_the_page_of_clips_is_made_before_one_is_selected(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.inspector.shown is not None)
    assert window.inspector.detail.made is not None
    assert not window.inspector.detail.made.isVisible()


@pytest.mark.usefixtures("hurried")
def test_a_page_made_late_knows_what_happened_before(window: MainWindow) -> None:
    window.bridge.edit(TagClips((CLIP.id,), a_tag(NORWAY)))
    window.bridge.settle()
    window.inspector.set_marked(Span(Fraction(1), Fraction(2)))
    assert {window.inspector.detail.made, window.playing.desk.made} == {None}
    assert window.playing.page.numbers._recent == [NORWAY.id]
    assert window.playing.page.numbers._uses == window.pane.result.counts
    tags = window.inspector.detail.get().tags
    assert tags._span == Span(Fraction(1), Fraction(2))
    assert tags._uses == window.pane.result.counts


@pytest.mark.usefixtures("hurried")
def test_a_selected_clip_is_shown_on_a_page_made_for_it(qtbot: QtBot, window: MainWindow) -> None:
    window.pane.grid.select_rows(list(window.pane.result.rows))
    qtbot.waitUntil(lambda: window.inspector.clips == (CLIP.id,))
    page = window.inspector.detail.made
    assert page is not None
    assert page.isVisible()
    window.pane.grid.clearSelection()
    qtbot.waitUntil(lambda: not page.isVisible())


def test_moments_are_painted_anew_once_names_are_told_apart(qtbot: QtBot, window: MainWindow) -> None:
    moment = Moment(id=MomentId("m"), span=Span(Fraction(1), Fraction(2)), label="waves back")
    window.bridge.edit(AddMoment(CLIP.id, moment))
    window.pane.search("moments: waves")
    qtbot.waitUntil(lambda: window.pane.moments.current_card() is not None or window.pane.moments.count() == 1)
    window.pane.moments.choose_first()
    assert window.pane.moments.current_card() is not None
    with qtbot.waitSignal(window.pane.moments.model().dataChanged):
        window.bridge.told_apart.emit()
