"""What a tag's box holds, cut out of the nearest keyframe."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from core.model.clip import Box
from core.model.ids import EntryId, StillId, TagId
from core.model.media import Keyframe
from core.model.region import PlacedBox
from core.model.vocabulary import EntryKind
from gui.bridge.loader import Loader
from gui.inspector.crops import Crop, Crops, crops_of, pixels_of
from gui.library import ThumbnailCache
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
LEFT, RIGHT = (Box(left=left, top=0.0, width=0.5, height=1.0) for left in (0.0, 0.5))
FRAMES = tuple(Keyframe(time=Fraction(time), still=StillId(f"s{time}"), width=200, height=100) for time in (0, 4, 8))


def label(_entry: EntryId) -> str:
    return "Tom Cruise"


def test_a_crop_is_of_the_keyframe_nearest_to_where_the_box_was_drawn() -> None:
    track = (PlacedBox(time=Fraction(3), box=LEFT), PlacedBox(time=Fraction(5), box=RIGHT))
    tags = (a_tag(TOM, id=TagId("1"), region=LEFT, track=track), a_tag(TOM, id=TagId("2")))
    clip = a_clip(keyframes=FRAMES, tags=tags)
    halfway = Box(left=0.25, top=0.0, width=0.5, height=1.0)
    assert crops_of(clip, label) == [Crop(StillId("s4"), halfway, "Tom Cruise", TOM.id)]


def test_without_keyframes_there_is_nothing_to_cut() -> None:
    assert crops_of(a_clip(tags=(a_tag(TOM, id=TagId("1"), region=LEFT),)), label) == []


def test_the_part_is_in_pixels_and_never_empty() -> None:
    assert pixels_of(QSize(200, 100), RIGHT) == QRect(100, 0, 100, 100)
    thin = Box(left=0.0, top=0.0, width=0.001, height=0.001)
    assert pixels_of(QSize(200, 100), thin) == QRect(0, 0, 1, 1)


def test_the_crop_shows_what_is_in_the_box(qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    painter.fillRect(100, 0, 100, 100, QColor("blue"))
    painter.end()
    image.save(str(tmp_path / "s.png"))
    loader = Loader()
    crops = Crops(ThumbnailCache(lambda _still: tmp_path / "s.png", loader), lambda _menu, _choices: None)
    qtbot.addWidget(crops)
    crops.show_crops([Crop(StillId("s"), RIGHT, "Tom Cruise", TOM.id)])
    qtbot.waitUntil(lambda: len(crops.pictures()) == 1)
    shown = crops.pictures()[0].toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2) == QColor("blue")
    crops.show_crops(())
    assert crops.isHidden()
    loader.close()
