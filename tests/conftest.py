"""What every test stands on: its own settings folder, no display, and nothing left over when it ends.

A test fails on any warning and on any Qt message from WARNING up (both set in pyproject.toml), and, here, on a log
record from WARNING up, a thread or a child process left running, or a window left open.  A test that means to cause
such a record looks at it and calls ``caplog.clear()``.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from main import QUIET

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A message told to Python by a library that one thread loads, while another loads a library: each waits for the other.
os.environ.setdefault("QT_LOGGING_RULES", QUIET)

import hypothesis
import psutil
import pytest

from core.app import Archive, create_archive

OUR_LOGGERS = ("core", "gui", "slatebook")
PATIENCE_S = 3.0
"""How long what a test ended may take to be gone."""

hypothesis.settings.register_profile("checks", deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=2_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "checks"))


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the settings folder of this test alone."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("SLATEBOOK_CONFIG", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_unexpected_log_record(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    records = [record for phase in ("setup", "call") for record in caplog.get_records(phase)]
    unexpected = [
        f"{record.name}: {record.getMessage()}"
        for record in records
        if record.levelno >= logging.WARNING and record.name.partition(".")[0] in OUR_LOGGERS
    ]
    assert not unexpected, f"unexpected log records: {unexpected}"


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        # A thread that Qt started and Python merely met has no end that could be waited for.
        if not isinstance(thread, threading._DummyThread):
            thread.join(PATIENCE_S)
            assert not thread.is_alive(), f"a thread is left running: {thread.name}"


@pytest.fixture(autouse=True)
def no_child_process_left() -> Iterator[None]:
    before = set(_children())
    yield
    left = [child for child in _children() if child not in before]
    _, alive = psutil.wait_procs(left, timeout=PATIENCE_S)
    for child in alive:
        child.kill()
    assert not alive, f"child processes are left running: {alive}"


def _children() -> list[psutil.Process]:
    """Return the children of this process, without the one multiprocessing keeps to tidy up after all others."""
    return [child for child in psutil.Process().children(recursive=True) if not _is_resource_tracker(child)]


def _is_resource_tracker(process: psutil.Process) -> bool:
    try:
        return any("resource_tracker" in word for word in process.cmdline())
    except psutil.NoSuchProcess:
        return False


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    windows = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    for window in windows:
        window.close()
    assert not windows, f"windows are left open: {windows}"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Yield a new, empty archive."""
    with create_archive(tmp_path / "Test.slatebook", "Test") as created:
        yield created


@pytest.fixture(scope="session")
def footage() -> Path:
    """Return the folder of real clips beside the checkout; without it the test is skipped."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "footage"
    if not folder.is_dir():
        pytest.skip("needs real clips in ../shared/footage beside the checkout")
    return folder
