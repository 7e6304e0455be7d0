"""One index measured by a fresh process, which says what it took as JSON; see benchmarks.scale."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from benchmarks.archive import Maker, made_entries
from benchmarks.table import Timing
from core.catalog.vocabulary import Vocabulary
from core.model.clip import Clip, Tag
from core.model.ids import ClipId, TagId, new_id
from core.model.vocabulary import Entry, EntryKind
from core.ports.index import Order
from core.search.parser import parse
from core.search.resolve import resolve
from core.search.tree import EVERYTHING, InMoment, Node
from core.storage.sqlite_index import SqliteIndex, open_index
from tests.support.model import a_tag

Figures = dict[str, list[float]]
"""Runs, wall median, wall p95, CPU median and CPU p95 in milliseconds of each thing; or 1 and a number of something."""

RUNS = 40
PAGE = 50
SCATTERED = 5_000
TODAY = datetime(2026, 11, 23, tzinfo=UTC).date()
PREFIXES = ("t", "tr", "tra", "trai", "train", "hel", "helic", "camer", "nor", "rehears", "2018", "zoe")
TEXTS = ("train", "tom cruise norway", "helicopter roof", "train roof norw", "camera crew", "waves", "iphone", "2018")


def resident() -> float:
    """Return how much memory this process holds now, in MB; 0 where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


@dataclass(frozen=True, slots=True)
class Bench:
    """The index that is measured, and what is measured on it."""

    clips: int
    index: SqliteIndex
    entries: Sequence[Entry]
    vocabulary: Vocabulary
    seq: Iterator[int]
    chance: random.Random

    def node(self, text: str) -> Node:
        return resolve(parse(text, TODAY).node, self.vocabulary)

    def page(self, node: Node, order: Order = Order.ADDED) -> None:
        self.index.cards(self.index.find(node, order)[:PAGE])

    def whole(self, node: Node) -> None:
        """Do all that the window does for a search."""
        rows = self.index.find(node)
        len(rows)
        self.index.cards(rows[:PAGE])
        self.index.counts(node)

    def forget(self) -> None:
        """Have what was found before dropped, as by an edit."""
        self.index.apply(next(self.seq), {}, {})
        self.index.find(self.node("rating:5"))

    def named(self, kind: EntryKind, most: int) -> str:
        """Return a query for one of the ``most`` most used entries of ``kind``."""
        entry = self.chance.choice([entry for entry in self.entries if entry.kind is kind][:most])
        return f'{kind}:"{entry.label}"'

    def repeated(self, name: str, make: Callable[[], Node], ask: Callable[[Node], object], runs: int = RUNS) -> Timing:
        """Time ``ask`` of what ``make`` makes; nothing of it was found before."""
        timing = Timing(name)
        for _ in range(runs):
            node = make()
            self.forget()
            timing.measure(lambda node=node: ask(node))  # type: ignore[misc]
        return timing


def searches(bench: Bench) -> Iterator[Timing]:
    person, place, production = EntryKind.PERSON, EntryKind.LOCATION, EntryKind.PRODUCTION

    def four() -> Node:
        asked = [bench.named(person, 20), bench.named(place, 20), bench.named(production, 20)]
        return bench.node(f"{' '.join(asked)} shot:2016..2021")

    yield bench.repeated("person AND location AND production AND date, page 1", four, bench.page)
    most_used = bench.node('person:"Tom Cruise"')
    yield bench.repeated("facet counts narrowed to the most used person", lambda: most_used, bench.index.counts)
    yield bench.repeated("facet counts of everything, after an edit", lambda: EVERYTHING, bench.index.counts)
    prefixes = (prefix for _ in count() for prefix in PREFIXES)
    texts = (text for _ in count() for text in TEXTS)
    yield bench.repeated("as-you-type prefix, newest 50", lambda: bench.node(next(prefixes)), bench.page)
    yield bench.repeated("as-you-type prefix, all and facets", lambda: bench.node(next(prefixes)), bench.whole)
    yield bench.repeated("free text with facets", lambda: bench.node(next(texts)), bench.whole)
    yield bench.repeated("codec:hevc, all and facets", lambda: bench.node("codec:hevc"), bench.whole, 10)
    for order in (Order.SHOT, Order.NAME):
        yield bench.repeated(
            f"everything by {order}, after an edit", lambda: EVERYTHING, lambda node, o=order: bench.page(node, o), 10
        )
        yield bench.repeated(
            f"the most used person by {order}", lambda: most_used, lambda node, o=order: bench.page(node, o), 10
        )


def times(bench: Bench) -> Iterator[Timing]:
    """Time what asks for where in a clip something holds, and for moments; all of the answer each time."""
    person, place = EntryKind.PERSON, EntryKind.LOCATION
    first = Timing("moments read when first asked for")
    first.measure(lambda: bench.index.moments(EVERYTHING))
    yield first

    def linked(link: str) -> Callable[[], Node]:
        return lambda: bench.node(f"{bench.named(person, 20)} {link} {bench.named(place, 20)}")

    def through(text: str) -> Callable[[], Node]:
        return lambda: InMoment(bench.node(f"{text} {bench.named(person, 20)}".strip()))

    def all_of_it(node: Node) -> None:
        bench.index.cards(bench.index.find(node)[:PAGE])
        bench.index.counts(node)

    yield bench.repeated("person with location, all and facets", linked("with"), all_of_it)
    yield bench.repeated("person within 5 s of location, all and facets", linked("within 5s of"), all_of_it)
    yield bench.repeated("moments: train person, all and facets", through("train"), all_of_it)
    yield bench.repeated("moments: all, counted", lambda: EVERYTHING, bench.index.moments)


