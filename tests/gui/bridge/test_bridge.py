"""One archive and its threads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.app import create_archive
from core.catalog.edits import AddClips, Describe
from core.model.changes import ChangeSet, Table
from gui.bridge.bridge import Bridge, Changed, Haste, Long, Saving
from gui.bridge.faults import Fault
from gui.bridge.jobs import Job
from tests.support.model import a_clip


@pytest.fixture
def bridge(qtbot: QtBot, tmp_path: Path) -> Iterator[Bridge]:
    made = Bridge(create_archive(tmp_path / "Test.slatebook"))
    yield made
    made.close()


def test_an_edit_is_told_to_everybody_with_who_began_it(qtbot: QtBot, bridge: Bridge) -> None:
    clip, me = a_clip(), object()
    told: list[Changed] = []
    done: list[ChangeSet] = []
    bridge.changed.connect(told.append)
    bridge.edit(AddClips((clip,)), me, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert told[0].initiator is me
    assert told[0].change_set.touched(Table.CLIPS) == {clip.id}
    assert done == [told[0].change_set]


def test_a_change_from_elsewhere_has_no_initiator(qtbot: QtBot, bridge: Bridge) -> None:
    with qtbot.waitSignal(bridge.changed) as told:
        bridge.archive.catalog.apply(AddClips((a_clip(),)))
    assert told.args is not None
    assert told.args[0].initiator is None


def test_edits_are_carried_out_in_order_and_undone_one_by_one(qtbot: QtBot, bridge: Bridge) -> None:
    clip = a_clip()
    bridge.edit(AddClips((clip,)))
    for number in range(5):
        bridge.edit(Describe(clips=(clip.id,), notes=f"note {number}"))
    bridge.undo()
    done: list[ChangeSet] = []
    bridge.redo(done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert bridge.archive.clip(clip.id).notes == "note 4"


def test_saves_of_one_gesture_are_one_step(qtbot: QtBot, bridge: Bridge) -> None:
    clip = a_clip()
    done: list[ChangeSet] = []
    bridge.edit(AddClips((clip,)))
    bridge.edit(Describe(clips=(clip.id,), notes="a"), done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    bridge.edit(Describe(clips=(clip.id,), notes="a b"), done=done.append, gesture=done[0].gesture)
    bridge.undo(done.append)
    qtbot.waitUntil(lambda: len(done) == 3)
    assert bridge.archive.clip(clip.id).notes == ""


def test_an_edit_that_makes_no_sense_is_told_and_nothing_hangs(qtbot: QtBot, bridge: Bridge) -> None:
    faults: list[Fault] = []
    saving: list[Saving] = []
    bridge.failed.connect(faults.append)
    bridge.saving.connect(saving.append)
    bridge.undo()
    qtbot.waitUntil(lambda: bool(faults))
    assert faults[0].sentence == "There is nothing to undo."
    assert [one.waiting for one in saving] == [1, 0]


def test_what_is_wanted_at_once_waits_for_nothing_else_that_is_read_and_the_rest_for_one_another(
    qtbot: QtBot, bridge: Bridge
) -> None:
    go_on, found = threading.Event(), list[str]()

    def slowly(name: str) -> str:
        go_on.wait(5)
        return name

    for name in ("list", "rank"):
        bridge.latest(found.append, haste=Haste.BY_AND_BY).ask(lambda name=name: slowly(name))  # type: ignore[misc]
    for name in ("page", "all", "why"):
        bridge.latest(found.append).ask(lambda name=name: slowly(name))  # type: ignore[misc]
    bridge.latest(found.append, haste=Haste.AT_ONCE).ask(lambda: "clip")
    qtbot.waitUntil(lambda: found == ["clip"])
    go_on.set()
    qtbot.waitUntil(lambda: len(found) == 6)
    assert found.index("list") < found.index("rank")


def test_long_work_reports_and_is_cancelled(qtbot: QtBot, bridge: Bridge) -> None:
    seen: list[object] = []
    results: list[str] = []

    def work(job: Job) -> str:
        while not job.is_cancelled():
            job.report("going on")
        return "cancelled"

    job = bridge.start(Long.EXPORT, work, progressed=seen.append, done=results.append)
    qtbot.waitUntil(lambda: bool(seen))
    job.cancel()
    qtbot.waitUntil(lambda: results == ["cancelled"])


def test_closing_cancels_long_work_and_finishes_edits(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "Closing.slatebook"
    bridge = Bridge(create_archive(folder))
    clip = a_clip()
    ended: list[str] = []

    def work(job: Job) -> None:
        while not job.is_cancelled():
            pass
        ended.append("ended")

    bridge.start(Long.IMPORT, work, progressed=lambda _progress: None, done=lambda _value: None)
    bridge.edit(AddClips((clip,)))
    bridge.close()
    assert ended in (["ended"], [])
    again = Bridge(type(bridge.archive)(folder))
    assert again.archive.clip(clip.id).name == clip.name
    again.close()
