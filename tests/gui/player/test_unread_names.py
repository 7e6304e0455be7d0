"""The player of an archive that has just been opened, while all its names are read."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt

from core.catalog.claims import SetRegion
from core.catalog.edits import AddEntry
from core.catalog.spans import TagSpan
from core.model.ids import MomentId
from core.model.time import Span
from core.model.vocabulary import EntryKind
from gui.player.boxes import MIDDLE
from tests.gui.player.test_page import TOM, Bench
from tests.support.model import a_tag, an_entry
from tests.support.slow_shelf import SlowShelf

pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "Using Qt multimedia", extend=True)


def told(bench: Bench) -> list[str]:
    """Return the names on the bars of tags, and on boxes."""
    bars = [bar.text for lane in bench.page.timeline._lanes for bar in lane.bars if bar.tag is not None]
    return [*bars, *(box.text for box in bench.page.regions.overlay.boxes())]


def test_what_is_said_of_a_clip_waits_for_no_names_and_is_told_apart_after_it(bench: Bench) -> None:
    bench.archive.catalog.apply(AddEntry(an_entry(EntryKind.PERSON, TOM.label)))
    bench.archive.catalog.apply(TagSpan(bench.made.id, Span(Fraction(0), Fraction(4)), a_tag(TOM), MomentId("m")))
    bench.archive.catalog.apply(SetRegion(bench.made.id, bench.clip.tags[0].id, MIDDLE))
    bench.bridge.settle()
    shelf = SlowShelf(bench.archive)
    bench.page.refresh_clip(bench.clip)
    bench.press(Qt.Key.Key_B)
    assert told(bench) == [TOM.label] * 2
    assert not bench.archive.vocabulary.is_read
    shelf.go_on.set()
    bench.archive.vocabulary.work_out()
    bench.bridge.told_apart.emit()
    assert len(told(bench)) == 2
    assert TOM.label not in told(bench)
