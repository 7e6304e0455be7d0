"""What the desktop is asked over its bus, as somebody hears it who listens there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.bus import MISSING, Bus, started
from tests.support.screen import ROOT, wait_for

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)} for a bus of its own")

NOTICE = """
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from gui.around.notices import Notices
from gui.bridge.bridge import Long, LongEnded

class Ends(QObject):
    long_ended = Signal(object)

app, ends, window = QApplication([]), Ends(), QWidget()
window.setWindowTitle("Norway Shoot")
notices = Notices(ends, window)
ends.long_ended.emit(LongEnded(Long.VERIFY, whole=True))
QTimer.singleShot(1000, app.quit)
app.exec()
"""
SHOW = """
from pathlib import Path
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from gui.around.desktop_bus import show_in_folder

app, asker = QApplication([]), QObject()
show_in_folder(Path("/card/take #1.mov"), app.quit, asker)
app.exec()
"""


class Listening:
    """A bus of its own, and all that was said on it."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self.address = Bus(stack).address
        self._heard = folder / "heard.txt"
        with self._heard.open("wb") as heard:
            started(stack, ["dbus-monitor", "--address", self.address, "type=method_call"], heard)
        wait_for(self.heard)

    def heard(self) -> str:
        return self._heard.read_text(encoding="utf-8", errors="replace")

    def run(self, program: str) -> None:
        """Run a program that speaks on the bus."""
        told = {"DBUS_SESSION_BUS_ADDRESS": self.address, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, env={**os.environ, **told}, check=True, timeout=60)


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Listening]:
    with ExitStack() as stack:
        yield Listening(stack, tmp_path)


def test_a_desktop_without_a_tray_is_asked_to_show_a_notice(bus: Listening) -> None:
    bus.run(NOTICE)
    wait_for(lambda: "member=AddNotification" in bus.heard())
    assert 'string "Norway Shoot"' in bus.heard()
    assert 'string "Verifying the originals has ended."' in bus.heard()


def test_the_file_manager_is_asked_to_show_a_file(bus: Listening) -> None:
    bus.run(SHOW)
    wait_for(lambda: "member=ShowItems" in bus.heard())
    assert 'string "file:///card/take%20%231.mov"' in bus.heard()
