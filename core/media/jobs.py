"""What a worker child is asked to do; named, with plain values in and out, so that it can run anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from core.media.clips import inspect_clip
from core.media.dates import file_date
from core.media.opening import inspect_source
from core.media.stills import inspect_still
from core.model.codec import to_document

KEYFRAMES = 24
EDGE = 640


def inspect(task: Mapping[str, Any], progress: Callable[[], None]) -> tuple[dict[str, Any], list[bytes]]:
    """Return a core.ports.media.Findings as a document, and the JPEGs its keyframes point to.

    ``task`` holds ``path``; ``keyframes``, the most there may be of them; ``edge``, the longer edge of a still in
    pixels.  Raises FileProblem with the sentence for a file that cannot be read.
    """
    source = inspect_source(task["path"])
    edge = int(task.get("edge", EDGE))
    if source.family.is_still:
        findings, blobs = inspect_still(source, edge)
    else:
        findings, blobs = inspect_clip(source, int(task.get("keyframes", KEYFRAMES)), edge, progress)
    if findings.date_shot is None:
        findings = replace(findings, date_shot=file_date(source.mtime_ns))
    return to_document(findings), blobs
