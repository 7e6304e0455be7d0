"""Preparing the environment: what counts as made, what a start asks for, and that two starts take turns."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap
import main
from tests.support.source import ROOT


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that bootstrap takes for the source tree, with an environment that is complete."""
    env = tmp_path / ".venv"
    python = env / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (tmp_path / "requirements.lock").write_text("tinydb==4.9.0 \\\n    --hash=sha256:00\n")
    for name, path in {
        "ENV": env,
        "PYTHON": python,
        "REQUIREMENTS": tmp_path / "requirements.lock",
        "STAMP": env / "installed.txt",
        "LIBRARIES_SEEN": env / "libraries.txt",
    }.items():
        monkeypatch.setattr(bootstrap, name, str(path))
    bootstrap.write(bootstrap.STAMP, bootstrap.stamp())
    return tmp_path


def test_an_environment_counts_as_made_once_its_stamp_is_written(tree: Path) -> None:
    assert bootstrap.is_installed()
    Path(bootstrap.STAMP).unlink()
    assert not bootstrap.is_installed()


def test_another_lock_asks_for_another_environment(tree: Path) -> None:
    with open(bootstrap.REQUIREMENTS, "a") as lock:
        lock.write("av==18.1.0\n")
    assert not bootstrap.is_installed()


def test_an_interpreter_that_was_replaced_or_removed_asks_for_another_environment(tree: Path) -> None:
    python = Path(bootstrap.PYTHON)
    python.unlink()
    assert not bootstrap.is_installed()
    other = tree / "python3.99"
    other.touch()
    python.symlink_to(other)
    assert not bootstrap.is_installed()


def test_libraries_are_looked_for_until_they_were_seen(tree: Path) -> None:
    libraries = {"libc.so.6": "libc6"}
    assert bootstrap.has_seen({})
    assert not bootstrap.has_seen(libraries)
    bootstrap.prepare(libraries)
    assert bootstrap.has_seen(libraries)
    assert not bootstrap.has_seen({**libraries, "libother.so.1": "libother1"})


@pytest.mark.skipif(sys.platform != "linux", reason="packages are looked for on Linux only")
def test_a_missing_library_is_told_by_its_package(tree: Path) -> None:
    assert bootstrap.missing_packages({"libno-such.so.7": "libno-such7", "libc.so.6": "libc6"}) == ["libno-such7"]


@pytest.mark.skipif(sys.platform != "linux", reason="packages are looked for on Linux only")
def test_who_may_not_install_is_given_the_one_command(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(SystemExit) as end:
        bootstrap.prepare({"libno-such.so.7": "libno-such7"})
    assert end.value.code == bootstrap.COULD_NOT_PREPARE
    told = capsys.readouterr()
    assert told.out == ""
    assert "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libno-such7" in told.err


def test_a_command_that_fails_is_told_with_its_last_words(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with bootstrap.alone() as lock, pytest.raises(SystemExit):
        bootstrap.run([sys.executable, "-c", "print('no space left'); raise SystemExit(3)"], lock)
    assert "no space left" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="the interpreter of this environment is a shell script")
def test_a_new_environment_has_pyside_unpack_what_each_start_would_compile(tree: Path) -> None:
    python, told = Path(bootstrap.PYTHON), tree / "told.txt"
    python.unlink()
    python.write_text(f'#!/bin/sh\necho "$SBK_EMBED" "$@" > "{told}"\nexit 1\n')
    python.chmod(0o755)
    bootstrap.unpack_pyside()  # and goes on where that fails
    assert told.read_text() == "0 -c import shiboken6\n"


def test_pip_is_counted_package_by_package(capsys: pytest.CaptureFixture[str]) -> None:
    count = bootstrap.Count(10)
    for number in range(9):
        count(f"Collecting package{number}==1.0 (from -r requirements.lock (line 1))")
    count("Processing /wheels/numpy-2.4.6-cp311.whl (from -r requirements.lock (line 2))")
    count("Installing collected packages: numpy")
    assert capsys.readouterr().err == "  10 of 10: numpy\n  10 of 10: unpacking them all\n"


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are inherited on POSIX only")
def test_a_start_waits_for_a_command_that_outlived_the_start_which_began_it(tree: Path) -> None:
    """As pip does when its start is killed: it holds the lock until it has ended."""
    with bootstrap.alone() as lock:
        left_behind = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=(lock,))
    descriptor = os.open(bootstrap.REQUIREMENTS, os.O_RDONLY)
    with left_behind:
        assert not bootstrap.try_lock(descriptor)
        left_behind.communicate(b"\n")
    assert bootstrap.try_lock(descriptor)
    os.close(descriptor)


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["Norway.slatebook"], True),
        (["Norway.slatebook", "--theme", "light"], True),
        (["--theme", "light"], True),
        (["search", "Norway.slatebook", "tom"], False),
        (["--help"], False),
    ],
)
def test_nothing_or_an_archive_opens_the_window(arguments: list[str], window: bool) -> None:
    assert main.wants_window(arguments) is window


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_display_the_window_says_how_to_get_one() -> None:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {name: value for name, value in os.environ.items() if name not in screens}
    ended = subprocess.run(
        [sys.executable, str(ROOT / "main.py")], env=bare, capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode == main.USAGE
    assert len(ended.stderr.splitlines()) == 1
    assert "xvfb-run" in ended.stderr
