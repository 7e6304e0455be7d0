"""What the documents of an archive describe."""

from __future__ import annotations

from typing import TypeVar

from core.errors import ArchiveProblem
from core.model.clip import Clip
from core.model.codec import Document, from_document
from core.model.searches import SavedSearch
from core.model.vocabulary import Entry
from core.words import tr

T = TypeVar("T")


def clip_of(document: Document) -> Clip:
    """Return the clip a document describes; raises ArchiveProblem where it describes none."""
    return _described(document, Clip)


def entry_of(document: Document) -> Entry:
    """Return the entry a document describes; raises ArchiveProblem where it describes none."""
    return _described(document, Entry)


def search_of(document: Document) -> SavedSearch:
    """Return the saved search a document describes; raises ArchiveProblem where it describes none."""
    return _described(document, SavedSearch)


def _described(document: Document, kind: type[T]) -> T:
    try:
        return from_document(document, kind)
    except ValueError as error:
        raise ArchiveProblem(
            tr(
                "The record {record} is damaged ({error}). Run “check --repair” on the archive.",
                record=document.get("id", "?"),
                error=error,
            )
        ) from None
