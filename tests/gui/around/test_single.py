"""One running program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from gui.around.single import Doorbell, doorbell_name, hand_over
from tests.support.source import ROOT

AGAIN = """
import sys
from pathlib import Path
from gui.around.single import hand_over
sys.exit(not hand_over(Path(sys.argv[1]) if sys.argv[1:] else None))
"""


@pytest.fixture
def doorbell(qtbot: QtBot) -> Iterator[Doorbell]:
    made = Doorbell()
    yield made
    made.close()


def start_again(qtbot: QtBot, doorbell: Doorbell, archive: Path | None) -> tuple[bool, list[object]]:
    """Start once more, as a process of its own; return whether it was heard, and what was rung."""
    rung: list[object] = []
    doorbell.rung.connect(rung.append)
    words = [] if archive is None else [os.fsencode(archive)]
    with subprocess.Popen([sys.executable, "-c", AGAIN, *words], cwd=ROOT) as again:
        qtbot.waitUntil(lambda: again.poll() is not None, timeout=30_000)
    return again.returncode == 0, rung


def test_nobody_answers_where_nothing_runs() -> None:
    assert not hand_over(Path("/archives/Norway.slatebook"))


@pytest.mark.parametrize("name", ["/archives/Å b#1 %20.slatebook", "/archives/two\nlines", "/archives/\udcff"])
def test_a_second_start_hands_its_archive_to_the_first(qtbot: QtBot, doorbell: Doorbell, name: str) -> None:
    assert doorbell.listen()
    assert start_again(qtbot, doorbell, Path(name)) == (True, [Path(name)])


def test_a_second_start_without_an_archive_asks_for_the_window(qtbot: QtBot, doorbell: Doorbell) -> None:
    assert doorbell.listen()
    assert start_again(qtbot, doorbell, None) == (True, [None])


def test_what_a_killed_program_left_behind_is_no_hindrance(qtbot: QtBot, doorbell: Doorbell) -> None:
    server = QLocalServer()
    assert server.listen(doorbell_name())
    left = Path(server.fullServerName())
    server.close()
    left.touch()
    assert doorbell.listen()
    assert start_again(qtbot, doorbell, None)[0]


def test_a_caller_that_never_ends_its_line_is_hung_up_on(qtbot: QtBot, doorbell: Doorbell) -> None:
    assert doorbell.listen()
    caller = QLocalSocket()
    caller.connectToServer(doorbell_name())
    qtbot.waitUntil(lambda: caller.state() == QLocalSocket.LocalSocketState.ConnectedState)
    caller.write(b"x" * 200_000)
    qtbot.waitUntil(lambda: caller.state() == QLocalSocket.LocalSocketState.UnconnectedState)
