"""Claims in the inspector: who said what, decided with a reason, and never suggested again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.catalog.claims import AddStatement
from core.model.clip import Rejection, Role, Status
from core.model.vocabulary import EntryKind
from gui.inspector.chip_menu import EntryWanted
from gui.inspector.looking import OneClip
from gui.inspector.standing_dialogs import ClaimDialog, WhyDialog
from gui.inspector.statements_view import StatementsView
from gui.widgets import ChipWidget, Marker
from tests.gui.inspector.test_inspector import Bench
from tests.support.model import a_tag


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path / "Test.slatebook")
    yield made
    made.close()


def say(bench: Bench, who: str, words: str, status: Status = Status.CLAIMED) -> None:
    tag = a_tag(bench.tom, said_by=who, verbatim=words, status=status)
    bench.archive.catalog.apply(AddStatement((bench.clips[1].id,), tag))


def menu_of_first(bench: Bench) -> QMenu:
    shown = bench.inspector.shown
    assert isinstance(shown, OneClip)
    return bench.inspector._detail.tags.menu_of(shown.said[0])


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()


def only_dialog() -> WhyDialog | ClaimDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WhyDialog | ClaimDialog)
    return dialog


def test_who_said_what_stands_side_by_side_in_their_words(bench: Bench) -> None:
    say(bench, "@fan", "thats tom")
    say(bench, "@crew", "it is his double", Status.DISPUTED)
    bench.show(bench.clips[1])

    (told,) = bench.inspector.findChild(StatementsView).told()
    assert told.label == "Tom Cruise"
    assert [one.sentence for one in told.statements] == [
        "Claimed · @fan: “thats tom”",
        "Disputed · @crew: “it is his double”",
    ]
    (chip,) = [widget for widget in bench.inspector.findChildren(ChipWidget) if widget.chip.text == "Tom Cruise"]
    assert chip.chip.marker is Marker.DISPUTED
    assert "thats tom" in chip.toolTip()
    assert "his double" in chip.toolTip()


def test_what_is_sure_and_said_here_alone_tells_nothing_twice(bench: Bench) -> None:
    bench.show(bench.clips[0])
    assert bench.inspector.findChild(StatementsView).told() == ()


def test_a_decision_is_kept_with_its_reason_as_one_step(qtbot: QtBot, bench: Bench) -> None:
    say(bench, "@fan", "thats tom")
    bench.show(bench.clips[1])
    menu = menu_of_first(bench)
    choose(menu, "Confirm")
    dialog = only_dialog()
    assert isinstance(dialog, WhyDialog)
    assert dialog.windowTitle() == "Confirm Tom Cruise"
    QTest.keyClicks(dialog.why, "call sheet")
    QTest.keyClick(dialog.why, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bench.clip(1).tags[0].status is Status.CONFIRMED)
    (tag,) = bench.clip(1).tags
    assert (tag.evidence, tag.said_by, tag.verbatim) == ("call sheet", "@fan", "thats tom")
    bench.bridge.undo()
    qtbot.waitUntil(lambda: bench.clip(1).tags[0].status is Status.CLAIMED)
    assert bench.clip(1).tags[0].evidence == ""


def test_of_contradicting_statements_one_alone_can_be_refuted(qtbot: QtBot, bench: Bench) -> None:
    say(bench, "@fan", "thats tom")
    say(bench, "@crew", "it is him", Status.SUPPORTED)
    bench.show(bench.clips[1])
    choose(menu_of_first(bench), "Refute")
    dialog = only_dialog()
    assert isinstance(dialog, WhyDialog)
    dialog._checks[1][0].setChecked(False)
    QTest.keyClick(dialog.why, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bench.clip(1).tags[0].status is Status.REFUTED)
    assert bench.clip(1).tags[1].status is Status.SUPPORTED


def test_somebody_else_can_be_heard_and_must_be_named(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[0])
    choose(menu_of_first(bench), "Somebody")
    dialog = only_dialog()
    assert isinstance(dialog, ClaimDialog)
    QTest.keyClick(dialog.verbatim, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.who, "@crew")
    QTest.keyClicks(dialog.verbatim, "not him")
    dialog.standing.setCurrentText("Disputed")
    QTest.keyClick(dialog.verbatim, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(bench.clip(0).tags) == 2)
    ours, theirs = bench.clip(0).tags
    assert (ours.said_by, ours.status) == ("", Status.CONFIRMED)
    assert (theirs.said_by, theirs.verbatim, theirs.status) == ("@crew", "not him", Status.DISPUTED)


def test_taken_off_for_ever_is_one_step(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[0])
    choose(menu_of_first(bench), "Take it off and never")
    qtbot.waitUntil(lambda: bool(bench.clip(0).rejected))
    assert bench.clip(0).tags == ()
    assert bench.clip(0).rejected == (Rejection(entry=bench.tom.id, role=Role.PERSON_SHOWN),)
    bench.bridge.undo()
    qtbot.waitUntil(lambda: len(bench.clip(0).tags) == 1)
    assert bench.clip(0).rejected == ()


def test_a_status_of_several_clips_is_one_step(qtbot: QtBot, bench: Bench) -> None:
    say(bench, "@fan", "thats tom")
    bench.show(bench.clips[0], bench.clips[1])
    tags = bench.inspector._detail.tags
    choose(tags.menu_of(tags._said[f"{bench.tom.id} {Role.PERSON_SHOWN}"]), "Dispute")
    QTest.keyClick(only_dialog(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.clip(1).tags[0].status is Status.DISPUTED)
    assert bench.clip(0).tags[0].status is Status.DISPUTED


def test_a_chip_s_menu_asks_for_its_clips_or_its_record(bench: Bench) -> None:
    wanted: list[EntryWanted] = []
    bench.inspector.entry_wanted.connect(wanted.append)
    bench.show(bench.clips[0])
    menu = menu_of_first(bench)
    choose(menu, "Show clips")
    choose(menu, "Edit")
    assert wanted == [EntryWanted(bench.tom.id), EntryWanted(bench.tom.id, to_edit=True)]
    assert bench.tom.kind is EntryKind.PERSON
