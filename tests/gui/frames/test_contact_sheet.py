"""The contact sheet on an archive with real stills."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips, AddMoment, Describe
from core.model.clip import Access, Clip
from core.model.ids import StillId
from core.model.media import Keyframe
from gui.bridge.bridge import Bridge
from gui.bridge.loader import Loader
from gui.frames import ContactSheet, FrameWanted, SheetFrame, read_sheet
from gui.frames.reading import MOST_CLIPS
from gui.frames.stills import name_for
from gui.library import ThumbnailCache
from tests.core.search.test_linking import a_moment
from tests.support.model import a_clip


def a_still(archive: Archive, colour: str) -> StillId:
    image = QImage(QSize(160, 90), QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG")  # type: ignore[call-overload]
    return archive.stills.put(bytes(data.data()))


def with_frames(archive: Archive, name: str, *colours: str) -> Clip:
    stills = [a_still(archive, colour) for colour in colours]
    frames = (Keyframe(time=Fraction(2 * at), still=still, width=160, height=90) for at, still in enumerate(stills))
    return a_clip(name, keyframes=tuple(frames), poster=stills[0])


class Bench:
    def __init__(self, qtbot: QtBot, archive: Archive) -> None:
        self.qtbot = qtbot
        self.archive = archive
        self.train = with_frames(archive, "train.mov", "red", "green", "blue")
        self.boat = with_frames(archive, "boat.mov", "yellow", "black")
        archive.catalog.apply(AddClips((self.train, self.boat)))
        archive.catalog.apply(AddMoment(self.train.id, a_moment("m1", 3, 5, "waves back")))
        self.bridge = Bridge(archive)
        self.loader = Loader()
        self.page = ContactSheet(self.bridge, ThumbnailCache(archive.stills.path, self.loader))
        qtbot.addWidget(self.page)
        self.page.resize(800, 600)
        self.page.show()
        qtbot.waitExposed(self.page)

    def show(self, *clips: Clip) -> None:
        self.page.show_clips([clip.id for clip in clips])
        self.qtbot.waitUntil(lambda: self.page.clips == tuple(clip.id for clip in clips))

    @property
    def frames(self) -> list[SheetFrame]:
        return list(self.page.grid.frames.frames)

    def at(self, row: int) -> QPoint:
        return self.page.grid.visualRect(self.page.grid.frames.index(row)).center()

    def choose(self, words: str) -> None:
        menu = self.page.menu_of(self.frames[1])
        next(action for action in menu.actions() if words in action.text().replace("&", "")).trigger()
        menu.deleteLater()

    def close(self) -> None:
        self.page.close()
        self.loader.close()
        self.bridge.close()


@pytest.fixture
def bench(qtbot: QtBot, archive: Archive) -> Iterator[Bench]:
    made = Bench(qtbot, archive)
    yield made
    made.close()


def test_every_frame_knows_its_moments_and_the_poster(bench: Bench) -> None:
    bench.show(bench.train)
    assert [(frame.moments, frame.is_poster) for frame in bench.frames] == [
        ((), True),
        (("waves back",), False),
        (("waves back",), False),
    ]
    assert [(frame.span.start, frame.span.end) for frame in bench.frames] == [(0, 2), (2, 4), (4, 10)]
    assert bench.frames[1].words == "0:02, train.mov, waves back"
    assert bench.page.grid.sections() == ()


def test_several_clips_stand_under_their_names(bench: Bench) -> None:
    bench.show(bench.train, bench.boat)
    sections = [(section.start, section.title) for section in bench.page.grid.sections()]
    assert sections == [(0, "train.mov"), (3, "boat.mov")]
    bench.show(bench.boat)
    assert len(bench.frames) == 2


def test_pictures_are_painted_as_they_are_decoded(bench: Bench) -> None:
    bench.show(bench.train)
    grid = bench.page.grid

    def colour() -> QColor:
        return grid.viewport().grab().toImage().pixelColor(bench.at(2) - QPoint(0, 20))

    bench.qtbot.waitUntil(lambda: colour().blue() > 200 and colour().red() < 60)


def test_a_click_and_enter_ask_for_the_frame(bench: Bench) -> None:
    bench.show(bench.train)
    grid = bench.page.grid
    with bench.qtbot.waitSignal(bench.page.open_wanted) as wanted:
        bench.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=bench.at(1))
    assert wanted.args == [FrameWanted(bench.frames[1])]
    bench.qtbot.keyClick(grid, Qt.Key.Key_Right)
    with bench.qtbot.waitSignal(bench.page.open_wanted) as wanted:
        bench.qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert wanted.args == [FrameWanted(bench.frames[2])]
    with bench.qtbot.waitSignal(bench.page.left):
        bench.qtbot.keyClick(grid, Qt.Key.Key_Escape)


def test_a_frame_becomes_the_poster_and_that_can_be_undone(bench: Bench) -> None:
    bench.show(bench.train)
    bench.choose("Poster from this frame")
    bench.bridge.settle()
    assert bench.archive.clip(bench.train.id).poster == bench.train.keyframes[1].still
    assert bench.archive.catalog.undo_label == "Make the frame at 0:02 the poster of train.mov"
    bench.page.refresh()
    bench.qtbot.waitUntil(lambda: bench.frames[1].is_poster)
    bench.archive.catalog.undo()
    assert bench.archive.clip(bench.train.id).poster == bench.train.poster


def test_the_keys_of_the_sheet_come_before_those_of_the_window(bench: Bench) -> None:
    bench.show(bench.train)
    grid = bench.page.grid
    with bench.qtbot.waitSignal(bench.page.tag_wanted) as wanted:
        bench.qtbot.keyClick(grid, Qt.Key.Key_T)
    assert wanted.args == [FrameWanted(bench.frames[0])]
    bench.qtbot.keyClick(grid, Qt.Key.Key_End)
    bench.qtbot.keyClick(grid, Qt.Key.Key_P)
    bench.bridge.settle()
    assert bench.archive.clip(bench.train.id).poster == bench.train.keyframes[2].still


def test_a_picture_is_copied_whole(bench: Bench) -> None:
    bench.show(bench.train)
    with bench.qtbot.waitSignal(bench.page.told) as told:
        bench.choose("Copy picture")
    assert told.args == ["Copied the picture."]
    image = QGuiApplication.clipboard().image()
    assert image.size() == QSize(160, 90)
    assert image.pixelColor(80, 45).green() > 100
    QGuiApplication.clipboard().clear()  # without a screen Qt lets go of it only after Python is gone, and crashes


def test_a_still_is_saved_byte_for_byte_and_an_embargo_is_told(bench: Bench, tmp_path: Path) -> None:
    held = Access(embargo="2999-01-01", reason="premiere")
    bench.archive.catalog.apply(Describe(clips=(bench.train.id,), access=held))
    bench.show(bench.train)
    target = tmp_path / name_for(bench.frames[1])
    assert target.name == "train 0.02.jpg"
    with bench.qtbot.waitSignal(bench.page.told) as told:
        bench.page.save_as(bench.frames[1], target)
    assert target.read_bytes() == bench.archive.stills.path(bench.frames[1].frame.still).read_bytes()
    assert "premiere" in told.args[0]


def test_a_folder_that_is_not_there_is_told_in_a_sentence(bench: Bench, tmp_path: Path) -> None:
    bench.show(bench.train)
    with bench.qtbot.waitSignal(bench.bridge.failed) as failed:
        bench.page.save_as(bench.frames[0], tmp_path / "gone" / "a.jpg")
    assert "gone" in failed.args[0].sentence


def test_similar_frames_are_offered_once_somebody_can_find_them(bench: Bench) -> None:
    bench.show(bench.train)
    found: list[SheetFrame] = []
    bench.page.find_similar = found.append
    bench.choose("Find frames like this")
    assert found == [bench.frames[1]]


def test_a_sheet_of_very_many_clips_says_what_it_leaves_out(archive: Archive) -> None:
    clips = tuple(a_clip() for _ in range(MOST_CLIPS + 3))
    archive.catalog.apply(AddClips(clips))
    sheet = read_sheet(archive, [clip.id for clip in clips])
    assert (len(sheet.clips), sheet.left_out, sheet.frames) == (MOST_CLIPS, 3, ())
