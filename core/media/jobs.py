"""What a worker child is asked to do; named, with plain values in and out, so that it can run anywhere.

An import asks twice: for "triage" of all files first, so that each has its poster and strip at once, then for "exact"
in the background.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from core.errors import FileProblem
from core.media.clips import glance_at_clip, inspect_clip, inspect_clip_exactly, list_shots
from core.media.dates import file_date
from core.media.looking import Mode
from core.media.opening import Source, inspect_source
from core.media.stills import inspect_still
from core.model import reasons
from core.model.codec import to_document
from core.model.reasons import said
from core.ports.media import Findings

KEYFRAMES = 24
EDGE = 640

Progress = Callable[[], None]
Result = tuple[dict[str, Any], list[bytes]]
InspectClip = Callable[[Source, int, int, Progress], tuple[Findings, list[bytes]]]

_BY_MODE: Mapping[str, InspectClip] = {
    "": inspect_clip,
    Mode.TRIAGE: glance_at_clip,
    Mode.EXACT: inspect_clip_exactly,
}


def inspect(task: Mapping[str, Any], progress: Progress) -> Result:
    """Return a core.ports.media.Findings as a document, and the JPEGs its keyframes point to.

    ``task`` holds ``path``; ``keyframes``, the most there may be of them; ``edge``, the longer edge of a still in
    pixels; ``mode``, "triage" or "exact" for what the jobs of that name do.  Without it shots are exact unless the clip
    is so large that nobody would wait.  Raises FileProblem with the sentence
    for a file that cannot be read.
    """
    return _inspected(task, _BY_MODE[task.get("mode", "")], progress)


def triage(task: Mapping[str, Any], progress: Progress) -> Result:
    """Return what ``inspect`` does, from the key frames of a clip alone, with its filmstrip; in a blink."""
    return _inspected(task, glance_at_clip, progress)


def exact(task: Mapping[str, Any], progress: Progress) -> Result:
    """Return what ``inspect`` does with every shot to the frame, however long that takes."""
    return _inspected(task, inspect_clip_exactly, progress)


def _inspected(task: Mapping[str, Any], inspect_one: InspectClip, progress: Progress) -> Result:
    source = inspect_source(task["path"])
    edge = int(task.get("edge", EDGE))
    if source.family.is_still:
        findings, blobs = inspect_still(source, edge)
    else:
        findings, blobs = inspect_one(source, int(task.get("keyframes", KEYFRAMES)), edge, progress)
    if findings.date_shot is None:
        findings = replace(findings, date_shot=file_date(source.mtime_ns))
    return to_document(findings), blobs


def shots(task: Mapping[str, Any], progress: Progress) -> Result:
    """Return a core.ports.media.ShotList as a document; ``task`` holds ``path`` and ``mode`` ("triage" or "exact").

    Raises FileProblem for a still, and for a file that cannot be read.
    """
    source = inspect_source(task["path"])
    if source.family.is_still:
        raise FileProblem(said(reasons.A_STILL, name=source.name))
    return to_document(list_shots(source, Mode(task["mode"]), progress)), []
