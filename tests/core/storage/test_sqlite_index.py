from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from core.errors import InternalError, SystemProblem
from core.model.clip import Clip, Role, Status
from core.model.ids import ClipId, EntryId, TagId
from core.model.media import DateShot, MediaFacts, MediaFile, MediaKind, Precision
from core.model.vocabulary import Entry, EntryKind
from core.ports.index import Chip, Order
from core.search.parser import DEEPEST, LONGEST, parse
from core.search.resolve import resolve
from core.search.tree import EVERYTHING, Node, Or, Tagged, Text
from core.storage.sqlite_index import SqliteIndex, open_index
from tests.support.archives import make_clips, make_entries
from tests.support.model import a_clip, a_tag, an_entry

CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
OSLO = an_entry(EntryKind.LOCATION, "Oslo", parent=NORWAY.id)
GRUNERLOKKA = an_entry(EntryKind.LOCATION, "Grünerløkka", parent=OSLO.id)
ENTRIES = (CRUISE, NORWAY, OSLO, GRUNERLOKKA)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "index.db"


@pytest.fixture
def index(path: Path) -> Iterator[SqliteIndex]:
    with closing(open_index(path)) as opened:
        yield opened


def tagged(*entries: Entry, status: Status = Status.CONFIRMED, **fields: object) -> Clip:
    tags = (replace(a_tag(entry, status=status), id=TagId(f"t{number}")) for number, entry in enumerate(entries))
    return a_clip(**fields, tags=tuple(tags))  # type: ignore[arg-type]


def put(index: SqliteIndex, *clips: Clip, seq: int = 1, entries: tuple[Entry, ...] = ENTRIES) -> None:
    index.apply(seq, {clip.id: clip for clip in clips}, {entry.id: entry for entry in entries})


def found(index: SqliteIndex, node: Node = EVERYTHING, order: Order = Order.ADDED) -> list[ClipId]:
    return list(index.clip_ids(index.find(node, order)))


def carrying(entry: Entry) -> Node:
    return Tagged(frozenset([entry.id]))


# what is there --------------------------------------------------------------------------------------------------


def test_a_new_index_is_empty_and_speaks_of_nothing(index: SqliteIndex) -> None:
    assert (index.seq, len(index), list(index.find(EVERYTHING)), index.counts(EVERYTHING)) == (0, 0, [], {})


def test_what_was_applied_is_there_after_opening_again(path: Path) -> None:
    clip = tagged(CRUISE)
    with closing(open_index(path)) as index:
        put(index, clip, seq=7)
    with closing(open_index(path)) as index:
        assert index.seq == 7
        assert found(index, carrying(CRUISE)) == [clip.id]
        assert {entry.id: entry for entry in index.entries()} == {entry.id: entry for entry in ENTRIES}


def test_a_change_replaces_words_tags_and_files(index: SqliteIndex) -> None:
    clip = tagged(CRUISE, name="train")
    put(index, clip)
    other = MediaFile(path="/b.mov", size=2, quick_hash="b")
    put(index, replace(clip, name="boat", tags=(), files=(other,)), seq=2)
    assert found(index, Text(("train",))) == found(index, carrying(CRUISE)) == []
    assert found(index, Text(("boat",))) == [clip.id]
    assert index.known_at(clip.file.path) is None
    assert index.known_at("/b.mov") is not None


def test_what_was_found_before_a_change_is_found_anew_after_it(index: SqliteIndex) -> None:
    clip, other = tagged(CRUISE, name="train"), a_clip("boat")
    put(index, clip, other)
    asked = (Text(("train",)), carrying(CRUISE), EVERYTHING)
    assert [len(index.find(node)) for node in asked] == [1, 1, 2]
    put(index, replace(other, name="train", tags=clip.tags), a_clip(), seq=2)
    assert [len(index.find(node)) for node in asked] == [2, 2, 3]
    assert index.counts(EVERYTHING) == {CRUISE.id: 2}


def test_a_removed_clip_is_gone_and_comes_back_under_its_row(index: SqliteIndex) -> None:
    first, second = tagged(CRUISE), tagged(NORWAY)
    put(index, first, second)
    row = index.rows([first.id])[first.id]
    index.apply(2, {first.id: None}, {})
    assert found(index) == [second.id]
    assert index.rows([first.id]) == {}
    assert not index.cards([row])
    assert not index.clip_ids([row])
    assert index.counts(EVERYTHING) == {NORWAY.id: 1}
    put(index, first, seq=3)
    assert index.rows([first.id]) == {first.id: row}


