"""What a place dropped on another may mean: that it lies in it, or that it is the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QMenu, QWidget

from core.catalog.edits import ChangeEntry, Together
from core.catalog.vocabulary import Vocabulary
from core.model.ids import EntryId
from core.model.vocabulary import Entry
from gui.bridge.bridge import Bridge
from gui.style import icon
from gui.vocabulary.tree import MergeDropped
from gui.words import plural, tr


def drop_menu(bridge: Bridge, dropped: MergeDropped, merge: Callable[[], None], parent: QWidget) -> QMenu:
    """Return what can be meant by places that were dropped on another; the caller shows it.

    A place cannot lie in one that lies in it: that is then not offered.
    """
    words = bridge.archive.vocabulary
    names, place = _names(words, dropped.losers), words.label(dropped.winner)
    menu = QMenu(parent)
    lies = menu.addAction(icon("map-pin"), tr("{name} &lies in {place}", name=names, place=place))
    lies.triggered.connect(lambda: bridge.edit(lie_in(words, dropped.losers, dropped.winner), parent))
    inside = dropped.winner
    if any(inside in words.ids_below(one) for one in dropped.losers):
        lies.setEnabled(False)
        lies.setText(tr("{place} lies in {name} by now", name=names, place=place))
    elif all(_lies_right_in(words, one, inside) for one in dropped.losers):
        lies.setEnabled(False)
        lies.setText(tr("{name} lies in {place} already", name=names, place=place))
    same = menu.addAction(icon("copy"), tr("{name} is the &same as {place}…", name=names, place=place))
    same.triggered.connect(merge)
    return menu


def _names(words: Vocabulary, entries: Sequence[EntryId]) -> str:
    if len(entries) == 1:
        return words.label(entries[0])
    return plural(len(entries), "Each of %n place", "Each of %n places")


def _lies_right_in(words: Vocabulary, entry: EntryId, place: EntryId) -> bool:
    found = words.get(entry)
    return found is not None and found.parent is not None and words.final(found.parent) == place


def lie_in(words: Vocabulary, entries: Sequence[EntryId], place: EntryId) -> Together:
    """Return the edit by which ``entries`` lie in ``place``, as one step."""
    found: list[Entry] = [entry for one in entries if (entry := words.get(one)) is not None]
    label = tr("Put {name} into {place}", name=", ".join(entry.label for entry in found), place=words.label(place))
    return Together(label, tuple(ChangeEntry(replace(entry, parent=place)) for entry in found))
