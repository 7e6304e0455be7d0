from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddEntry
from core.catalog.hygiene import Fault, looked_over
from core.model.ids import EntryId
from core.model.vocabulary import Alias, Entry, EntryKind
from core.search.facets import Facet, Facets, FacetValue
from core.search.fields import BY_NAME
from gui.library import Browser, ChoiceMode, EntryChosen
from gui.library.browser_lines import EntryLines, Line, LineKind
from gui.library.browser_list import BrowserModel
from gui.library.browser_state import SHOWN_AT_FIRST, BrowserState, Names, Wish
from gui.library.listed import listed
from gui.style.resources import ICONS


def an_entry(kind: EntryKind, label: str, **fields: object) -> Entry:
    return replace(Entry(id=EntryId(label.lower()), kind=kind, label=label), **fields)  # type: ignore[arg-type]


NORWAY = an_entry(EntryKind.LOCATION, "Norway")
HELLESYLT = an_entry(EntryKind.LOCATION, "Hellesylt", parent=NORWAY.id)
ROME = an_entry(EntryKind.LOCATION, "Rome")
TOM = an_entry(EntryKind.PERSON, "Tom Cruise", aliases=(Alias(text="TC"),))
HAYLEY = an_entry(EntryKind.PERSON, "Hayley Atwell")
GONE = an_entry(EntryKind.PERSON, "T. Cruise", redirect=TOM.id)
EVERYONE = (HAYLEY, HELLESYLT, NORWAY, ROME, GONE, TOM)
COUNTS = {TOM.id: 1231, HELLESYLT.id: 4, NORWAY.id: 4}


def a_state(entries: tuple[Entry, ...] = EVERYONE, **wish: object) -> BrowserState:
    return wished(BrowserState(wish=Wish(authority=listed(entries))), **wish)


def wished(state: BrowserState, **changed: object) -> BrowserState:
    state.wish = replace(state.wish, **changed)
    state.names = state.wish.answer()
    return state


def labels(lines: Iterable[Line]) -> list[str]:
    return ["  " * line.depth + line.text for line in lines if line.kind is LineKind.ENTRY]


def test_entries_stand_by_label_below_their_parents() -> None:
    assert labels(a_state().lines()) == ["Hayley Atwell", "Tom Cruise", "Norway", "  Hellesylt", "Rome"]


def test_a_search_leaves_only_what_its_clips_carry() -> None:
    state = a_state(counts=COUNTS, narrowed=True)
    assert labels(state.lines()) == ["Tom Cruise", "Norway", "  Hellesylt"]


def test_without_a_search_what_no_clip_carries_is_listed_too() -> None:
    assert "Rome" in labels(a_state(counts=COUNTS).lines())


def test_what_is_part_of_the_search_is_never_hidden() -> None:
    state = a_state(counts={TOM.id: 1}, narrowed=True, excluded=frozenset({ROME.id}))
    assert labels(state.lines()) == ["Tom Cruise", "Rome"]


def test_a_child_whose_parent_is_hidden_stands_for_itself() -> None:
    assert labels(a_state(counts={HELLESYLT.id: 1}, narrowed=True).lines()) == ["Hellesylt"]


def test_names_stand_in_the_order_they_have_everywhere(archive: Archive) -> None:
    for label in ("Rauma", "Åndalsnes", "hellesylt"):
        archive.catalog.apply(AddEntry(an_entry(EntryKind.LOCATION, label)))
    everywhere = [entry.label for entry in archive.vocabulary.all(EntryKind.LOCATION)]
    assert labels(a_state(tuple(archive.vocabulary.listed())).lines()) == everywhere
    assert everywhere == ["Åndalsnes", "hellesylt", "Rauma"]
    wanting = looked_over(archive.vocabulary.all(), {}).of(Fault.NO_IDS)
    assert [entry.label for finding in wanting for entry in finding.entries] == everywhere


def test_parents_in_a_ring_lose_nobody() -> None:
    ring = (replace(NORWAY, parent=HELLESYLT.id), HELLESYLT)
    assert sorted(label.strip() for label in labels(a_state(ring).lines())) == ["Hellesylt", "Norway"]


def test_the_filter_looks_at_aliases_and_opens_sections() -> None:
    state = a_state()
    state.closed.add(EntryKind.PERSON)
    assert "Tom Cruise" not in labels(state.lines())
    assert labels(wished(state, words="tc").lines()) == ["Tom Cruise"]


