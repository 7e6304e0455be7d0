"""What a search asks for is looked up in the order that takes the least work."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from core.model.clip import Clip
from core.model.media import DateShot, Precision
from core.model.vocabulary import EntryKind
from core.search.tree import And, Dated, Period, Tagged
from core.storage.postings.segment import Segment
from core.storage.sqlite_index import open_index
from tests.support.model import a_clip, a_tag, an_entry

CRUISE, NORWAY = an_entry(EntryKind.PERSON, "Tom Cruise"), an_entry(EntryKind.LOCATION, "Norway")
EVER = Period(Dated.SHOT, 0, 1 << 40)
DAY = DateShot(value="2018-07-01", precision=Precision.DAY, said_by="archivist")
CLIPS = 800


def clip(number: int, *, with_cruise: bool) -> Clip:
    in_norway = 140 <= number < 300
    tags = tuple(a_tag(entry) for entry, has in ((CRUISE, with_cruise), (NORWAY, in_norway)) if has)
    return a_clip(f"{number}.mov", tags=tags, date_shot=DAY if number % 2 else None)


@pytest.mark.parametrize(
    ("with_cruise", "asked", "found"),
    [(range(150), [10, 5], 5), (range(138, 143), [5, 2], 1)],
    ids=["what two tags leave is asked for its date", "few rows are asked for their date first"],
)
def test_rows_are_asked_for_a_date_where_that_is_least_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_cruise: range, asked: list[int], found: int
) -> None:
    rows: list[int] = []

    def within(segment: Segment, column: str, low: int | None, high: int | None, at: object) -> object:
        rows.append(len(at))  # type: ignore[arg-type]
        return told(segment, column, low, high, at)  # type: ignore[arg-type]

    told = Segment.within
    with closing(open_index(tmp_path / "index.db")) as index:
        index.rebuild(1, [clip(number, with_cruise=number in with_cruise) for number in range(CLIPS)], (CRUISE, NORWAY))
        monkeypatch.setattr(Segment, "within", within)
        tags = (Tagged(frozenset([entry.id])) for entry in (CRUISE, NORWAY))
        assert len(index.find(And((*tags, EVER)))) == found
    assert rows == asked
