"""Notices: long work that has ended is told to an archivist who looks elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.app import Archive
from gui.around.notices import Notices
from gui.bridge.bridge import Bridge, Long, LongEnded

TOLD = {Long.IMPORT, Long.SHOTS, Long.EXPORT, Long.PACKAGE, Long.VERIFY, Long.RELINK}
"""What an archivist waits for; the window itself shows the end of the others, where there is one."""


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("long", list(Long))
def test_the_end_of_what_is_waited_for_has_its_words(archive: Archive, qtbot: QtBot, long: Long, whole: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bridge = Bridge(archive, window)
    notices = Notices(bridge, window)
    bridge.long_ended.emit(LongEnded(long, whole))
    assert bool(notices.last) == (long in TOLD)
    bridge.close()
