"""How long searching takes on a made-up archive: ``python -m benchmarks.search [CLIPS]``.

Each row is what happens between a key and its results: reading the query, finding, and the cards of the first page; or
counting for the browser; or completing.  Nothing of the query has been looked up before, except while typing, where
each key follows the one before it.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.table import Timing, measured, show, write
from core.catalog.vocabulary import Vocabulary
from core.model.vocabulary import Entry
from core.ports.index import Order
from core.search.parser import parse
from core.search.resolve import resolve
from core.search.suggest import complete
from core.search.tree import Node
from core.storage.sqlite_index import SqliteIndex, open_index
from tests.support.archives import make_clips, make_entries

RUNS = 30
PAGE = 60
WORDS = 20_000
TODAY = datetime(2026, 11, 23, tzinfo=UTC).date()
QUERIES = (
    "tom cruise norway",
    'person:"tom cruise" location:norway',
    'person:"tom cruise" location:norway production:express after:2018',
    "train -person:tom shot:2020..2021 duration:<2m",
    '"train roof"',
    "has:moments missing:location",
    "rating:>=4 codec:hevc is:vertical",
    "tag:a",
)
TYPED = ("train roof norw", 'person:"tom cru', "location:nor has:mo")


@dataclass(frozen=True, slots=True)
class Bench:
    """The archive that is measured."""

    entries: list[Entry]
    vocabulary: Vocabulary
    index: SqliteIndex
    seq: Iterator[int] = field(default_factory=lambda: count(2))

    def node(self, text: str) -> Node:
        return resolve(parse(text, TODAY).node, self.vocabulary)

    def find(self, text: str, order: Order = Order.ADDED) -> int:
        """Do all that a key does up to the first page of cards."""
        rows = self.index.find(self.node(text), order)
        self.index.cards(rows[:PAGE])
        return len(rows)

    def counts(self, text: str) -> int:
        return len(self.index.counts(self.node(text)))

    def forget(self) -> None:
        """Have all that is kept dropped, as by an edit, and show the whole archive as the window does then."""
        self.index.apply(next(self.seq), {}, {})
        self.find("")
        self.counts("")


def build(clips: int, folder: Path) -> Bench:
    entries = make_entries(clips // 4 if clips <= 10_000 else clips // 12)
    index = open_index(folder / "index.db")
    start = time.process_time()
    index.rebuild(1, make_clips(clips, entries, vocabulary=WORDS), entries)
    size = (folder / "index.db").stat().st_size / 1e6
    write(f"{clips:,} clips, {len(entries):,} entries, SQLite {sqlite3.sqlite_version}")
    write(f"made and indexed in {time.process_time() - start:.1f} s of CPU time, {size:.0f} MB")
    return Bench(entries, Vocabulary(entries), index)


def searches(bench: Bench) -> Iterator[Timing]:
    """Time each query from the key to the cards, and then its counts."""
    for text in QUERIES:
        finding, counting = Timing(f"find {text} ({bench.find(text):,})"), Timing("    counts of it")
        for _ in range(RUNS):
            bench.forget()
            finding.measure(partial(bench.find, text))
            counting.measure(partial(bench.counts, text))
        yield finding
        yield counting


def typing(bench: Bench, text: str) -> Iterator[Timing]:
    """Time every key of ``text``, find and counts together."""
    begun = [text[:end] for end in range(1, len(text) + 1)]
    timings = [Timing(f"{typed} ({bench.find(typed):,})") for typed in begun]
    for _ in range(RUNS):
        bench.forget()
        for typed, timing in zip(begun, timings, strict=True):
            timing.measure(lambda typed=typed: (bench.find(typed), bench.counts(typed)))  # type: ignore[misc]
    yield from timings


def everything(bench: Bench) -> Iterator[Timing]:
    for order in Order:
        yield measured(f"everything by {order}", partial(bench.find, "", order), RUNS)
    clip = next(make_clips(1, bench.entries, vocabulary=WORDS))
    edited = (replace(clip, rating=number % 5, tags=clip.tags[number % 2 :]) for number in count())
    yield measured(
        "an edit of one tag becomes searchable",
        lambda: bench.index.apply(next(bench.seq), {clip.id: next(edited)}, {}),
        RUNS,
    )
    yield measured("the whole archive and its counts after an edit", bench.forget, RUNS)


def completions(bench: Bench) -> Iterator[Timing]:
    uses = bench.index.counts(bench.node(""))
    for text in ("", "t", "to", "tom", "tom c"):
        yield measured(f"names for “{text}”", partial(bench.vocabulary.complete, text, uses=uses), RUNS)
    for text in ("per", "person:to", "has:"):
        yield measured(f"query after “{text}”", partial(complete, text, len(text), bench.vocabulary), RUNS)
    yield measured("names close to “iñaritu”", partial(bench.vocabulary.close_names, "iñaritu"), RUNS)
    renamed = replace(bench.entries[5], label="Renamed")
    yield measured("renaming an entry", partial(bench.vocabulary.update, {renamed.id: renamed}), RUNS)


def main() -> None:
    clips = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        bench = build(clips, Path(folder))
        with closing(bench.index):
            show("Whole queries", list(searches(bench)))
            for text in TYPED:
                show("Key by key, results and counts", list(typing(bench, text)))
            show("Orders and edits", list(everything(bench)))
            show("Completion", list(completions(bench)))


if __name__ == "__main__":
    main()
