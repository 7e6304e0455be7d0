"""The verbs about what is said of clips and how far it may be trusted: claim, status and suggestions."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from core.app import Archive, open_archive
from core.catalog.claims import AddStatement, AllowSuggestion, RejectSuggestion, SetStatus, Statements
from core.catalog.edits import Edit, Together, counted
from core.cli.naming import entry_named
from core.cli.opening import clips_found
from core.cli.tagging import OPTIONS
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.model.changes import Table
from core.model.clip import Role, Status, Tag
from core.model.ids import ClipId, TagId
from core.model.vocabulary import Entry

_Named = tuple[Entry, Role]

_MODES = {
    Status.CLAIMED: "Left {0} as a claim on {1}.",
    Status.SUPPORTED: "Supported {0} on {1}.",
    Status.CONFIRMED: "Confirmed {0} on {1}.",
    Status.DISPUTED: "Disputed {0} on {1}.",
    Status.REFUTED: "Refuted {0} on {1}.",
}


def claim(options: Namespace, terminal: Terminal) -> int:
    """Put down what somebody says of every clip that answers a query, beside what others say."""
    with open_archive(options.archive) as archive:
        named, clips = _asked(archive, options)
        edits = tuple(
            AddStatement(
                clips,
                Tag(
                    id=TagId(""),
                    entry=entry.id,
                    role=role,
                    status=Status(options.status),
                    said_by=options.said_by,
                    verbatim=options.verbatim,
                    evidence=options.evidence or "",
                ),
            )
            for entry, role in named
        )
        by = f" by {options.said_by}" if options.said_by else ""
        label = f"{options.status.capitalize()}{by}: {_names(named)} on {counted(clips)}"
        changed = _apply(archive, clips, Together(label, edits))
    return _told(options, terminal, clips, changed, f"Put down {_names(named)} as {options.status}{by} on {{0}}.")


def status(options: Namespace, terminal: Terminal) -> int:
    """Confirm, support, dispute or refute what is said of every clip that answers a query."""
    wanted = Status(options.set)
    standing = frozenset(map(Status, options.was)) if options.was else frozenset(Status)
    with open_archive(options.archive) as archive:
        named, clips = _asked(archive, options)
        edits = tuple(
            SetStatus(
                clips=clips,
                status=wanted,
                of=Statements(entry=entry.id, role=role, standing=standing, said_by=options.said_by),
                evidence=options.evidence,
            )
            for entry, role in named
        )
        label = f"{_MODES[wanted].format(_names(named), counted(clips)).removesuffix('.')}"
        changed = _apply(archive, clips, edits[0] if len(edits) == 1 else Together(label, edits))
    return _told(options, terminal, clips, changed, _MODES[wanted].format(_names(named), "{0}"))


def suggestions(options: Namespace, terminal: Terminal) -> int:
    """Have names never be suggested for clips again, or with --allow suggested once more."""
    kind = AllowSuggestion if options.allow else RejectSuggestion
    with open_archive(options.archive) as archive:
        named, clips = _asked(archive, options)
        edits = tuple(kind(clips, entry.id, role) for entry, role in named)
        verb = "Suggest" if options.allow else "Do not suggest"
        changed = _apply(archive, clips, Together(f"{verb} {_names(named)} for {counted(clips)}", edits))
    what = "will be suggested again" if options.allow else "will not be suggested again"
    return _told(options, terminal, clips, changed, f"{_names(named)} {what} for {{0}}.")


def _asked(archive: Archive, options: Namespace) -> tuple[list[_Named], tuple[ClipId, ...]]:
    """Return whom the options name, in which role, and the clips; raises UserProblem for a name nobody has."""
    named = [
        (entry_named(archive, name, kind), role)
        for option, kind, role in OPTIONS
        for name in dict.fromkeys(getattr(options, option))
    ]
    if not named:
        raise UserProblem("Say whom or what it is about: --person, --location, --production or --keyword.")
    return named, tuple(clips_found(archive, options.query))


def _names(named: Sequence[_Named]) -> str:
    return ", ".join(dict.fromkeys(entry.label for entry, _ in named))


def _apply(archive: Archive, clips: Sequence[ClipId], edit: Edit) -> int:
    return len(archive.catalog.apply(edit).touched(Table.CLIPS)) if clips else 0


def _told(options: Namespace, terminal: Terminal, clips: Sequence[ClipId], changed: int, sentence: str) -> int:
    if options.json:
        terminal.show({"clips": len(clips), "changed": changed})
    elif not clips:
        terminal.say("No clip answers that; nothing was changed.")
    else:
        terminal.say(sentence.format(counted(range(changed))))
    return 0
