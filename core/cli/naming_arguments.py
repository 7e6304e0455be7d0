"""The grammar of the verbs about names and claims."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any, Protocol

from core.catalog.hygiene import Fault
from core.cli import claiming, entries
from core.cli.tagging import OPTIONS
from core.model.clip import Status
from core.model.vocabulary import EntryKind

_KINDS = [str(kind) for kind in EntryKind]
_STATUSES = [str(status) for status in Status]


class AddVerb(Protocol):
    """Adds a verb, with the archive as its first argument and, for machines, ``--json``."""

    def __call__(self, name: str, run: Any, *, among: Any = None) -> ArgumentParser: ...


def add_claim_verbs(verb: AddVerb) -> None:
    """Add claim, status and suggestions."""
    claim = verb("claim", claiming.claim)
    _add_statement(claim)
    claim.add_argument("--status", choices=_STATUSES, default=str(Status.CLAIMED), help="default: claimed")
    claim.add_argument("--said-by", metavar="WHO", default="", help="who says so")
    claim.add_argument("--verbatim", metavar="WORDS", default="", help="in their own words")
    status = verb("status", claiming.status)
    _add_statement(status)
    status.add_argument("--set", choices=_STATUSES, required=True, help="how far it may be trusted now")
    status.add_argument("--was", choices=_STATUSES, action="append", help="only what stands so now; may be repeated")
    status.add_argument("--said-by", metavar="WHO", help="only what that one says")
    for parser in (claim, status):
        parser.add_argument("--evidence", metavar="E", help="what shows it")
    suggestions = verb("suggestions", claiming.suggestions)
    _add_statement(suggestions)
    suggestions.add_argument("--allow", action="store_true", help="suggest them once more")


def _add_statement(parser: ArgumentParser) -> None:
    parser.add_argument("--query", metavar="Q", required=True, help="the clips it is about")
    for option, kind, role in OPTIONS:
        flag = f"--{option.replace('_', '-')}"
        parser.add_argument(flag, metavar=kind.upper(), action="append", default=[], help=f"{role}; may be repeated")


def add_entry_verbs(verb: AddVerb, among: Any) -> None:
    """Add the verbs below entry."""
    listing = verb("list", entries.list_names, among=among)
    listing.add_argument("--search", metavar="WORDS", default="", help="only those in whose names these words stand")
    _add_named(verb("show", entries.show, among=among))
    add = verb("add", entries.add, among=among)
    add.add_argument("name", metavar="NAME")
    add.add_argument("--new", action="store_true", help="even where a known name is near, or the same")
    change = verb("change", entries.change, among=among)
    _add_named(change)
    for parser in (add, change):
        _add_fields(parser)
    rename = verb("rename", entries.rename, among=among)
    _add_named(rename)
    rename.add_argument("new_name", metavar="NEW")
    rename.add_argument("--keep", action="store_true", help="keep the old name as an alias")
    alias = verb("alias", entries.alias, among=among)
    _add_named(alias)
    for flag in ("--add", "--remove"):
        alias.add_argument(flag, metavar="NAME[@LANGUAGE]", action="append", default=[], help="may be repeated")
    _add_merging(verb, among)
    _add_named(verb("remove", entries.remove, among=among))
    hygiene = verb("hygiene", entries.hygiene, among=among)
    hygiene.add_argument("--fault", choices=[fault.name.lower().replace("_", "-") for fault in Fault])
    for name, parser in among.choices.items():
        if name != "hygiene":
            parser.add_argument("--kind", choices=_KINDS, required=name == "add", help="of which kind it is")


def _add_named(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="a name, or an id or the beginning of one")


def _add_fields(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--parent", metavar="NAME", help=f"what it lies in or is part of; {entries.NOTHING} for nothing"
    )
    parser.add_argument("--from", dest="existed_from", metavar="DATE", help="born, founded")
    parser.add_argument("--to", dest="existed_to", metavar="DATE", help="died, dissolved")
    parser.add_argument("--released", metavar="DATE", help="of a production")
    parser.add_argument("--director", metavar="NAME", action="append", help="of a production; may be repeated")
    parser.add_argument("--id", metavar="REGISTER:ID", action="append", help="wikidata:Q37079; may be repeated")
    parser.add_argument("--note", metavar="TEXT")


def _add_merging(verb: AddVerb, among: Any) -> None:
    merge = verb("merge", entries.merge, among=among)
    merge.add_argument("losers", metavar="NAME", nargs="+", help="the names that shall lead to another")
    merge.add_argument("--into", metavar="NAME", required=True, help="the name that stays")
    merge.add_argument("--take", metavar="FIELD", action="append", default=[], help="take this from the merged name")
    merge.add_argument("--preview", action="store_true", help="only show what would move, and what does not agree")
    apart = verb("apart", entries.apart, among=among)
    _add_named(apart)
    apart.add_argument("other", metavar="OTHER")
