"""A screen with a window manager, and hands: real windows, real keys, real drags between programs.

Needs Xvfb, openbox and xdotool; :func:`missing` names what is not installed.  Places are pixels of the screen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "openbox", "xdotool", "import")
PATIENCE_S = 60.0
_STEP_S = 0.1
_SLOW = 12
"""So many steps make a drag: Qt and the toolkits it talks to need to see the pointer move."""

T = TypeVar("T")
Place = tuple[int, int]


def missing() -> list[str]:
    """Return the tools that a screen needs and this machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class Screen:
    """A screen of its own with a window manager; programs started on it end with it."""

    def __init__(self, display: str, stack: ExitStack, folder: Path) -> None:
        self.display = display
        self.folder = folder
        self._stack = stack
        self.environment: Mapping[str, str] = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_QPA", "WAYLAND"))},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "SLATEBOOK_CONFIG": str(folder / "config"),
            "SLATEBOOK_HOME": str(folder / "home"),
        }

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start a program on the screen; what it prints goes to a file of the folder."""
        log = self._stack.enter_context((self.folder / f"{Path(command[1]).stem}.log").open("ab"))
        program = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        self._stack.callback(_end, program)
        return program

    def slatebook(self, archive: Path, *options: str) -> subprocess.Popen[bytes]:
        """Open the window on ``archive`` and wait until it is there."""
        program = self.start([sys.executable, "main.py", str(archive), "--new-window", *options])
        wait_for(lambda: self._find("Slatebook") or program.poll() is not None)
        if program.poll() is not None:
            raise RuntimeError((self.folder / "main.log").read_text(encoding="utf-8"))
        return program

    def window(self, title: str) -> str:
        """Wait for a window whose title has ``title``, and return its number."""
        return wait_for(lambda: self._find(title))

    def _find(self, title: str) -> str:
        return self.hands("search", "--onlyvisible", "--name", title).split("\n")[0]

    def fill(self, title: str, place: Place, size: tuple[int, int]) -> None:
        """Give a window a place and a size."""
        number = self.window(title)
        self.hands("windowsize", number, *map(str, size))
        self.hands("windowmove", number, *map(str, place))
        self.hands("windowactivate", "--sync", number)

    def hands(self, *arguments: str) -> str:
        """Move the pointer or press keys, as xdotool calls it."""
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        return done.stdout.strip()

    def key(self, *keys: str) -> None:
        """Press keys one after the other: "ctrl+k", "Return"."""
        self.hands("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Type ``text`` into whatever has the focus."""
        self.hands("type", "--delay", "25", text)

    def click(self, place: Place, button: int = 1, times: int = 1) -> None:
        """Click at ``place``."""
        self.hands("mousemove", *map(str, place), "click", "--repeat", str(times), "--delay", "80", str(button))

    def drag(self, start: Place, end: Place, hold_s: float = 0.6) -> None:
        """Press at ``start``, go to ``end`` in steps, wait ``hold_s`` over it and let go."""
        self.hands("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, _SLOW + 1):
            at = [round(begin + (stop - begin) * step / _SLOW) for begin, stop in zip(start, end, strict=True)]
            self.hands("mousemove", *map(str, at))
            time.sleep(0.04)
        time.sleep(hold_s)
        self.hands("mouseup", "1")

    def picture(self, target: Path) -> Path:
        """Save what the screen shows."""
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(target)], env=self.environment, check=True, timeout=PATIENCE_S)
        return target


@contextmanager
def screen(folder: Path, size: tuple[int, int] = (1280, 800)) -> Iterator[Screen]:
    """Yield a screen of ``size`` pixels whose programs keep their settings in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        made = Screen(_server(stack, size), stack, folder)
        manager = subprocess.Popen(["openbox"], env=made.environment, stderr=subprocess.DEVNULL)
        stack.callback(_end, manager)
        yield made


def _server(stack: ExitStack, size: tuple[int, int]) -> str:
    """Start a screen that takes the first free number, and return its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    stack.callback(_end, server)
    os.close(writing)
    with os.fdopen(reading) as told:
        return f":{told.readline().strip()}"


def _end(program: subprocess.Popen[bytes]) -> None:
    program.terminate()
    try:
        program.wait(15)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()


def wait_for(ask: Callable[[], T], patience_s: float = PATIENCE_S) -> T:
    """Return what ``ask`` says as soon as it is anything but nothing; raises TimeoutError where it never is."""
    until = time.monotonic() + patience_s
    while not (said := ask()):
        if time.monotonic() > until:
            raise TimeoutError("waited in vain")
        time.sleep(_STEP_S)
    return said
