from __future__ import annotations

import random
import threading
from dataclasses import replace

import pytest

from core.catalog.snapshot import Known
from core.catalog.vocabulary import REMOVED, Vocabulary
from core.model.ids import EntryId
from core.model.vocabulary import Alias, Entry, EntryKind
from tests.support.model import an_entry

CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise", aliases=(Alias(text="Thomas Mapother"), Alias(text="TC")))
HANKS = an_entry(EntryKind.PERSON, "Tom Hanks")
HULLER = an_entry(EntryKind.PERSON, "Sandra Hüller")
INARRITU = an_entry(EntryKind.PERSON, "Alejandro González Iñárritu")
NORWAY = an_entry(EntryKind.LOCATION, "Norway", aliases=(Alias(text="Norge", language="no"),))
STRANDA = an_entry(EntryKind.LOCATION, "Stranda", parent=NORWAY.id)
HELLESYLT = an_entry(EntryKind.LOCATION, "Hellesylt", parent=STRANDA.id)
MERGED = an_entry(EntryKind.LOCATION, "Hellesylt harbour", redirect=HELLESYLT.id)
LODZ = an_entry(EntryKind.LOCATION, "Łódź", aliases=(Alias(text="Tom's town"),))
ALL = (CRUISE, HANKS, HULLER, INARRITU, NORWAY, STRANDA, HELLESYLT, MERGED, LODZ)


@pytest.fixture
def names() -> Vocabulary:
    return Vocabulary(ALL)


def labels(entries: list[Entry]) -> list[str]:
    return [entry.label for entry in entries]


def test_entries_are_listed_by_label_whatever_their_accents_and_without_those_merged_away(names: Vocabulary) -> None:
    assert labels(names.all(EntryKind.LOCATION)) == ["Hellesylt", "Łódź", "Norway", "Stranda"]
    assert len(names.all()) == len(names) == len(ALL) - 1


def test_an_id_leads_through_redirects_to_what_it_is_called_now(names: Vocabulary) -> None:
    assert names.get(MERGED.id) is HELLESYLT
    assert names.label(MERGED.id) == "Hellesylt"


def test_an_entry_that_is_gone_says_so(names: Vocabulary) -> None:
    assert names.get(EntryId("nobody")) is None
    assert names.label(EntryId("nobody")) == REMOVED


def test_redirects_that_run_in_a_circle_lead_nowhere() -> None:
    one, other = an_entry(EntryKind.PERSON, "One", redirect=EntryId("b")), an_entry(EntryKind.PERSON, "Other")
    circle = Vocabulary([Entry(id=EntryId("b"), kind=EntryKind.PERSON, label="B", redirect=one.id), one, other])
    assert circle.get(one.id) is None
    assert circle.ids_named(None, ("one",), False) == frozenset()


def test_exact_names_are_found_by_label_and_alias_and_kind(names: Vocabulary) -> None:
    assert names.find_exact(EntryKind.PERSON, "tom CRUISE") == [CRUISE]
    assert names.find_exact(EntryKind.PERSON, "tc") == [CRUISE]
    assert names.find_exact(EntryKind.LOCATION, "lodz") == [LODZ]
    assert names.find_exact(EntryKind.LOCATION, "hellesylt harbour") == [HELLESYLT]
    assert names.find_exact(EntryKind.PERSON, "tom") == []
    assert names.find_exact(EntryKind.LOCATION, "tc") == []
    assert names.find_exact(EntryKind.PERSON, "!") == []


def test_homonyms_are_all_found() -> None:
    first, second = (an_entry(EntryKind.LOCATION, "Hamilton") for _ in range(2))
    assert len(Vocabulary([first, second]).find_exact(EntryKind.LOCATION, "hamilton")) == 2


def completed(names: Vocabulary, text: str, **options: object) -> list[str]:
    return [match.entry.label for match in names.complete(text, **options)]  # type: ignore[arg-type]


def test_completion_ranks_labels_that_begin_so_then_labels_then_aliases(names: Vocabulary) -> None:
    assert completed(names, "tom") == ["Tom Cruise", "Tom Hanks", "Łódź"]
    assert completed(names, "h") == ["Hellesylt", "Sandra Hüller", "Tom Hanks"]


def test_completion_ranks_by_uses_within_a_tier(names: Vocabulary) -> None:
    assert completed(names, "tom", uses={HANKS.id: 5, LODZ.id: 99}) == ["Tom Hanks", "Tom Cruise", "Łódź"]
    assert completed(names, "", uses={HANKS.id: 5, LODZ.id: 99}, limit=2) == ["Łódź", "Tom Hanks"]


