"""Rows that were found: all of them, or the first now and the others when somebody asks for them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import overload


class RowList(Sequence[int]):
    """The rows of a result; ``first`` are the first of them, and ``rest`` finds all when more are wanted.

    ``length`` is how many there are, where that is known; where it is that of ``first``, ``rest`` is never asked.

    Rows beyond the first are as of the time they are asked for.
    """

    def __init__(self, first: Sequence[int], rest: Callable[[], Sequence[int]], length: int | None = None) -> None:
        self._first = first
        self._rest = rest
        self._length = length
        self._all: Sequence[int] | None = first if length == len(first) else None

    def _whole(self) -> Sequence[int]:
        if self._all is None:
            self._all = self._rest()
        return self._all

    def __len__(self) -> int:
        return self._length if self._length is not None and self._all is None else len(self._whole())

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        if isinstance(at, int):
            return self._first[at] if 0 <= at < len(self._first) else self._whole()[at]
        within = at.start is None or at.start >= 0
        if within and at.stop is not None and 0 <= at.stop <= len(self._first) and (at.step or 1) > 0:
            return self._first[at]
        return self._whole()[at]

    def __iter__(self) -> Iterator[int]:
        yield from self._first
        yield from self[len(self._first) :]

    def __bool__(self) -> bool:
        return bool(self._first) or bool(self._whole())


def rows_in(numbers: object) -> array[int]:
    """Return an array of numbers (of numpy) as one that needs no numpy."""
    rows = array("q")
    rows.frombytes(numbers.astype("int64").tobytes())  # type: ignore[attr-defined]
    return rows
