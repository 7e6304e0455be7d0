"""Headings over clips that are parted by the day they were shot, or by an entry they carry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale

from core.search.days import Group
from core.search.entry_groups import EntryGroup
from gui.widgets import Section
from gui.words import msg, plural, tr

_FORMATS = {10: msg("dddd, d MMMM yyyy"), 7: "MMMM yyyy", 4: "yyyy"}


def sections_of(groups: Sequence[Group | EntryGroup]) -> tuple[Section, ...]:
    """Return a heading for each group, with how many clips it has."""
    return tuple(Section(group.start, title_of(group), plural(group.clips, "%n clip", "%n clips")) for group in groups)


def title_of(group: Group | EntryGroup) -> str:
    """Return what a group is called."""
    if isinstance(group, EntryGroup):
        return group.entry.label if group.entry is not None else tr("None of these")
    if not group.period:
        return tr("Day not known")
    shown = QLocale().toString(_first_day(group.period), tr(_FORMATS[len(group.period)]))
    return tr("{day}, or only the month or year known", day=shown) if group.loose else shown


def _first_day(period: str) -> QDate:
    year, month, day = (int(part) for part in f"{period}-01-01".split("-")[:3])
    return QDate(year, month, day)
