"""The inspector of an archive that has just been opened, while all its names are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalog.edits import AddEntry, TagClips
from core.model.vocabulary import EntryKind
from gui.inspector.looking import OneClip
from gui.widgets import CompletingField
from tests.gui.inspector.test_inspector import Bench
from tests.support.model import a_tag, an_entry
from tests.support.slow_shelf import SlowShelf


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path / "Test.slatebook")
    yield made
    made.close()


def test_a_clip_is_told_of_while_all_names_are_read_and_told_apart_after_it(qtbot: QtBot, bench: Bench) -> None:
    other = an_entry(EntryKind.PERSON, "Tom Cruise")
    bench.archive.catalog.apply(AddEntry(other))
    bench.archive.catalog.apply(TagClips((bench.clips[1].id,), a_tag(other)))
    names, shelf = bench.archive.vocabulary, SlowShelf(bench.archive)
    found: list[int] = []
    for _ in range(4):  # more than there are threads to read on
        bench.bridge.read(lambda archive: len(archive.vocabulary), found.append)
    bench.inspector.show_rows([bench.archive.index.rows([bench.clips[0].id])[bench.clips[0].id]])
    qtbot.waitUntil(lambda: isinstance(bench.inspector.shown, OneClip) and bench.inspector.is_whole)
    assert bench.chips() == {"Tom Cruise": ""}
    assert not names.is_read
    shelf.go_on.set()
    qtbot.waitUntil(lambda: found == [2] * 4)
    bench.bridge.told_apart.emit()
    qtbot.waitUntil(lambda: "Tom Cruise" not in bench.chips())


@pytest.mark.parametrize("same", [True, False])
def test_a_tag_typed_while_all_names_are_read_is_given_once_they_are_to_the_clip_it_was_meant_for(
    qtbot: QtBot, bench: Bench, same: bool
) -> None:
    bench.show(bench.clips[1])
    shelf = SlowShelf(bench.archive)
    bench.inspector.focus_tag_field()
    field = bench.inspector.findChild(CompletingField)
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "tom")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not bench.archive.vocabulary.is_read
    if not same:
        bench.show(bench.clips[2])
    shelf.go_on.set()
    qtbot.waitUntil(lambda: bench.bridge.names.are_ranked)
    if same:
        qtbot.waitUntil(lambda: [tag.entry for tag in bench.clip(1).tags] == [bench.tom.id])
    else:
        qtbot.waitUntil(lambda: [one.text for one in field.popup.suggestions][:1] == ["Tom Cruise"])
        assert bench.clip(1).tags == bench.clip(2).tags == ()
