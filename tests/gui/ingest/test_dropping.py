"""What is dropped."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.ingest.dropping import DropOverlay, dropped_paths


def dropped(*urls: str) -> list[Path]:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return dropped_paths(data)


def test_names_with_spaces_marks_and_accents_arrive_as_they_are() -> None:
    assert dropped("file:///footage/B%20roll%231/%C3%85lesund.mov") == [Path("/footage/B roll#1/Ålesund.mov")]


def test_a_name_that_is_no_utf8_keeps_its_bytes() -> None:
    (path,) = dropped("file:///footage/caf%E9.mov")
    assert os.fsencode(path) == b"/footage/caf\xe9.mov"


def test_what_is_no_file_of_this_machine_is_left_out() -> None:
    assert dropped("ftp://somewhere/clip.mov") == []


def test_the_overlay_covers_the_window_and_counts(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 480)
    overlay = DropOverlay(window)
    overlay.show_for(12)
    assert overlay.words == "Drop to import 12 items"
    assert overlay.size() == window.size()
    overlay.show_for(1)
    assert overlay.words == "Drop to import 1 item"
    assert not overlay.grab().isNull()
    overlay.show_for_archive("Norway Shoot")
    assert overlay.words == "Drop to open Norway Shoot"
