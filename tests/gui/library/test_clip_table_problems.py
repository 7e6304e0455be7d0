"""Lines of clips that something is wrong with, and where lines lie under their titles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.errors import ArchiveProblem
from core.model.clip import Clip, Role, Status
from core.model.ids import EntryId
from core.model.media import MediaKind
from core.ports.index import Chip
from gui.library.table_columns import COLUMNS
from gui.style import Space, qcolor
from gui.style import theme as current_theme
from tests.gui.library.cards import a_card
from tests.gui.library.test_clip_table import Bench, bench, painted_now, read_from, settled
from tests.support.model import a_clip

__all__ = ["bench", "read_from"]
TOM = (Chip(EntryId("tom"), Role.PERSON_SHOWN, Status.CONFIRMED),)


def place_of(bench: Bench, key: str) -> tuple[int, int]:
    """Return where a column begins and ends in a line."""
    at = next(at for at, column in enumerate(COLUMNS) if column.key == key)
    left = bench.header.sectionViewportPosition(at)
    return left, left + bench.header.sectionSize(at)


def reddest(line: QImage, left: int, right: int) -> int:
    """Return how much redder than green the reddest pixel is between two places."""
    colours = [line.pixelColor(x, y) for x in range(left, min(right, line.width())) for y in range(line.height())]
    return max(colour.red() - colour.green() for colour in colours)


@pytest.mark.parametrize("chips", [(), TOM])
def test_why_a_clip_cannot_be_read_stands_in_its_line(bench: Bench, chips: tuple[Chip, ...]) -> None:
    wrong = a_card(0, poster=None, kind=MediaKind.UNREADABLE, duration=None, problem="It is cut off.", chips=chips)
    bench.file.changed = {0: wrong, 1: replace(wrong, row=1, problem="")}
    bench.grid.show_rows([0, 1])
    bench.views.show_list(True)
    begin, end = place_of(bench, "name")[1], place_of(bench, "shot")[1]
    danger = qcolor(current_theme().danger)
    enough = (danger.red() - danger.green()) // 2
    assert reddest(painted_now(bench), begin, end) > enough
    assert reddest(painted_now(bench, line=1), begin, end) < enough


def test_what_is_tagged_is_not_written_over(bench: Bench) -> None:
    long = "It is cut off. " * 20
    wrong = a_card(0, poster=None, kind=MediaKind.UNREADABLE, duration=None, problem=long, chips=TOM)
    bench.file.changed = {0: wrong, 1: replace(wrong, row=1, problem="")}
    bench.grid.show_rows([0, 1])
    bench.views.show_list(True)
    begin, end = place_of(bench, "people")
    first, second = painted_now(bench), painted_now(bench, line=1)
    height = first.height()
    assert first.copy(begin, 0, end - begin, height) == second.copy(begin, 0, end - begin, height)


def test_a_damaged_record_is_told_in_its_line(bench: Bench, qtbot: QtBot) -> None:
    def damaged(_clip: str) -> Clip:
        raise ArchiveProblem("damaged")

    sound = a_clip("a.mov")
    begin, end = place_of(bench, "name")[1], place_of(bench, "codec")[1]
    danger = qcolor(current_theme().danger)
    enough = (danger.red() - danger.green()) // 2
    for record, told in ((lambda _clip: sound, False), (damaged, True)):
        bench.bridge.archive.catalog.clip = record  # type: ignore[method-assign, assignment]
        bench.views._facts.forget([a_card(0).id])
        bench.file.changed = {0: a_card(0, poster=None)}
        bench.grid.show_rows([0])
        bench.views.show_list(True)
        assert (reddest(painted_now(bench), begin, end) > enough) is told
    settled(bench, qtbot)


def test_lines_lie_under_their_titles(read_from: str, bench: Bench, qtbot: QtBot) -> None:
    bench.grid.show_rows(range(400))
    bench.views.show_list(True)
    qtbot.waitUntil(bench.table.verticalScrollBar().isVisible)
    seen = bench.table.viewport()
    for place in bench.table._places():
        at = COLUMNS.index(place.column)
        begins = seen.mapTo(bench.views.list, seen.rect().topLeft()).x() + place.left
        assert begins == bench.header.sectionViewportPosition(at) + Space.S
    assert bench.table.layoutDirection() is (
        Qt.LayoutDirection.RightToLeft if read_from == "right to left" else Qt.LayoutDirection.LeftToRight
    )
