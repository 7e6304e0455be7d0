"""What was used last, within a bound of memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

KeyT = TypeVar("KeyT", bound=Hashable)
ValueT = TypeVar("ValueT")


class Recent(Generic[KeyT, ValueT]):
    """Keeps values that take memory (``size_of``, in bytes): ``most_bytes`` of them, and ``least`` in any case.

    Those that were asked for or put least recently go.  Used on one thread, or under a lock.
    """

    def __init__(self, size_of: Callable[[ValueT], int], most_bytes: int, least: int = 1) -> None:
        self._size_of = size_of
        self._most_bytes = most_bytes
        self._kept: OrderedDict[KeyT, ValueT] = OrderedDict()
        self.least = least
        self.bytes = 0
        """How much memory all of them take."""

    def __contains__(self, key: KeyT) -> bool:
        return key in self._kept

    def get(self, key: KeyT) -> ValueT | None:
        """Return what is kept for ``key``, which counts as used then."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def put(self, key: KeyT, value: ValueT) -> None:
        """Keep ``value``, in place of what is there for ``key``; others go where memory is short."""
        old = self._kept.pop(key, None)
        self._kept[key] = value
        self.bytes += self._size_of(value) - (self._size_of(old) if old is not None else 0)
        while self.bytes > self._most_bytes and len(self._kept) > self.least:
            self.bytes -= self._size_of(self._kept.popitem(last=False)[1])

    def values(self) -> Iterable[ValueT]:
        """Return all of them, in no order, none of which counts as used."""
        return self._kept.values()
