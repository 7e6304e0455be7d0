"""Filmstrips in the window: hover in the grid and the list, scrub on the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.app import create_archive
from core.catalog.edits import AddClips
from core.media.jobs import exact
from core.model.clip import Clip
from core.model.codec import from_document
from core.model.ids import StillId
from core.model.media import Filmstrip, MediaFile
from core.ports.media import Findings
from gui.bridge import thumbnails
from gui.bridge.bridge import Bridge
from gui.bridge.loader import Loader
from gui.bridge.thumbnails import Look, Thumbnail
from gui.bridge.thumbnails import decode as decode_still
from gui.library import ClipGrid, ClipViews, ThumbnailCache, Tiles
from gui.library.card_layout import CardLayout
from gui.library.filmstrips import place_at, sheet_size, tile_rect
from gui.main_window.scrubbing import Scrubbing
from gui.player.page import PlayerPage
from gui.player.timeline_paint import HEAD
from tests.support.media import Picture, make_clip
from tests.support.model import a_clip

quiet = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "Using Qt multimedia", extend=True)
SIZE = (320, 180)


def grey(frame: int, _frames: int) -> Picture:
    """Return a picture whose grey tells the second it is of."""
    picture = np.full((SIZE[1], SIZE[0], 3), 40 + frame // 25 * 40, np.uint8)
    cv2.circle(picture, (30 + frame % 250, 30), 12, (220, 220, 220), -1)
    return picture


class Bench:
    """A clip with its filmstrip, a grid and a list that show it, and a player."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.decoded: list[Thumbnail] = []
        self.shown: list[QWidget] = []
        self.archive = create_archive(folder / "Test.slatebook")
        self.clip = self._clip(make_clip(folder / "a.mp4", seconds=4, size=SIZE, draw=grey))
        self.archive.catalog.apply(AddClips((self.clip,)))
        self.bridge = Bridge(self.archive)
        self.loader = Loader()
        self.cache = ThumbnailCache(self.archive.stills.path, self.loader)

    def decode(self, wish: Thumbnail) -> QImage:
        self.decoded.append(wish)
        return decode_still(wish)

    def _clip(self, path: Path) -> Clip:
        document, blobs = exact({"path": str(path)}, lambda: None)
        found = from_document(document, Findings)
        assert found.strip is not None
        still = self.archive.stills.put(blobs[found.strip.blob])
        strip = Filmstrip(
            still=still,
            columns=found.strip.columns,
            width=found.strip.width,
            height=found.strip.height,
            times=found.strip.times,
        )
        return a_clip(path.name, files=(MediaFile(path=str(path)),), facts=found.facts, strip=strip, keyframes=())

    @property
    def strips_decoded(self) -> int:
        assert self.clip.strip is not None
        return sum(wish.key == self.clip.strip.still for wish in self.decoded)

    def close(self) -> None:
        self.bridge.close()  # answers that are under way find nobody any more
        self.loader.close()
        for widget in self.shown:
            widget.close()
            widget.deleteLater()


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path)
    monkeypatch.setattr(thumbnails, "decode", made.decode)
    yield made
    made.close()


