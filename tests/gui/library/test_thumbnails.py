from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from core.model.ids import StillId
from gui.bridge.loader import Loader
from gui.bridge.thumbnails import Look, Thumbnail, decode
from gui.library import PictureArrived, ThumbnailCache

WIDE, TALL, BROKEN = StillId("wide"), StillId("tall"), StillId("broken")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, size, colour in (("wide", QSize(640, 360), "red"), ("tall", QSize(360, 640), "blue")):
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        assert image.save(str(tmp_path / name), "JPEG")
    (tmp_path / "broken").write_bytes(b"not a picture")
    return tmp_path


@pytest.fixture
def cache(qtbot: QtBot, folder: Path) -> Iterator[ThumbnailCache]:
    loader = Loader()
    yield ThumbnailCache(folder.joinpath, loader, most_bytes=200_000)
    loader.close()


def wait_for(cache: ThumbnailCache, qtbot: QtBot, still: StillId, size: QSize, look: Look = Look.POSTER) -> None:
    with qtbot.waitSignal(cache.arrived) as arrived:
        cache.picture(still, size, look)
    assert arrived.args == [PictureArrived(still)]


def test_a_picture_is_ordered_and_there_when_it_has_arrived(cache: ThumbnailCache, qtbot: QtBot) -> None:
    assert cache.picture(WIDE, QSize(160, 90)) is None
    with qtbot.waitSignal(cache.arrived):
        pass
    picture = cache.picture(WIDE, QSize(160, 90))
    assert picture is not None
    assert picture.size() == QSize(160, 90)
    assert picture.toImage().pixelColor(80, 45).red() > 240


def test_pictures_are_decoded_for_the_pixels_of_the_screen(cache: ThumbnailCache, qtbot: QtBot) -> None:
    cache.set_ratio(2.0)
    wait_for(cache, qtbot, WIDE, QSize(100, 56))
    picture = cache.picture(WIDE, QSize(100, 56))
    assert picture is not None
    assert (picture.width(), picture.devicePixelRatio()) == (200, 2.0)


def test_another_size_is_bridged_by_what_is_there(cache: ThumbnailCache, qtbot: QtBot) -> None:
    wait_for(cache, qtbot, WIDE, QSize(160, 90))
    with qtbot.waitSignal(cache.arrived):
        bridge = cache.picture(WIDE, QSize(120, 68))
    assert bridge is not None
    assert bridge.width() == 160
    exact = cache.picture(WIDE, QSize(120, 68))
    assert exact is not None
    assert exact.width() == 120


def test_a_larger_whole_picture_serves_for_a_smaller(cache: ThumbnailCache, qtbot: QtBot) -> None:
    wait_for(cache, qtbot, TALL, QSize(200, 200), Look.FIT)
    with qtbot.assertNotEmitted(cache.arrived, wait=50):
        picture = cache.picture(TALL, QSize(60, 60), Look.FIT)
    assert picture is not None
    assert picture.size() == QSize(112, 200)


def test_a_still_that_cannot_be_read_is_asked_for_once(cache: ThumbnailCache, qtbot: QtBot) -> None:
    wait_for(cache, qtbot, BROKEN, QSize(160, 90))
    with qtbot.assertNotEmitted(cache.arrived, wait=50):
        assert cache.picture(BROKEN, QSize(160, 90)) is None
    assert not cache.has(BROKEN)


def test_memory_is_bounded_and_the_oldest_goes_first(cache: ThumbnailCache, qtbot: QtBot) -> None:
    wait_for(cache, qtbot, WIDE, QSize(240, 135))
    wait_for(cache, qtbot, TALL, QSize(240, 135))
    assert cache.bytes <= 200_000
    assert not cache.has(WIDE)
    assert cache.has(TALL)


def test_a_portrait_poster_stands_on_a_dimmed_ground_of_itself(folder: Path) -> None:
    image = decode(Thumbnail("tall", folder / "tall", QSize(320, 180), Look.POSTER, 6.0))
    assert image.size() == QSize(320, 180)
    assert image.pixelColor(0, 0).alpha() == 0
    middle, side = image.pixelColor(160, 90), image.pixelColor(40, 90)
    assert middle.blue() > 240
    assert 60 < side.blue() < 200


def test_a_poster_of_about_the_right_shape_is_cropped(folder: Path) -> None:
    image = decode(Thumbnail("wide", folder / "wide", QSize(320, 200), Look.POSTER))
    assert image.size() == QSize(320, 200)
    assert {image.pixelColor(x, y).red() > 240 for x, y in ((2, 2), (317, 197), (160, 100))} == {True}


def test_where_there_is_no_room_there_is_no_picture(folder: Path) -> None:
    assert decode(Thumbnail("1", folder / "wide", QSize(0, 36), Look.POSTER)).isNull()


def test_what_arrives_together_is_told_of_once(folder: Path, qtbot: QtBot) -> None:
    loader = Loader()
    cache = ThumbnailCache(folder.joinpath, loader)
    told: list[frozenset[StillId]] = []
    cache.many_arrived.connect(told.append)
    for still in (WIDE, TALL, BROKEN):
        cache.picture(still, QSize(64, 36))
    loader._pool.waitForDone()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [{WIDE, TALL, BROKEN}]
    loader.close()
