"""The verb that says which frame stands for a clip: poster."""

from __future__ import annotations

import re
from argparse import Namespace
from fractions import Fraction

from core.app import open_archive
from core.catalog.poster_edits import SetPoster
from core.cli.documents import exact
from core.cli.opening import clip_named
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.model.time import clock

_TIME = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)")


def poster(options: Namespace, terminal: Terminal) -> int:
    """Have the keyframe nearest to a time stand for a clip in grids and sheets."""
    wanted = _seconds(options.at)
    with open_archive(options.archive) as archive:
        clip = archive.clip(clip_named(archive, options.clip))
        if not clip.keyframes:
            raise UserProblem(f"No keyframe of {clip.name} was kept, so none can be its poster.")
        frame = min(clip.keyframes, key=lambda frame: abs(frame.time - wanted))
        changed = bool(archive.catalog.apply(SetPoster(clip.id, frame.still)))
    if options.json:
        terminal.show({"clip": clip.id, "still": frame.still, "time": exact(frame.time), "changed": changed})
    elif changed:
        terminal.say(f"The frame at {clock(frame.time)} is the poster of {clip.name} now.")
    else:
        terminal.say(f"The frame at {clock(frame.time)} is the poster of {clip.name} already.")
    return 0


def _seconds(text: str) -> Fraction:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise UserProblem(f"“{text}” is no time; write 12.5 or 1:02.5.")
    hours, minutes, seconds = found.groups(default="0")
    return int(hours) * 3600 + int(minutes) * 60 + Fraction(seconds)
