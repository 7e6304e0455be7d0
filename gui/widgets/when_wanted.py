"""A part of the window that is not made before somebody wants it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Generic, TypeVar

PartT = TypeVar("PartT")


class WhenWanted(Generic[PartT]):
    """Makes a part once, when it is first asked for; whoever has to do with it hears of it then."""

    def __init__(self, make: Callable[[], PartT]) -> None:
        self._make = make
        self._made: PartT | None = None
        self._waiting: list[Callable[[PartT], None]] = []

    @property
    def made(self) -> PartT | None:
        """The part, None where nobody has wanted it yet."""
        return self._made

    def get(self) -> PartT:
        """Return the part, made now where it was not."""
        return self._take(self._make()) if self._made is None else self._made

    def _take(self, made: PartT) -> PartT:
        self._made = made
        for call in self._waiting:
            call(made)
        self._waiting.clear()
        return made

    def then(self, call: Callable[[PartT], None]) -> None:
        """Have ``call`` called with the part once it is made, now where it was."""
        if self._made is None:
            self._waiting.append(call)
        else:
            call(self._made)


class PieceByPiece(WhenWanted[PartT]):
    """Makes a part also ahead of being asked for, so much in one go as ``make`` does before it yields."""

    def __init__(self, make: Callable[[], Generator[None, None, PartT]]) -> None:
        super().__init__(self._make_rest)
        self._pieces = make()

    def go_on(self) -> bool:
        """Make one more piece; return whether that was not the last."""
        if self.made is None:
            try:
                next(self._pieces)
            except StopIteration as whole:
                self._take(whole.value)
        return self.made is None

    def _make_rest(self) -> PartT:
        while True:
            try:
                next(self._pieces)
            except StopIteration as whole:
                made: PartT = whole.value
                return made
