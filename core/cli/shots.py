"""The verb that tells what a clip consists of: shots."""

from __future__ import annotations

import os
from argparse import Namespace
from contextlib import closing
from fractions import Fraction
from threading import Event
from typing import Any

from core.cli.documents import exact, seconds
from core.cli.terminal import Terminal
from core.errors import FileProblem
from core.model.codec import from_document
from core.model.time import clock
from core.ports.media import End, Outcome, ShotList
from core.workers.limits import Limits
from core.workers.pool import Pool

LIMITS = Limits(wall_s=24 * 3600.0, stall_s=60.0, cpu_s=24 * 3600)
"""An hour of 4K may take as long as it takes, while it gets on."""

_SENTENCES = {
    End.CRASHED: "crashed the decoder; the file is damaged",
    End.STALLED: "made the decoder stand still; the file is damaged",
    End.TOO_BIG: "needs more memory than a file may",
    End.TOO_SLOW: "takes longer than a file may",
    End.CANCELLED: "was not read: no worker process could be started",
}


def shots(options: Namespace, terminal: Terminal) -> int:
    """Tell where the shots of a clip begin and which keyframes stand for them."""
    mode = "triage" if options.triage else "exact"
    found = _found(os.path.abspath(options.file), mode)
    if options.json:
        terminal.show(_document(found))
    else:
        _tell(found, terminal)
    return 0


def _found(path: str, mode: str) -> ShotList:
    """Have a child look; raises FileProblem with the sentence where nothing comes of it."""
    ended = Event()
    outcomes: list[Outcome] = []

    def on_done(_: str, outcome: Outcome) -> None:
        outcomes.append(outcome)
        ended.set()

    with closing(Pool("core.media.jobs:shots", 1, LIMITS)) as pool:
        pool.submit(path, {"path": path, "mode": mode}, on_done)
        ended.wait()
    (outcome,) = outcomes
    if outcome.end is End.DONE:
        return from_document(outcome.value, ShotList)
    name = os.fsencode(os.path.basename(path)).decode("utf-8", "replace")
    refused = outcome.end is End.REFUSED and outcome.detail
    raise FileProblem(outcome.detail if refused else f"{name} {_SENTENCES.get(outcome.end, 'cannot be read')}.")


def _document(found: ShotList) -> dict[str, Any]:
    return {
        "shots": [
            {
                "start": seconds(shot.start),
                "start_exact": exact(shot.start),
                "end": seconds(shot.end),
                "end_exact": exact(shot.end),
                "start_frame": shot.start_frame,
                "kind": shot.kind,
            }
            for shot in found.shots
        ],
        "keyframes": [
            {
                "time": seconds(keyframe.time),
                "time_exact": exact(keyframe.time),
                "frame": keyframe.frame,
                "reason": keyframe.reason,
            }
            for keyframe in found.keyframes
        ],
        "decoded_frames": found.decoded,
        "mode": found.mode,
    }


def _tell(found: ShotList, terminal: Terminal) -> None:
    for number, shot in enumerate(found.shots, 1):
        frame = "" if shot.start_frame is None else f"frame {shot.start_frame:,}"
        kept = [clock(one.time) for one in found.keyframes if shot.start <= one.time < shot.end]
        terminal.say(
            f"{number:4}  {_precise(shot.start)}  {_precise(shot.end)}  {shot.kind:8}  {frame:14}  "
            f"keyframes at {', '.join(kept) or 'none'}"
        )
    terminal.say(f"{len(found.shots):,} shots, {len(found.keyframes):,} keyframes; {found.mode}, "
                 f"{found.decoded:,} pictures decoded.")  # fmt: skip


def _precise(time: Fraction) -> str:
    minutes, rest = divmod(round(time * 1000), 60_000)
    return f"{minutes:3}:{rest // 1000:02}.{rest % 1000:03}"
