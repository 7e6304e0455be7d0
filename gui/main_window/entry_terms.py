"""Terms of the search text that name an entry: the browser's clicks write them, the field shows them."""

from __future__ import annotations

import re

from core.catalog.vocabulary import Vocabulary
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.values import dataclass
from gui.inspector.tagging import search_for

_KINDS = "|".join(EntryKind)
_TERM = re.compile(rf'(?P<minus>-?)(?P<kind>{_KINDS}):(?P<name>"[^"]*"|[^\s()]+)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Entries that a search asks for, and those it leaves out."""

    included: frozenset[EntryId]
    excluded: frozenset[EntryId]


def chosen_in(text: str, vocabulary: Vocabulary) -> Chosen:
    """Return the entries that terms of ``text`` name in full."""
    found: dict[bool, set[EntryId]] = {True: set(), False: set()}
    for term in _TERM.finditer(text):
        entries = vocabulary.find_exact(EntryKind(term["kind"].lower()), term["name"].strip('"'))
        found[bool(term["minus"])].update(entry.id for entry in entries)
    return Chosen(frozenset(found[False]), frozenset(found[True]))


def toggled(text: str, entry: Entry, *, exclude: bool = False) -> str:
    """Return ``text`` with the term for ``entry`` taken out where it is there, else put in."""
    wanted = f"-{search_for(entry)}" if exclude else search_for(entry)
    kept, found = without(text, entry)
    return kept if wanted in found else f"{kept} {wanted}".strip()


def without(text: str, entry: Entry) -> tuple[str, frozenset[str]]:
    """Return ``text`` without the terms for ``entry``, and those terms."""
    plain = search_for(entry)
    words = [f"-{plain}", plain]
    found = frozenset(term[0] for term in _TERM.finditer(text) if term[0] in words)
    kept = _TERM.sub(lambda term: "" if term[0] in words else term[0], text)
    return " ".join(kept.split()), found
