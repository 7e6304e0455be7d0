"""A part of the window that is not made before somebody wants it."""

from __future__ import annotations

from collections.abc import Callable
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
        if self._made is None:
            self._made = made = self._make()
            for call in self._waiting:
                call(made)
            self._waiting.clear()
        return self._made

    def then(self, call: Callable[[PartT], None]) -> None:
        """Have ``call`` called with the part once it is made, now where it was."""
        if self._made is None:
            self._waiting.append(call)
        else:
            call(self._made)
