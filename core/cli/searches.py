"""The verb about saved searches."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from core.app import Archive, open_archive
from core.catalog.edits import Edit
from core.catalog.search_edits import RemoveSearch, RenameSearch, SaveSearch
from core.cli.opening import open_to_read, understood
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.model.searches import SavedSearch
from core.search.parser import parse
from core.search.saved import SavedCount, counted, named, query_of
from core.search.switch import without_switch


def searches(options: Namespace, terminal: Terminal) -> int:
    """List the saved searches with what they find now; or save, rename or forget one."""
    if options.add or options.rename or options.remove:
        return _change(options, terminal)
    with open_to_read(options.archive) as archive:
        found = [counted(search, archive.finder, archive.today) for search in archive.catalog.searches()]
    if options.json:
        terminal.show({"count": len(found), "searches": [_told(one) for one in found]})
        return 0
    for one in found:
        terminal.say(f"{one.count:>7,}  {one.search.name}  ·  {query_of(one.search)}")
    if not found:
        terminal.tell("No search is saved in this archive; “searches ARCHIVE --add NAME QUERY” saves one.")
    return 0


def _told(one: SavedCount) -> dict[str, object]:
    search = one.search
    return {
        "id": search.id,
        "name": search.name,
        "query": query_of(search),
        "order": search.order,
        "count": one.count,
    }


def _change(options: Namespace, terminal: Terminal) -> int:
    with open_archive(options.archive) as archive:
        change = archive.catalog.apply(_edit(options, archive))
    if options.json:
        terminal.show({"changed": bool(change), "step": change.label})
    else:
        terminal.say(f"{change.label}." if change else "It is saved just so already.")
    return 0


def _edit(options: Namespace, archive: Archive) -> Edit:
    known = archive.catalog.searches()
    if options.rename:
        if named(options.rename[1], known) not in ([], named(options.rename[0], known)):
            raise UserProblem(f"Another search is saved as “{options.rename[1]}” already; choose another name.")
        return RenameSearch(search_named(options.rename[0], known).id, options.rename[1])
    if options.remove:
        return RemoveSearch(search_named(options.remove, known).id)
    name, text = options.add
    understood(parse(text, archive.today))
    rest, moments = without_switch(text)
    same = named(name, known)
    id = same[0].id if same else archive.catalog.new_search_id()  # noqa: A001
    return SaveSearch(SavedSearch(id=id, name=name, query=rest.strip(), order=options.order, moments=moments))


def search_named(name: str, known: Iterable[SavedSearch]) -> SavedSearch:
    """Return the search saved under ``name``; raises UserProblem where there is none, or more than one."""
    known = list(known)
    found = named(name, known)
    if not found:
        listed = ", ".join(f"“{search.name}”" for search in known[:8])
        there = f" Saved are: {listed}." if listed else " None is saved yet."
        raise UserProblem(f"No search is saved as “{name}”.{there}")
    if len(found) > 1:
        raise UserProblem(f"{len(found)} searches are saved as “{name}”; rename all but one in the window.")
    return found[0]