def test_the_row_of_a_clip_that_is_gone_is_not_given_to_another(index: SqliteIndex) -> None:
    gone, fresh = a_clip(), a_clip()
    put(index, gone)
    row = index.rows([gone.id])[gone.id]
    index.apply(2, {gone.id: None}, {})
    put(index, fresh, seq=3)
    assert index.rows([fresh.id])[fresh.id] != row


def test_rows_outlive_a_rebuild(index: SqliteIndex) -> None:
    clips = [tagged(CRUISE) for _ in range(5)]
    put(index, *clips)
    rows = index.rows([clip.id for clip in clips])
    index.rebuild(9, reversed(clips), ENTRIES)
    assert index.rows([clip.id for clip in clips]) == rows
    assert index.seq == 9


def test_a_failed_change_changes_nothing(index: SqliteIndex) -> None:
    clip = tagged(CRUISE)
    put(index, clip)

    def clips() -> Iterator[Clip]:
        yield a_clip()
        raise SystemProblem("the drive is gone")

    with pytest.raises(SystemProblem, match="gone"):
        index.rebuild(2, clips(), ())
    assert index.seq == 1
    assert found(index) == [clip.id]


# order ----------------------------------------------------------------------------------------------------------


def test_clips_come_newest_first_in_whatever_order_they_were_put(index: SqliteIndex) -> None:
    clips = [a_clip() for _ in range(4)]
    newest_first = [clip.id for clip in reversed(clips)]
    put(index, *clips[2:])
    assert found(index) == newest_first[:2]
    put(index, *clips[:2], seq=2)
    assert found(index) == newest_first


def test_orders_put_what_is_not_known_last(index: SqliteIndex) -> None:
    def clip(name: str, year: str, seconds: int | None, rating: int) -> Clip:
        return a_clip(
            name,
            date_shot=DateShot(value=year, precision=Precision.YEAR) if year else None,
            facts=MediaFacts(duration=None if seconds is None else Fraction(seconds)),
            rating=rating,
        )

    a, b, c = clip("Åse 10", "2020", None, 0), clip("ase 2", "2021", 5, 3), clip("Base", "", 60, 3)
    put(index, a, b, c)
    assert found(index, order=Order.ADDED) == [c.id, b.id, a.id]
    assert found(index, order=Order.SHOT) == [b.id, a.id, c.id]
    assert found(index, order=Order.NAME) == [b.id, a.id, c.id]
    assert found(index, order=Order.DURATION) == [c.id, b.id, a.id]
    assert found(index, order=Order.RATING) == [c.id, b.id, a.id]


# counts ---------------------------------------------------------------------------------------------------------


def test_counts_are_of_clips_and_include_what_lies_within(index: SqliteIndex) -> None:
    shown_and_shot = (a_tag(OSLO), a_tag(OSLO, role=Role.LOCATION_SHOT))
    put(index, a_clip(tags=shown_and_shot), tagged(GRUNERLOKKA, NORWAY), tagged(CRUISE))
    assert index.counts(EVERYTHING) == {CRUISE.id: 1, NORWAY.id: 2, OSLO.id: 2, GRUNERLOKKA.id: 1}
    assert index.counts(carrying(GRUNERLOKKA)) == {NORWAY.id: 1, OSLO.id: 1, GRUNERLOKKA.id: 1}


def test_refuted_tags_neither_count_nor_show(index: SqliteIndex) -> None:
    clip = tagged(CRUISE, status=Status.REFUTED)
    put(index, clip)
    assert index.counts(EVERYTHING) == {}
    assert index.cards(index.find(EVERYTHING))[0].chips == ()
    assert index.clips_with(CRUISE.id) == [clip.id]


def test_moving_a_location_moves_its_counts(index: SqliteIndex) -> None:
    put(index, tagged(GRUNERLOKKA))
    put(index, seq=2, entries=(replace(OSLO, parent=None),))
    assert index.counts(EVERYTHING) == {OSLO.id: 1, GRUNERLOKKA.id: 1}
    put(index, seq=3, entries=(OSLO,))
    assert index.counts(EVERYTHING) == {NORWAY.id: 1, OSLO.id: 1, GRUNERLOKKA.id: 1}


