"""The fonts of the window are shared by all that paint: nobody changes one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QPixmap

from core.model.vocabulary import EntryKind
from gui.style import TextRole, font
from gui.vocabulary.portraits import paint_portrait
from gui.widgets import Chip, ChipWidget, Marker


@pytest.mark.usefixtures("qapp")
def test_what_is_struck_through_or_small_leaves_the_fonts_of_others_as_they_are() -> None:
    before = {role: font(role).toString() for role in TextRole}
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_portrait(painter, QRect(0, 0, 26, 26), EntryKind.PERSON, "Tom Cruise", QPixmap())
    painter.end()
    ChipWidget(Chip("1", "Tom Cruise", "person", Marker.REFUTED)).grab()
    assert font(TextRole.SMALL, struck=True).strikeOut()
    assert {role: font(role).toString() for role in TextRole} == before
