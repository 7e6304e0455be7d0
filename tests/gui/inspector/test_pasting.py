"""A list of names, and tags copied from one clip to many: each one step, shown before it surprises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.edits import AddEntry, TagClips
from core.catalog.vocabulary import Vocabulary
from core.model.clip import USUAL_ROLES, Status
from core.model.vocabulary import EntryKind
from gui.inspector.carried import MIME, Carried, unpacked
from gui.inspector.list_dialog import ListDialog
from gui.inspector.listing import LEFT_OUT, list_edit, names_in, read_list
from gui.inspector.pasting import PasteDialog
from gui.widgets import CompletingField
from tests.gui.inspector.test_inspector import Bench
from tests.support.model import a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
HAMILTON = an_entry(EntryKind.LOCATION, "Hamilton, Ontario")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path / "Test.slatebook")
    made.archive.catalog.apply(AddEntry(NORWAY))
    yield made
    made.close()
    QGuiApplication.clipboard().clear()


def field(bench: Bench) -> CompletingField:
    bench.inspector.focus_tag_field()
    focused = QApplication.focusWidget()
    assert isinstance(focused, CompletingField)
    return focused


def list_dialog() -> ListDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ListDialog)
    return dialog


def names_on(bench: Bench, number: int) -> list[str]:
    return [bench.archive.vocabulary.label(tag.entry) for tag in bench.clip(number).tags]


def test_names_are_parted_by_lines_semicolons_and_commas_but_not_within_a_known_name() -> None:
    words = Vocabulary([TOM, HAMILTON])
    assert names_in("a, b;c\n d \r\n,, ;@\nb", words) == ["a", "b", "c", "d"]
    assert names_in("Hamilton, Ontario", words) == ["Hamilton, Ontario"]
    assert names_in("#hamilton, ontario; Tom", words) == ["#hamilton, ontario", "Tom"]
    assert names_in(" ; ,", words) == []


def test_what_is_known_stands_first_then_what_is_near_then_what_is_new() -> None:
    words = Vocabulary([TOM, HAMILTON])
    known, near, new, keyword = read_list("tom cruise; Tom Cruze; Greta Garbo; drone", words)
    assert known.meanings[0].entry == TOM.id
    assert near.meanings[0].entry == TOM.id
    assert near.meanings[1].words == "New person"
    assert (new.meanings[0].kind, new.meanings[0].entry) == (EntryKind.PERSON, None)
    assert keyword.meanings[0].kind is EntryKind.KEYWORD
    assert all(name.meanings[-1] is LEFT_OUT for name in (known, near, new, keyword))


def test_a_list_all_left_out_is_no_step() -> None:
    assert list_edit((), [("a", LEFT_OUT)], lambda: TOM.id) is None


def test_a_pasted_list_is_shown_and_is_one_step(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[1], bench.clips[2])
    QGuiApplication.clipboard().setText("Tom Cruise\nNorway\nGreta Garbo\nnonsense")
    QTest.keySequence(field(bench), QKeySequence(QKeySequence.StandardKey.Paste))
    dialog = list_dialog()
    assert dialog.windowTitle() == "Tag 2 clips with 4 names"
    dialog.choices[3].setCurrentText("Leave it out")
    assert dialog.summary.text() == "2 known, 1 new, 1 left out"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names_on(bench, 1) == names_on(bench, 2) == ["Tom Cruise", "Norway", "Greta Garbo"])
    qtbot.waitUntil(lambda: bench.chips() == {"Tom Cruise": "", "Norway": "", "Greta Garbo": ""})
    bench.bridge.undo()
    qtbot.waitUntil(lambda: names_on(bench, 1) == names_on(bench, 2) == [])
    assert bench.archive.vocabulary.find_exact(EntryKind.PERSON, "Greta Garbo") == []


def test_a_typed_list_is_shown_too_and_one_name_is_pasted_as_ever(bench: Bench) -> None:
    bench.show(bench.clips[1])
    typed = field(bench)
    QGuiApplication.clipboard().setText("Norway")
    QTest.keySequence(typed, QKeySequence(QKeySequence.StandardKey.Paste))
    assert typed.text() == "Norway"
    QTest.keyClicks(typed, "; @Greta Garbo")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    dialog = list_dialog()
    assert [choice.currentText() for choice in dialog.choices] == ["Norway (location)", "New person"]
    dialog.reject()
    assert names_on(bench, 1) == []


def test_tags_copied_from_one_clip_are_pasted_on_many_after_a_look(qtbot: QtBot, bench: Bench) -> None:
    bench.archive.catalog.apply(TagClips((bench.clips[0].id,), a_tag(NORWAY, status=Status.CLAIMED, said_by="@fan")))
    bench.archive.catalog.apply(TagClips((bench.clips[1].id,), a_tag(bench.tom)))
    bench.show(bench.clips[0])
    assert bench.inspector.copy_tags() == "2 tags copied."
    assert QGuiApplication.clipboard().text() == "@Tom Cruise\n#Norway"
    bench.show(bench.clips[1], bench.clips[2])
    assert bench.inspector.paste_tags() == ""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PasteDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PasteDialog)
    assert dialog.lines == ("Tom Cruise: on 1 more, 1 have it", "Norway: on 2 more")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names_on(bench, 2) == ["Tom Cruise", "Norway"])
    assert names_on(bench, 1) == ["Tom Cruise", "Norway"]
    assert [(tag.status, tag.said_by) for tag in bench.clip(2).tags] == [
        (Status.CONFIRMED, ""),
        (Status.CLAIMED, ""),
    ]
    bench.bridge.undo()
    qtbot.waitUntil(lambda: names_on(bench, 2) == [])
    assert names_on(bench, 1) == ["Tom Cruise"]


def test_on_one_clip_they_are_pasted_at_once(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[0])
    bench.inspector.copy_tags()
    bench.show(bench.clips[2])
    bench.inspector.paste_tags()
    qtbot.waitUntil(lambda: names_on(bench, 2) == ["Tom Cruise"])


def test_only_what_all_carry_is_copied_and_what_is_doubted_stays(bench: Bench) -> None:
    bench.show(bench.clips[0], bench.clips[1])
    assert bench.inspector.copy_tags().startswith("No tag is on all")
    bench.archive.catalog.apply(TagClips((bench.clips[2].id,), a_tag(bench.tom, status=Status.REFUTED)))
    bench.show(bench.clips[2])
    assert bench.inspector.copy_tags() == "There is no tag to copy."


def test_without_tags_on_the_clipboard_it_says_so(bench: Bench) -> None:
    QGuiApplication.clipboard().setText("words")
    bench.show(bench.clips[0])
    assert bench.inspector.paste_tags().startswith("No tags were copied")
    foreign = QMimeData()
    foreign.setData(MIME, b'[["gone", "keyword", "confirmed"]]')
    QGuiApplication.clipboard().setMimeData(foreign)
    assert "not in this archive" in bench.inspector.paste_tags()


def test_data_of_another_kind_is_no_tags() -> None:
    words = Vocabulary([TOM])
    for data in (b"", b"{}", b"[1]", b'[["a"]]', b'[["a", "b", "c"]]', b'[[1, "keyword", "confirmed"]]', b"\xff"):
        assert unpacked(data, words) == []
    role = USUAL_ROLES[EntryKind.PERSON]
    good = f'[["{TOM.id}", "{role}", "claimed"]]'.encode()
    assert unpacked(good, words) == [Carried(TOM.id, role, Status.CLAIMED)]