def test_completion_takes_several_words_and_any_name_and_says_which(names: Vocabulary) -> None:
    assert completed(names, "tom c") == ["Tom Cruise"]
    (match,) = names.complete("mapoth")
    assert (match.entry, match.matched_name) == (CRUISE, "Thomas Mapother")
    (match,) = names.complete("gonzalez in")
    assert match.entry is INARRITU


def test_completion_keeps_to_kinds_and_limit(names: Vocabulary) -> None:
    assert completed(names, "tom", kinds={EntryKind.LOCATION}) == ["Łódź"]
    assert len(names.complete("", limit=3)) == 3
    assert names.complete("zz") == []


def test_a_name_of_an_entry_merged_away_completes_to_the_other(names: Vocabulary) -> None:
    (match,) = names.complete("harbour")
    assert (match.entry, match.matched_name) == (HELLESYLT, "Hellesylt harbour")


def test_a_location_is_meant_with_all_that_lies_in_it(names: Vocabulary) -> None:
    everything = {NORWAY.id, STRANDA.id, HELLESYLT.id, MERGED.id}
    assert names.ids_named(EntryKind.LOCATION, ("norge",), False) == everything
    assert names.ids_named(EntryKind.LOCATION, ("hellesylt",), False) == {HELLESYLT.id, MERGED.id}
    assert names.ids_below(NORWAY.id) == everything


def test_names_are_asked_for_by_words_that_stand_together(names: Vocabulary) -> None:
    assert names.ids_named(EntryKind.PERSON, ("tom", "cr"), True) == {CRUISE.id}
    assert names.ids_named(EntryKind.PERSON, ("tom", "cr"), False) == frozenset()
    assert names.ids_named(EntryKind.PERSON, ("cruise", "tom"), False) == frozenset()
    assert names.ids_named(None, ("tom",), True) == {CRUISE.id, HANKS.id, LODZ.id}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hullr", "Sandra Hüller"),
        ("innaritu", "Alejandro González Iñárritu"),
        ("tom cruize", "Tom Cruise"),
        ("sandra hulelr", "Sandra Hüller"),
    ],
)
def test_a_slip_of_the_hand_is_forgiven(names: Vocabulary, typed: str, meant: str) -> None:
    assert names.close_names(typed, EntryKind.PERSON)[0] == meant


def test_what_is_like_nothing_has_no_close_name(names: Vocabulary) -> None:
    assert names.close_names("zzzzzz") == []
    assert names.close_names("") == []
    assert names.close_names("tom zzzzzz") == []


def test_an_update_changes_adds_and_removes(names: Vocabulary) -> None:
    renamed = Entry(id=HANKS.id, kind=EntryKind.PERSON, label="Thomas Hanks")
    names.update({HANKS.id: renamed, CRUISE.id: None})
    assert names.label(HANKS.id) == "Thomas Hanks"
    assert names.get(CRUISE.id) is None
    assert names.find_exact(EntryKind.PERSON, "tom hanks") == []
    assert completed(names, "thomas") == ["Thomas Hanks"]


def test_any_thread_may_read_while_another_writes(names: Vocabulary) -> None:
    failures: list[object] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            found = [match.entry.label for match in names.complete("tom", kinds={EntryKind.PERSON})]
            if found not in (["Tom Cruise", "Tom Hanks"], ["Tom Cruise"]):
                failures.append(found)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(200):
        names.update({HANKS.id: None})
        names.update({HANKS.id: HANKS})
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []


# as it is, and where it leads ---------------------------------------------------------------------------------------
def test_an_entry_can_be_asked_for_as_it_is(names: Vocabulary) -> None:
    assert names.raw(MERGED.id) is MERGED
    assert names.final(MERGED.id) == HELLESYLT.id
    assert names.final(EntryId("nobody")) == "nobody"
    assert names.finals([MERGED.id, CRUISE.id, HELLESYLT.id]) == [HELLESYLT.id, CRUISE.id]
    assert names.merged_into(HELLESYLT.id) == {HELLESYLT.id, MERGED.id}
    assert names.leading_to(NORWAY.id) == [STRANDA.id]


