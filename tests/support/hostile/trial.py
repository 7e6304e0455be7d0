"""An import of hostile files with real workers, and everything that can be seen of it from outside."""

from __future__ import annotations

import os
import selectors
import socket
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.app import Archive
from core.ingest.report import ImportReport
from core.model.clip import Clip
from core.ports.media import MediaPool, OnDone, Outcome
from core.workers.limits import Limits
from core.workers.pool import Pool
from tests.support.hostile.case import Case
from tests.support.hostile.scripts import Bait

LIMITS = Limits(wall_s=60, stall_s=15, cpu_s=60)
"""Tighter than an archivist's, for most of what runs into them never ends."""

CANARY = b"canary: nobody may read this\n"


class WatchedPool:
    """A MediaPool that notes how each of its jobs ended."""

    def __init__(self, pool: MediaPool) -> None:
        self._pool = pool
        self.outcomes: dict[str, Outcome] = {}

    def submit(self, key: str, task: Mapping[str, Any], on_done: OnDone) -> None:
        def noted(key: str, outcome: Outcome) -> None:
            self.outcomes[task["path"]] = outcome
            on_done(key, outcome)

        self._pool.submit(key, task, noted)

    def cancel(self, key: str) -> None:
        self._pool.cancel(key)

    def pause(self) -> None:
        self._pool.pause()

    def resume(self) -> None:
        self._pool.resume()

    def close(self) -> None:
        self._pool.close()


def watched_pool(lanes: int) -> WatchedPool:
    return WatchedPool(Pool("core.media.jobs:inspect", lanes, LIMITS))


@dataclass
class Listener:
    """Sockets of TCP and UDP on one port of this machine; ``heard`` is what came."""

    port: int
    heard: list[str] = field(default_factory=list)


@contextmanager
def listening() -> Iterator[Listener]:
    """Listen on a port of this machine until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        listener = Listener(tcp.getsockname()[1])
        udp.bind(("127.0.0.1", listener.port))
        over = threading.Event()
        thread = threading.Thread(target=_listen, args=(listener, tcp, udp, over))
        thread.start()
        try:
            yield listener
        finally:
            over.set()
            thread.join()


def _listen(listener: Listener, tcp: socket.socket, udp: socket.socket, over: threading.Event) -> None:
    with selectors.DefaultSelector() as selector:
        for each in (tcp, udp):
            selector.register(each, selectors.EVENT_READ)
        while not over.is_set():
            for key, _ in selector.select(0.1):
                if key.fileobj is tcp:
                    connection, sender = tcp.accept()
                    connection.close()
                    listener.heard.append(f"TCP from {sender}")
                else:
                    listener.heard.append(f"UDP from {udp.recvfrom(100)[1]}")


def lay_bait(folder: Path, port: int) -> Bait:
    """Put what must not be read beside the scripts and elsewhere."""
    scripts, elsewhere = folder / "corpus" / "script", folder / "elsewhere"
    for place in (scripts, elsewhere):
        place.mkdir(parents=True, exist_ok=True)
        (place / "canary.bin").write_bytes(CANARY)
    return Bait("canary.bin", str(elsewhere / "canary.bin"), port)


def stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return size, time and kind of everything under ``folder``, to see whether anything changed."""
    found = {}
    for place, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = os.path.join(place, name)
            facts = os.lstat(path)
            found[path] = facts.st_size, facts.st_mtime_ns, facts.st_mode
    return found


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one case: in a word, and the sentence it got."""

    case: Case
    came_to: str
    sentence: str = ""


def verdicts(archive: Archive, written: Mapping[bytes, Case], report: ImportReport, pool: WatchedPool) -> list[Verdict]:
    """Return what the archive says of every case."""
    clips = _by_location(archive)
    unreachable = {failure.path: failure.reason for failure in report.failed}
    found = []
    for path, case in written.items():
        location = os.fsdecode(path)
        clip = clips.get(location)
        outcome = pool.outcomes.get(location)
        shown = path.decode("utf-8", "replace")
        if clip is None:
            sentence = unreachable.get(shown, "")
            found.append(Verdict(case, "unreachable" if sentence else "passed over", sentence))
        elif not clip.problem:
            found.append(Verdict(case, "read"))
        elif clip.keyframes or clip.facts.container:
            found.append(Verdict(case, "read in part", clip.problem))
        else:
            found.append(Verdict(case, outcome.end if outcome else "not opened", clip.problem))
    return found


def _by_location(archive: Archive) -> dict[str, Clip]:
    clips = [archive.clip(clip) for clip in archive.index.clip_ids(archive.search("").rows)]
    return {file.location: clip for clip in clips for file in clip.files}


def table(found: Sequence[Verdict]) -> str:
    """Return how many cases of each group came to what."""
    counts = Counter((verdict.case.group, verdict.came_to) for verdict in found)
    ends = sorted({verdict.came_to for verdict in found})
    lines = [f"{'group':<12}" + "".join(f"{end:>14}" for end in ends)]
    for group in sorted({verdict.case.group for verdict in found}):
        lines.append(f"{group:<12}" + "".join(f"{counts[group, end] or '':>14}" for end in ends))
    return "\n".join(lines)


def faults(found: Sequence[Verdict]) -> list[str]:
    """Return what must not be: a case without an answer, an answer that is no sentence, a script that was taken."""
    wrong = []
    for one in found:
        name = f"{one.case.group}/{one.case.name.decode('utf-8', 'replace')}: {one.came_to}: {one.sentence}"
        if one.came_to == "passed over":
            wrong += [] if one.case.silent else [name]
        elif one.came_to == "read":
            wrong += [name] if one.case.group == "script" or one.case.silent else []
        elif not _is_sentence(one.sentence.replace(one.case.name.decode("utf-8", "replace"), "NAME")):
            wrong.append(name)
    return wrong


def _is_sentence(text: str) -> bool:
    technical = ("Traceback", "Error:", "Errno", "0x", "av.error", "cv2")
    return text.endswith(".") and len(text) > 20 and not any(word in text for word in technical)
