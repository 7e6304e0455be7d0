"""Terms that the browser writes into the search."""

from __future__ import annotations

from core.catalog.vocabulary import Vocabulary
from core.model.vocabulary import Alias, EntryKind
from gui.main_window.entry_terms import chosen_in, toggled
from tests.support.model import an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise", aliases=(Alias(text="T. Cruise"),))
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
WORDS = Vocabulary([TOM, NORWAY])


def test_an_entry_is_put_beside_what_is_searched_for_and_taken_out_again() -> None:
    narrowed = toggled("helicopter", TOM)
    assert narrowed == 'helicopter person:"Tom Cruise"'
    assert toggled(narrowed, TOM) == "helicopter"


def test_leaving_an_entry_out_takes_the_place_of_asking_for_it() -> None:
    assert toggled("location:Norway", NORWAY, exclude=True) == "-location:Norway"
    assert toggled("-location:Norway", NORWAY) == "location:Norway"


def test_a_name_that_begins_like_the_entry_is_left_alone() -> None:
    assert toggled("location:Norwayland", NORWAY) == "location:Norwayland location:Norway"


def test_the_browser_sees_what_was_typed_by_hand() -> None:
    chosen = chosen_in('(Person:"t. cruise" OR train) -location:norway', WORDS)
    assert chosen.included == {TOM.id}
    assert chosen.excluded == {NORWAY.id}
