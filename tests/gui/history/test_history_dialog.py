"""The history in the window: listed as it is scrolled to, searched, shown, and taken back step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, ChangeTag, Describe, TagClips
from core.model.clip import Clip, Status
from core.model.ids import ClipId
from core.model.vocabulary import EntryKind
from gui.bridge.bridge import Bridge
from gui.history.dialog import HistoryDialog
from gui.history.steps_model import PAGE
from tests.support.model import a_clip, a_tag, an_entry

CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise")


@pytest.fixture
def clips(archive: Archive) -> tuple[Clip, Clip]:
    roof, tunnel = a_clip("roof.mp4"), a_clip("tunnel.mov")
    archive.catalog.sign_as("Ada")
    archive.catalog.apply(AddClips((roof, tunnel)))
    archive.catalog.apply(AddEntry(CRUISE))
    archive.catalog.sign_as("Grace")
    archive.catalog.apply(TagClips((roof.id,), a_tag(CRUISE)))
    return roof, tunnel


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


def opened(qtbot: QtBot, bridge: Bridge, parent: QWidget, clip: ClipId | None = None) -> HistoryDialog:
    dialog = HistoryDialog(bridge, clip, parent)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    return dialog


def labels(dialog: HistoryDialog) -> list[str]:
    return [str(dialog.model.index(row, 2).data()) for row in range(dialog.model.rowCount())]


def changes(dialog: HistoryDialog) -> list[tuple[str, ...]]:
    tree = dialog.changes
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [tuple(item.text(column) for column in range(4)) for item in items if item is not None]


def test_the_newest_step_comes_first_with_what_it_changed(
    qtbot: QtBot, bridge: Bridge, parent: QWidget, clips: tuple[Clip, Clip]
) -> None:
    dialog = opened(qtbot, bridge, parent)
    assert labels(dialog) == ["Tag 1 clip with Tom Cruise", "New person Tom Cruise", "Import 2 clips"]
    qtbot.waitUntil(lambda: dialog.changes.topLevelItemCount() == 1)
    assert changes(dialog) == [("roof.mp4", "tag", "", "Tom Cruise (person shown, confirmed)")]


def test_it_is_searched_by_words_and_people_and_narrowed_to_a_clip(
    qtbot: QtBot, bridge: Bridge, parent: QWidget, clips: tuple[Clip, Clip]
) -> None:
    dialog = opened(qtbot, bridge, parent, clips[1].id)
    qtbot.keyClicks(dialog.field, "ada")
    qtbot.waitUntil(lambda: len(labels(dialog)) == 2)
    (only,) = dialog.findChildren(QCheckBox)
    only.setChecked(True)
    qtbot.waitUntil(lambda: labels(dialog) == ["Import 2 clips"])
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "nothing like it")
    qtbot.waitUntil(lambda: labels(dialog) == [] and "Nothing like that" in dialog.words.text())


def test_a_step_is_undone_by_itself(
    qtbot: QtBot, archive: Archive, bridge: Bridge, parent: QWidget, clips: tuple[Clip, Clip]
) -> None:
    archive.catalog.apply(Describe(clips=(clips[0].id,), notes="stays"))
    dialog = opened(qtbot, bridge, parent)
    dialog.table.selectRow(1)
    qtbot.waitUntil(lambda: dialog.undo.isEnabled() and changes(dialog)[0][1] == "tag")
    dialog.undo.click()
    qtbot.waitUntil(lambda: labels(dialog)[:1] == ["Undo step 3: Tag 1 clip with Tom Cruise"])
    assert (archive.clip(clips[0].id).tags, archive.clip(clips[0].id).notes) == ((), "stays")
    assert "Undo step 3" in dialog.words.text()


def test_what_stands_in_the_way_is_said_in_the_dialog(
    qtbot: QtBot, archive: Archive, bridge: Bridge, parent: QWidget, clips: tuple[Clip, Clip]
) -> None:
    (tag,) = archive.clip(clips[0].id).tags
    archive.catalog.apply(ChangeTag(clips[0].id, replace(tag, status=Status.DISPUTED)))
    dialog = opened(qtbot, bridge, parent)
    dialog.table.selectRow(1)
    qtbot.waitUntil(dialog.undo.isEnabled)
    dialog.undo.click()
    qtbot.waitUntil(lambda: "was changed later by “Mark Tom Cruise as disputed”" in dialog.words.text())


def test_a_step_that_is_undone_cannot_be_undone_again(
    qtbot: QtBot, archive: Archive, bridge: Bridge, parent: QWidget, clips: tuple[Clip, Clip]
) -> None:
    archive.catalog.undo()
    dialog = opened(qtbot, bridge, parent)
    assert labels(dialog)[0] == "Tag 1 clip with Tom Cruise (undone)"
    qtbot.waitUntil(lambda: dialog.changes.topLevelItemCount() == 1)
    assert not dialog.undo.isEnabled()


def test_steps_are_read_a_page_at_a_time(
    qtbot: QtBot, archive: Archive, bridge: Bridge, parent: QWidget, clips: tuple[Clip, Clip]
) -> None:
    for number in range(PAGE + 20):
        archive.catalog.apply(Describe(clips=(clips[0].id,), notes=str(number)))
    dialog = opened(qtbot, bridge, parent)
    assert dialog.model.rowCount() == PAGE
    dialog.table.scrollToBottom()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == PAGE + 23)
    assert labels(dialog)[-1] == "Import 2 clips"
    assert not dialog.model.canFetchMore()
