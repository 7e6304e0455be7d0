"""What an import would do, on the command line."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from core.cli.opening import open_to_read
from core.cli.terminal import Terminal
from core.ingest.forecast import Fate, Forecast

_TOLD_ONE_BY_ONE = (Fate.MOVED, Fate.DUPLICATE, Fate.AGAIN, Fate.UNREADABLE)


def forecast(options: Namespace, paths: Sequence[Path], terminal: Terminal) -> int:
    """Say what an import of ``paths`` would do; changes nothing."""
    with open_to_read(options.archive) as archive:
        found = archive.forecasting().run(paths, lambda so_far: terminal.pass_by(f"{so_far.total:,} files looked at"))
    terminal.end_line()
    if options.json:
        terminal.show(_document(found, copy=options.copy))
        return int(bool(options.copy and found.lacking))
    for file in found.files:
        if file.fate in _TOLD_ONE_BY_ONE:
            beside = f" ({file.beside})" if file.beside else ""
            terminal.say(f"{file.fate}: {file.path}{beside}{f': {file.why}' if file.why else ''}")
    counted = [f"{found.counts[fate]:,} {fate}" for fate in Fate if found.counts.get(fate)]
    terminal.say(f"{', '.join(counted) or 'Nothing to import'}.")
    if options.copy:
        terminal.say(_room(found))
    return int(bool(options.copy and found.lacking))


def _document(found: Forecast, *, copy: bool) -> dict[str, object]:
    return {
        "counts": {str(fate): found.counts.get(fate, 0) for fate in Fate},
        "to_copy": found.to_copy if copy else 0,
        "free": found.free,
        "lacking": found.lacking if copy else 0,
        "files": [
            {"path": file.path, "size": file.size, "fate": str(file.fate), "beside": file.beside, "why": file.why}
            for file in found.files
        ],
    }


def _room(found: Forecast) -> str:
    words = f"{size_words(found.to_copy)} to copy"
    if found.lacking:
        return f"{words}; {size_words(found.lacking)} more have to be free on the archive's drive."
    return f"{words}; {size_words(found.free or 0)} are free."


def size_words(size: int) -> str:
    """Return a size as people say it, in units of a thousand."""
    number, unit = float(size), "bytes"
    for larger in ("kB", "MB", "GB", "TB"):
        if number < 1000:
            break
        number, unit = number / 1000, larger
    return f"{number:,.1f} {unit}" if unit != "bytes" else f"{size:,} bytes"
