"""The verbs about where originals are: originals and relink."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from pathlib import Path

from core.app import open_archive
from core.catalog.edits import counted
from core.cli.intake import INTERRUPTED, first_interrupt_calls
from core.cli.opening import clips_found, open_to_read
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.fixity.presence import Presence, Presences
from core.ingest.relink import Relinking, RelinkPlan


def originals(options: Namespace, terminal: Terminal) -> int:
    """Tell which originals are here, offline (their drive is not connected) or missing; that is never recorded."""
    presences = Presences()
    counts: Counter[Presence] = Counter()
    away = []
    with open_to_read(options.archive) as archive:
        for clip_id in clips_found(archive, options.query):
            clip = archive.clip(clip_id)
            presence = presences.of_clip(clip)
            counts[presence] += 1
            if presence is not Presence.HERE:
                away.append((presence, clip))
    if options.json:
        clips = [{"id": clip.id, "name": clip.name, "path": clip.file.path, "is": presence} for presence, clip in away]
        terminal.show({"counts": {str(one): counts[one] for one in Presence}, "clips": clips})
    else:
        for presence, clip in away:
            terminal.say(f"{presence:<8}  {clip.file.path}")
        terminal.tell(", ".join(f"{counts[one]:,} {one}" for one in Presence) + ".")
    return 1 if counts[Presence.MISSING] else 0


def relink(options: Namespace, terminal: Terminal) -> int:
    """Look for moved or renamed originals under a folder, and with --apply take their new places over."""
    folder = Path(options.folder)
    if not folder.is_dir():
        raise UserProblem(f"{folder} is no folder that can be looked through.")
    opened = open_archive if options.apply else open_to_read
    with opened(options.archive) as archive:
        relinking = Relinking(archive.catalog, archive.index.known_at, thorough=options.thorough)
        with first_interrupt_calls(relinking.cancel):
            plan = relinking.run(
                clips_found(archive, options.query),
                folder,
                lambda what, count: terminal.pass_by(f"{what}: {count:,}"),
            )
        if options.apply and plan.usable and not plan.cancelled:
            relinking.apply(plan.usable)
    terminal.end_line()
    if options.json:
        terminal.show(_shown(plan, applied=options.apply and not plan.cancelled))
    else:
        _tell(plan, options, terminal)
    if plan.cancelled:
        terminal.tell("Cancelled; nothing was changed.")
        return INTERRUPTED
    return 1 if plan.unfound or len(plan.usable) < len(plan.matches) else 0


def _shown(plan: RelinkPlan, *, applied: bool) -> dict[str, object]:
    return {
        "applied": applied,
        "files_seen": plan.seen,
        "files_read": plan.read,
        "found": [
            {
                "clip": match.lost.clip,
                "name": match.lost.name,
                "old": match.lost.file.path,
                "new": match.file.path,
                "sure": match.sure,
                "why": match.why,
            }
            for match in plan.matches
        ],
        "not_found": [
            {"clip": lost.clip, "name": lost.name, "path": lost.file.path, "is": lost.presence} for lost in plan.unfound
        ],
    }


def _tell(plan: RelinkPlan, options: Namespace, terminal: Terminal) -> None:
    for match in plan.matches:
        terminal.say(f"{match.lost.file.path}\n  → {match.file.path}  ({match.sure}: {match.why})")
    for lost in plan.unfound:
        terminal.say(f"{lost.file.path}\n  not found ({lost.presence})")
    done = "Relinked" if options.apply and not plan.cancelled else "Found"
    hint = "" if options.apply or not plan.usable else " --apply takes the new places over."
    terminal.tell(f"{done} {len(plan.usable):,} of {counted(plan.lost, 'lost original')}.{hint}")
