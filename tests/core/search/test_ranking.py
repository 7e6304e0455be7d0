from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry
from core.catalog.vocabulary import Vocabulary
from core.model.vocabulary import Alias, EntryKind
from core.search import ranking
from core.search.ranking import ByUse
from core.search.suggest import complete
from tests.support.archives import FIRST_NAMES, LAST_NAMES, PLACES, make_entries
from tests.support.model import a_clip, a_tag, an_entry

CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise", aliases=(Alias(text="Thomas Mapother"),))
HANKS = an_entry(EntryKind.PERSON, "Tom Hanks")
MERGED = an_entry(EntryKind.PERSON, "T. C. Topper", redirect=CRUISE.id)
LOST = an_entry(EntryKind.PERSON, "Tobias", redirect=MERGED.id[::-1])
TOMTOWN = an_entry(EntryKind.LOCATION, "Old Tomtown")
ENTRIES = [CRUISE, HANKS, MERGED, LOST, TOMTOWN]
MANY = make_entries(39_000, 3)
USES = {entry.id: 1_000 // (1 + number % 97) for number, entry in enumerate(MANY[:5_000])}


def offered(text: str, **uses: int) -> list[str]:
    counts = {entry.id: uses.get(entry.label.replace(" ", "_").replace(".", ""), 0) for entry in ENTRIES}
    return [match.entry.label for match in ByUse(ENTRIES, counts).complete(text)]


def test_labels_that_begin_so_come_first_then_other_words_then_other_names_each_by_use() -> None:
    assert offered("to", Old_Tomtown=9) == ["Tom Cruise", "Tom Hanks", "Old Tomtown"]
    assert offered("to", Tom_Hanks=5) == ["Tom Hanks", "Tom Cruise", "Old Tomtown"]
    assert offered("tom h") == ["Tom Hanks"]
    assert offered("mapo") == offered("topp") == ["Tom Cruise"]
    assert offered("tobias") == offered("zz") == []


def test_nothing_typed_offers_the_most_used() -> None:
    assert offered("", Old_Tomtown=9, Tom_Hanks=5) == ["Old Tomtown", "Tom Hanks", "Tom Cruise"]


def test_a_name_that_leads_elsewhere_says_which_was_hit() -> None:
    (match,) = ByUse(ENTRIES, {}).complete("topper", (EntryKind.PERSON,))
    assert (match.entry, match.matched_name) == (CRUISE, "T. C. Topper")
    assert ByUse(ENTRIES, {}).complete("topper", (EntryKind.LOCATION,)) == []


NAMES = [name.lower() for name in (*FIRST_NAMES, *LAST_NAMES, *PLACES)]
FEW = make_entries(300, 5)
typed = st.sampled_from(NAMES).flatmap(lambda name: st.integers(1, len(name)).map(lambda end: name[:end]))


@given(text=typed | st.tuples(typed, typed).map(" ".join) | st.text(max_size=3), seed=st.integers(0, 3),
       kinds=st.lists(st.sampled_from(EntryKind), min_size=1, unique=True), limit=st.integers(1, 20))  # fmt: skip
def test_it_offers_what_the_vocabulary_does(text: str, seed: int, kinds: list[EntryKind], limit: int) -> None:
    uses = {entry.id: (number * 7 + seed) % 11 for number, entry in enumerate(FEW)}
    slow = Vocabulary(FEW).complete(text, kinds, limit, uses)
    quick = ByUse(FEW, uses).complete(text, kinds, limit)
    assert [match.entry.id for match in quick] == [match.entry.id for match in slow]


@pytest.fixture(scope="module")
def many() -> ByUse:
    return ByUse(MANY, USES)


@pytest.mark.parametrize(
    "text", ["t", "to", "s", "tom", "person:t", "location:", "garc", "cruis", "kw:s", "production:g"]
)
def test_among_39_000_entries_few_are_looked_at(many: ByUse, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []
    contains = ranking.contains
    monkeypatch.setattr(ranking, "contains", lambda *words, **how: looked.append(words) or contains(*words, **how))
    assert complete(text, len(text), many)
    assert len(looked) <= 40


def test_an_archive_ranks_its_names_by_how_many_clips_carry_them(archive: Archive) -> None:
    for entry in (CRUISE, HANKS):
        archive.catalog.apply(AddEntry(entry))
    archive.catalog.apply(AddClips((a_clip(tags=(a_tag(HANKS),)),)))
    assert [match.entry.label for match in archive.names_by_use().complete("tom")] == ["Tom Hanks", "Tom Cruise"]
