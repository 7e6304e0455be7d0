"""The log file: what happened, for whoever has to find out why."""

from __future__ import annotations

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs

LOGGERS = ("slatebook", "core", "gui")
"""The names all loggers of the program begin with: every module logs under its own name."""

HOME_VARIABLE = "SLATEBOOK_CONFIG"
"""Names one folder for settings and log instead of the usual ones."""

_BYTES_A_FILE = 1_000_000
_OLD_FILES = 3
_started: list[logging.Handler] = []


def log_file() -> Path:
    """Return where the log lies: the folder this system keeps logs in, or one under $SLATEBOOK_CONFIG."""
    home = os.environ.get(HOME_VARIABLE)
    folder = Path(home, "logs") if home else platformdirs.user_log_path("slatebook", appauthor=False)
    return folder / "slatebook.log"


def start(level: int = logging.INFO) -> Path | None:
    """Write the log to its file from now on; returns it, or None where it cannot be written."""
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
