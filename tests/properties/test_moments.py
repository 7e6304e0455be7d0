"""What holds at a time of a clip, and its moments, are found as plain Python finds them, whatever the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalog.vocabulary import Vocabulary
from core.export.embargo import holding
from core.model.clip import Clip, Role, Status
from core.model.time import Span
from core.model.vocabulary import Entry, EntryKind
from core.search.finding import Finder
from core.search.fold import tokens, words_of
from core.search.matching import holds, matches
from core.search.parser import parse
from core.search.places import apart, overlap
from core.search.resolve import resolve
from core.search.tree import (
    And,
    Embargoed,
    Has,
    HasStatus,
    InMoment,
    Measure,
    Named,
    Near,
    Node,
    Not,
    Number,
    Or,
    Tagged,
    Text,
    TextField,
    Trait,
    anywhere,
)
from core.search.why import why
from core.storage.sqlite_index import SqliteIndex, open_index
from tests.support.archives import FIRST_NAMES, PLACES, WORDS, make_clips, make_entries

TODAY = date(2026, 11, 23)
SEEDS = (1, 2)
RELEASES = ("", "2020", "2026-11", "2026-11-23", "2030", "soon", "2020s")


def odd(clip: Clip, chance: Random) -> Clip:
    """Return ``clip`` with now and then a moment of no length, one that is gone, or times that no 64 bits hold."""
    moments = list(clip.moments)
    for place, moment in enumerate(moments):
        start, end = moment.span.start, moment.span.end
        if chance.random() < 0.2:
            moments[place] = replace(moment, span=Span(start, start))
        elif chance.random() < 0.2:
            moments[place] = replace(moment, span=Span(start + Fraction(1, 3**40), end + Fraction(1, 7**30)))
    if len(moments) > 1 and chance.random() < 0.2:
        del moments[0]
    return replace(clip, moments=tuple(moments))


class Made:
    """One random archive, in an index and beside it."""

    def __init__(self, seed: int, folder: Path) -> None:
        chance = Random(seed)
        self.entries: list[Entry] = [
            replace(entry, released=chance.choice(RELEASES)) if entry.kind is EntryKind.PRODUCTION else entry
            for entry in make_entries(40, seed)
        ]
        self.clips: list[Clip] = [
            odd(replace(clip, access=replace(clip.access, until_release=chance.random() < 0.4)), chance)
            for clip in make_clips(60, self.entries, seed)
        ]
        self.vocabulary = Vocabulary(self.entries)
        self.index: SqliteIndex = open_index(folder / f"{seed}.db")
        self.index.rebuild(1, self.clips, self.entries)
        by_id = {clip.id: clip for clip in self.clips}
        self.finder = Finder(self.index, by_id.get, self.vocabulary)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Made]]:
    folder = tmp_path_factory.mktemp("archives")
    made = {seed: Made(seed, folder) for seed in SEEDS}
    yield made
    for archive in made.values():
        archive.index.close()


NAMES = sorted({word for name in (*FIRST_NAMES, *PLACES) for word in tokens(name)})
TERMS = [
    *("person:to", "location:oslo", "production:golden", "keyword:stunt", "tag:a", "shown:p", "moment:train"),
    *('person:"tom cruise"', "person:tom,zoe", "(person:a OR moment:wire)", "status:disputed", "has:person"),
    *("missing:keyword", "is:untagged", "-person:b", "-moment:harness", "train", '"waves back"', "width:>2000"),
    *("moments:", "with", "within", "5s", "of", "within 5s of", "within 1:00 of", "within 3 seconds of", "OR", "-"),
    *("(", ")", "is:embargoed", "person:", "within x of"),
]
queries = st.lists(st.sampled_from([*TERMS, *NAMES[:8], *WORDS[:8]]), max_size=7).map(" ".join)

statuses = st.lists(st.sampled_from(Status), min_size=1, max_size=5, unique=True).map(tuple)
placed: st.SearchStrategy[Node] = st.recursive(
    st.builds(Named, st.none() | st.sampled_from(EntryKind), st.sampled_from(NAMES).map(lambda name: (name,)),
              st.booleans(), st.just(()) | st.sampled_from(Role).map(lambda role: (role,)), statuses)
    | st.builds(Text, st.sampled_from(WORDS[:20]).map(lambda word: (word,)), st.just((TextField.MOMENTS,))),
    lambda inner: st.builds(Near, inner, inner, st.none() | st.sampled_from([Fraction(0), Fraction(5), Fraction(60)])),
    max_leaves=3,
)  # fmt: skip
leaves = st.one_of(
    placed,
    st.builds(Text, st.sampled_from(WORDS[:20]).map(lambda word: (word,))),
    st.builds(Has, st.sampled_from(Trait)),
    st.builds(HasStatus, statuses),
    st.builds(Number, st.just(Measure.WIDTH), st.just(2000), st.none()),
    st.just(Embargoed(TODAY)),
)
nodes: st.SearchStrategy[Node] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=5,
)


timed = placed | st.builds(InMoment, nodes)


@settings(max_examples=200)
@given(seed=st.sampled_from(SEEDS), node=nodes)
def test_the_index_finds_what_plain_python_finds(archives: dict[int, Made], seed: int, node: Node) -> None:
    archive = archives[seed]
    resolved = resolve(node, archive.vocabulary)
    for asked in (resolved, InMoment(resolved), Not(InMoment(resolved))):
        found = {archive.clips[row - 1].id for row in archive.index.find(asked)}
        assert found == {clip.id for clip in archive.clips if matches(asked, clip)}
    moments = [moment for clip in archive.clips for moment in clip.moments if holds(resolved, clip, moment)]
    assert archive.index.moments(resolved) == len(moments)


@settings(max_examples=200)
@given(seed=st.sampled_from(SEEDS), text=queries)
def test_a_search_finds_what_plain_python_finds_and_counts_what_it_found(
    archives: dict[int, Made], seed: int, text: str
) -> None:
    archive = archives[seed]
    found = archive.finder.search(text.replace("moments:", ""), TODAY)
    expected = sorted((clip for clip in archive.clips if matches(found.node, clip)), key=lambda clip: clip.id)
    assert list(archive.index.clip_ids(found.rows)) == [clip.id for clip in reversed(expected)]
    carried = {entry.id: archive.vocabulary.ids_below(entry.id) for entry in archive.vocabulary.all()}
    counts = {
        entry: sum(any(tag.entry in below and tag.status is not Status.REFUTED for tag in one.tags) for one in expected)
        for entry, below in carried.items()
    }
    assert archive.finder.counts(found) == {entry: count for entry, count in counts.items() if count}


@settings(max_examples=200)
@given(seed=st.sampled_from(SEEDS), text=queries)
def test_moments_are_those_through_which_their_clip_answers(archives: dict[int, Made], seed: int, text: str) -> None:
    archive = archives[seed]
    found = archive.finder.moments(f"moments: {text}", TODAY)
    node = resolve(found.query.node, archive.vocabulary)
    newest_first = sorted(archive.clips, key=lambda clip: clip.id, reverse=True)
    expected = [
        (clip.id, moment.id)
        for clip in newest_first
        for moment in sorted(clip.moments, key=lambda moment: (moment.span.start, moment.id))
        if holds(node, clip, moment)
    ]
    assert [(one.clip.id, one.moment.id) for one in found.moments] == expected
    assert archive.finder.how_many(found) == len(expected)
    clips = archive.index.clip_ids(archive.finder.search(f"moments: {text}", TODAY).rows)
    assert list(clips) == list(dict.fromkeys(clip for clip, _ in expected))


@settings(max_examples=200)
@given(seed=st.sampled_from(SEEDS), node=nodes)
def test_without_times_a_moment_answers_as_a_clip_of_its_own_would(
    archives: dict[int, Made], seed: int, node: Node
) -> None:
    archive = archives[seed]
    resolved = resolve(node, archive.vocabulary)
    if anywhere(resolved, Near) or "Embargoed" in repr(node):
        return
    for clip in archive.clips[:12]:
        for moment in clip.moments:
            alone = replace(
                clip, moments=(moment,), tags=tuple(tag for tag in clip.tags if tag.moment in (None, moment.id))
            )
            assert holds(resolved, clip, moment) == matches(resolved, alone)


@settings(max_examples=100)
@given(seed=st.sampled_from(SEEDS), first=placed, second=placed, within=st.sampled_from([None, 0, 5, 60]))
def test_two_tags_are_near_where_two_of_their_stretches_are(
    archives: dict[int, Made], seed: int, first: Node, second: Node, within: int | None
) -> None:
    archive = archives[seed]
    near = Near(first, second, None if within is None else Fraction(within))
    resolved = resolve(near, archive.vocabulary)
    assert isinstance(resolved, Near)
    if not all(isinstance(side, Tagged) for side in (resolved.first, resolved.second)):
        return
    for clip in archive.clips:
        spans = {moment.id: moment.span for moment in clip.moments}
        whole = {None: None, **spans}
        sides = [
            [whole[tag.moment] for tag in clip.tags if matches(side, replace(clip, tags=(tag,)))]
            for side in (resolved.first, resolved.second)
        ]
        pairs = [(one, other) for one in sides[0] for other in sides[1]]
        expected = any(overlap(*pair) if within is None else apart(*pair) <= within for pair in pairs)
        assert matches(resolved, clip) == expected


@given(text=st.text() | queries | st.lists(st.sampled_from(TERMS) | st.text(max_size=4), max_size=8).map(" ".join))
def test_any_text_is_read_and_errors_lie_within_it(text: str) -> None:
    for error in parse(text, TODAY).errors:
        assert 0 <= error.start < error.end <= len(text)
        assert error.message


@settings(max_examples=100)
@given(seed=st.sampled_from(SEEDS), text=queries)
def test_a_reason_is_given_by_what_answers_alone_and_points_into_its_text(
    archives: dict[int, Made], seed: int, text: str
) -> None:
    archive = archives[seed]
    query = parse(text, TODAY)
    resolved = resolve(query.node, archive.vocabulary)
    for clip in archive.clips[:15]:
        reasons = why(clip, query.node, archive.vocabulary)
        if not matches(resolved, clip):
            assert reasons == ()
        for reason in reasons:
            assert all(0 <= start < end <= len(reason.text) for start, end in reason.marks)


@given(name=st.sampled_from(NAMES), seed=st.sampled_from(SEEDS))
def test_every_clip_found_by_a_name_has_a_reason(archives: dict[int, Made], seed: int, name: str) -> None:
    archive = archives[seed]
    query = parse(f"tag:{name}", TODAY)
    for row in archive.finder.search(f"tag:{name}", TODAY).rows:
        assert why(archive.clips[row - 1], query.node, archive.vocabulary)


@settings(max_examples=100)
@given(seed=st.sampled_from(SEEDS), days=st.integers(-4000, 4000))
def test_an_embargo_holds_in_a_search_just_when_it_holds_at_the_gate(
    archives: dict[int, Made], seed: int, days: int
) -> None:
    archive, today = archives[seed], TODAY + timedelta(days)
    found = set(archive.index.clip_ids(archive.finder.search("is:embargoed", today).rows))
    assert found == {clip.id for clip in archive.clips if holding(clip, archive.vocabulary, today)}


@given(text=st.text() | st.lists(st.sampled_from(["Łódź", "O’Brien", "ﬁ", "が", "東京", "a", "ß", " "])).map("".join))
def test_words_with_their_places_are_the_words(text: str) -> None:
    words = words_of(text)
    assert tuple(word.text for word in words) == tokens(text)
    assert all(tokens(text[word.start : word.end])[:1] for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)
