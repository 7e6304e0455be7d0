"""Homonyms told apart: what stands in brackets after a name that several entries have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from core.model.ids import EntryId
from core.model.vocabulary import Entry
from core.search.fold import fold

_YEAR = 4
_ID_END = 6

LabelOf = Callable[[EntryId], str | None]
"""Returns what the entry that an id leads to is called, None where it is gone."""


def years(entry: Entry) -> str:
    """Return the years of a life, or of a place's or company's existence: "1930–2003", "1962–", "–2003", or empty."""
    first, last = entry.existed_from[:_YEAR], entry.existed_to[:_YEAR]
    return f"{first}–{last}" if first or last else ""


def qualifiers(entry: Entry, label_of: LabelOf) -> Iterator[str]:
    """Yield what may tell ``entry`` from others of its name, the likeliest to be understood first."""
    above = label_of(entry.parent) if entry.parent else None
    yield from filter(None, (above, years(entry), entry.released[:_YEAR], ", ".join(entry.directors)))
    yield from (f"{scheme}:{value}" for scheme, value in sorted(entry.external_ids.items()))


def bare_qualifier(entry: Entry) -> str:
    """Return what tells ``entry`` from all others where nothing is known of it: the end of its id."""
    return f"…{entry.id[-_ID_END:]}"


def told_apart(group: Sequence[Entry], label_of: LabelOf, is_taken: Callable[[str], bool]) -> dict[EntryId, str]:
    """Return for each entry of ``group``, all called the same, its name with what tells it from the others.

    ``is_taken`` says that somebody else is really called so.
    """
    options = {entry.id: list(dict.fromkeys(qualifiers(entry, label_of))) for entry in group}
    common = Counter(fold(option) for some in options.values() for option in set(some))

    def shown(entry: Entry) -> str:
        own = (option for option in options[entry.id] if common[fold(option)] == 1)
        named = (f"{entry.label} ({option})" for option in own)
        free = (name for name in named if not is_taken(name))
        return next(free, f"{entry.label} ({bare_qualifier(entry)})")

    return {entry.id: shown(entry) for entry in group}