# homonyms -----------------------------------------------------------------------------------------------------------
ONTARIO, BERMUDA = an_entry(EntryKind.LOCATION, "Ontario"), an_entry(EntryKind.LOCATION, "Bermuda")
IN_ONTARIO = an_entry(EntryKind.LOCATION, "Hamilton", parent=ONTARIO.id)
IN_BERMUDA = an_entry(EntryKind.LOCATION, "Hamilton", parent=BERMUDA.id)
LINDA = an_entry(EntryKind.PERSON, "Hamilton")
HAMILTONS = (ONTARIO, BERMUDA, IN_ONTARIO, IN_BERMUDA, LINDA)


@pytest.fixture
def homonyms() -> Vocabulary:
    return Vocabulary(HAMILTONS)


def test_homonyms_are_told_apart_by_what_is_known_of_them(homonyms: Vocabulary) -> None:
    assert homonyms.label(IN_ONTARIO.id) == "Hamilton (Ontario)"
    assert homonyms.label(LINDA.id) == "Hamilton", "no other person is called so"
    assert homonyms.shown(LINDA.id) == "Hamilton (person)"
    assert homonyms.shown(IN_BERMUDA.id) == "Hamilton (Bermuda)"
    assert homonyms.shown(ONTARIO.id) == "Ontario"
    assert [match.shown for match in homonyms.complete("hamilton", kinds={EntryKind.LOCATION})] == [
        "Hamilton (Ontario)",
        "Hamilton (Bermuda)",
    ]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"existed_from": "1949-09-08", "existed_to": "2012"}, "John Scott (1949–2012)"),
        ({"existed_from": "1949"}, "John Scott (1949–)"),
        ({"released": "2023-07-12"}, "John Scott (2023)"),
        ({"directors": ("Ada", "Ben")}, "John Scott (Ada, Ben)"),
        ({"external_ids": {"wikidata": "Q1", "imdb": "nm1"}}, "John Scott (imdb:nm1)"),
    ],
)
def test_what_tells_two_of_one_name_apart(fields: dict[str, object], shown: str) -> None:
    known, bare = an_entry(EntryKind.PERSON, "John Scott", **fields), an_entry(EntryKind.PERSON, "JOHN SCOTT")
    words = Vocabulary([known, bare])
    assert words.label(known.id) == shown
    assert words.label(bare.id) == f"JOHN SCOTT (…{bare.id[-6:]})"
    assert words.find_exact(EntryKind.PERSON, shown) == [known]
    assert words.find_exact(EntryKind.PERSON, words.label(bare.id)) == [bare]


def test_what_two_have_in_common_tells_nobody_apart() -> None:
    one, other = (
        an_entry(EntryKind.PERSON, "John Scott", existed_from="1949", external_ids={"imdb": number}) for number in "12"
    )
    words = Vocabulary([one, other])
    assert [words.label(entry.id) for entry in (one, other)] == ["John Scott (imdb:1)", "John Scott (imdb:2)"]


def test_a_name_that_somebody_really_has_is_not_taken_to_tell_apart() -> None:
    really = an_entry(EntryKind.LOCATION, "Hamilton Ontario")
    words = Vocabulary([*HAMILTONS, really])
    assert words.label(IN_ONTARIO.id) == f"Hamilton (…{IN_ONTARIO.id[-6:]})"


def test_one_of_several_is_found_by_how_it_is_shown_and_all_by_their_name(homonyms: Vocabulary) -> None:
    both = {IN_ONTARIO.id, IN_BERMUDA.id}
    assert homonyms.ids_named(EntryKind.LOCATION, ("hamilton",), False) == both
    assert homonyms.ids_named(EntryKind.LOCATION, ("hamilton", "ontario"), False) == {IN_ONTARIO.id}
    assert homonyms.ids_named(EntryKind.PERSON, ("hamilton",), False) == {LINDA.id}
    assert len(homonyms.find_exact(EntryKind.LOCATION, "hamilton")) == 2


def test_homonyms_come_and_go_with_edits(homonyms: Vocabulary) -> None:
    homonyms.update({IN_BERMUDA.id: replace(IN_BERMUDA, redirect=IN_ONTARIO.id)})
    assert homonyms.label(IN_BERMUDA.id) == homonyms.label(IN_ONTARIO.id) == "Hamilton"
    homonyms.update({IN_BERMUDA.id: IN_BERMUDA})
    assert homonyms.label(IN_BERMUDA.id) == "Hamilton (Bermuda)"
    homonyms.update({BERMUDA.id: replace(BERMUDA, label="Bermudas")})
    assert homonyms.label(IN_BERMUDA.id) == "Hamilton (Bermudas)"
    homonyms.update({entry.id: None for entry in HAMILTONS})
    assert len(homonyms) == 0


