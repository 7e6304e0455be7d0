from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.model.ids import ClipId
from core.model.media import MediaKind
from gui.library.clips_model import CARD_ROLE, PAGE, ClipsModel
from tests.gui.library.cards import CardFile, a_card


def test_it_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = ClipsModel(CardFile())
    model.set_rows(range(300))
    qtmodeltester.check(model)
    model.set_rows(())
    qtmodeltester.check(model)


def test_nothing_is_fetched_before_a_card_is_asked_for() -> None:
    file = CardFile()
    model = ClipsModel(file)
    model.set_rows(range(1_000_000))
    assert model.rowCount() == 1_000_000
    assert file.calls == []


def test_cards_come_by_the_page_and_once() -> None:
    file = CardFile()
    model = ClipsModel(file)
    model.set_rows(range(1_000_000))
    for at in range(PAGE, 2 * PAGE):
        assert model.index(at).data() == f"clip-{at}.mov"
    assert file.calls == [list(range(PAGE, 2 * PAGE))]


def test_only_the_pages_used_last_are_kept() -> None:
    file = CardFile()
    model = ClipsModel(file)
    model.set_rows(range(PAGE * 200))
    for page in range(200):
        model.card(page * PAGE)
    file.calls.clear()
    model.card(199 * PAGE)
    assert file.calls == []
    model.card(0)
    assert len(file.calls) == 1


def test_rows_need_not_be_in_the_order_of_the_index() -> None:
    model = ClipsModel(CardFile())
    model.set_rows([7, 3, 5])
    assert [model.index(at).data(CARD_ROLE).row for at in range(3)] == [7, 3, 5]


def test_a_clip_that_is_gone_since_has_no_card() -> None:
    file = CardFile()
    file.gone.add(1)
    model = ClipsModel(file)
    model.set_rows(range(3))
    assert model.card(1) is None
    assert model.index(1).data() == ""
    assert model.card(2) == a_card(2)


def test_a_change_refetches_only_pages_that_were_seen(qtbot: QtBot) -> None:
    file = CardFile()
    model = ClipsModel(file)
    model.set_rows(range(PAGE * 3))
    model.card(0)
    model.card(PAGE)
    file.calls.clear()
    file.changed[2] = a_card(2, name="renamed.mov")
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.refresh({ClipId("clip2"), ClipId(f"clip{PAGE * 2 + 1}")})
    assert (changed.args[0].row(), changed.args[1].row()) == (0, PAGE - 1)
    assert model.index(2).data() == "renamed.mov"
    model.card(PAGE)
    assert file.calls == [list(range(PAGE))]


def test_a_screen_reader_hears_duration_or_problem() -> None:
    file = CardFile()
    file.changed[1] = a_card(1, kind=MediaKind.UNREADABLE, problem="It is cut off.", duration=None)
    file.changed[2] = a_card(2, kind=MediaKind.STILL, duration=None)
    model = ClipsModel(file)
    model.set_rows(range(3))
    spoken = [model.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert spoken == ["clip-0.mov, 0:10", "clip-1.mov, It is cut off.", "clip-2.mov"]
    assert a_card(0).duration == Fraction(10)