def move(widget: QWidget, at: QPoint) -> None:
    where = QPointF(at)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, QPointF(widget.mapToGlobal(at)), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def brightness(picture: QImage) -> int:
    return picture.pixelColor(picture.width() // 2, picture.height() * 3 // 4).red()


def expected(time: Fraction) -> int:
    return 40 + int(time) * 40


@given(st.lists(st.fractions(0, 100), min_size=1, unique=True).map(sorted), st.fractions(0, 120))
def test_a_picture_stands_for_what_follows_it(times: list[Fraction], time: Fraction) -> None:
    place = place_at(tuple(times), time)
    assert times[place] <= time or place == 0
    assert place + 1 == len(times) or times[place + 1] > time


def test_pictures_lie_in_rows_of_the_still() -> None:
    strip = Filmstrip(
        still=StillId("s"), columns=10, width=160, height=90, times=tuple(Fraction(number) for number in range(25))
    )
    assert sheet_size(strip).toTuple() == (1600, 270)
    assert tile_rect(strip, 0) == QRect(0, 0, 160, 90)
    assert tile_rect(strip, 24) == QRect(640, 180, 160, 90)


def test_a_clip_without_a_filmstrip_is_scrubbed_by_its_keyframes(bench: Bench) -> None:
    assert len(Tiles(bench.cache, a_clip())) == 0
    bare = Tiles(bench.cache, a_clip(strip=None))
    assert bare.place(Fraction(3)) == 0


def grid_of(bench: Bench) -> tuple[ClipGrid, ClipViews]:
    grid = ClipGrid(bench.archive.index.cards, bench.archive.vocabulary.label, bench.cache)
    views = ClipViews(bench.bridge, grid, bench.cache)
    views.resize(600, 400)
    views.show_rows(list(bench.archive.index.rows([bench.clip.id]).values()))
    views.show()
    bench.shown.append(views)
    bench.qtbot.waitExposed(views)
    return grid, views


def test_the_pointer_over_a_card_scrubs_its_filmstrip_and_decodes_it_once(bench: Bench) -> None:
    grid, _views = grid_of(bench)
    poster = CardLayout(grid.visualRect(grid.model().index(0, 0))).poster
    move(grid.viewport(), poster.center())
    assert bench.clip.strip is not None
    still = bench.clip.strip.still
    bench.qtbot.waitUntil(lambda: bench.cache.has(still, Look.WHOLE))
    decoded = bench.strips_decoded

    def seen(x: int) -> int:
        move(grid.viewport(), QPoint(x, poster.center().y()))
        return brightness(grid.viewport().grab(poster).toImage())

    bench.qtbot.waitUntil(lambda: abs(seen(poster.left() + 4) - expected(Fraction(0))) < 8)
    assert abs(seen(poster.left() + poster.width() * 7 // 8) - expected(Fraction(7, 2))) < 8
    assert bench.strips_decoded == decoded
    QApplication.sendEvent(grid, QEvent(QEvent.Type.Leave))
    assert grid._scrubs.scrub is None


def test_keys_scrub_the_current_card(bench: Bench) -> None:
    grid, _views = grid_of(bench)
    grid.setCurrentIndex(grid.model().index(0, 0))
    bench.qtbot.keyClick(grid, Qt.Key.Key_Period)
    bench.qtbot.waitUntil(lambda: bench.strips_decoded >= 1)
    for _ in range(3):
        bench.qtbot.keyClick(grid, Qt.Key.Key_Period)
    first = grid._scrubs.scrub
    bench.qtbot.keyClick(grid, Qt.Key.Key_Comma)
    assert first is not None
    assert grid._scrubs.scrub is not None
    assert 0 < grid._scrubs.scrub.fraction < first.fraction


def test_the_pointer_over_the_picture_of_a_line_shows_it_large(bench: Bench) -> None:
    _grid, views = grid_of(bench)
    views.show_list(True)
    table = views.list.table
    line = table.visualRect(table.model().index(0, 0))
    preview = table.scrubbing.preview
    move(table.viewport(), QPoint(line.x() + 14, line.center().y()))
    bench.qtbot.waitUntil(lambda: preview.isVisible() and preview.picture() is not None)
    assert preview.caption.endswith("/ 0:04")
    move(table.viewport(), QPoint(line.x() + 400, line.center().y()))
    assert not preview.isVisible()


def test_keys_scrub_the_current_line(bench: Bench) -> None:
    grid, views = grid_of(bench)
    views.show_list(True)
    grid.setCurrentIndex(grid.model().index(0, 0))
    table = views.list.table
    preview = table.scrubbing.preview
    bench.qtbot.keyClick(table, Qt.Key.Key_Period)
    bench.qtbot.waitUntil(lambda: preview.isVisible() and preview.picture() is not None)
    assert preview.caption == "0:00 / 0:04"
    for _ in range(100):
        bench.qtbot.keyClick(table, Qt.Key.Key_Period)
    assert preview.caption == "0:04 / 0:04"
    bench.qtbot.keyClick(table, Qt.Key.Key_Home)
    assert not preview.isVisible()


@quiet
def test_the_timeline_shows_the_filmstrip_above_the_pointer_before_anything_is_decoded(bench: Bench) -> None:
    page = PlayerPage(bench.bridge)
    scrubbing = Scrubbing(page, bench.cache)
    bench.shown.append(page)
    page.resize(900, 600)
    page.show()
    page.show_clip(bench.clip)
    bench.qtbot.waitUntil(lambda: page.player.reel is not None)
    bench.qtbot.waitUntil(lambda: bench.strips_decoded >= 1)
    timeline = page.timeline
    middle = HEAD + (timeline.width() - HEAD) * 5 // 8
    bench.qtbot.waitUntil(lambda: scrubbing.image_at(Fraction(0)) is not None)
    move(timeline, QPoint(middle, 8))
    picture = scrubbing.preview.picture()
    assert scrubbing.preview.isVisible()
    assert isinstance(picture, QPixmap)
    assert abs(brightness(picture.toImage()) - expected(Fraction(5, 2))) < 8
    assert scrubbing.preview.caption == page.player.place(timeline.scale.time(middle - HEAD))
    timeline.zoom(Fraction(4))
    assert scrubbing.preview.caption == page.player.place(timeline.scale.time(middle - HEAD))
    QApplication.sendEvent(timeline, QEvent(QEvent.Type.Leave))
    assert not scrubbing.preview.isVisible()
    assert bench.strips_decoded >= 1
    page.close_clip()


@quiet
def test_the_filmstrip_stands_in_where_the_player_has_no_picture_yet(bench: Bench) -> None:
    page = PlayerPage(bench.bridge)
    scrubbing = Scrubbing(page, bench.cache)
    bench.shown.append(page)
    page.resize(900, 600)
    page.show()
    page.show_clip(bench.clip, Fraction(3))
    scrubbing.image_at(Fraction(3))
    bench.qtbot.waitUntil(lambda: scrubbing.image_at(Fraction(3)) is not None)
    stood_in = scrubbing.image_at(Fraction(3))
    assert stood_in is not None
    assert abs(brightness(stood_in) - expected(Fraction(3))) < 8
    assert page.player.view.stand_in is not None
    assert page.player.view.stand_in() is not None
    page.close_clip()
