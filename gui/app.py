"""Starts the window."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from core import log
from core.settings import Language, Settings, Theme
from gui.around.single import Doorbell, hand_over
from gui.bridge.faults import fault_of
from gui.language import use_language
from gui.program import Program
from gui.style import app_icon

_NO_DISPLAY = (
    "There is no screen to show the window on: start Slatebook in a desktop session, over “ssh -X”, or, "
    "without any screen, as “xvfb-run python3 main.py”.\n"
)
_USAGE = 2
_TURN_S = 0.0005


def main(argv: Sequence[str]) -> int:
    """Open the window on the archive named in ``argv``, or on the last one, and return the exit code."""
    options = _parser().parse_args(argv)
    if not _has_display():
        sys.stderr.write(_NO_DISPLAY)
        return _USAGE
    alone = options.screenshot is None and not options.new_window
    if alone and hand_over(options.archive):
        return 0
    log.start()
    settings = Settings.load()
    if options.theme is not None:
        settings.theme = options.theme
    if options.language is not None:
        settings.language = options.language
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal; what is acknowledged is on the disk
    app = application()
    use_language(app, settings.language)
    if options.right_to_left:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    program = Program(app, settings)
    _install_last_resort(program)
    program.start(options.archive)
    doorbell = Doorbell(program)
    doorbell.rung.connect(program.answer)
    if alone:
        doorbell.listen()
    if options.screenshot is not None:
        _sit_for_portrait(program, options)
    code = app.exec()
    doorbell.close()
    program.close()
    log.stop()
    return code


def application() -> QApplication:
    """Return the application, dressed and named; there is one a process.

    Threads take turns at Python ten times as often as they usually do: Qt asks a model or a delegate hundreds of things
    while it lays out or paints, and for each the window would wait 5 ms for a thread that reckons something.
    """
    sys.setswitchinterval(_TURN_S)
    QApplication.setApplicationName("Slatebook")
    QApplication.setApplicationDisplayName("Slatebook")
    QApplication.setDesktopFileName("slatebook")
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication(["slatebook"])
    app.setWindowIcon(app_icon())
    return app


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="slatebook", description="Open an archive of behind-the-scenes footage.")
    parser.add_argument("archive", nargs="?", type=Path, help="the folder of the archive; default: the last one")
    parser.add_argument("--theme", type=Theme, choices=list(Theme), help="colours of the window")
    parser.add_argument("--language", type=Language, choices=list(Language), help="language of the window")
    parser.add_argument("--new-window", action="store_true", help="start beside a Slatebook that runs already")
    parser.add_argument("--right-to-left", action="store_true", help=argparse.SUPPRESS)
    # For the picture in the README and for reviews of the window; see CONTRIBUTING.
    for hidden, kind in (("--screenshot", Path), ("--size", _size), ("--search", str), ("--select", _places)):
        parser.add_argument(hidden, type=kind, help=argparse.SUPPRESS)
    return parser


def _size(text: str) -> QSize:
    width, height = (int(part) for part in text.lower().split("x"))
    return QSize(width, height)


def _places(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def _has_display() -> bool:
    """Whether there is something to show windows on; Qt would abort where there is not."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _install_last_resort(program: Program) -> None:
    """Show and log what no operation has caught, and go on."""

    def on_error(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        fault = fault_of(error)
        sys.stderr.write(fault.details)
        program.tell(fault)

    def on_thread_error(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            sys.stderr.write(fault_of(args.exc_value).details)

    sys.excepthook = on_error
    threading.excepthook = on_thread_error


def _sit_for_portrait(program: Program, options: argparse.Namespace) -> None:
    """Save a picture of the window as soon as there is one, and quit."""
    from gui.portrait import Portrait, Sitting

    sitting = Sitting(options.screenshot, options.size or QSize(1440, 900), options.search or "", options.select or ())
    waiting = QTimer(program, interval=50)

    def begin() -> None:
        if program.window is not None:
            waiting.stop()
            Portrait(program.window, sitting).taken.connect(program.quit)

    waiting.timeout.connect(begin)
    waiting.start()