def edits(bench: Bench) -> Iterator[Timing]:
    """Time edits until they can be found, and take them back."""
    clip = Maker(bench.entries).clip(1)
    names = [entry for entry in bench.entries if entry.kind is EntryKind.PERSON]
    seen = bench.node("rating:4")
    single, note = Timing("single edit searchable"), Timing("a note becomes searchable")
    for number in range(RUNS):
        edited = replace(clip, rating=number % 6, tags=clip.tags[: number % 6 + 1])
        single.measure(lambda edited=edited: (put(bench, edited), bench.index.find(seen)[:PAGE]))  # type: ignore[misc]
        noted = replace(edited, notes=f"{clip.notes} {number}")
        note.measure(lambda noted=noted: (put(bench, noted), bench.index.find(seen)[:PAGE]))  # type: ignore[misc]
    put(bench, clip)
    yield single
    yield note
    scattered = Timing(f"tag {SCATTERED:,} scattered clips, searchable")
    for number in range(5):
        tag = replace(a_tag(names[100 + number]), id=TagId(new_id((1 << 50) + number)))
        chosen = a_few(bench)
        bench.index.settle()
        found = bench.node(f'person:"{names[100 + number].label}"')
        scattered.measure(lambda chosen=chosen, tag=tag, found=found: tagged(bench, chosen, tag, found))  # type: ignore[misc]
        bench.index.untag(next(bench.seq), chosen, tag)
        bench.index.settle()  # as the thread that writes records does after each of them
    yield scattered


def a_few(bench: Bench) -> Sequence[ClipId]:
    rows = bench.index.find(EVERYTHING)
    return bench.index.clip_ids(bench.chance.sample(list(rows), min(SCATTERED, len(rows))))


def put(bench: Bench, clip: Clip) -> None:
    bench.index.apply(next(bench.seq), {clip.id: clip}, {})


def tagged(bench: Bench, clips: Sequence[ClipId], tag: Tag, found: Node) -> None:
    bench.index.tag(next(bench.seq), clips, tag)
    bench.index.find(found)[:PAGE]


def opened(path: Path) -> Timing:
    """Time opening the index up to the first page, several times in this process."""
    timing = Timing("open to first 50 results, imports done")

    def once() -> None:
        with closing(open_index(path, read_only=True)) as index:
            index.cards(index.find(EVERYTHING)[:PAGE])

    for _ in range(5):
        timing.measure(once)
    return timing


def loading(path: Path, node: Callable[[], Node]) -> Iterator[Timing]:
    """Time the first search of an opened index, with postings that are kept and with none."""
    for name, kept in (("first search, postings kept", True), ("first search, postings from the tables", False)):
        postings, aside = path.with_suffix(".postings"), path.with_suffix(".aside")
        if not kept:
            postings.rename(aside)
        timing = Timing(name)
        with closing(open_index(path, read_only=True)) as index:
            timing.measure(lambda index=index: index.find(node()))  # type: ignore[misc]
        if not kept:
            aside.rename(postings)
        yield timing


def figure(timing: Timing) -> list[float]:
    numbers = [float(len(timing.wall))]
    for times in (sorted(timing.wall), sorted(timing.cpu)):
        numbers += [times[len(times) // 2], times[int(0.95 * (len(times) - 1))]]
    return numbers


def main(folder: Path, clips: int) -> None:
    path = folder / "index.db"
    figures: Figures = {}
    first = opened(path)
    figures[first.name] = figure(first)
    entries = made_entries(clips)
    vocabulary = Vocabulary(entries)
    before = resident()
    with closing(open_index(path)) as index:
        bench = Bench(clips, index, entries, vocabulary, count(2), random.Random(1))
        index.find(bench.node("rating:5"))
        index.counts(bench.node("rating:5"))
        figures["engine's memory after one search, MB (numpy too)"] = [1, resident() - before]
        for timing in searches(bench):
            figures[timing.name] = figure(timing)
        figures["engine's memory after these searches, MB"] = [1, resident() - before]
        for timing in times(bench):
            figures[timing.name] = figure(timing)
        figures["engine's memory with all moments, MB"] = [1, resident() - before]
        for timing in edits(bench):
            figures[timing.name] = figure(timing)
        figures["whole process, MB"] = [1, resident()]
        start = time.perf_counter()
    figures["closing, ms"] = [1, (time.perf_counter() - start) * 1000]
    for timing in loading(path, lambda: resolve(parse("rating:5", TODAY).node, vocabulary)):
        figures[timing.name] = figure(timing)
    json.dump(figures, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
