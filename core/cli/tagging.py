"""The verb that says what is in clips: tag."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from core.app import Archive, open_archive
from core.catalog.edits import AddEntry, Edit, TagClips, Together, UntagClips, counted
from core.cli.naming import did_you_mean, listed, unknown
from core.cli.opening import clips_found
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.model.changes import Table
from core.model.clip import Role, Tag
from core.model.ids import ClipId, TagId
from core.model.vocabulary import Entry, EntryKind
from core.values import dataclass

OPTIONS: tuple[tuple[str, EntryKind, Role], ...] = (
    ("person", EntryKind.PERSON, Role.PERSON_SHOWN),
    ("location", EntryKind.LOCATION, Role.LOCATION_SHOWN),
    ("location_shot", EntryKind.LOCATION, Role.LOCATION_SHOT),
    ("production", EntryKind.PRODUCTION, Role.PRODUCTION),
    ("keyword", EntryKind.KEYWORD, Role.KEYWORD),
)
"""What each option of the verb names, and what it says of the clip."""


@dataclass(frozen=True, slots=True)
class _Named:
    """An entry that was named, in the role it was named for."""

    entry: Entry
    role: Role
    is_new: bool


def tag(options: Namespace, terminal: Terminal) -> int:
    """Tag every clip that answers a query, or take tags off, in one step of undo."""
    with open_archive(options.archive) as archive:
        named = _named(archive, options)
        clips = tuple(clips_found(archive, options.query))
        change = archive.catalog.apply(_edit(named, clips, remove=options.remove)) if clips else None
        changed = len(change.touched(Table.CLIPS)) if change else 0
    created = _created(named) if clips else []
    if options.json:
        told = [{"id": entry.id, "kind": str(entry.kind), "label": entry.label} for entry in created]
        terminal.show({"clips": len(clips), "changed": changed, "created": told})
        return 0
    for entry in created:
        terminal.say(f"New {entry.kind}: {entry.label}.")
    terminal.say(_told(named, clips, changed, remove=options.remove))
    return 0


def _told(named: Sequence[_Named], clips: Sequence[ClipId], changed: int, *, remove: bool) -> str:
    if not clips:
        return "No clip answers that; nothing was changed."
    names = ", ".join(dict.fromkeys(one.entry.label for one in named))
    rest = len(clips) - changed
    if remove:
        return f"Took {names} off {counted(range(changed))}." + f" {rest:,} did not carry it." * bool(rest)
    return f"Tagged {counted(range(changed))} with {names}." + f" {rest:,} carried it already." * bool(rest)


def _edit(named: Sequence[_Named], clips: tuple[ClipId, ...], *, remove: bool) -> Edit:
    names = ", ".join(dict.fromkeys(one.entry.label for one in named))
    if remove:
        removals = tuple(UntagClips(clips, one.entry.id, one.role) for one in named)
        return Together(f"Take {names} off {counted(clips)}", removals)
    creations = (AddEntry(entry) for entry in _created(named))
    taggings = (TagClips(clips, Tag(id=TagId(""), entry=one.entry.id, role=one.role)) for one in named)
    return Together(f"Tag {counted(clips)} with {names}", (*creations, *taggings))


def _created(named: Sequence[_Named]) -> list[Entry]:
    return list({one.entry.id: one.entry for one in named if one.is_new}.values())


def _named(archive: Archive, options: Namespace) -> list[_Named]:
    """Return what the options name; a name that is not known yet makes a new entry, unless it is to be taken off."""
    named: list[_Named] = []
    for option, kind, role in OPTIONS:
        for name in dict.fromkeys(getattr(options, option)):
            known = _known(archive, kind, name) or _just_named(named, kind, name)
            if known is None and options.remove:
                raise UserProblem(unknown(archive, name, kind))
            if known is None and not options.new:
                _refuse_near(archive, kind, name)
            entry = known or Entry(id=archive.catalog.new_entry_id(), kind=kind, label=name.strip())
            is_new = archive.catalog.entry(entry.id) is None
            named.append(_Named(entry, role, is_new))
    if not named:
        raise UserProblem("Say what to tag with: --person, --location, --production or --keyword.")
    return named


def _just_named(named: Sequence[_Named], kind: EntryKind, name: str) -> Entry | None:
    """The entry that the same command is about to make: a place may be both shown and where the camera stood."""
    return next((one.entry for one in named if (one.entry.kind, one.entry.label) == (kind, name.strip())), None)


def _known(archive: Archive, kind: EntryKind, name: str) -> Entry | None:
    found = archive.vocabulary.find_exact(kind, name)
    if len(found) > 1:
        several = listed(archive, found)
        raise UserProblem(f"“{name}” may be any of these: {several}. Write it as it stands here.")
    return found[0] if found else None


def _refuse_near(archive: Archive, kind: EntryKind, name: str) -> None:
    """Make nobody anew who is there under a name that the hand slipped over."""
    near = archive.vocabulary.near_names(name, (kind,))
    if near:
        raise UserProblem(f"{did_you_mean(near)} Nobody is called “{name}” yet; --new makes a new {kind} of that name.")
