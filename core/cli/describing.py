"""The verb that says whose clips are and when they may leave: describe."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.app import open_archive
from core.catalog.edits import Describe, Edit, Together, counted
from core.cli.opening import clips_found
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.export.columns import UNTIL_RELEASE
from core.export.embargo import last_day
from core.export.rights import statement_uri
from core.model.changes import Table
from core.model.clip import Access, Clip, Level, Permission, Rights, Source
from core.model.ids import ClipId

NO_EMBARGO = "none"

_Words = tuple[Rights, Access, Source]

_OPTIONS = ("rights", "holder", "permission", "licence", "embargo", "reason", "level", "credit")


def describe(options: Namespace, terminal: Terminal) -> int:
    """Set rights, embargo, access and credit of every clip that answers a query, in one step of undo."""
    given = [option for option in _OPTIONS if getattr(options, option) is not None]
    if not given:
        raise UserProblem(f"Say what to set: {', '.join(f'--{option}' for option in _OPTIONS)}.")
    with open_archive(options.archive) as archive:
        clips = tuple(clips_found(archive, options.query))
        edits = tuple(_edits(map(archive.clip, clips), options))
        change = (
            archive.catalog.apply(Together(f"Change {_listed(given)} of {counted(clips)}", edits)) if clips else None
        )
        changed = len(change.touched(Table.CLIPS)) if change else 0
    if options.json:
        terminal.show({"clips": len(clips), "changed": changed})
        return 0
    terminal.say(f"Changed {_listed(given)} of {counted(range(changed))}." if clips else "No clip answers that.")
    return 0


def _listed(given: list[str]) -> str:
    *others, last = given
    return f"{', '.join(others)} and {last}" if others else last


def _edits(clips: Iterable[Clip], options: Namespace) -> Iterator[Edit]:
    """Yield one edit for all clips of which the same is to be said."""
    alike: dict[_Words, list[ClipId]] = {}
    for clip in clips:
        words = (_rights(clip.rights, options), _access(clip.access, options), _source(clip.source, options))
        alike.setdefault(words, []).append(clip.id)
    for (rights, access, source), ids in alike.items():
        yield Describe(clips=tuple(ids), rights=rights, access=access, source=source)


def _rights(rights: Rights, options: Namespace) -> Rights:
    if options.rights is not None:
        rights = replace(rights, statement=statement_uri(options.rights))
    if options.holder is not None:
        rights = replace(rights, holder=options.holder.strip())
    if options.permission is not None:
        rights = replace(rights, permission=Permission(options.permission.replace("-", " ")))
    if options.licence is not None:
        rights = replace(rights, licence=options.licence.strip())
    return rights


def _access(access: Access, options: Namespace) -> Access:
    if options.level is not None:
        access = replace(access, level=Level(options.level))
    if options.reason is not None:
        access = replace(access, reason=options.reason.strip())
    if options.embargo is None:
        return access
    if options.embargo == NO_EMBARGO:
        return replace(access, embargo="", until_release=False, reason=(options.reason or "").strip())
    if options.embargo == UNTIL_RELEASE:
        return replace(access, embargo="", until_release=True)
    if last_day(options.embargo) is None:
        raise UserProblem(
            f"“{options.embargo}” is no date; write 2026, 2026-11 or 2026-11-23, “{UNTIL_RELEASE}” or “{NO_EMBARGO}”."
        )
    return replace(access, embargo=options.embargo, until_release=False)


def _source(source: Source, options: Namespace) -> Source:
    return source if options.credit is None else replace(source, credit=options.credit.strip())