def test_a_merged_entry_counts_for_the_other_and_not_for_itself(index: SqliteIndex) -> None:
    put(index, tagged(GRUNERLOKKA), tagged(OSLO, GRUNERLOKKA))
    put(index, seq=2, entries=(replace(GRUNERLOKKA, redirect=OSLO.id),))
    assert index.counts(EVERYTHING) == {NORWAY.id: 2, OSLO.id: 2}
    put(index, seq=3, entries=(GRUNERLOKKA,))
    assert index.counts(EVERYTHING) == {NORWAY.id: 2, OSLO.id: 2, GRUNERLOKKA.id: 2}


def test_parents_in_a_circle_are_counted_once(index: SqliteIndex) -> None:
    put(index, tagged(OSLO), entries=(replace(NORWAY, parent=OSLO.id), OSLO))
    assert index.counts(EVERYTHING) == {NORWAY.id: 1, OSLO.id: 1}


def test_a_location_may_come_before_the_one_it_lies_in(index: SqliteIndex) -> None:
    put(index, tagged(OSLO), entries=(OSLO,))
    put(index, seq=2, entries=(NORWAY,))
    assert index.counts(EVERYTHING) == {NORWAY.id: 1, OSLO.id: 1}


def test_a_tag_may_come_before_its_entry(index: SqliteIndex) -> None:
    clip = tagged(OSLO)
    put(index, clip, entries=())
    assert found(index, carrying(OSLO)) == [clip.id]
    put(index, seq=2)
    assert index.counts(EVERYTHING) == {NORWAY.id: 1, OSLO.id: 1}


# cards and files ------------------------------------------------------------------------------------------------


def test_a_card_holds_what_the_grid_paints_in_the_order_asked_for(index: SqliteIndex) -> None:
    first = tagged(CRUISE, CRUISE, name="one", rating=4, problem="Half of it is missing.")
    second = a_clip("two", kind=MediaKind.STILL, facts=MediaFacts())
    put(index, first, second)
    rows = index.rows([first.id, second.id])
    cards = index.cards([rows[first.id], 999, rows[second.id]])
    assert [card.name for card in cards] == ["one", "two"]
    assert cards[0].row == rows[first.id]
    assert cards[0].duration == Fraction(10)
    assert cards[0].chips == (Chip(CRUISE.id, Role.PERSON_SHOWN, Status.CONFIRMED),)
    assert (cards[0].rating, cards[0].problem) == (4, "Half of it is missing.")
    assert (cards[1].kind, cards[1].duration) == (MediaKind.STILL, None)


def test_files_are_known_by_path_and_by_what_they_hold(index: SqliteIndex) -> None:
    file = MediaFile(path="/a/b.mov", size=12, mtime_ns=5, quick_hash="abc")
    copy = replace(file, path="/copy/b.mov")
    clip, unreadable = a_clip(files=(file, copy)), a_clip(kind=MediaKind.UNREADABLE)
    put(index, clip, unreadable)
    known = index.known_at("/a/b.mov")
    assert known is not None
    assert (known.clip, known.path, known.size, known.mtime_ns, known.quick_hash, known.readable) == (
        clip.id, "/a/b.mov", 12, 5, "abc", True,
    )  # fmt: skip
    assert [alike.path for alike in index.known_alike(12, "abc")] == ["/a/b.mov", "/copy/b.mov"]
    assert index.known_alike(13, "abc") == []
    assert index.known_at("/elsewhere") is None
    assert [alike.readable for alike in index.known_alike(unreadable.file.size, unreadable.file.quick_hash)] == [False]


# threads and damage ---------------------------------------------------------------------------------------------


def test_threads_read_whole_changes_while_another_writes(index: SqliteIndex) -> None:
    either = Or((Text(("left",)), Text(("right",))))
    odd: list[int] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            odd.extend(count for count in [len(index.find(either))] if count % 2)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for seq in range(1, 120, 2):
        pair = (a_clip("left"), a_clip("right"))
        put(index, *pair, seq=seq, entries=())
        index.apply(seq + 1, dict.fromkeys((clip.id for clip in pair), None), {})
    done.set()
    for thread in threads:
        thread.join()
    assert odd == []


def test_a_closed_index_says_so_and_may_be_closed_again(path: Path) -> None:
    index = open_index(path)
    index.close()
    index.close()
    with pytest.raises(InternalError, match="closed"):
        index.find(EVERYTHING)
    with pytest.raises(InternalError, match="closed"):
        index.apply(1, {}, {})


