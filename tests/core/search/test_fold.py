from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search import fold as folding
from core.search.fold import contains, fold, spaced, tokens, tokens_of_all


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Iñárritu", "inarritu"),
        ("Łódź", "LODZ"),
        ("O’Brien", "obrien"),
        ("O'Brien", "OBrien"),
        ("Tromsø", "tromso"),
        ("Ærø", "aero"),
        ("Þingvellir", "thingvellir"),
        ("Đorđe", "dorde"),
        ("İzmir", "izmir"),
        ("Straße", "strasse"),
        ("ﬁnal", "final"),
        ("Å (decomposed A\u030a)", "a (decomposed a)"),
    ],
)
def test_case_accents_and_apostrophes_do_not_count(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


def test_words_are_what_stands_between_signs_and_underscores() -> None:
    assert tokens("A001_train-roof (take 2).MOV") == ("a001", "train", "roof", "take", "2", "mov")


def test_ideographs_are_words_of_their_own_and_marks_stay_with_their_letter() -> None:
    assert tokens("映画 night") == ("映", "画", "night")
    assert len(tokens("हिन्दी")) == 1


@given(st.lists(st.text(max_size=12)))
def test_many_texts_have_the_words_that_each_has(texts: list[str]) -> None:
    assert tokens_of_all(texts) == [tokens(text) for text in texts]


def test_text_with_broken_characters_still_has_its_words() -> None:
    assert tokens("clip\udcff\x00 \ue000name") == ("clip", "name")


def test_spaced_words_are_the_same_words_however_many_were_seen_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "_MOST_PIECES", 2)
    text = "Łódź — (映画) the  O’Brien’s take, “Ærø” night " * 3
    assert spaced(text) == "lodz 映 画 the obriens take aero night " * 2 + "lodz 映 画 the obriens take aero night"
    assert tokens(text) == tuple(spaced(text).split(" "))
    assert (spaced("—"), spaced(" ... "), tokens("—")) == ("", "", ())


def test_words_are_contained_only_unbroken_and_in_order() -> None:
    name = ("the", "train", "roof", "scene")
    assert contains(name, ("train", "roof"), prefix=False)
    assert contains(name, ("train", "ro"), prefix=True)
    assert not contains(name, ("train", "ro"), prefix=False)
    assert not contains(name, ("roof", "train"), prefix=True)
    assert not contains(name, ("the", "roof"), prefix=True)
    assert not contains(("scene",), ("scene", "two"), prefix=True)
