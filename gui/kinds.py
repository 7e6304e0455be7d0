"""What the kinds of entries are called; a sentence each, for a kind has a gender in some languages."""

from __future__ import annotations

from collections.abc import Mapping

from core.model.vocabulary import EntryKind
from gui.words import msg, tr

KIND_HEADINGS: Mapping[EntryKind, str] = {
    EntryKind.PERSON: msg("People"),
    EntryKind.LOCATION: msg("Locations"),
    EntryKind.PRODUCTION: msg("Productions"),
    EntryKind.KEYWORD: msg("Keywords"),
}
"""What stands over many of them; :func:`core.words.tr` says it in the language of the window."""

_NEW: Mapping[EntryKind, str] = {
    EntryKind.PERSON: msg("New person"),
    EntryKind.LOCATION: msg("New location"),
    EntryKind.PRODUCTION: msg("New production"),
    EntryKind.KEYWORD: msg("New keyword"),
}


def kind_heading(kind: EntryKind) -> str:
    """Return "People", over many of them."""
    return tr(KIND_HEADINGS[kind])


def new_kind(kind: EntryKind) -> str:
    """Return "New person", where one is to be made."""
    return tr(_NEW[kind])
