"""What becomes free soon, listed in the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, TagClips
from core.model.clip import Access, Clip
from core.model.vocabulary import EntryKind
from gui.bridge.bridge import Bridge
from gui.keeping.due import ClipWanted, DueDialog
from gui.widgets import Text
from tests.support.model import a_clip, a_tag, an_entry


@pytest.fixture
def today(archive: Archive) -> date:
    return archive.clock.now().astimezone().date()


@pytest.fixture
def bridge(qtbot: QtBot, archive: Archive) -> Iterator[Bridge]:
    made = Bridge(archive)
    yield made
    made.close()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def held(name: str, today: date, days: int) -> Clip:
    return a_clip(name, access=Access(embargo=(today + timedelta(days)).isoformat(), reason="contract"))


def opened(qtbot: QtBot, bridge: Bridge, parent: QWidget) -> DueDialog:
    dialog = DueDialog(bridge, parent)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: "Reading" not in said(dialog))
    return dialog


def said(dialog: DueDialog) -> str:
    return " ".join(text.text() for text in dialog.findChildren(Text))


def rows(dialog: DueDialog) -> list[tuple[str, ...]]:
    (tree,) = dialog.findChildren(QTreeWidget)
    model = tree.model()
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def test_what_becomes_free_is_listed_the_soonest_first(
    qtbot: QtBot, archive: Archive, bridge: Bridge, parent: QWidget, today: date
) -> None:
    clips = tuple(held(name, today, days) for name, days in (("b", 30), ("a", 2), ("later", 31), ("past", -1)))
    archive.catalog.apply(AddClips((*clips, a_clip("free"))))
    dialog = opened(qtbot, bridge, parent)
    first, second = ((today + timedelta(days)).isoformat() for days in (2, 30))
    assert rows(dialog) == [
        ("a", first, f"under embargo until {first} (contract)"),
        ("b", second, f"under embargo until {second} (contract)"),
    ]
    assert f"2 clips will be free by {second}." in said(dialog)


def test_looking_further_ahead_shows_more_without_reading_again(
    qtbot: QtBot, archive: Archive, bridge: Bridge, parent: QWidget, today: date
) -> None:
    archive.catalog.apply(AddClips((held("later", today, 31),)))
    dialog = opened(qtbot, bridge, parent)
    assert rows(dialog) == []
    assert "Nothing becomes free" in said(dialog)
    (days,) = dialog.findChildren(QSpinBox)
    days.setValue(31)
    assert [row[0] for row in rows(dialog)] == ["later"]


def test_the_release_of_a_production_frees_its_clips(
    qtbot: QtBot, archive: Archive, bridge: Bridge, parent: QWidget, today: date
) -> None:
    clip = a_clip("stunt", access=Access(until_release=True))
    soon = an_entry(EntryKind.PRODUCTION, "Soon", released=(today + timedelta(7)).isoformat())
    archive.catalog.apply(AddClips((clip,)))
    archive.catalog.apply(AddEntry(soon))
    archive.catalog.apply(TagClips((clip.id,), a_tag(soon)))
    ((name, _free, why),) = rows(opened(qtbot, bridge, parent))
    assert (name, "release of Soon" in why) == ("stunt", True)


def test_enter_on_a_row_asks_for_its_clip_and_closes(
    qtbot: QtBot, archive: Archive, bridge: Bridge, parent: QWidget, today: date
) -> None:
    clips = (held("a", today, 2), held("b", today, 3))
    archive.catalog.apply(AddClips(clips))
    dialog = opened(qtbot, bridge, parent)
    (tree,) = dialog.findChildren(QTreeWidget)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Down)
    wanted: list[ClipWanted] = []
    dialog.clip_wanted.connect(wanted.append)
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert wanted == [ClipWanted(clips[1].id, "b")]


def test_a_dialog_closed_while_the_archive_is_read_is_let_go_of(
    qtbot: QtBot, archive: Archive, bridge: Bridge, parent: QWidget, today: date
) -> None:
    archive.catalog.apply(AddClips((held("a", today, 2),)))
    dialog = DueDialog(bridge, parent)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.open()
        dialog.close()
    answered: list[int] = []
    bridge.read(lambda opened: len(opened.index), answered.append)
    qtbot.waitUntil(lambda: answered == [1])
