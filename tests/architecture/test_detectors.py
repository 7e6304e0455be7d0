"""The detectors in tests/conftest.py find what they are there to find."""

from __future__ import annotations

import pytest

from tests.support.source import ROOT

CARELESS = """
import logging, subprocess, sys, threading, time
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_log_record():
    logging.getLogger("core.somewhere").warning("odd")

def test_log_record_that_is_meant(caplog):
    logging.getLogger("core.somewhere").warning("odd")
    caplog.clear()

def test_thread():
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()

def test_child():
    kept.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

def test_window(qtbot):
    kept.append(QWidget())
    kept[-1].show()

def test_window_that_is_closed(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_qt_message(qtbot):
    qWarning("odd")
"""


def test_a_careless_test_is_found_out(pytester: pytest.Pytester) -> None:
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(CARELESS)
    pytester.makepyprojecttoml('[tool.pytest.ini_options]\nqt_log_level_fail = "WARNING"')
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-o", f"pythonpath={ROOT}")
    result.assert_outcomes(passed=6, failed=1, errors=4)
    result.stdout.fnmatch_lines_random(
        [
            "*unexpected log records: *odd*",
            "*a thread is left running: *",
            "*child processes are left running: *",
            "*windows are left open: *",
            "*Qt messages with level WARNING or above emitted*",
        ]
    )
