"""Entries of one kind as a tree, read off the window's thread and shown by a model that reads nothing."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItemModel

from core.app import Archive
from core.catalog.naming import years
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.search.fold import fold
from core.values import dataclass
from gui.style import color
from gui.words import msg, number, plural, tr

MIME = "application/x-slatebook-entries"
HEADINGS = (msg("Name"), msg("Also known as"), msg("Ids"), msg("Clips"))
_CLIPS = 3
KIND_ICONS = {
    EntryKind.PERSON: "user",
    EntryKind.LOCATION: "map-pin",
    EntryKind.PRODUCTION: "clapperboard",
    EntryKind.KEYWORD: "tag",
}
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_TOP = -1

_ROLES = frozenset((
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, ENTRY_ROLE,
    Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.TextAlignmentRole,
))  # fmt: skip

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Tree:
    """All lines, each after the one it stands under: their ``entries``, and the places of the lines that these stand
    under, -1 for the top.  ``below`` lists what stands under each, ``places`` tells where an entry is among the lines.

    What a line says beside its entry is asked of ``cells`` once it is seen: there may be tens of thousands.
    """

    kind: EntryKind
    entries: Sequence[Entry] = ()
    above: Sequence[int] = ()
    below: Mapping[int, Sequence[int]] = field(default_factory=dict)
    places: Mapping[EntryId, int] = field(default_factory=dict)
    totals: Mapping[EntryKind, int] = field(default_factory=dict)
    uses: Mapping[EntryId, int] = field(default_factory=dict)
    cells: Callable[[Entry], tuple[str, ...]] = lambda entry: (entry.label, "", "", "")
    has_ids: bool = False


def read_tree(archive: Archive, kind: EntryKind, words: str) -> Tree:
    """Return the entries of ``kind`` whose names hold all ``words``, with what these lie in."""
    uses = archive.counts(archive.search(""))
    everyone = archive.vocabulary.all(kind)
    totals = {one: len(archive.vocabulary.all(one)) for one in EntryKind}
    by_id = {entry.id: entry for entry in everyone}
    parents = {entry.id: _parent(archive, entry, by_id) for entry in everyone}
    kept = _kept(everyone, parents, words)
    children: dict[EntryId | None, list[Entry]] = {}
    for entry in everyone:
        if entry.id in kept:
            children.setdefault(parents[entry.id], []).append(entry)
    entries: list[Entry] = []
    aboves = array("l")
    below: dict[int, array[int]] = {}
    waiting = [(entry, _TOP) for entry in reversed(children.get(None, []))]
    while waiting:
        entry, above = waiting.pop()
        below.setdefault(above, array("l")).append(len(entries))
        waiting += [(child, len(entries)) for child in reversed(children.get(entry.id, []))]
        entries.append(entry)
        aboves.append(above)
    return Tree(
        kind, entries, aboves, below, {entry.id: place for place, entry in enumerate(entries)}, totals, uses,
        lambda entry: _cells(archive, entry, uses), any(entry.external_ids for entry in entries),
    )  # fmt: skip


def _kept(everyone: Sequence[Entry], parents: Mapping[EntryId, EntryId | None], words: str) -> set[EntryId]:
    """Return the entries that hold all ``words``, and those they lie in."""
    kept: set[EntryId] = set()
    for entry in everyone:
        at: EntryId | None = entry.id if _holds(entry, words) else None
        while at is not None and at not in kept:
            kept.add(at)
            at = parents[at]
    return kept


def _parent(archive: Archive, entry: Entry, by_id: Mapping[EntryId, Entry]) -> EntryId | None:
    """Return what an entry lies in; nothing where that is gone or the way up runs in a circle."""
    parent = archive.vocabulary.final(entry.parent) if entry.parent else None
    at, seen = parent, {entry.id}
    while at is not None and at in by_id:
        if at in seen:
            return None
        seen.add(at)
        above = by_id[at].parent
        at = archive.vocabulary.final(above) if above else None
    return parent if parent in by_id else None


def _holds(entry: Entry, words: str) -> bool:
    return all(any(word in fold(name) for name in entry.names) for word in fold(words).split())


def _cells(archive: Archive, entry: Entry, uses: Mapping[EntryId, int]) -> tuple[str, ...]:
    known = years(entry) or entry.released[:4]
    aliases = ", ".join(alias.text for alias in entry.aliases)
    ids = " ".join(f"{scheme}:{value}" for scheme, value in sorted(entry.external_ids.items()))
    detail = " · ".join(filter(None, (known, aliases)))
    return archive.vocabulary.label(entry.id), detail, ids, number(uses.get(entry.id, 0))


@dataclass(frozen=True, slots=True)
class MergeDropped:
    """Entries that were dropped onto another."""

    losers: tuple[EntryId, ...]
    winner: EntryId


class EntriesModel(QStandardItemModel):
    """Shows a tree, ``ENTRY_ROLE`` the entry of a line; one dropped on another is told of by ``merge_dropped``.

    Qt keeps the shape, as rows without items, for a view that lays out tens of thousands of lines asks for it line by
    line; what a line says is asked here, once it is seen.
    """

    merge_dropped = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, len(HEADINGS), parent)
        self._tree = Tree(EntryKind.PERSON)
        self._cells: dict[int, tuple[str, ...]] = {}
        self.writable = True

    @property
    def tree(self) -> Tree:
        return self._tree

    def show(self, tree: Tree) -> None:
        """Show another tree."""
        self.beginResetModel()
        self.blockSignals(True)  # a view hears of the whole, not of its parts
        self.removeRows(0, self.rowCount())
        self._tree = tree
        self._cells.clear()
        for above, below in sorted(tree.below.items()):
            parent = self._index(above)
            self.insertColumns(0, len(HEADINGS) - self.columnCount(parent), parent)
            self.insertRows(0, len(below), parent)
        self.blockSignals(False)
        self.endResetModel()

    def entry(self, index: _Index) -> Entry | None:
        """Return the entry on the line of ``index``."""
        return self._tree.entries[self._place(index)] if index.isValid() else None

    def index_of(self, entry: EntryId) -> QModelIndex:
        """Return the line of an entry, an invalid index where it is not shown."""
        return self._index(self._tree.places.get(entry, _TOP))

    def _index(self, place: int) -> QModelIndex:
        if place == _TOP:
            return QModelIndex()
        above = self._tree.above[place]
        return self.index(bisect_left(self._tree.below[above], place), 0, self._index(above))

    def _cells_at(self, place: int) -> tuple[str, ...]:
        cells = self._cells.get(place)
        if cells is None:
            cells = self._cells[place] = self._tree.cells(self._tree.entries[place])
        return cells

    def _place(self, index: _Index) -> int:
        return self._tree.below[self._place(index.parent())][index.row()] if index.isValid() else _TOP

    # what is shown ----------------------------------------------------------------------------------------------
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return tr(HEADINGS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        place, column = self._place(index), index.column()
        entry = self._tree.entries[place]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells_at(place)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._clips_of(entry) if column == _CLIPS else self._cells_at(place)[column] or tr("none")
        if role == ENTRY_ROLE:
            return entry
        used = self._tree.uses.get(entry.id, 0)
        if role == Qt.ItemDataRole.ForegroundRole and (column or not used):
            return color("secondary" if column == _CLIPS and used else "faint")
        return None

    def _clips_of(self, entry: Entry) -> str:
        return plural(self._tree.uses.get(entry.id, 0), "%n clip", "%n clips")

    # drag and drop ----------------------------------------------------------------------------------------------
    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = dict.fromkeys(entry.id for index in indexes if (entry := self.entry(index)) is not None)
        data = QMimeData()
        data.setData(MIME, json.dumps({"kind": self._tree.kind, "ids": list(ids)}).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: _Index) -> bool:
        return self.writable and parent.isValid() and not self.refusal(data, parent)

    def refusal(self, data: QMimeData, onto: _Index) -> str:
        """Return why ``data`` cannot be dropped on the line of ``onto``; empty where it can."""
        winner, dragged = self.entry(onto), _read(data)
        if winner is None or dragged is None:
            return tr("Drop a name on another name of its kind.")
        if dragged.kind is not winner.kind:
            return tr(
                "{label} is a {kind}; only names of one kind can be merged.",
                label=winner.label,
                kind=winner.kind.word,
            )
        if not set(dragged.ids) - {winner.id}:
            return tr("Drop {label} on another name to merge the two.", label=winner.label)
        return ""

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: _Index) -> bool:
        winner, dragged = self.entry(parent), _read(data)
        if winner is not None and dragged is not None and not self.refusal(data, parent):
            losers = tuple(sorted(set(dragged.ids) - {winner.id}))
            self.merge_dropped.emit(MergeDropped(losers, winner.id))
        return False  # nothing moves by itself: the merge is asked for first


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == _CLIPS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Dragged:
    kind: EntryKind
    ids: tuple[EntryId, ...]


def _read(data: QMimeData) -> _Dragged | None:
    if not data.hasFormat(MIME):
        return None
    told = json.loads(bytes(data.data(MIME).data()))
    return _Dragged(EntryKind(told["kind"]), tuple(EntryId(entry) for entry in told["ids"]))
