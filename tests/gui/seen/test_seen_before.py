"""What was seen before: told after an import, listed in the inspector, compared, and decided."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.app import Archive, create_archive
from core.catalog.edits import AddClips
from core.ingest.report import ImportReport
from core.model.clip import Clip, Link, LinkKind
from core.model.time import Span
from core.settings import Settings
from gui.frames.alike import closeness, read_alike
from gui.main_window.window import MainWindow
from gui.seen import Standing, pair_of, pairs_of, sentence
from gui.seen.sentences import decided
from gui.style import apply_theme
from tests.core.seen.test_finder import a_walk
from tests.gui.main_window.test_glance import a_window, framed, select
from tests.support.model import a_clip


def with_frames(clip: Clip, name: str) -> Clip:
    return framed(a_clip(name, id=clip.id, sights=clip.sights), int(clip.facts.duration or 1))


WHOLE = with_frames(a_walk(1), "roof.mov")
EXCERPT = with_frames(a_walk(1, seconds=4, first=6), "shared.mp4")
STRANGER = with_frames(a_walk(2), "boat.mov")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    archive = create_archive(tmp_path / "a.slatebook")
    archive.catalog.apply(AddClips((WHOLE, EXCERPT, STRANGER)))
    apply_theme(qapp, "dark")
    made = a_window(archive, Settings())
    qtbot.waitUntil(lambda: made.pane.result is not None and made.pane.grid.count() == 3)
    yield made
    made.close()
    made.deleteLater()


def imported(window: MainWindow, qtbot: QtBot, clip: Clip) -> None:
    """Have the window believe that ``clip`` just came in."""
    window.imports.finished.emit(ImportReport(1, 0, 0, (), False, (clip.id,)))
    qtbot.waitUntil(lambda: bool(window.archive.clip(clip.id).links))


def suspected(window: MainWindow, qtbot: QtBot) -> None:
    select(window, qtbot, EXCERPT)
    imported(window, qtbot, EXCERPT)
    qtbot.waitUntil(lambda: len(window.inspector.seen.pairs) == 1)


def standing(window: MainWindow) -> Standing | None:
    pairs = window.inspector.seen.pairs
    return pairs[0].standing if pairs else None


def press(window: MainWindow, qtbot: QtBot, words: str) -> None:
    def shown() -> list[QToolButton]:
        buttons = window.inspector.seen.findChildren(QToolButton)
        return [one for one in buttons if one.isVisible() and one.accessibleName() == words]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    QTest.mouseClick(shown()[0], Qt.MouseButton.LeftButton)


def test_an_import_tells_of_what_looks_like_clips_that_are_there(window: MainWindow, qtbot: QtBot) -> None:
    suspected(window, qtbot)
    qtbot.waitUntil(lambda: window.toasts.message() == "1 of these looks like a clip you have.")
    (show,) = (button for button in window.toasts.findChildren(QPushButton) if button.isVisible())
    show.click()
    qtbot.waitUntil(lambda: window.pane.bar.text() == "is:suspected" and window.pane.grid.count() == 2)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_pair_is_told_whole_and_read_from_its_picture_on(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    suspected(window, qtbot)
    window.setLayoutDirection(direction)
    line = window.inspector.seen._lines[0]
    assert line._pair is not None
    assert line._pair.link is not None
    assert line._said.text() == sentence(line._pair.link)
    qtbot.waitUntil(lambda: line._said.height() >= line._said.heightForWidth(line._said.width()))
    backward = direction is Qt.LayoutDirection.RightToLeft

    def places() -> list[int]:
        buttons = [button for button in line.findChildren(QToolButton) if button.isVisible()]
        return [widget.geometry().center().x() for widget in (line.face, line._said, *buttons)]

    qtbot.waitUntil(lambda: len(places()) == 4 and places() == sorted(places(), reverse=backward))


def test_the_section_lists_what_is_to_be_decided_and_each_decision_is_one_step(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.inspector.seen.isHidden()
    suspected(window, qtbot)
    assert standing(window) is Standing.SUSPECTED
    press(window, qtbot, "Link with roof.mov")
    qtbot.waitUntil(lambda: standing(window) is Standing.LINKED)
    assert window.archive.clip(WHOLE.id).links[0].suspected is False
    assert window.archive.catalog.undo_label == "Link shared.mp4: excerpt of roof.mov"
    press(window, qtbot, "Unlink roof.mov")
    qtbot.waitUntil(lambda: standing(window) is Standing.SUSPECTED)
    press(window, qtbot, "roof.mov is not a duplicate")
    qtbot.waitUntil(lambda: standing(window) is Standing.REFUSED)
    window.actions_["find_copies"].trigger()
    qtbot.waitUntil(lambda: window.toasts.message() == "No clip looks like another but those you know of.")
    assert standing(window) is Standing.REFUSED
    press(window, qtbot, "Take back that roof.mov is not a duplicate")
    qtbot.waitUntil(lambda: standing(window) is Standing.SUSPECTED)
    for _ in range(4):
        window.bridge.undo()
    assert window.bridge.settle()
    assert window.archive.clip(EXCERPT.id).links[0].suspected


def test_the_whole_archive_is_compared_on_demand(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["find_copies"].trigger()
    qtbot.waitUntil(lambda: window.toasts.message() == "1 clip looks like another.")
    qtbot.waitUntil(lambda: bool(window.archive.clip(WHOLE.id).links))


@pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "Using Qt multimedia", extend=True)
def test_two_are_compared_on_both_timelines_and_decided_there(window: MainWindow, qtbot: QtBot) -> None:
    suspected(window, qtbot)
    window.inspector.seen.compare_wanted.emit(window.inspector.seen.pairs[0])
    page = window.glance.comparison
    assert page.isVisible()
    assert page.clips == (EXCERPT.id, WHOLE.id)
    assert page.link.offset == 3
    assert page.shared.starts == (0, 3)
    here, there = page.shared.band.span_rect(0), page.shared.band.span_rect(1)
    assert here is not None
    assert there is not None
    room = page.shared.band.strip_rect(1)
    assert abs((there.left() - room.x()) / room.width() - 0.3) < 0.01
    buttons = {one.text(): one for one in page.shared.findChildren(QPushButton) if one.isVisible()}
    assert set(buttons) == {"Play both", "Link", "Not a duplicate"}
    buttons["Link"].click()
    qtbot.waitUntil(lambda: page.shared.pair is not None and page.shared.pair.standing is Standing.LINKED)
    assert {one.text() for one in page.shared.findChildren(QPushButton) if one.isVisible()} == {"Play both", "Unlink"}
    with qtbot.waitSignal(page.shared.band.seek_wanted) as sought:
        QTest.mouseClick(page.shared.band, Qt.MouseButton.LeftButton, pos=room.center())
    number, time = sought.args
    assert number == 1
    assert abs(time - 5) < Fraction(1, 10)


@pytest.mark.parametrize(
    ("kind", "unsure", "words"),
    [
        (LinkKind.SAME_AS, True, "Looks like the same"),
        (LinkKind.SAME_AS, False, "The same"),
        (LinkKind.EXCERPT_OF, True, "0:03–0:07 of it looks like this"),
        (LinkKind.EXCERPT_OF, False, "Holds this, at 0:03–0:07"),
        (LinkKind.CONTAINS, True, "Looks like 0:00–0:04 of this"),
        (LinkKind.CONTAINS, False, "Is 0:00–0:04 of this"),
        (LinkKind.OVERLAPS, True, "0:03–0:07 of it looks like 0:00–0:04 of this"),
        (LinkKind.SAME_EVENT, False, "Of the same event"),
        (LinkKind.NOT_A_DUPLICATE, False, "Not a duplicate"),
    ],
)
def test_what_two_clips_are_to_each_other_is_said_in_a_line(kind: LinkKind, unsure: bool, words: str) -> None:
    spans = (Span(Fraction(0), Fraction(4)), Span(Fraction(3), Fraction(7)))
    link = Link(other=WHOLE.id, kind=kind, here=spans[0], there=spans[1], suspected=unsure)
    assert sentence(link) == words
    mirrored = Link(other=WHOLE.id, kind=kind, here=spans[0], there=spans[1], suspected=unsure, mirrored=True)
    assert sentence(mirrored).endswith(" · mirrored") == link.is_copy


def test_two_that_are_not_alike_can_be_compared_and_linked_all_the_same(window: MainWindow) -> None:
    pair = pair_of(window.archive, STRANGER.id, WHOLE.id)
    assert pair.standing is None
    assert decided(pair) == "These two do not look alike."
    alike = pair_of(window.archive, EXCERPT.id, WHOLE.id)
    assert decided(alike) == "0:00–0:04 of the first looks like 0:03–0:07 of the second."
    assert pairs_of(window.archive, window.archive.clip(EXCERPT.id)) == ()


# frames like one ------------------------------------------------------------------------------------------------
def test_frames_like_one_are_ranked_under_what_is_said_of_their_distance(window: MainWindow) -> None:
    sheet = read_alike(window.archive, window.bridge.recognising, EXCERPT.id, Fraction(1))
    assert [(frame.clip, frame.span.start, frame.note) for frame in sheet.frames] == [(WHOLE.id, 4, "roof.mov")]
    assert [(section.title, section.note) for section in sheet.sections] == [("The same picture, or nearly", "1 clip")]
    assert sheet.name == "Like 0:01 of shared.mp4"
    assert [closeness(bits) for bits in (0, 5, 12)] == [
        "The same picture, or nearly",
        "Very much alike",
        "Alike in part",
    ]


def test_they_are_found_from_the_strip_the_sheet_and_the_player(window: MainWindow, qtbot: QtBot) -> None:
    QAbstractItemModelTester(window.glance.alike.page.grid.frames, QAbstractItemModelTester.FailureReportingMode.Fatal)
    select(window, qtbot, EXCERPT)
    menu = window.inspector.pictures.menu_of(1)
    assert menu is not None
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.glance.alike.page.clips == (WHOLE.id,))
    assert window.glance.alike.page.isVisible()
    window.playing.step_back()
    assert window.glance.alike.page.clips == ()
    find = window.glance.sheet.find_similar
    assert find is not None
    window.actions_["contact_sheet"].trigger()
    qtbot.waitUntil(lambda: bool(window.glance.sheet.grid.frames.frames))
    find(window.glance.sheet.grid.frames.frames[0])
    qtbot.waitUntil(lambda: window.glance.alike.page.clips == (WHOLE.id,))
    assert window.playing.step_back()
    assert window.playing.stage.currentWidget() is window.glance.sheet  # where they were looked for
    assert window.glance.sheet.grid.frames.frames
    assert window.playing.step_back()
    assert window.playing.stage.currentWidget() is window.pane
    assert window.glance.sheet.clips == ()
    texts = [action.text() for action in window.playing.page.regions.menu().actions()]
    assert "&Find frames like this" in texts


def test_where_nothing_looks_like_it_that_is_said(window: MainWindow, qtbot: QtBot) -> None:
    window.glance.alike.find(STRANGER.id, Fraction(2))
    qtbot.waitUntil(lambda: "Nothing looks like it" in window.glance.alike.page._empty._title.text())
    qtbot.waitUntil(window.glance.alike.page._empty.isVisible)


def test_nothing_is_decided_in_an_archive_open_for_reading(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with create_archive(tmp_path / "a.slatebook") as archive:
        archive.catalog.apply(AddClips((WHOLE, EXCERPT)))
    read_only = Archive(tmp_path / "a.slatebook", read_only=True)
    made = a_window(read_only, Settings())
    qtbot.waitUntil(lambda: made.pane.result is not None and made.pane.grid.count() == 2)
    made.copies.look_everywhere()
    made.glance.compare_pair(pair_of(read_only, EXCERPT.id, WHOLE.id))
    shown = {one.text() for one in made.glance.comparison.shared.findChildren(QPushButton) if one.isVisible()}
    assert shown == {"Play both"}
    made.close()
    made.deleteLater()
