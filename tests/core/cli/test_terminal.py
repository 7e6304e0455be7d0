"""What verbs say: never an error because of a letter, nothing that moves the cursor."""

from __future__ import annotations

import io
import json

import pytest

from core.cli.opening import explained
from core.cli.terminal import Terminal, columns_of, one_line
from core.search.parser import QueryError


class Screen(io.StringIO):
    """A terminal somebody is looking at."""

    def isatty(self) -> bool:
        return True


def a_terminal(encoding: str) -> tuple[Terminal, io.BytesIO]:
    data = io.BytesIO()
    return Terminal(io.TextIOWrapper(data, encoding=encoding, write_through=True), io.StringIO()), data


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1", "cp1252"])
def test_any_name_can_be_said_on_any_terminal(encoding: str) -> None:
    terminal, data = a_terminal(encoding)
    terminal.say("Łódź 🚂 \udcff")
    assert data.getvalue().endswith(b"\n")


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_json_is_the_same_on_every_terminal(encoding: str) -> None:
    terminal, data = a_terminal(encoding)
    terminal.show({"name": "Łódź 🚂"})
    assert json.loads(data.getvalue().decode(encoding)) == {"name": "Łódź 🚂"}


def test_progress_is_for_somebody_who_watches() -> None:
    screen, pipe = Screen(), io.StringIO()
    Terminal(io.StringIO(), screen).pass_by("1 of 2")
    Terminal(io.StringIO(), pipe).pass_by("1 of 2")
    assert screen.getvalue() == "\r1 of 2\x1b[K"
    assert pipe.getvalue() == ""


def test_an_error_does_not_stand_in_the_line_of_progress() -> None:
    screen = Screen()
    terminal = Terminal(io.StringIO(), screen)
    terminal.pass_by("a" * 300)
    terminal.tell("The disk is full.")
    progress, error, rest = screen.getvalue().split("\n")
    assert len(progress) < 120
    assert (error, rest) == ("The disk is full.", "")


def test_columns_are_those_of_a_terminal() -> None:
    assert columns_of("abc") == 3
    assert columns_of("映画") == 4
    assert columns_of("e\u0301") == 1
    assert one_line("a\nb\tc\x1b[31m") == "a b c [31m"


def test_the_mark_stands_under_the_very_characters() -> None:
    query = "映画 persn:tom"
    error = QueryError(start=3, end=8, message="There is no field “persn”.", suggestion="person")
    assert explained(query, error) == (
        "  映画 persn:tom\n       ^^^^^\nThere is no field “persn”. Did you mean person?"
    )


def test_an_error_at_the_end_has_a_mark_too() -> None:
    error = QueryError(start=5, end=5, message="Something is missing.", suggestion=None)
    assert explained("tom (", error).splitlines()[1] == "       ^"
