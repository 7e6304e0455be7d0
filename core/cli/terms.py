"""What the command line says of all clips that come in, and whether they are copied."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from core.app import Archive
from core.cli.naming import entry_named
from core.cli.tagging import OPTIONS
from core.ingest.terms import GivenTag, Terms
from core.model.clip import Source, Status


def add_terms(parser: ArgumentParser) -> None:
    """Let a verb be told on which terms clips come in."""
    parser.add_argument("--copy", action="store_true", help="copy originals into the archive, verified")
    for option, kind, role in OPTIONS:
        flag = f"--{option.replace('_', '-')}"
        words = f"{role} in every new clip, as claimed; may be repeated"
        parser.add_argument(flag, metavar=kind.upper(), action="append", default=[], help=words)
    parser.add_argument("--confirmed", action="store_true", help="these names are confirmed, not only claimed")
    parser.add_argument("--source", metavar="WHERE", default="", help="where all of them come from, such as a platform")
    parser.add_argument("--credit", metavar="C", default="", help="how all of them are credited")


def terms_of(archive: Archive, options: Namespace) -> Terms:
    """Return the terms the options tell; raises UserProblem for a name that nobody has."""
    return Terms(
        copy=options.copy,
        tags=tuple(_tags(archive, options)),
        source=Source(platform=options.source, credit=options.credit),
    )


def _tags(archive: Archive, options: Namespace) -> Iterator[GivenTag]:
    status = Status.CONFIRMED if options.confirmed else Status.CLAIMED
    for option, kind, role in OPTIONS:
        for name in dict.fromkeys(getattr(options, option)):
            yield GivenTag(entry=entry_named(archive, name, kind).id, role=role, status=status)
