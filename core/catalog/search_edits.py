"""Edits of saved searches."""

from __future__ import annotations

from dataclasses import replace

from core.catalog.draft import Draft
from core.errors import UserProblem
from core.model.ids import SearchId
from core.model.searches import SavedSearch
from core.values import dataclass
from core.words import tr


@dataclass(frozen=True, slots=True)
class SaveSearch:
    """Keep a search, in place of the one of the same id if there is one."""

    search: SavedSearch

    def stage(self, draft: Draft) -> str:
        draft.put_search(replace(self.search, name=_named(self.search.name)))
        return tr("Save the search “{name}”", name=self.search.name.strip())


@dataclass(frozen=True, slots=True)
class RenameSearch:
    """Call a saved search otherwise."""

    search: SearchId
    name: str

    def stage(self, draft: Draft) -> str:
        known = _known(draft, self.search)
        draft.put_search(replace(known, name=_named(self.name)))
        return tr("Rename the search “{name}” to “{new}”", name=known.name, new=self.name.strip())


@dataclass(frozen=True, slots=True)
class RemoveSearch:
    """Forget a saved search; the clips it finds stay."""

    search: SearchId

    def stage(self, draft: Draft) -> str:
        known = _known(draft, self.search)
        draft.remove_search(self.search)
        return tr("Remove the search “{name}”", name=known.name)


def _known(draft: Draft, search: SearchId) -> SavedSearch:
    known = draft.find_search(search)
    if known is None:
        raise UserProblem(tr("That search is no longer saved."))
    return known


def _named(name: str) -> str:
    if not name.strip():
        raise UserProblem(tr("A search needs a name to be saved under."))
    return name.strip()
