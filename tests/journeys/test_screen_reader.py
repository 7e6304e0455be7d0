"""The window as a screen reader gets to know it, over the bus that they listen on."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from core.app import create_archive
from core.catalog.edits import AddClips, AddEntry, TagClips
from core.model.vocabulary import EntryKind
from tests.support.bus import MISSING, Bus, started
from tests.support.model import a_clip, a_tag, an_entry
from tests.support.screen import ROOT, Screen, missing, screen, wait_for

LAUNCHERS = [Path(folder, "at-spi-bus-launcher") for folder in ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib")]
LAUNCHER = next((path for path in LAUNCHERS if path.exists()), None)
PYTHON = shutil.which("python3", path="/usr/bin") or ""


def speaks_on_the_bus() -> bool:
    return (
        bool(PYTHON) and subprocess.run([PYTHON, "-c", "import dbus"], capture_output=True, check=False).returncode == 0
    )


pytestmark = [
    pytest.mark.skipif(bool(missing() or MISSING) or LAUNCHER is None, reason="needs a screen, D-Bus and AT-SPI"),
    pytest.mark.skipif(not speaks_on_the_bus(), reason="needs the dbus module of the system's Python"),
    pytest.mark.timeout(300),
]
CLIPS = 60
INPUTS = {
    "push button",
    "toggle button",
    "check box",
    "text",
    "list",
    "list item",
    "tree",
    "table",
    "combo box",
    "slider",
}

Heard = list[dict[str, Any]]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder, tom = tmp_path / "Roof.slatebook", an_entry(EntryKind.PERSON, "Tom Cruise")
    clips = tuple(a_clip(f"take {at:02}.mov") for at in range(CLIPS))
    with create_archive(folder, "Roof") as made:
        made.catalog.apply(AddClips(clips))
        made.catalog.apply(AddEntry(tom))
        made.catalog.apply(TagClips((clips[0].id,), a_tag(tom)))
    return folder


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """Yield a screen whose programs are heard by screen readers."""
    with ExitStack() as stack:
        bus = Bus(stack)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        monkeypatch.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
        made = stack.enter_context(screen(tmp_path / "desk"))
        started(stack, [str(LAUNCHER), "--launch-immediately"], subprocess.DEVNULL, dict(made.environment))
        yield made


def heard(desk: Screen) -> Heard:
    command = [PYTHON, "tests/support/heard.py", "slatebook"]
    done = subprocess.run(command, cwd=ROOT, env=desk.environment, capture_output=True, check=False, timeout=120)
    return json.loads(done.stdout) if done.returncode == 0 and done.stdout else []


def wait_to_hear(desk: Screen, that: Callable[[Heard], bool]) -> Heard:
    found: Heard = []

    def there() -> bool:
        found[:] = heard(desk)
        return that(found)

    wait_for(there)
    return found


def named(things: Heard, name: str, role: str = "") -> dict[str, Any]:
    return next((one for one in things if one["name"] == name and role in ("", one["role"])), {})


def mute(things: Heard) -> Heard:
    return [one for one in things if (one["role"] in INPUTS or one["keys"]) and not one["name"]]


def test_a_screen_reader_is_told_of_clips_names_and_whatever_takes_input(desk: Screen, archive: Path) -> None:
    desk.slatebook(archive)
    desk.fill("Slatebook", (0, 0), (1280, 800))
    window = wait_to_hear(desk, lambda things: bool(named(things, "Tom Cruise, 1 clip")))
    assert named(window, "Roof — Slatebook", "frame")
    assert named(window, "Clips", "list")["count"] == CLIPS
    assert named(window, "Search clips")["keys"]
    assert mute(window) == []
    desk.key("F6")
    names = wait_to_hear(desk, lambda things: bool(named(things, "Show clips")))
    assert named(names, "Names — Slatebook", "dialog")
    assert mute(names) == []
