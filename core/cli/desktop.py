"""Slatebook in the menu of a Linux desktop: entry, icon and type of archives, for one person."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from core.cli.terminal import Terminal
from core.errors import SystemProblem, UserProblem
from core.files import replace_file
from core.workers.tools import run_tool

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_ENTRY = "applications/slatebook.desktop"
_TYPE = "mime/packages/slatebook.xml"
_ICON = "icons/hicolor/scalable/apps/slatebook.svg"
_RESERVED = " \"'\\><~|&;$*?#()`\t\n"
"""What the Desktop Entry Specification 1.5 wants quoted in Exec."""


def desktop(options: Namespace, terminal: Terminal) -> int:
    """Put Slatebook into the menu of this desktop for you, or take it out again."""
    if not sys.platform.startswith("linux"):
        raise UserProblem("Only Linux desktops have such entries; here, make a shortcut to main.py instead.")
    data = data_folder(os.environ)
    try:
        (take_out if options.remove else put_in)(data)
    except OSError as error:
        raise SystemProblem(f"{error.filename or data} could not be written: {error.strerror}.") from error
    for tool, folder in (("update-mime-database", data / "mime"), ("update-desktop-database", data / "applications")):
        if folder.is_dir() and not run_tool(tool, str(folder)):
            terminal.tell(f"{tool} is not here or failed; the desktop may take notice only after you log in again.")
    there = f"Slatebook is in the menu: {data / _ENTRY}"
    terminal.say("Slatebook is no longer in the menu." if options.remove else there)
    return 0


def data_folder(environment: Mapping[str, str]) -> Path:
    """Return where a person's own desktop entries lie (XDG Base Directory Specification)."""
    named = environment.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def put_in(data: Path) -> None:
    """Write entry, type and icon below ``data``.  Raises OSError."""
    entry = (RESOURCES / "desktop" / "slatebook.desktop").read_text(encoding="utf-8")
    files = {
        _ENTRY: entry.replace("Exec=slatebook %f", f"Exec={_command()} %f").encode(),
        _TYPE: (RESOURCES / "desktop" / "slatebook.xml").read_bytes(),
        _ICON: (RESOURCES / "icons" / "slatebook.svg").read_bytes(),
    }
    for place, content in files.items():
        (data / place).parent.mkdir(parents=True, exist_ok=True)
        replace_file(data / place, content)


def take_out(data: Path) -> None:
    """Remove what ``put_in`` wrote.  Raises OSError."""
    for place in (_ENTRY, _TYPE, _ICON):
        (data / place).unlink(missing_ok=True)


def _command() -> str:
    """Return what starts this very Slatebook: the command where it is installed, else Python on main.py."""
    main = RESOURCES.parent / "main.py"
    installed = shutil.which("slatebook")
    words = [str(Path(sys.executable)), str(main)] if main.exists() or installed is None else [installed]
    return " ".join(quoted(word) for word in words)


def quoted(word: str) -> str:
    """Return an argument as the Exec key of a desktop entry wants it: quoted, escaped twice, % doubled."""
    escaped = "".join(_escaped(word)).replace("%", "%%")
    return f'"{escaped}"' if any(letter in _RESERVED for letter in word) else escaped


def _escaped(word: str) -> Iterator[str]:
    for letter in word:
        # Once for the quoting of the key, once more for its type, string, where a backslash is itself escaped.
        yield {"\\": "\\\\\\\\", '"': '\\\\"', "`": "\\\\`", "$": "\\\\$"}.get(letter, letter)
