"""Groups by location or production: every clip once, under the most particular name it carries."""

from __future__ import annotations

import pytest

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry
from core.model.ids import EntryId
from core.model.vocabulary import EntryKind
from core.ports.index import Order
from core.search import entry_groups
from core.search.entry_groups import by_entry
from core.search.tree import EVERYTHING
from tests.support.model import a_clip, a_tag, an_entry

NORWAY = an_entry(EntryKind.LOCATION, "Norway")
HELLESYLT = an_entry(EntryKind.LOCATION, "Hellesylt", parent=NORWAY.id)
TOM = an_entry(EntryKind.PERSON, "Tom Cruise")


def fill(archive: Archive) -> None:
    for entry in (NORWAY, HELLESYLT, TOM):
        archive.catalog.apply(AddEntry(entry))
    clips = (
        a_clip("a", tags=(a_tag(NORWAY),)),
        a_clip("b", tags=(a_tag(NORWAY), a_tag(HELLESYLT))),
        a_clip("c", tags=(a_tag(TOM),)),
        a_clip("d", tags=(a_tag(NORWAY), a_tag(TOM))),
    )
    archive.catalog.apply(AddClips(clips))


def grouped(archive: Archive, kind: EntryKind) -> list[tuple[str, list[str]]]:
    rows = archive.index.find(EVERYTHING, Order.NAME)
    ordered, groups = by_entry(rows, kind, archive.index.counts(EVERYTHING), archive.index, archive.vocabulary)
    assert sorted(ordered) == sorted(rows)
    names = [card.name for card in archive.index.cards(ordered)]
    return [
        (group.entry.label if group.entry else "", names[group.start : group.start + group.clips]) for group in groups
    ]


def test_a_clip_stands_once_under_the_most_particular_name(archive: Archive) -> None:
    fill(archive)
    assert grouped(archive, EntryKind.LOCATION) == [("Hellesylt", ["b"]), ("Norway", ["a", "d"]), ("", ["c"])]
    assert grouped(archive, EntryKind.PRODUCTION) == [("", ["a", "b", "c", "d"])]


def test_of_very_many_names_the_most_used_make_groups(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(archive)
    asked: list[EntryId] = []
    parted = archive.index.parted

    def told(rows: object, entries: list[EntryId]) -> object:
        asked.extend(entries)
        return parted(rows, entries)  # type: ignore[arg-type]

    monkeypatch.setattr(entry_groups, "MOST_GROUPS", 1)
    monkeypatch.setattr(archive.index, "parted", told)
    assert grouped(archive, EntryKind.LOCATION) == [("Norway", ["a", "b", "d"]), ("", ["c"])]
    assert asked == [NORWAY.id]