def test_a_long_section_lists_the_most_used_and_offers_the_rest() -> None:
    many = tuple(an_entry(EntryKind.PERSON, f"Person {at:05d}") for at in range(30_000))
    state = a_state(many, counts={many[29_999].id: 7, many[29_998].id: 3}, included=frozenset({many[500].id}))
    lines = state.lines()
    assert labels(lines)[:2] == ["Person 00000", "Person 00001"]
    assert labels(lines)[-3:] == ["Person 00500", "Person 29998", "Person 29999"]
    assert len(labels(lines)) == SHOWN_AT_FIRST
    more = [line for line in lines if line.kind is LineKind.MORE]
    assert [line.count for line in more] == [30_000 - SHOWN_AT_FIRST]
    assert len(labels(wished(state, whole=frozenset({EntryKind.PERSON})).lines())) == 30_000


def test_of_many_that_fit_the_filter_the_most_used_are_listed() -> None:
    many = tuple(an_entry(EntryKind.PERSON, f"Person {at:03d}") for at in range(900))
    state = a_state(many, counts={many[199].id: 2, many[299].id: 9}, words="person 1")
    assert labels(state.lines())[-1] == "Person 199"
    assert len(labels(state.lines())) == SHOWN_AT_FIRST


def test_names_are_shown_once_they_are_there_and_folding_waits_for_nobody() -> None:
    asked: list[Callable[[], Names]] = []
    answers: list[Callable[[Names], None]] = []

    class Later:
        def __init__(self, done: Callable[[Names], None]) -> None:
            answers.append(done)

        def ask(self, work: Callable[[], Names]) -> None:
            asked.append(work)

    model = BrowserModel(latest=Later)
    model.set_entries(listed(EVERYONE))
    assert labels(model.lines) == []
    answers[0](asked[-1]())
    assert len(labels(model.lines)) == 5
    model.set_open(EntryKind.LOCATION, False)
    assert labels(model.lines) == ["Hayley Atwell", "Tom Cruise"]
    assert len(asked) == 1


