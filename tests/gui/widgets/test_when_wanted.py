"""Parts that are made when somebody wants them."""

from __future__ import annotations

from collections.abc import Callable, Generator

import pytest

from gui.widgets import PieceByPiece, WhenWanted


def test_a_part_is_made_once_and_only_when_it_is_wanted() -> None:
    made: list[list[str]] = []

    def make() -> list[str]:
        made.append([])
        return made[-1]

    part = WhenWanted(make)
    assert part.made is None
    assert part.get() is part.get() is part.made
    assert len(made) == 1


def test_who_has_to_do_with_a_part_hears_of_it_once_when_it_is_made_or_at_once() -> None:
    part = WhenWanted(lambda: ["made"])
    part.then(lambda made: made.append("before"))
    part.then(lambda _: part.get().append("again"))
    assert part.made is None
    assert part.get() == ["made", "before", "again"]
    part.then(lambda made: made.append("after"))
    assert part.get() == ["made", "before", "again", "after"]


def in_three() -> Generator[None, None, list[str]]:
    made = ["one"]
    yield
    made.append("two")
    yield
    made.append("three")
    return made


def test_a_part_is_made_ahead_a_piece_at_a_time() -> None:
    part, heard = PieceByPiece(in_three), list[str]()
    part.then(heard.extend)
    assert [part.go_on(), part.go_on()] == [True, True]
    assert (part.made, heard) == (None, [])
    assert not part.go_on()
    assert part.made == part.get() == heard == ["one", "two", "three"]
    assert not part.go_on()


def test_who_wants_a_part_half_made_gets_it_whole() -> None:
    part, heard = PieceByPiece(in_three), list[str]()
    part.then(heard.extend)
    part.go_on()
    assert part.get() == heard == ["one", "two", "three"]
    assert part.get() is part.made
    assert not part.go_on()


@pytest.mark.parametrize("wanted", [PieceByPiece.go_on, PieceByPiece.get])
def test_a_part_that_failed_is_made_anew_for_who_asks_next(wanted: Callable[[PieceByPiece[str]], object]) -> None:
    failures = [ValueError("once")]

    def make() -> Generator[None, None, str]:
        yield
        if failures:
            raise failures.pop()
        return "whole"

    part = PieceByPiece(make)
    assert part.go_on()
    with pytest.raises(ValueError, match="once"):
        wanted(part)
    assert part.made is None
    assert part.get() == "whole"
