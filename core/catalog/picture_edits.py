"""What an entry of the authority file looks like, as somebody chose it."""

from __future__ import annotations

from dataclasses import replace

from core.catalog.draft import Draft
from core.model.ids import EntryId
from core.model.vocabulary import Picture
from core.values import dataclass
from core.words import tr


@dataclass(frozen=True, slots=True)
class SetPicture:
    """Show an entry by ``picture``; None leaves it to the clips that carry the entry."""

    entry: EntryId
    picture: Picture | None

    def stage(self, draft: Draft) -> str:
        entry = draft.final(self.entry)
        draft.put_entry(replace(entry, picture=self.picture))
        if self.picture is None:
            return tr("Let clips give {entry} its picture", entry=entry.label)
        return tr("Choose the picture of {entry}", entry=entry.label)