@pytest.mark.parametrize("content", [b"", b"no database at all" * 99, b"SQLite format 3\0" + b"\xff" * 9000])
def test_what_is_no_index_is_made_anew(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with closing(open_index(path)) as index:
        assert index.seq == 0
        put(index, tagged(CRUISE))
        assert len(index) == 1


def test_an_index_of_another_format_is_made_anew(path: Path) -> None:
    with closing(open_index(path)) as index:
        put(index, a_clip())
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 9999")
    with closing(open_index(path)) as index:
        assert (index.seq, len(index)) == (0, 0)


def test_damage_met_while_reading_is_told_and_mended_by_opening_again(path: Path) -> None:
    with closing(open_index(path)) as index:
        put(index, a_clip(), seq=3)
    with closing(sqlite3.connect(path)) as database:
        (page,) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'file_at'").fetchone()
    with path.open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\xa5" * 4096)
    with closing(open_index(path)) as index:
        assert index.seq == 3
        with pytest.raises(SystemProblem, match="made anew"):
            index.known_at("/a.mov")
    with closing(open_index(path)) as index:
        assert index.seq == 0


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemProblem):
        open_index(tmp_path / "unplugged" / "index.db")


def test_a_reader_writes_nothing_and_sees_what_is_committed(path: Path) -> None:
    clip = a_clip()
    with closing(open_index(path)) as writer, closing(open_index(path, read_only=True)) as reader:
        put(writer, clip)
        assert found(reader) == [clip.id]
        with pytest.raises(InternalError, match="reading only"):
            reader.apply(2, {}, {})


def test_a_reader_without_an_index_gets_an_empty_one_of_its_own(path: Path) -> None:
    path.write_bytes(b"no database at all" * 99)
    with closing(open_index(path, read_only=True)) as index:
        index.rebuild(4, [a_clip()], ())
        assert len(index) == 1
    assert path.read_bytes().startswith(b"no database")
    assert [file.name for file in path.parent.iterdir()] == ["index.db"]


# check ----------------------------------------------------------------------------------------------------------


def test_an_index_that_agrees_with_its_records_has_no_problems(index: SqliteIndex) -> None:
    entries = make_entries(20)
    clips = list(make_clips(30, entries))
    index.rebuild(1, clips, entries)
    index.apply(2, {clips[3].id: None, clips[4].id: replace(clips[4], notes="other")}, {})
    clips[4] = replace(clips[4], notes="other")
    assert list(index.problems(clips[:3] + clips[4:], entries)) == []


def test_every_way_to_disagree_is_told(index: SqliteIndex, path: Path) -> None:
    clip, gone = tagged(CRUISE, name="train", notes="roof"), a_clip("gone")
    put(index, clip, gone)
    missing, stranger = a_clip("missing"), an_entry(EntryKind.PERSON, "Stranger")
    expected = [replace(clip, tags=(), notes="boat", rating=3), missing]
    told = "\n".join(index.problems(expected, [*ENTRIES[1:], replace(CRUISE, label="T. Cruise"), stranger]))
    for sentence in (
        "train has other tags", "train has other card", "train has other facts", "train has other words",
        "missing cannot be found", f"clip {gone.id} is found but was removed", "T. Cruise is told differently",
        "Stranger cannot be found",
    ):  # fmt: skip
        assert sentence in told
    with closing(sqlite3.connect(path)) as database:
        database.execute("DELETE FROM words WHERE rowid = 1")
        database.commit()
    assert any("words of 1 clips" in problem for problem in index.problems([clip, gone], ENTRIES))


def test_a_very_long_query_can_be_asked(index: SqliteIndex) -> None:
    put(index, a_clip("train"))
    deep = "a OR b -(" * DEEPEST + "c" + ")" * DEEPEST
    for text in (" OR ".join(["train"] * LONGEST), " ".join(["train"] * LONGEST), deep):
        query = parse(text, date(2026, 1, 1))
        assert query.errors == ()
        node = _without_names(query.node)
        assert isinstance(len(index.find(node)), int)


def _without_names(node: Node) -> Node:
    class Nobody:
        def ids_named(self, *_: object) -> frozenset[EntryId]:
            return frozenset()

    return resolve(node, Nobody())
