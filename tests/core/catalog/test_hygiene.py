"""The list of what wants a second look."""

from __future__ import annotations

import random
from dataclasses import replace

from core.app import Archive
from core.catalog.edits import AddEntry, Together
from core.catalog.hygiene import Fault, MarkDifferent, Report, looked_over
from core.model.ids import EntryId
from core.model.vocabulary import Alias, Entry, EntryKind
from tests.support.model import an_entry

PERSON, PLACE = EntryKind.PERSON, EntryKind.LOCATION


def labels(report: Report, fault: Fault) -> list[tuple[str, ...]]:
    return [tuple(entry.label for entry in finding.entries) for finding in report.of(fault)]


def duplicates(*names: str) -> list[tuple[str, ...]]:
    return labels(looked_over([an_entry(PERSON, name) for name in names], {}), Fault.DUPLICATE)


def test_slips_of_the_hand_other_orders_and_other_spaces_are_near_duplicates() -> None:
    assert duplicates("Hayley Atwell", "Hayley Atwel", "Rebecca Ferguson") == [("Hayley Atwel", "Hayley Atwell")]
    assert duplicates("Hayley Atwell", "Hayely Atwell") == [("Hayely Atwell", "Hayley Atwell")]
    assert duplicates("Tom Cruise", "Cruise, Tom") == [("Cruise, Tom", "Tom Cruise")]
    assert duplicates("Conan O Brien", "Conan O'Brien") == [("Conan O Brien", "Conan O'Brien")]
    assert duplicates("Christopher McQuarrie", "Cristopher McQuarie") == [
        ("Christopher McQuarrie", "Cristopher McQuarie")
    ]
    assert duplicates("Tim Roth", "Tom Roth", "Simon Pegg", "Simon Legge") == []


def test_near_duplicates_stand_in_the_order_names_have_everywhere() -> None:
    found = duplicates(
        "Zoe Wanamaker", "Zoe Wanamakr", "Åse Kleveland", "Åse Klevelan", "abe vigoda", "Abe Vigodda",
        "Ann Todd Wyler", "Ann Todd Wylr", "Ann-Marie Duffy", "Ann-Marie Dufy",
    )  # fmt: skip
    assert found == [
        ("abe vigoda", "Abe Vigodda"),
        ("Ann-Marie Duffy", "Ann-Marie Dufy"),
        ("Ann Todd Wyler", "Ann Todd Wylr"),
        ("Åse Klevelan", "Åse Kleveland"),
        ("Zoe Wanamaker", "Zoe Wanamakr"),
    ]


def test_those_known_to_differ_are_none() -> None:
    one, other = (an_entry(PERSON, name, external_ids={"imdb": name}) for name in ("Jon Voight", "John Voight"))
    assert not looked_over([one, other], {}).of(Fault.DUPLICATE)
    places = [an_entry(PLACE, name, parent=EntryId(name)) for name in ("Hamilton", "Hamiltons")]
    assert not looked_over(places, {}).of(Fault.DUPLICATE)
    aliased = [an_entry(PERSON, "Jon Voight", aliases=(Alias(text="Jonathan"),)), an_entry(PERSON, "Jonathan")]
    assert labels(looked_over(aliased, {}), Fault.DUPLICATE) == [("Jon Voight", "Jonathan")]


def test_a_pair_that_was_looked_at_is_not_listed_again(archive: Archive) -> None:
    pair = [an_entry(PERSON, name) for name in ("Jane Seymour", "Jayne Seymour")]
    archive.catalog.apply(Together("names", tuple(map(AddEntry, pair))))
    change = archive.catalog.apply(MarkDifferent(pair[0].id, pair[1].id))
    assert change.label == "Keep Jane Seymour and Jayne Seymour apart"
    assert not looked_over(archive.index.entries(), {}).of(Fault.DUPLICATE)
    archive.catalog.undo()
    assert len(looked_over(archive.index.entries(), {}).of(Fault.DUPLICATE)) == 1


def test_homonyms_are_listed_until_something_tells_them_apart() -> None:
    ontario = an_entry(PLACE, "Ontario")
    one, other = (an_entry(PLACE, "Hamilton") for _ in range(2))
    assert labels(looked_over([ontario, one, other], {}), Fault.HOMONYM) == [("Hamilton", "Hamilton")]
    settled = [ontario, replace(one, parent=ontario.id), replace(other, external_ids={"geonames": "3573197"})]
    assert not looked_over(settled, {}).of(Fault.HOMONYM)


def test_unused_single_words_and_no_ids() -> None:
    norway = an_entry(PLACE, "Norway", external_ids={"wikidata": "Q20"})
    oslo = an_entry(PLACE, "Oslo", parent=norway.id, external_ids={"wikidata": "Q585"})
    madonna = an_entry(PERSON, "Madonna")
    word = an_entry(EntryKind.KEYWORD, "stunt")
    report = looked_over([norway, oslo, madonna, word], {madonna.id: 3})
    assert labels(report, Fault.UNUSED) == [("Oslo",), ("stunt",)], "what others lie in is used"
    assert labels(report, Fault.ONE_WORD) == [("Madonna",)]
    assert labels(report, Fault.NO_IDS) == [("Madonna",)]


def test_lost_parents_and_circles() -> None:
    lost = an_entry(PLACE, "Lost", parent=EntryId("gone"))
    one, other = an_entry(PLACE, "One"), an_entry(PLACE, "Other")
    below = an_entry(PLACE, "Below", parent=one.id)
    report = looked_over([lost, replace(one, parent=other.id), replace(other, parent=one.id), below], {})
    assert labels(report, Fault.LOST_PARENT) == [("Lost",)]
    assert labels(report, Fault.CIRCLE) == [("One",), ("Other",)]
    assert [finding.fault for finding in report.findings][:3] == [Fault.LOST_PARENT, Fault.CIRCLE, Fault.CIRCLE]


def test_merged_ones_are_not_looked_at_and_lead_on() -> None:
    norway = an_entry(PLACE, "Norway", external_ids={"wikidata": "Q20"})
    norge = an_entry(PLACE, "Norwey", redirect=norway.id)
    oslo = an_entry(PLACE, "Oslo", parent=norge.id, external_ids={"wikidata": "Q585"})
    report = looked_over([norway, norge, oslo], {norway.id: 1, oslo.id: 1})
    assert list(report.findings) == []


def made_up(count: int) -> list[Entry]:
    """Names as an archive has them: some first names very common, last names seldom the same."""
    chance = random.Random(5)
    parts = [first + second for first in "bcdfghjklmnprstvw" for second in ("a", "er", "in", "o", "ul")]

    def word(length: int) -> str:
        return "".join(chance.choices(parts, k=length)).capitalize()

    first = [word(chance.randint(2, 3)) for _ in range(count // 20)]
    last = [word(chance.randint(2, 4)) for _ in range(count)]
    return [an_entry(PERSON, f"{chance.choice(first)} {chance.choice(last)}") for _ in range(count)]


def test_work_grows_with_the_names_and_not_with_their_pairs() -> None:
    planted = [an_entry(PERSON, "Alejandro Iñárritu"), an_entry(PERSON, "Alejandro Inaritu")]
    small, large = looked_over(made_up(500), {}), looked_over([*made_up(4_000), *planted], {})
    assert ("Alejandro Inaritu", "Alejandro Iñárritu") in labels(large, Fault.DUPLICATE)
    assert large.compared < 4_000 * 10 < 4_000 * 3_999 // 2
    assert large.compared < 8 * small.compared * 8
