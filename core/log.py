"""The log file: what happened, for whoever has to find out why."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import platformdirs

from core.values import dataclass

LOGGERS = ("slatebook", "core", "gui")
"""The names all loggers of the program begin with: every module logs under its own name."""

HOME_VARIABLE = "SLATEBOOK_CONFIG"
"""Names one folder for settings and log instead of the usual ones."""

_BYTES_A_FILE = 1_000_000
_OLD_FILES = 3
TOLD = "slatebook.told"
"""The logger of problems the archivist was told of; the program is not at fault, yet they went wrong."""

_LINE = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d{3} \d+ ([A-Z]+) ([\w.]+): (.*)")
_TROUBLES = ("WARNING", "ERROR", "CRITICAL")
_started: list[logging.Handler] = []


@dataclass(frozen=True, slots=True)
class Logged:
    """One record of the log: when, in local time (ISO 8601 with a space), how grave, who says what, and all beyond."""

    when: str
    level: str
    name: str
    message: str
    details: str = ""

    @property
    def is_trouble(self) -> bool:
        """Whether something went wrong: a warning or worse, or a problem that the archivist was told of."""
        return self.level in _TROUBLES or self.name == TOLD


def log_file() -> Path:
    """Return where the log lies: the folder this system keeps logs in, or one under $SLATEBOOK_CONFIG."""
    home = os.environ.get(HOME_VARIABLE)
    folder = Path(home, "logs") if home else platformdirs.user_log_path("slatebook", appauthor=False)
    return folder / "slatebook.log"


def start(level: int = logging.INFO) -> Path | None:
    """Write the log to its file from now on; returns it, or None where it cannot be written."""
    from logging.handlers import RotatingFileHandler

    path: Path | None = log_file()
    handler: logging.Handler
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_file(), maxBytes=_BYTES_A_FILE, backupCount=_OLD_FILES, encoding="utf-8")
    except OSError:
        # A log that cannot be written is no reason not to work; a null handler keeps warnings off the terminal.
        path, handler = None, logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    for name in LOGGERS:
        logging.getLogger(name).addHandler(handler)
        logging.getLogger(name).setLevel(level)
    _started.append(handler)
    return path


def stop() -> None:
    """Close what ``start`` opened."""
    while _started:
        handler = _started.pop()
        for name in LOGGERS:
            logging.getLogger(name).removeHandler(handler)
        handler.close()


def logged(limit: int, *, troubles_only: bool) -> list[Logged]:
    """Return at most ``limit`` records of the log, the newest first; none where no log can be read."""
    files = (log_file().with_name(f"{log_file().name}{ending}") for ending in ("", ".1", ".2", ".3"))
    records = chain.from_iterable(reversed(list(_read(file))) for file in files)
    wanted = (record for record in records if record.is_trouble or not troubles_only)
    return [record for _, record in zip(range(limit), wanted, strict=False)]


def _read(file: Path) -> Iterator[Logged]:
    """Yield the records of one file, in order; lines that begin no record belong to the one before."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # no log yet, or none that may be read: then there is nothing to tell
        return
    record: Logged | None = None
    for line in lines:
        begun = _LINE.fullmatch(line)
        if begun is None:
            record = record and replace(record, details=f"{record.details}{line}\n")
            continue
        if record is not None:
            yield record
        record = Logged(*begun.groups())
    if record is not None:
        yield record
