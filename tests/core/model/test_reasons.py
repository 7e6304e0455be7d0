"""Reasons are kept in English and shown in the language of the window."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from core.model import reasons
from core.model.reasons import retold, said
from core.model.sniff import MediaFamily
from core.words import speak
from tests.support.source import called_name, program

GERMAN = {
    reasons.EMPTY: "{name} ist leer.",
    reasons.ENDS_EARLY: "Endet nach {seconds} s.",
    reasons.LEFT_OUT: "{lost} von {all} Bildern sind beschädigt.",
    reasons.KEY_FRAMES_ONLY: "Nur Keyframes. {reason}",
    reasons.HUGE: "{name} behauptet {width} x {height}.",
    reasons.NO_PICTURES: "{name} ({family}) enthält keine Bilder.",
    "QuickTime or MP4": "QuickTime oder MP4",
}


@pytest.fixture
def german() -> Iterator[None]:
    speak(lambda source, _comment, _count: GERMAN.get(source, ""), ".", ",")
    yield
    speak()


def test_what_is_kept_is_english(german: None) -> None:
    assert said(reasons.EMPTY, name="a.mov") == "a.mov is empty (0 bytes); copy it again from where it came from."


def test_what_is_kept_is_shown_in_the_language_of_the_window(german: None) -> None:
    assert retold(said(reasons.EMPTY, name="a.mov")) == "a.mov ist leer."


def test_numbers_are_written_as_the_language_does_and_names_are_left_alone(german: None) -> None:
    assert retold(said(reasons.ENDS_EARLY, seconds="1,203.4")) == "Endet nach 1.203,4 s."
    assert retold(said(reasons.LEFT_OUT, lost="1,234", all="20,000")) == "1.234 von 20.000 Bildern sind beschädigt."
    assert retold(said(reasons.EMPTY, name="12.5")) == "12.5 ist leer."
    assert retold(said(reasons.HUGE, name="a", width=60_000, height=60_000)) == "a behauptet 60000 x 60000."


def test_a_kind_of_file_is_called_as_the_language_does(german: None) -> None:
    kept = said(reasons.NO_PICTURES, name="a.mov", family=MediaFamily.MOV.value)
    assert kept == "a.mov (QuickTime or MP4) has no pictures in it."
    assert retold(kept) == "a.mov (QuickTime oder MP4) enthält keine Bilder."


def test_a_reason_inside_a_reason_is_shown_so_too(german: None) -> None:
    kept = said(reasons.KEY_FRAMES_ONLY, reason=said(reasons.EMPTY, name="a {b}.mov"))
    assert retold(kept) == "Nur Keyframes. a {b}.mov ist leer."


def test_any_other_sentence_stays_as_it_is(german: None) -> None:
    for sentence in ("", "The disk is full.", "a.mov starts like an AVI file, but what follows is damaged."):
        assert retold(sentence) == sentence


def test_what_reads_media_says_nothing_that_is_no_reason() -> None:
    raised = [
        (source.at(call), call.args[0])
        for source in program()
        if source.place.startswith("core/media/")
        for call in ast.walk(source.tree)
        if isinstance(call, ast.Call) and called_name(call) == "FileProblem"
    ]
    assert len(raised) > 10
    assert not [place for place, words in raised if isinstance(words, ast.Constant | ast.JoinedStr | ast.BinOp)]


def test_every_reason_is_known_again_with_odd_names() -> None:
    for name in ("a.mov", "is a still; only clips have shots..mov", "two\nlines.mov", "The picture in {name}.jpg"):
        for reason in (reasons.EMPTY, reasons.A_STILL, reasons.DAMAGED_STILL, reasons.CUT_OFF):
            kept = said(reason, name=name)
            assert retold(kept) == kept
