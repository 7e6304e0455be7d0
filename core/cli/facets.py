"""The verb that tells what the clips of a search differ in: facets."""

from __future__ import annotations

from argparse import Namespace

from core.cli.opening import open_to_read, understood
from core.cli.terminal import Terminal
from core.search.parser import parse


def facets(options: Namespace, terminal: Terminal) -> int:
    """List year, camera, codec, status and source of the clips that answer a query, each with its count."""
    with open_to_read(options.archive) as archive:
        understood(parse(options.query, archive.today))
        told = archive.facets(options.query)
    values = told.values if told is not None else ()
    if options.json:
        listed = [{"facet": one.facet, "value": one.text, "term": one.term, "count": one.count} for one in values]
        terminal.show({"facets": listed, "read": told.read if told else 0, "found": told.found if told else 0})
        return 0
    for one in values:
        terminal.say(f"{one.count:>9,}  {one.term}")
    if told is not None and told.read < told.found:
        terminal.tell(f"Values are those of {told.read:,} of {told.found:,} clips; rare ones may be missing.")
    return 0