# near names ---------------------------------------------------------------------------------------------------------
NEAR = (
    an_entry(EntryKind.PERSON, "Hayley Atwell", aliases=(Alias(text="Hayley Elizabeth Atwell"),)),
    an_entry(EntryKind.PERSON, "Conan O'Brien"),
    an_entry(EntryKind.PERSON, "Tom Cruise"),
    an_entry(EntryKind.PERSON, "Alejandro González Iñárritu"),
    an_entry(EntryKind.LOCATION, "Hayley Atwell Square"),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hayley Atwel", "Hayley Atwell"),
        ("Hayely Atwell", "Hayley Atwell"),
        ("atwell hayley", "Hayley Atwell"),
        ("HayleyAtwell", "Hayley Atwell"),
        ("Conan O Brien", "Conan O'Brien"),
        ("conan obrian", "Conan O'Brien"),
        ("Tom Criuse", "Tom Cruise"),
        ("Alejandro Gonzales Inarritu", "Alejandro González Iñárritu"),
    ],
)
def test_a_new_name_that_is_near_a_known_one_is_noticed(typed: str, meant: str) -> None:
    assert [match.entry.label for match in Vocabulary(NEAR).near_names(typed, (EntryKind.PERSON,))] == [meant]


@pytest.mark.parametrize("typed", ["Hayley Mills", "Tim", "", "Tom Hanks", "conan o'brien", "Rebecca Ferguson"])
def test_another_name_and_the_very_same_are_not_near(typed: str) -> None:
    assert Vocabulary(NEAR).near_names(typed, (EntryKind.PERSON,)) == []


def test_what_was_worked_out_is_the_same_after_edits_as_worked_out_anew() -> None:
    chance = random.Random(5)
    names = ("Tom Cruise", "TomCruise", "Tom", "Cruz", "Hamilton", "Ælf", "Å", "")
    entries: dict[EntryId, Entry | None] = {}
    vocabulary = Vocabulary()
    vocabulary.work_out()
    for number in range(300):
        entry = EntryId(f"e{chance.randrange(12)}")
        others = [known for known, one in entries.items() if one is not None and known != entry]
        merged = chance.choice(others) if others and chance.random() < 0.2 else None
        aliases = tuple(Alias(text=text) for text in chance.sample(names, chance.randrange(3)))
        made = replace(an_entry(EntryKind.PERSON, chance.choice(names)), id=entry, aliases=aliases, redirect=merged)
        entries[entry] = None if chance.random() < 0.2 else made
        vocabulary.update({entry: entries[entry]})
        anew = Vocabulary(one for one in entries.values() if one is not None)
        now, then = vocabulary._now, anew._now
        assert now.ordered == then.ordered, number
        assert {length: found for length, found in now.distinct_words.items() if found} == then.distinct_words
        told = {whole: sorted(places) for found in now.unparted.values() for whole, places in found.items()}
        assert told == {whole: sorted(places) for found in then.unparted.values() for whole, places in found.items()}


def test_kinds_of_entries_called_so_are_told_at_once(homonyms: Vocabulary) -> None:
    for name in ("Hamilton", "hamilton (ontario)", "Hamil", "", "Nobody"):
        assert homonyms.kinds_called(name) == {kind for kind in EntryKind if homonyms.find_exact(kind, name)}


def test_a_name_as_a_whole_is_found_without_a_look_at_those_that_begin_so(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [an_entry(EntryKind.PERSON, f"Tom {number:04}") for number in range(2_000)]
    names = Vocabulary([*many, an_entry(EntryKind.KEYWORD, "Tom"), CRUISE])
    assert names.kinds_called("tom") == {EntryKind.KEYWORD}  # and all is worked out
    looked_at: list[Known] = []
    monkeypatch.setattr(Known, "__getattribute__", lambda known, name: noted(looked_at, known, name))
    assert names.kinds_called("tom") == {EntryKind.KEYWORD}
    assert names.find_exact(EntryKind.PERSON, "tom cruise") == [CRUISE]
    assert len({id(one) for one in looked_at}) == 2


def noted(looked_at: list[Known], known: Known, name: str) -> object:
    """Return a field of ``known``, taking note that somebody looked at it."""
    looked_at.append(known)
    return object.__getattribute__(known, name)
