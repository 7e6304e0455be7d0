"""Edits in a process that is killed at a random moment; run as a script it is that process.

The child says ``ack CLIP NOTES`` on its standard output after a note it was promised, and ``seq NUMBER`` after every
change set; whatever it said must be there when the archive is opened again.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from core.app import Archive, create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry, Describe, TagClips, UntagClips
from core.model.changes import ChangeSet
from core.model.ids import ClipId
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

CLIPS = 160
"""More than are read one by one: a tag on most of them is acknowledged without a look at their records."""


@dataclass(frozen=True, slots=True)
class Round:
    """What one kill found: acknowledged edits, those lost, and what ``check`` said."""

    acknowledged: int
    lost: list[str]
    problems: list[str]


def prepare(folder: Path) -> None:
    """Make the archive that is edited."""
    with create_archive(folder) as archive:
        archive.catalog.apply(AddClips(tuple(a_clip(f"clip-{number}.mov") for number in range(CLIPS))))
        archive.catalog.apply(AddEntry(an_entry(EntryKind.PERSON, "Tom Cruise")))


def edit_for_ever(folder: Path, seed: int) -> None:
    """Edit until killed, saying each edit's number once it is acknowledged."""
    chance = random.Random(seed)
    with open_archive(folder) as archive:
        clips = list(archive.index.clip_ids(archive.search("").rows))
        (person,) = archive.vocabulary.all(EntryKind.PERSON)
        catalog = archive.catalog
        for number in range(1_000_000):
            some = tuple(chance.sample(clips, chance.randint(1, CLIPS)))
            told(catalog.apply(TagClips(some, a_tag(person))))
            if chance.random() < 0.4:
                told(catalog.undo())
                told(catalog.redo())
            told(catalog.apply(Describe(clips=(clips[number % CLIPS],), notes=f"{seed}-{number}")))
            say(f"ack {clips[number % CLIPS]} {seed}-{number}")
            if chance.random() < 0.3:
                catalog.flush()
            told(catalog.apply(UntagClips(some, person.id)))
            if chance.random() < 0.3:
                told(catalog.undo())
                told(catalog.apply(TagClips(tuple(clips), a_tag(person))))
                told(catalog.apply(UntagClips(tuple(clips), person.id)))


def told(change_set: ChangeSet) -> None:
    """Say that a change set is acknowledged."""
    say(f"seq {change_set.seq}")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def kill_once(folder: Path, seed: int) -> Round:
    """Start the editing process, kill it at a random moment, open the archive again and look."""
    command = [sys.executable, "-m", "tests.support.killing", str(folder), str(seed)]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, 0.6))
        child.kill()
        said = [first, *child.stdout.read().splitlines(keepends=True)]
    promised = dict(line.split()[1:] for line in said if line.startswith("ack ") and line.endswith("\n"))
    last = max((int(line.split()[1]) for line in said if line.startswith("seq ") and line.endswith("\n")), default=0)
    with open_archive(folder) as archive:
        return Round(len(said), _lost(archive, promised, last), archive.check())


def _lost(archive: Archive, promised: dict[str, str], last: int) -> list[str]:
    """What is older than was acknowledged, notes and history; a later edit may have been kept too."""
    lost = [] if archive.history.seq >= last else [f"change sets {archive.history.seq + 1} to {last}"]
    for clip, notes in promised.items():
        kept = archive.clip(ClipId(clip)).notes
        seed, number = notes.split("-")
        if not kept.startswith(f"{seed}-") or int(kept.split("-")[1]) < int(number):
            lost.append(f"{clip}: {kept} instead of {notes}")
    return lost


if __name__ == "__main__":
    edit_for_ever(Path(sys.argv[1]), int(sys.argv[2]))
