"""What entries are called on cards, also while the names of an archive that has just been opened are not read."""

from __future__ import annotations

from core.catalog.vocabulary import REMOVED, Vocabulary
from core.model.ids import EntryId


class Labels:
    """Tells names from any thread, without waiting for all of them to be read.

    Until they are, nothing tells a name from others that are called the same: ``are_outdated`` says whether one told
    so would be told otherwise now.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._early: dict[EntryId, str] = {}

    def label(self, entry: EntryId) -> str:
        """Return what the entry that an id leads to is called; "(removed entry)" where it is gone."""
        words = self._vocabulary
        if not words.is_read:
            found = words.get(entry)
            self._early[entry] = early = REMOVED if found is None else found.label
            if not words.is_read:  # still, so that it is among the early ones once they are looked at
                return early
        return words.label(entry)

    def are_outdated(self) -> bool:
        """Return whether what was told early is told otherwise now, once; waits for all names to be read."""
        early, self._early = self._early, {}
        return any(self._vocabulary.label(entry) != label for entry, label in early.items())