def test_of_tens_of_thousands_only_the_lines_that_are_seen_are_made(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.set_entries(listed([an_entry(EntryKind.PERSON, f"Person {at:05d}") for at in range(30_000)]))
    made: list[int] = []
    make = EntryLines.line
    monkeypatch.setattr(EntryLines, "line", lambda self, at: made.append(at) or make(self, at))
    browser.list.lines.show_whole(EntryKind.PERSON)
    browser.grab()
    assert 0 < len(set(made)) < 40
    assert browser.list.lines.place_of(browser.list.lines.line(20_000)) == 20_000


def test_places_stand_below_what_they_lie_in_where_all_are_listed_and_where_few_are() -> None:
    places = [an_entry(EntryKind.LOCATION, f"Place {at:03d}", parent=NORWAY.id) for at in range(SHOWN_AT_FIRST)]
    state = a_state((NORWAY, ROME, *places), whole=frozenset({EntryKind.LOCATION}))
    whole = labels(state.lines())
    assert whole == ["Norway", *(f"  {place.label}" for place in places), "Rome"]
    assert labels(wished(state, words="place 00").lines()) == [place.label for place in places[:10]]


def test_it_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = BrowserModel()
    qtmodeltester.check(model)
    model.set_entries(listed(EVERYONE))
    model.set_found(COUNTS, narrowed=True)
    qtmodeltester.check(model)


def test_new_counts_of_the_same_lines_reset_nothing(qtbot: QtBot) -> None:
    model = BrowserModel()
    model.set_entries(listed(EVERYONE))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_found(COUNTS, narrowed=False)


@pytest.fixture
def browser(qtbot: QtBot) -> Iterator[Browser]:
    made = Browser()
    qtbot.addWidget(made)
    made.set_entries(listed(EVERYONE))
    made.set_found(COUNTS, narrowed=False)
    made.resize(240, 500)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    made.close()


def line_of(browser: Browser, text: str) -> int:
    return next(at for at, line in enumerate(browser.list.lines.lines) if line.text == text)


def point_of(browser: Browser, text: str) -> QPoint:
    return browser.list.visualRect(browser.list.lines.index(line_of(browser, text))).center()


@pytest.mark.parametrize(
    ("modifiers", "mode"),
    [
        (Qt.KeyboardModifier.NoModifier, ChoiceMode.TOGGLE),
        (Qt.KeyboardModifier.ShiftModifier, ChoiceMode.ONLY),
        (Qt.KeyboardModifier.AltModifier, ChoiceMode.EXCLUDE),
    ],
)
def test_a_click_chooses_an_entry(
    browser: Browser, qtbot: QtBot, modifiers: Qt.KeyboardModifier, mode: ChoiceMode
) -> None:
    with qtbot.waitSignal(browser.entry_chosen) as chosen:
        qtbot.mouseClick(browser.list.viewport(), Qt.MouseButton.LeftButton, modifiers, point_of(browser, "Tom Cruise"))
    assert chosen.args == [EntryChosen(TOM.id, mode)]


def test_the_keyboard_does_what_the_mouse_does(browser: Browser, qtbot: QtBot) -> None:
    browser.list.setCurrentIndex(browser.list.lines.index(line_of(browser, "Rome")))
    for key, mode in (
        (Qt.Key.Key_Return, ChoiceMode.TOGGLE),
        (Qt.Key.Key_Space, ChoiceMode.TOGGLE),
        (Qt.Key.Key_Delete, ChoiceMode.EXCLUDE),
    ):
        with qtbot.waitSignal(browser.entry_chosen) as chosen:
            qtbot.keyClick(browser.list, key)
        assert chosen.args == [EntryChosen(ROME.id, mode)]


def test_left_folds_the_section_and_right_unfolds_it(browser: Browser, qtbot: QtBot) -> None:
    browser.list.setCurrentIndex(browser.list.lines.index(line_of(browser, "Tom Cruise")))
    qtbot.keyClick(browser.list, Qt.Key.Key_Left)
    assert "Tom Cruise" not in labels(browser.list.lines.lines)
    assert browser.list.currentIndex().row() == 0
    qtbot.keyClick(browser.list, Qt.Key.Key_Right)
    assert "Tom Cruise" in labels(browser.list.lines.lines)


def test_the_current_line_stays_current_when_counts_narrow(browser: Browser) -> None:
    browser.list.setCurrentIndex(browser.list.lines.index(line_of(browser, "Norway")))
    browser.set_found(COUNTS, narrowed=True)
    assert browser.list.lines.line(browser.list.currentIndex().row()).entry == NORWAY.id


def test_lines_are_spoken_with_count_and_choice(browser: Browser) -> None:
    browser.set_found(COUNTS, {TOM.id}, {ROME.id}, narrowed=False)

    def spoken(text: str) -> str:
        index = browser.list.lines.index(line_of(browser, text))
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken("Tom Cruise") == "Tom Cruise, 1,231 clips, included"
    assert spoken("Rome") == "Rome, 0 clips, excluded"
    assert browser.list.lines.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "People, 2, open"


def test_typing_in_the_filter_narrows_and_escape_widens(browser: Browser, qtbot: QtBot) -> None:
    browser.filter_field.setFocus()
    qtbot.keyClicks(browser.filter_field, "hell")
    assert labels(browser.list.lines.lines) == ["Hellesylt"]
    qtbot.keyClick(browser.filter_field, Qt.Key.Key_Escape)
    assert len(labels(browser.list.lines.lines)) == 5
    assert not browser.grab().isNull()


def test_the_statuses_of_tags_are_told_in_the_language_of_the_window(german: None) -> None:
    model = BrowserModel()
    model.set_open(Facet.STATUS, is_open=True)
    model.set_facets(Facets((FacetValue(Facet.STATUS, "claimed", "status:claimed", 2),), 2, 2), ())
    line = next(line for line in model.lines if line.kind is LineKind.FACET)
    assert model.words(line) == "Behauptet"


def test_a_folded_facet_is_not_said_to_have_no_values() -> None:
    model = BrowserModel()
    spoken = [model.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]
    assert "Camera, closed" in spoken


@pytest.mark.parametrize("facet", list(Facet))
def test_a_facet_narrows_by_a_field_of_the_language_and_has_its_own_sign(facet: Facet) -> None:
    assert facet.term in BY_NAME
    assert (ICONS / f"{facet.icon}.svg").is_file()
    assert len({one.icon for one in Facet}) == len(Facet)
