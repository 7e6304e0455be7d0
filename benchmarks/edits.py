"""How long an edit takes until it is durable and can be found.  Run: python -m benchmarks.edits [CLIPS]"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from benchmarks.table import Timing, measured, show, write
from core.app import Archive, create_archive
from core.catalog.edits import AddClips, AddEntry, Describe, TagClips
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

EDITS = 200
BATCH = 500


def main(count: int) -> None:
    """Build an archive of ``count`` clips and edit it."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder, create_archive(Path(folder) / "b.slatebook") as archive:
        fill(archive, count)
        clips = list(archive.index.clip_ids(archive.search("").rows))
        people = [an_entry(EntryKind.PERSON, f"Person {number}") for number in range(EDITS)]
        for person in people:
            archive.catalog.apply(AddEntry(person))
        order = iter(people)
        single = measured(
            "tag one clip: durable and searchable",
            lambda: archive.catalog.apply(TagClips((chance.choice(clips),), a_tag(next(order)))),
            EDITS,
        )
        notes = measured(
            "write a note", lambda: archive.catalog.apply(Describe(clips=(chance.choice(clips),), notes="seen")), EDITS
        )
        many = measured(
            f"tag {min(1000, count):,} scattered clips",
            lambda: archive.catalog.apply(
                TagClips(tuple(chance.sample(clips, min(1000, count))), a_tag(chance.choice(people)))
            ),
            5,
        )
        undo = measured("undo that", archive.catalog.undo, 5)
        rows: list[Timing] = [single, notes, many, undo]
        show(f"Edits at {count:,} clips", rows)


def fill(archive: Archive, count: int) -> None:
    """Put ``count`` clips into the archive."""
    timing = Timing("fill")
    for start in range(0, count, BATCH):
        clips = tuple(a_clip() for _ in range(min(BATCH, count - start)))
        timing.measure(lambda clips=clips: archive.catalog.apply(AddClips(clips)))  # type: ignore[misc]
    write(f"{count:,} clips taken in at {count / sum(timing.wall) * 1000:,.0f} a second")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
