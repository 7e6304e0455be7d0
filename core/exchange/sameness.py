"""Whether a cell says what is known, and what follows where it does not."""

from __future__ import annotations

import re

from core.exchange.preview import Verdict
from core.export.cells import unguard
from core.words import tr

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd-\uffff]")
"""What XML 1.0 has no place for, so that a workbook loses it."""

_NEWLINE = re.compile(r"\r\n?|_x000D_\n")


def says_the_same(cell: str, known: str) -> bool:
    """Whether a cell says what is known, as far as sheets can carry it."""
    return cell == known or _carried(known) in (_carried(cell), _carried(unguard(cell)))


def text_of(cell: str) -> str:
    """Return the text a cell was given: line ends as ours, and nothing where there are but blanks."""
    return "" if not cell.strip() else _NEWLINE.sub("\n", cell)


def verdict_of(base: str | None, ours: str) -> tuple[Verdict, str]:
    """Return what is to be thought of a cell that changes ``base`` (None: nobody knows it), and why."""
    if base is None:
        if not ours:
            return Verdict.CHANGED, ""
        return Verdict.CONFLICTING, tr("The sheet does not say which revision it was made from.")
    if says_the_same(base, ours):
        return Verdict.CHANGED, ""
    return Verdict.CONFLICTING, tr("The archive was changed since the sheet was made.")


def _carried(text: str) -> str:
    return _UNWRITABLE.sub("", _NEWLINE.sub("\n", text))
