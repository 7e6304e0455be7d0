"""Reading one original whole and judging it by what its record says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from core.fixity.hashing import Algorithm, Digests, algorithm_of, hash_file
from core.fixity.originals import look_at, why_not_opened
from core.fixity.presence import Presence, Presences, presence_words
from core.fixity.report import Checked, Finding
from core.model.ids import ClipId
from core.model.media import MediaFile

_UNREACHED = {Presence.MISSING: Finding.MISSING, Presence.OFFLINE: Finding.OFFLINE}

Passed = Callable[[int], None]


def checked(clip: ClipId, file: MediaFile, wanted: Algorithm | None, passed: Passed, *, anew: bool = False) -> Checked:
    """Read ``file`` whole and return what was found; with ``anew`` what has changed is to be recorded as it is.

    It is compared by the algorithm its record was made with.  The hash to record is of the ``wanted`` algorithm; where
    that is None, of the recorded one, or XXH128 where none was.
    """
    known = algorithm_of(file.full_hash)
    if file.full_hash and known is None:
        algorithm, _, _ = file.full_hash.partition(":")
        return _found(clip, file, Finding.UNREADABLE, f"was recorded with “{algorithm}”, which this version lacks.")
    record_by = wanted or known or Algorithm.XXH128
    try:
        strayed = "" if file.full_hash else _strayed(file)
        before = _stamp(file)
        digests = hash_file(file.location, {record_by, known or record_by}, passed)
        moved = _stamp(file) != before
    except OSError as error:
        presence = Presences().of_file(file)
        finding = _UNREACHED.get(presence, Finding.UNREADABLE)
        words = presence_words(file.name, presence) or why_not_opened(file.name, error)
        return Checked(clip, file.path, finding, words)
    if moved:
        return _found(clip, file, Finding.UNREADABLE, "was written to while it was read. Verify it again later.")
    strayed = strayed or _differs(file, known, digests)
    if strayed and not anew:
        return _found(clip, file, Finding.CHANGED, strayed, digests.recorded(record_by))
    return _well(clip, file, digests.recorded(record_by))


def _well(clip: ClipId, file: MediaFile, full_hash: str) -> Checked:
    if file.full_hash == full_hash:
        return _found(clip, file, Finding.UNCHANGED, f"is unchanged ({full_hash}).", full_hash)
    return _found(clip, file, Finding.RECORDED, f"is recorded now ({full_hash}).", full_hash)


def _found(clip: ClipId, file: MediaFile, finding: Finding, words: str, full_hash: str = "") -> Checked:
    return Checked(clip, file.path, finding, f"{file.name} {words}", full_hash)


def _stamp(file: MediaFile) -> tuple[int, int]:
    status = Path(file.location).stat()
    return status.st_size, status.st_mtime_ns


def _strayed(file: MediaFile) -> str:
    """Return how a file without a full hash differs from what was imported; empty where it does not."""
    if not file.quick_hash:
        return ""
    look = look_at(file.location)
    if (look.size, look.quick_hash) == (file.size, file.quick_hash):
        return ""
    return "has changed since it was imported. Import it again to take it in as it is now."


def _differs(file: MediaFile, known: Algorithm | None, digests: Digests) -> str:
    """Return how a file differs from its recorded hash; empty where it does not."""
    if known is None or digests.recorded(known) == file.full_hash:
        return ""
    size, mtime_ns = _stamp(file)
    since = f"since it was verified{f' on {file.verified[:10]}' if file.verified else ''}"
    if (size, mtime_ns) == (file.size, file.mtime_ns):
        return f"has changed {since}, though its size and date have not: it is probably damaged. Try another copy."
    written = datetime.fromtimestamp(mtime_ns / 1e9, UTC).isoformat(" ", "seconds").removesuffix("+00:00")
    return f"has changed {since}: it was written to on {written} UTC. If that was meant, record it anew."
