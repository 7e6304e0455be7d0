"""What every keeper of what was looked at promises, and what the one on disk does besides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from core.app import Archive, create_archive, open_archive, restore_archive
from core.catalog.edits import AddClips
from core.catalog.looking import Looking
from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.looked import NOT_LOOKED_AT, Looked, wholly
from core.model.media import MediaFacts, MediaKind
from core.model.time import Span
from core.ports.looked import LookedBook
from core.storage.looked import LOOKED, SqliteLooked
from tests.support.fake_index import MemoryIndex
from tests.support.fake_looked import MemoryLooked
from tests.support.model import a_clip

A, B = ClipId("a"), ClipId("b")
PART = Looked((Span(Fraction(0), Fraction(1001, 30000)), Span(Fraction(5, 2), Fraction(3))), 6)
LENGTH = Fraction(10)


@pytest.fixture(params=["disk", "memory"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LookedBook]:
    made: LookedBook = SqliteLooked(tmp_path / LOOKED) if request.param == "disk" else MemoryLooked()
    with closing(made):
        yield made


def test_what_is_put_is_had_again_to_the_fraction(book: LookedBook) -> None:
    assert (book.of(A), book.shares(), book.count) == (NOT_LOOKED_AT, {}, 0)
    assert book.put({A: PART, B: wholly(LENGTH)}) == book.count == 1
    assert (book.of(A), book.of(B)) == (PART, wholly(LENGTH))
    assert book.shares() == {A: 6, B: 100}


def test_what_counts_as_not_looked_at_is_forgotten(book: LookedBook) -> None:
    book.put({A: PART})
    assert book.put({A: NOT_LOOKED_AT, B: PART}) == 2
    assert book.shares() == {B: 6}


def test_it_outlives_its_reader(tmp_path: Path) -> None:
    with closing(SqliteLooked(tmp_path / LOOKED)) as book:
        book.put({A: PART})
    with closing(SqliteLooked(tmp_path / LOOKED, read_only=True)) as book:
        assert (book.of(A), book.count) == (PART, 1)


def test_a_damaged_file_is_set_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / LOOKED).write_bytes(b"nothing that SQLite wrote" * 400)
    with closing(SqliteLooked(tmp_path / LOOKED)) as book:
        assert book.shares() == {}
        book.put({A: PART})
    assert (tmp_path / f"{LOOKED}.damaged").is_file()
    assert "set aside" in caplog.text
    caplog.clear()


# with an index ----------------------------------------------------------------------------------------------------
def clips(count: int = 3) -> tuple[Clip, ...]:
    return tuple(a_clip(f"{number}.mp4", facts=MediaFacts(duration=LENGTH)) for number in range(count))


def names(archive: Archive, query: str) -> list[str]:
    found = archive.search(query)
    assert not found.query.errors
    return sorted(archive.clip(clip).name for clip in archive.index.clip_ids(found.rows))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with create_archive(tmp_path / "a.slatebook") as made:
        made.catalog.apply(AddClips((*clips(), a_clip("still.jpg", kind=MediaKind.STILL))))
        yield made


def test_looking_is_found_and_is_no_step_of_history(archive: Archive) -> None:
    some = [archive.clip(clip) for clip in archive.index.clip_ids(archive.search("is:clip").rows)]
    before = archive.history.seq
    archive.looking.look(some[0], [Span(Fraction(0), Fraction(3))])
    archive.looking.look(some[0], [Span(Fraction(2), Fraction(4))])
    assert list(archive.looking.mark([some[1].id], looked=True)) == [some[1].id]

    assert archive.looking.of(some[0].id).share == 40
    assert names(archive, "is:unseen") == names(archive, "looked:none") == [some[2].name]
    assert names(archive, "looked:part") == names(archive, "looked:1..99%") == [some[0].name]
    assert names(archive, "looked:all") == [some[1].name]
    assert names(archive, "looked:<50%") == sorted([some[0].name, some[2].name])
    assert names(archive, "-looked:all is:clip") == sorted([some[0].name, some[2].name])
    assert archive.history.seq == before


def test_facets_say_how_many_are_not_looked_at_yet(archive: Archive) -> None:
    some = [archive.clip(clip) for clip in archive.index.clip_ids(archive.search("is:clip").rows)]
    archive.looking.mark([some[0].id], looked=True)
    facets = archive.facets("")
    assert facets is not None
    told = [(value.text, value.count) for value in facets.values if value.facet == "looked at"]
    assert told == [("none", 2), ("all", 1)]
    archive.looking.mark([some[0].id], looked=False)
    assert names(archive, "is:unseen") == sorted(clip.name for clip in some)


def test_an_index_made_anew_and_a_restored_archive_know_it_again(archive: Archive, tmp_path: Path) -> None:
    some = [archive.clip(clip) for clip in archive.index.clip_ids(archive.search("is:clip").rows)]
    archive.looking.mark([clip.id for clip in some[:2]], looked=True)
    assert archive.snapshot() is not None
    archive.close()
    for path in archive.folder.glob("index*"):
        path.unlink()

    with open_archive(archive.folder) as again:
        assert names(again, "looked:all") == sorted(clip.name for clip in some[:2])
    restore_archive(archive.folder, "newest", tmp_path / "b.slatebook", lambda _done, _all: None)
    with open_archive(tmp_path / "b.slatebook") as restored:
        assert names(restored, "looked:all") == sorted(clip.name for clip in some[:2])


def test_noting_costs_one_write_and_only_where_it_is_new() -> None:
    book, index, clip = MemoryLooked(), MemoryIndex(), clips(1)[0]
    index.apply(1, {clip.id: clip}, {})
    looking = Looking(book, index)
    looking.look(clip, [Span(Fraction(0), Fraction(5))])
    looking.look(clip, [Span(Fraction(1), Fraction(3))])
    assert (book.count, index.looked, index.seq) == (1, 1, 1)
