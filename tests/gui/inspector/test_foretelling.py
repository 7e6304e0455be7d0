"""What a tag would change is said before it is given."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.edits import AddEntry, TagClips
from core.catalog.merging import MergeEntries
from core.catalog.spans import TagSpan
from core.model.ids import MomentId
from core.model.time import Span
from core.model.vocabulary import EntryKind
from gui.inspector.foretelling import change
from gui.widgets import CompletingField
from tests.gui.inspector.test_inspector import Bench
from tests.support.model import a_tag, an_entry


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path / "Archive")
    yield made
    made.close()


def typed(bench: Bench, words: str) -> CompletingField:
    """Return the field with ``words`` in it."""
    bench.inspector.focus_tag_field()
    field = QApplication.focusWidget()
    assert isinstance(field, CompletingField)
    QTest.keyClicks(field, words)
    assert field.popup.isVisible()
    return field


@pytest.mark.parametrize(
    ("fresh", "clips", "sentence"),
    [
        (12, 40, "Adds to 12 of 40 clips; 28 have it already"),
        (1, 2, "Adds to 1 of 2 clips; 1 has it already"),
        (1_200, 1_200, "Adds to all 1,200 clips"),
        (0, 3, "All 3 clips have it already"),
    ],
)
def test_a_sentence_tells_how_many_gain_the_tag_and_how_many_have_it(fresh: int, clips: int, sentence: str) -> None:
    assert change(fresh, clips) == sentence


def test_of_several_clips_the_list_says_what_the_marked_name_would_change(qtbot: QtBot, bench: Bench) -> None:
    bench.show(*bench.clips)
    field = typed(bench, "tom")
    qtbot.waitUntil(lambda: field.popup.note == "Adds to 2 of 3 clips; 1 has it already")
    assert field.accessibleDescription() == field.popup.note
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.popup.current().creates
    assert field.popup.note == "New, and on all 3 clips"


def test_of_one_clip_nothing_is_said_and_no_room_is_kept_for_it(bench: Bench) -> None:
    bench.show(bench.clips[1])
    popup = typed(bench, "tom").popup
    alone = popup.height()
    assert popup.note == ""
    popup.set_note("")
    assert popup.height() > alone


def test_what_is_said_is_what_is_done(qtbot: QtBot, bench: Bench) -> None:
    """A stretch is no tag of the whole clip, and a name that was merged into another is that one."""
    thomas = an_entry(EntryKind.PERSON, "Thomas Mapother")
    bench.archive.catalog.apply(AddEntry(thomas))
    bench.archive.catalog.apply(TagClips((bench.clips[1].id,), a_tag(thomas)))
    bench.archive.catalog.apply(MergeEntries((thomas.id,), bench.tom.id))
    span = Span(Fraction(1), Fraction(2))
    bench.archive.catalog.apply(TagSpan(bench.clips[2].id, span, a_tag(bench.tom), MomentId("m")))
    before = [len(bench.clip(number).tags) for number in range(3)]
    bench.show(*bench.clips)
    field = typed(bench, "tom cr")
    qtbot.waitUntil(lambda: field.popup.note == "Adds to 1 of 3 clips; 2 have it already")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not bench.bridge.is_saving)
    assert [len(bench.clip(number).tags) for number in range(3)] == [before[0], before[1], before[2] + 1]


def test_what_changes_meanwhile_is_said_anew(qtbot: QtBot, bench: Bench) -> None:
    bench.show(*bench.clips)
    field = typed(bench, "tom")
    qtbot.waitUntil(lambda: field.popup.note == "Adds to 2 of 3 clips; 1 has it already")
    bench.archive.catalog.apply(TagClips((bench.clips[1].id,), a_tag(bench.tom)))
    qtbot.waitUntil(lambda: field.popup.note == "Adds to 1 of 3 clips; 2 have it already")
