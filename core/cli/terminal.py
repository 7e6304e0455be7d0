"""What a verb says, and to whom: results on standard output, progress and errors on standard error."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from typing import Any, TextIO


class Terminal:
    """The two streams of a verb; neither fails over a character that its encoding does not have."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self._line_is_open = False
        for stream in (self._out, self._err):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")

    def say(self, text: str = "") -> None:
        """Write a line of the result."""
        self._out.write(f"{text}\n")

    def show(self, document: Any) -> None:
        """Write a result for machines, as JSON; in ASCII where the stream is not UTF-8."""
        plain = (self._out.encoding or "ascii").lower().replace("-", "") != "utf8"
        self._out.write(json.dumps(document, ensure_ascii=plain, indent=2))
        self._out.write("\n")

    def tell(self, text: str) -> None:
        """Write a line that is no result: an error, or what else somebody should know."""
        self.end_line()
        self._err.write(f"{text}\n")
        self._err.flush()

    def pass_by(self, text: str) -> None:
        """Write a line of progress over the last one, where somebody is watching."""
        if self._err.isatty():
            self._err.write(f"\r{_cut(text, 100)}\x1b[K")
            self._err.flush()
            self._line_is_open = True

    def end_line(self) -> None:
        """Leave the line of progress, if there is one."""
        if self._line_is_open:
            self._err.write("\n")
            self._line_is_open = False

    def flush(self) -> None:
        """Hand everything to the system; raises BrokenPipeError where nobody reads any more."""
        self._out.flush()


def columns_of(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes: East Asian letters take two, accents none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def one_line(text: str) -> str:
    """Return ``text`` with what would move the cursor replaced by spaces."""
    return "".join(" " if unicodedata.category(character) == "Cc" else character for character in text)


def _cut(text: str, limit: int) -> str:
    text = one_line(text)
    return text if columns_of(text) <= limit else f"{text[: limit - 1]}…"
