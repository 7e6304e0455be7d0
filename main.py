"""Starts Slatebook: the window, a verb of the command line, or every check.

    python3 main.py [ARCHIVE]        opens the window
    python3 main.py VERB ...         runs a verb, without Qt save for a PDF (--help lists them)
    python3 main.py test [PYTEST]    runs every check, or pytest alone with what follows

It imports inside functions: a verb must not load Qt, and before the environment is there nothing but the standard
library can be loaded.
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

HERE = os.path.dirname(os.path.abspath(__file__))
DECODING_VERBS = ("import", "demo", "shots")
QUIET = "qt.multimedia.symbolsresolver=false;qt.multimedia.ffmpeg=false"
"""What Qt tells of optional libraries it does not find is nothing an archivist needs in the terminal."""
USAGE = 2


def main() -> int:
    """Run what the arguments ask for in an environment that is complete, and return the exit code."""
    if HERE not in sys.path:  # installed, core and gui lie in this folder and not bare in site-packages
        sys.path.insert(0, HERE)
    arguments = sys.argv[1:]
    if arguments[:1] == ["test"]:
        return run_checks(arguments[1:])
    if wants_window(arguments):
        return open_window(arguments)
    return run_verb(arguments)


def wants_window(arguments: list[str]) -> bool:
    """Whether ``arguments`` are nothing, an archive (there or not), or options of the window."""
    if not arguments:
        return True
    first = arguments[0]
    if first.startswith("-"):
        return first not in ("-h", "--help")
    alone = len(arguments) == 1 or arguments[1].startswith("-")
    return first.endswith(".slatebook") or (alone and os.path.isdir(first))


def wants_paper(arguments: list[str]) -> bool:
    """Whether ``arguments`` ask for a contact sheet, the one format that Qt writes, or for what formats there are."""
    signs = ("pdf", "--format=pdf", "-h", "--help")
    return arguments[:1] == ["export"] and any(word in signs or word.lower().endswith(".pdf") for word in arguments)


def open_window(arguments: list[str]) -> int:
    os.environ.setdefault("QT_LOGGING_RULES", QUIET)
    with loading():
        from gui.app import main as run_window
    return run_window(arguments)


@contextmanager
def loading() -> Iterator[None]:
    """Have what the window imports loaded without what would keep a start waiting for nothing.

    Nothing that is loaded is garbage, and looking for some takes 50 ms.  PySide reads the source of every module that
    is imported after it, for whether to offer Qt's names there in another spelling: 25 ms.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    yield
    gc.freeze()
    gc.enable()


def run_verb(arguments: list[str]) -> int:
    """Run one verb; ``demo`` ends in the window, which the command line itself knows nothing of."""
    from core.cli.main import main as run

    if wants_paper(arguments):
        from gui.export.pdf import ALL_FORMATS, painting_application

        with_fonts = painting_application()
        code = run(arguments, ALL_FORMATS)
        del with_fonts
        return code
    code = run(arguments)
    if arguments[:1] == ["demo"] and code == 0 and "--no-window" not in arguments:
        return open_window([sample_archive(arguments)])
    return code


def sample_archive(arguments: list[str]) -> str:
    """Return the folder of the archive that the verb ``demo`` has just made."""
    from pathlib import Path

    from core.cli.demo import archive_in

    folder = next(word for word in arguments[1:] if not word.startswith("-"))
    return str(archive_in(Path(folder)))


def run_checks(arguments: list[str]) -> int:
    try:
        from tests.checks import run_checks as run
    except ModuleNotFoundError:
        print("The checks belong to the source tree, not to an installed Slatebook.", file=sys.stderr)
        return USAGE
    return run(arguments)


def prepare() -> None:
    """Go on inside the environment that a source tree makes for itself; an installed Slatebook stands in one."""
    if not os.path.exists(os.path.join(HERE, "bootstrap.py")):
        return
    if sys.version_info < (3, 11):
        sys.exit(f"Slatebook needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    import bootstrap

    arguments = sys.argv[1:]
    if wants_window(arguments) or wants_paper(arguments) or arguments[0] == "test":
        bootstrap.ensure(bootstrap.WINDOW_LIBRARIES)
    elif arguments[0] in DECODING_VERBS and not {"-h", "--help"} & set(arguments):
        bootstrap.ensure(bootstrap.DECODER_LIBRARIES)
    else:
        bootstrap.ensure({})


if __name__ == "__main__":
    prepare()
    sys.exit(main())
