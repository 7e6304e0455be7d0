"""The text of a cell, made so that no spreadsheet harms it and so that it can be read back.

The rules for formulas are those of OWASP ASVS 1.2.10 (which names = + - @ TAB and NUL), widened by the full-width
forms that East Asian spreadsheets take for the same signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

CELL_LIMIT = 32_767
"""The longest text a spreadsheet cell holds, in UTF-16 units (Excel's specification)."""

_GUARD = "'"
_GUARDED_STARTS = frozenset("=+-@\t\r\n\0＝＋－＠" + _GUARD)
_SEPARATOR = "; "
_PIECES = re.compile(r";;|; |[^;]+|;")


def guard(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula; :func:`unguard` gives it back."""
    return _GUARD + text if text[:1] in _GUARDED_STARTS else text


def unguard(text: str) -> str:
    """Return what :func:`guard` was given; text that was never guarded comes back as it is."""
    return text[1:] if text.startswith(_GUARD) and text[1:2] in _GUARDED_STARTS else text


def join_values(values: Iterable[str]) -> str:
    """Return ``values`` in one cell, ``"; "`` between them and every semicolon within one doubled.

    Empty values are left out: a cell cannot tell them from none.
    """
    return _SEPARATOR.join(value.replace(";", ";;") for value in values if value)


def split_values(text: str) -> list[str]:
    """Return the values that :func:`join_values` put into ``text``."""
    values = [""]
    for piece in _PIECES.findall(text):
        if piece == _SEPARATOR:
            values.append("")
        else:
            values[-1] += ";" if piece == ";;" else piece
    return [value for value in values if value]


def never_a_number(text: str, scheme: str) -> str:
    """Return an id so that no spreadsheet rounds it: one of digits alone gets ``scheme:`` before it."""
    return f"{scheme}:{text}" if text.replace(".", "").isdigit() else text


def fit(text: str) -> tuple[str, bool]:
    """Return ``text`` as a cell can hold it, and whether all of it did.

    What is too long ends with a mark that says so and how long it was; halves of surrogate pairs, which no file of
    text can hold, become U+FFFD.
    """
    if not text.isascii():
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    length = _units(text)
    if length <= CELL_LIMIT - 1:  # one is kept for the guard
        return text, True
    mark = f" […cut here: {length:,} characters, all of them in the archive]"
    room = CELL_LIMIT - 1 - _units(mark)
    kept = text.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore")
    return kept + mark, False


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
