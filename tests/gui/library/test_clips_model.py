from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from threading import Event, Semaphore

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.model.ids import ClipId
from core.model.media import MediaKind
from core.ports.index import Card
from gui.bridge.loader import Loader
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


class Held(CardFile):
    """Gives cards as they were when they were asked for, once it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.go_on = Semaphore(0), Event()

    def __call__(self, rows: Sequence[int]) -> Sequence[Card]:
        cards = super().__call__(rows)
        self.asked.release()
        assert self.go_on.wait(10)
        return cards


def test_with_a_loader_a_card_is_none_until_it_has_come(qtbot: QtBot) -> None:
    file, loader = CardFile(), Loader()
    model = ClipsModel(file, loader=loader)
    model.set_rows(range(PAGE * 3))
    with qtbot.waitSignal(model.dataChanged) as changed:
        assert model.index(PAGE).data(CARD_ROLE) is None
        assert model.is_coming(PAGE)
        assert model.at_hand(PAGE + 1) is None
    assert (changed.args[0].row(), changed.args[1].row()) == (PAGE, 2 * PAGE - 1)
    assert model.index(PAGE).data(CARD_ROLE) == a_card(PAGE)
    assert not model.is_coming(PAGE)
    assert len(file.calls) == 1
    loader.close()


def test_what_changed_while_it_was_fetched_is_fetched_anew(qtbot: QtBot) -> None:
    file, loader = Held(), Loader()
    model = ClipsModel(file, loader=loader)
    model.set_rows(range(3))
    assert model.at_hand(1) is None
    assert file.asked.acquire(timeout=10)
    file.changed[1] = a_card(1, name="renamed.mov")
    model.refresh({ClipId("clip1")})
    with qtbot.waitSignal(model.dataChanged):
        file.go_on.set()
    assert model.at_hand(1) is None
    qtbot.waitUntil(lambda: model.at_hand(1) == a_card(1, name="renamed.mov"))
    loader.close()


def test_a_card_is_shown_as_it_was_while_it_is_fetched_anew(qtbot: QtBot) -> None:
    file, loader = CardFile(), Loader()
    model = ClipsModel(file, loader=loader)
    model.set_rows(range(3))
    qtbot.waitUntil(lambda: model.at_hand(1) is not None)
    file.changed[1] = a_card(1, name="renamed.mov")
    model.refresh({ClipId("clip1")})
    assert model.at_hand(1) == a_card(1)
    qtbot.waitUntil(lambda: model.at_hand(1) == a_card(1, name="renamed.mov"))
    loader.close()


def test_a_stretch_holds_the_cards_of_its_places_across_pages() -> None:
    file = CardFile()
    file.gone.add(PAGE)
    model = ClipsModel(file)
    model.set_rows(range(PAGE * 3))
    cards = model.stretch(range(PAGE - 2, PAGE + 2))
    assert cards == [a_card(PAGE - 2), a_card(PAGE - 1), None, a_card(PAGE + 1)]


def test_a_stretch_that_reaches_beyond_what_was_left_of_a_result_holds_nothing_there() -> None:
    model = ClipsModel(CardFile())
    model.set_rows(range(3))
    assert model.stretch(range(1, 5)) == [a_card(1), a_card(2), None, None]


def test_a_stretch_is_there_once_all_its_pages_have_come(qtbot: QtBot) -> None:
    loader = Loader()
    model = ClipsModel(CardFile(), None, loader)
    model.set_rows(range(PAGE * 3))
    places = range(PAGE - 1, PAGE + 1)
    assert model.stretch(places) is None
    qtbot.waitUntil(lambda: model.stretch(places) is not None)
    assert model.stretch(places) == [a_card(PAGE - 1), a_card(PAGE)]
    assert model.is_coming(2 * PAGE)
    loader.close()
