"""How long an edit takes until it is durable, can be found and is in its file, and how fast clips are taken in.

Run: python -m benchmarks.edits [CLIPS ...]; the last column of the summary says how a figure grows with the archive.
"""

from __future__ import annotations

import math
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, cast

from benchmarks.table import Timing, show, write
from core.app import Archive, SystemClock, create_archive, open_archive
from core.catalog.catalog import Catalog
from core.catalog.edits import AddClips, AddEntry, Describe, Edit, TagClips, Together
from core.catalog.vocabulary import Vocabulary
from core.model.changes import ChangeSet
from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.vocabulary import Entry, EntryKind
from core.ports.index import Index
from core.search.tree import Node
from core.storage.history import SqliteHistory
from core.storage.tinydb_records import TinyRecords
from tests.support.archives import make_clips, make_entries
from tests.support.model import a_tag, an_entry

SIZES = (1_000, 3_000, 10_000)
SINGLE = 200
SCATTERED = 5_000
TIMES = 5
BATCH = 1_000


class NoIndex:
    """Stands where an index would, to measure history and records alone."""

    seq = 0
    writable = True

    def apply(self, seq: int, *_: object) -> None:
        self.seq = seq

    def entries(self) -> Iterable[Entry]:
        return ()


class Acknowledging:
    """An archive whose edits tell when they were durable, beside when they could be found."""

    def __init__(self, archive: Archive) -> None:
        self.catalog = archive.catalog
        self._archive = archive
        self._append = archive.history.append
        self._undo = archive.history.append_undo
        archive.history.append = self._acknowledged(self._append)  # type: ignore[method-assign]
        archive.history.append_undo = self._acknowledged(self._undo)  # type: ignore[method-assign]
        self._at = (0.0, 0.0)

    def _acknowledged(self, append: Callable[..., ChangeSet]) -> Callable[..., ChangeSet]:
        def timed(**fields: Any) -> ChangeSet:
            change_set = append(**fields)
            self._at = (time.perf_counter(), time.thread_time())
            return change_set

        return timed

    def measure(self, name: str, work: Callable[[], object], times: int, *, flush: bool = False) -> list[Timing]:
        """Run ``work`` so often; CPU time is that of the thread that asked for it.

        Before each, what is shown is searched for anew, as the window does after every edit.
        """
        known, found, kept = Timing(f"{name}: acknowledged"), Timing(f"{name}: searchable"), Timing(f"{name}: in files")
        for _ in range(times):
            self.catalog.flush()
            len(self._archive.search("rating:5").rows)
            wall, cpu = time.perf_counter(), time.thread_time()
            work()
            _add(found, wall, cpu, (time.perf_counter(), time.thread_time()))
            _add(known, wall, cpu, self._at)
            if flush:
                self.catalog.flush()
                _add(kept, wall, cpu, (time.perf_counter(), time.thread_time()))
        return [known, found, kept] if flush else [known, found]


def _add(timing: Timing, wall: float, cpu: float, end: tuple[float, float]) -> None:
    timing.wall.append((end[0] - wall) * 1000)
    timing.cpu.append((end[1] - cpu) * 1000)


def main(sizes: Sequence[int]) -> None:
    """Build archives of so many clips, edit each, and say how the figures grow."""
    found: dict[str, list[float]] = {}
    for count in sizes:
        with tempfile.TemporaryDirectory() as folder:
            timings = [*taken_in(Path(folder) / "a.slatebook", count), *edited(Path(folder) / "a.slatebook", count)]
        show(f"Edits at {count:,} clips", timings)
        for timing in timings:
            found.setdefault(timing.name, []).append(statistics.median(timing.cpu))
    if len(sizes) > 1:
        _show_growth(sizes, found)


def taken_in(folder: Path, count: int) -> list[Timing]:
    """Put ``count`` clips into a new archive without an index, then make the index."""
    entries = make_entries(max(40, min(10_000, count // 100)))
    with create_archive(folder):
        pass
    taken, index = Timing(f"take in {BATCH:,}: records and history"), Timing("index all of them")
    with catalog_without_index(folder) as catalog:
        catalog.apply(Together("Names", tuple(map(AddEntry, entries))))
        catalog.flush()
        clips = make_clips(count, entries)
        while some := tuple(islice(clips, BATCH)):
            taken.measure(lambda some=some: _taken(catalog, some))  # type: ignore[misc]
    for name, spent in (("wall", taken.wall), ("CPU", taken.cpu)):
        write(f"{count:,} clips taken in, records and history, at {count / sum(spent) * 1000:,.0f} a second of {name}")
    index.measure(lambda: open_archive(folder).close())
    return [taken, index]


def _taken(catalog: Catalog, clips: tuple[Clip, ...]) -> None:
    """Take clips in until they are in their files; the time is that of all threads."""
    catalog.apply(AddClips(clips))
    catalog.flush()


@contextmanager
def catalog_without_index(folder: Path) -> Iterator[Catalog]:
    """Yield the door to an archive that has no index."""
    history = SqliteHistory(folder / "history.db")
    catalog = Catalog(
        records=TinyRecords(folder / "records"),
        history=history,
        index=cast(Index[Node], NoIndex()),
        vocabulary=Vocabulary(),
        clock=SystemClock(),
        who="",
    )
    try:
        yield catalog
    finally:
        catalog.close()
        history.close()


def edited(folder: Path, count: int) -> list[Timing]:
    """Edit the archive one clip at a time and many at once."""
    chance = random.Random(1)
    with open_archive(folder) as archive:
        catalog, asked = archive.catalog, Acknowledging(archive)
        clips = list(archive.index.clip_ids(archive.search("").rows))
        many = min(SCATTERED, count)

        people = [an_entry(EntryKind.PERSON, f"Person {number}") for number in range(SINGLE)]
        catalog.apply(Together("Names", tuple(map(AddEntry, people))))
        singles = iter([TagClips((chance.choice(clips),), a_tag(person)) for person in people])
        notes = iter([_note(clip) for clip in chance.sample(clips, SINGLE)])
        batches = iter([TagClips(tuple(chance.sample(clips, many)), a_tag(person)) for person in people[:TIMES]])
        return [
            *asked.measure("tag one clip", lambda: catalog.apply(next(singles)), SINGLE),
            *asked.measure("write a note", lambda: catalog.apply(next(notes)), SINGLE),
            *asked.measure(f"tag {many:,} scattered", lambda: catalog.apply(next(batches)), TIMES, flush=True),
            *asked.measure("undo that", catalog.undo, TIMES, flush=True),
            *asked.measure("redo that", catalog.redo, TIMES, flush=True)[1:],
        ]


def _note(clip: ClipId) -> Edit:
    return Describe(clips=(clip,), notes="seen")


def _show_growth(sizes: Sequence[int], found: dict[str, list[float]]) -> None:
    """Print the CPU medians side by side, and the exponent e of "time grows as clips ** e" from first to last."""
    write(f"\nCPU p50 in ms at {', '.join(f'{size:,}' for size in sizes)} clips, and the exponent")
    for name, medians in found.items():
        if len(medians) == len(sizes) and min(medians) > 0:
            exponent = math.log(medians[-1] / medians[0]) / math.log(sizes[-1] / sizes[0])
            write(f"{name:42} {' '.join(f'{median:10.2f}' for median in medians)} {exponent:8.2f}")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
