"""A query means the same to the index as in plain Python, whatever the query and the archive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalog.vocabulary import Vocabulary
from core.model.clip import Clip, Role, Status
from core.model.vocabulary import Entry, EntryKind
from core.ports.index import Order
from core.search.fold import fold, tokens
from core.search.matching import matches
from core.search.parser import parse
from core.search.periods import seconds
from core.search.resolve import resolve
from core.search.tree import (
    Among,
    And,
    Dated,
    Embargoed,
    Has,
    HasStatus,
    LookedAt,
    Measure,
    Named,
    Node,
    Not,
    Number,
    Or,
    Period,
    Text,
    TextField,
    Trait,
    rewritten,
)
from core.storage.sqlite_index import SqliteIndex, open_index
from tests.support.archives import EPOCH, FIRST_NAMES, PLACES, WORDS, make_clips, make_entries

TODAY = date(2026, 11, 23)
SEEDS = (1, 2)


class Made:
    """One random archive, in an index and beside it."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.entries: list[Entry] = make_entries(40, seed)
        self.clips: list[Clip] = list(make_clips(120, self.entries, seed))
        self.vocabulary = Vocabulary(self.entries)
        self.index: SqliteIndex = open_index(folder / f"{seed}.db")
        self.index.rebuild(1, self.clips, self.entries)
        self.shares = {clip.id: number % 5 * 25 for number, clip in enumerate(self.clips)}
        self.index.look_anew(self.shares, 1)

    def answers(self, node: Node, clip: Clip) -> bool:
        """Whether ``clip`` answers ``node`` in plain Python, which is told how much of it was looked at."""

        def leaf(part: Node) -> Node:
            if not isinstance(part, LookedAt):
                return part
            low, high = part.low or 0, 100 if part.high is None else part.high
            return Among(frozenset([clip.id] if low <= self.shares[clip.id] <= high else []))

        return matches(rewritten(node, leaf), clip)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Made]]:
    folder = tmp_path_factory.mktemp("archives")
    made = {seed: Made(seed, folder) for seed in SEEDS}
    yield made
    for archive in made.values():
        archive.index.close()


def some(values: st.SearchStrategy[object] | type) -> st.SearchStrategy[tuple[object, ...]]:
    """One to three different members."""
    strategy = st.sampled_from(values) if isinstance(values, type) else values
    return st.lists(strategy, min_size=1, max_size=3, unique=True).map(tuple)


ODD_WORDS = ("a", "t", "tr", "mov", "2020", "iph", "iphone", "insta", "instagram", "hev", "foot", "footage")
EMBARGO_ENDS = (date(2024, 12, 31), date(2027, 1, 31), date(2030, 5, 31))
words = st.sampled_from(
    [*WORDS[:12], *(piece for name in (*FIRST_NAMES, *PLACES) for piece in tokens(name)), *ODD_WORDS]
)
phrases = st.lists(words, min_size=1, max_size=3).map(tuple)
moments = st.integers(seconds(EPOCH), seconds(EPOCH) + 13 * 365 * 86_400)
amounts = st.sampled_from([0, 1, 3, 5, 1080, 1920, 2398, 2500, 60_000, 300_000, 2_000_000_000, 1 << 62])
leaves: st.SearchStrategy[Node] = st.one_of(
    st.builds(Text, phrases, some(TextField), st.booleans()),
    st.builds(Text, phrases, prefix=st.booleans()),
    st.builds(Text, st.sampled_from(ODD_WORDS).map(lambda word: (word,)), some(TextField), st.booleans()),
    st.builds(
        Named, st.none() | st.sampled_from(EntryKind), phrases, st.booleans(), st.just(()) | some(Role), some(Status)
    ),
    st.builds(HasStatus, some(Status)),
    st.builds(Period, st.sampled_from(Dated), st.none() | moments, st.none() | moments),
    st.builds(Number, st.sampled_from(Measure), st.none() | amounts, st.none() | amounts),
    st.builds(LookedAt, st.none() | st.integers(0, 100), st.none() | st.integers(0, 100)),
    st.builds(Has, st.sampled_from(Trait)),
    st.builds(Embargoed, st.sampled_from(EMBARGO_ENDS) | st.dates(date(2023, 1, 1), date(2031, 1, 1))),
)
nodes: st.SearchStrategy[Node] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=6,
)
PIECES = """
    person: location: -person: (( ) ( OR AND NOT - " , .. < >= = : * tom cruise norw "tom cruise" status:refuted status:
    missing:person has: is:embargoed is:untagged shot:2020..2021 shot:2019 after:2018-06 before: added:2w duration:<2m
    duration:1m.. width:>=1920 rating:3 size:..1GB fps:23.98 codec:hevc train "train roof" tag:tom location:oslo,norway
    shotin:oslo source:instagram Mission: persn:tom
    is:unseen looked:part looked:>=50% -looked:all looked:none looked:25..75 looked: looked:x
"""
pieces = st.sampled_from(PIECES.split())
queries = st.lists(pieces, max_size=8).map(" ".join) | st.lists(pieces, max_size=8).map("".join)


def expected(archive: Made, node: Node) -> list[str]:
    """What plain Python finds, newest first."""
    return sorted((clip.id for clip in archive.clips if archive.answers(node, clip)), reverse=True)


@settings(deadline=None, max_examples=300)
@given(seed=st.sampled_from(SEEDS), node=nodes)
def test_the_index_finds_what_plain_python_finds(archives: dict[int, Made], seed: int, node: Node) -> None:
    archive = archives[seed]
    resolved = resolve(node, archive.vocabulary)
    assert list(archive.index.clip_ids(archive.index.find(resolved))) == expected(archive, resolved)


@settings(deadline=None, max_examples=300)
@given(seed=st.sampled_from(SEEDS), text=queries, order=st.sampled_from(Order))
def test_what_was_typed_finds_the_same_in_every_order(
    archives: dict[int, Made], seed: int, text: str, order: Order
) -> None:
    archive = archives[seed]
    resolved = resolve(parse(text, TODAY).node, archive.vocabulary)
    found = archive.index.find(resolved, order)
    assert sorted(archive.index.clip_ids(found), reverse=True) == expected(archive, resolved)


@settings(deadline=None, max_examples=100)
@given(seed=st.sampled_from(SEEDS), text=queries)
def test_a_count_is_what_narrowing_to_the_entry_finds(archives: dict[int, Made], seed: int, text: str) -> None:
    archive = archives[seed]
    resolved = resolve(parse(text, TODAY).node, archive.vocabulary)
    found = [clip for clip in archive.clips if archive.answers(resolved, clip)]
    carried = {entry.id: archive.vocabulary.ids_below(entry.id) for entry in archive.vocabulary.all()}
    counts = {
        entry: sum(any(tag.entry in below and tag.status is not Status.REFUTED for tag in clip.tags) for clip in found)
        for entry, below in carried.items()
    }
    assert archive.index.counts(resolved) == {entry: count for entry, count in counts.items() if count}


@given(text=st.text() | queries)
def test_any_text_is_read_and_errors_lie_within_it(text: str) -> None:
    query = parse(text, TODAY)
    for error in query.errors:
        assert 0 <= error.start < error.end <= len(text)
        assert error.message


@given(text=queries)
def test_a_correction_that_is_taken_removes_its_error(text: str) -> None:
    for error in parse(text, TODAY).errors:
        if error.suggestion:
            corrected = parse(text[: error.start] + error.suggestion + text[error.end :], TODAY)
            assert (error.start, error.message) not in [(left.start, left.message) for left in corrected.errors]


@given(text=st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert tokens(" ".join(tokens(text))) == tokens(text)
