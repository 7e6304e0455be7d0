"""Runs one verb: reads the command line, turns errors into a sentence and an exit code."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, Sequence

from core import log
from core.cli.arguments import Grammar
from core.cli.intake import INTERRUPTED
from core.cli.terminal import Terminal
from core.errors import InternalError, SlatebookError
from core.export.formats import FORMATS, Format

USAGE = 2
READER_GONE = 141
"""The exit code when nobody reads the output any more, as shells count SIGPIPE."""

_LOG = logging.getLogger(__name__)


def main(arguments: Sequence[str], formats: Mapping[str, Format] = FORMATS) -> int:
    """Run the verb that ``arguments`` name and return the exit code: 0 all well, 1 some files failed, 2 it cannot be.

    ``formats`` are those in which sheets can be written.

    Only InternalError, a fault of ours, comes out, and SystemExit where the arguments make no sense.
    """
    terminal = Terminal()
    log.start()
    try:
        options = Grammar(formats).parser.parse_args(arguments)
        code: int = options.run(options, terminal)
        terminal.flush()
    except InternalError:
        _LOG.exception("a fault of ours")
        raise
    except SlatebookError as error:
        _LOG.info("%s: %s", type(error).__name__, error)
        terminal.tell(str(error))
        return USAGE
    except BrokenPipeError:
        # What is still buffered would raise again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except KeyboardInterrupt:
        terminal.tell("Interrupted.")
        return INTERRUPTED
    finally:
        log.stop()
    return code
