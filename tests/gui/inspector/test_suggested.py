"""Suggestions under the tag field: their reason, one key that accepts, one that refuses for ever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalog.edits import AddEntry, Describe
from core.model.clip import Rejection, Role, Source, Status
from core.model.ids import EntryId
from core.model.vocabulary import EntryKind
from gui.inspector.suggested_view import SuggestedView
from gui.widgets import ChipWidget
from tests.gui.inspector.test_inspector import Bench
from tests.support.model import an_entry

NORWAY = an_entry(EntryKind.LOCATION, "Norway")


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path / "Test.slatebook")
    made.archive.catalog.apply(AddEntry(NORWAY))
    caption = Source(caption="Tom Cruise on a train in Norway")
    made.archive.catalog.apply(Describe(clips=(made.clips[1].id,), source=caption))
    yield made
    made.close()


def view(bench: Bench) -> SuggestedView:
    return bench.inspector.findChild(SuggestedView)


def offered(bench: Bench) -> list[EntryId]:
    return [one.entry for one in view(bench).shown()]


def open_second(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[1])
    qtbot.waitUntil(lambda: len(offered(bench)) == 2)


def lines(bench: Bench) -> list[ChipWidget]:
    return [chip for chip in view(bench).findChildren(ChipWidget) if chip.isVisible()]


def test_what_is_suggested_says_why_and_is_spoken(qtbot: QtBot, bench: Bench) -> None:
    open_second(qtbot, bench)
    spoken = {chip.accessibleName(): chip.accessibleDescription() for chip in lines(bench)}
    assert "Named in the caption. Enter tags it" in spoken["Suggested: Norway, location"]


def test_a_key_accepts_and_the_next_ones_move_up(qtbot: QtBot, bench: Bench) -> None:
    open_second(qtbot, bench)
    first, second = offered(bench)
    QTest.keyClick(bench.inspector, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: offered(bench) == [second])
    (tag,) = bench.clip(1).tags
    assert (tag.entry, tag.status) == (first, Status.CONFIRMED)
    bench.bridge.undo()
    qtbot.waitUntil(lambda: len(offered(bench)) == 2)


def test_a_key_refuses_for_ever_and_undo_brings_it_back(qtbot: QtBot, bench: Bench) -> None:
    open_second(qtbot, bench)
    refused = offered(bench)[1]
    modifiers = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(bench.inspector, Qt.Key.Key_2, modifiers)
    qtbot.waitUntil(lambda: refused not in offered(bench))
    role = Role.LOCATION_SHOWN if refused == NORWAY.id else Role.PERSON_SHOWN
    assert bench.clip(1).rejected == (Rejection(entry=refused, role=role),)
    assert bench.clip(1).tags == ()
    bench.show(bench.clips[2])
    bench.show(bench.clips[1])
    qtbot.waitUntil(lambda: len(offered(bench)) == 1)
    bench.bridge.undo()
    qtbot.waitUntil(lambda: refused in offered(bench))


def test_enter_and_delete_on_a_chip_do_the_same_and_a_second_press_does_nothing(qtbot: QtBot, bench: Bench) -> None:
    open_second(qtbot, bench)
    first = offered(bench)[0]
    chip = lines(bench)[0]
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    QTest.keyClick(bench.inspector, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: first not in offered(bench))
    assert [rejection.entry for rejection in bench.clip(1).rejected] == [first]
    assert bench.clip(1).tags == ()


def test_another_clip_shows_none_of_the_last_one(qtbot: QtBot, bench: Bench) -> None:
    open_second(qtbot, bench)
    bench.show(bench.clips[0], bench.clips[2])
    assert offered(bench) == []
    assert not view(bench).isVisible()
