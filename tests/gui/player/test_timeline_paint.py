"""The marked range is seen in the lanes too, under their bars."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from core.model.time import Span
from gui.player.lanes import Lane
from gui.player.scale import Scale
from gui.player.timeline_paint import HEAD, ROW, RULER, Look, paint_timeline

ROOM = QRect(0, 0, HEAD + 400, 120)


def drawn(marked: Span | None) -> QImage:
    lanes = (Lane("People", "person", ()), Lane("Places", "location", ()))
    look = Look(
        scale=Scale(Fraction(4), 400), lanes=lanes, keyframes=(), marked=marked,
        running=(), looked=(), time=Fraction(0), chosen=None, moved=None, focused=False,
    )  # fmt: skip
    image = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_timeline(painter, ROOM, look, str)
    painter.end()
    return image


@pytest.mark.usefixtures("qapp")
def test_a_marked_range_is_seen_in_the_lanes() -> None:
    marked, bare = drawn(Span(Fraction(1), Fraction(2))), drawn(None)
    middle = RULER + ROW // 2
    assert marked.pixel(HEAD + 150, middle) != bare.pixel(HEAD + 150, middle)
    assert marked.pixel(HEAD + 250, middle) == bare.pixel(HEAD + 250, middle)
