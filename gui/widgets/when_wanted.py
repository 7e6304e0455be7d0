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
        self._begin = make
        self._pieces = make()

    def go_on(self) -> bool:
        """Make one more piece; return whether that was not the last."""
        if self.made is None and (whole := self._make_piece()):
            self._take(*whole)
        return self.made is None

    def _make_rest(self) -> PartT:
        while not (whole := self._make_piece()):
            pass
        return whole[0]

    def _make_piece(self) -> tuple[()] | tuple[PartT]:
        """Return the part where this was its last piece, else nothing."""
        pieces, self._pieces = self._pieces, self._begin()  # where one fails, whoever asks next has it begun anew
        try:
            next(pieces)
        except StopIteration as whole:
            return (whole.value,)
        self._pieces = pieces
        return ()
