"""What spreadsheets do to cells is told apart from what people do."""

from __future__ import annotations

import pytest

from core.exchange.damage import looks_damaged


@pytest.mark.parametrize(
    ("before", "cell"),
    [
        ("1302669612345678901", "1.30266961234568E+018"),
        ("1302669612345678901", "1.3E+18"),
        ("1302669612345678901", "1302669612345680000"),
        ("1302669612345678901", "1,30266961234568E+18"),
        ("007", "7"),
        ("1E5", "100000"),
        ("$5", "5"),
        ("01:00:00", "01:00:00 AM"),
        ("00:00:06.000", "00:00:06"),
        ("00:00:06.000", "00:06.0"),
        ("13:30:00", "1:30 PM"),
        ("12:00:00", "0.5"),
        ("1/2", "2026-01-02"),
        ("1/2", "2-Jan"),
        ("1/2", "01.02.2026"),
        ("2020-09-06", "06.09.2020"),
        ("2020-09-06", "9/6/20"),
        ("2020-09-06", "44080"),
        ("2020-09", "Sep-20"),
        ("2020-09", "2020-09-01"),
        ("=1+1", "2"),
        ("-5 degrees", "#NAME?"),
        ("notes", "Err:508"),
        ("Åsa Müller", "Ã…sa MÃ¼ller"),
        ("Łódź", "?ód?"),
        ("word " * 100, "word " * 60),
        ("x" * 40_000, "x [cut] […cut here: 40,000 characters, all of them in the archive] and more"),
    ],
)
def test_what_a_spreadsheet_makes_of_a_cell_is_damage(before: str, cell: str) -> None:
    assert looks_damaged(before, cell)


@pytest.mark.parametrize(
    ("before", "cell"),
    [
        ("4", "5"),
        ("007", "008"),
        ("", "7"),
        ("notes", "other notes"),
        ("2020-09", "2021-09"),
        ("2020-09-06", "2020-09-07"),
        ("2020-09-06", "2021-09-06"),
        ("2020-09-06", "2020-06-09"),
        ("01:00:00", "02:00:00"),
        ("Tom Cruise", "Tom Hanks"),
        ("Åsa", "Asa"),
        ("1302669612345678901", "1402669612345678901"),
        ("1302669612345678901", "1302669612345678902"),
        ("a long note", "a long"),
        ("", ""),
        ("=note", "note"),
    ],
)
def test_what_a_person_writes_is_not(before: str, cell: str) -> None:
    assert not looks_damaged(before, cell)
