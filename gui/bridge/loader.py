"""Fulfils wishes on threads, the newest first, so that what scrolled past never holds up what is seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from gui.bridge.returns import is_gone

_THREADS = 2
_MOST_WAITING = 400


class Wish(Protocol):
    """Something to be made on a thread."""

    @property
    def name(self) -> Hashable:
        """What a later wish for the same thing replaces."""

    def fulfil(self) -> Any:
        """Make it."""


Made = Sequence[tuple[Any, Any]]
"""Wishes and what was made of each, in that order."""

Receiver = Callable[[Made], None]


class _Work(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


class Loader(QObject):
    """``load`` wishes from the GUI thread; their receivers are called there, with all that was made meanwhile.

    ``delivered`` says that they were.
    """

    delivered = Signal()
    _made_some = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._waiting: OrderedDict[Hashable, tuple[Wish, Receiver]] = OrderedDict()
        self._under_way: dict[Hashable, Wish] = {}
        self._made: dict[Hashable, tuple[Receiver, Wish, Any]] = {}
        self._working = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._made_some.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def load(self, wish: Wish, receiver: Receiver, *, last: bool = False) -> None:
        """Fulfil ``wish`` soon, before all earlier ones, or after them with ``last``.

        The oldest are forgotten where too many wait.
        """
        name = wish.name
        with self._lock:
            if self._under_way.get(name) == wish or self._known(name) == wish:
                return
            self._waiting[name] = wish, receiver
            self._waiting.move_to_end(name, last=not last)
            if len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            if self._working == _THREADS:  # they go on with it, and nobody need be woken
                return
            self._working += 1
        self._pool.start(_Work(self._work))

    def awaits(self, name: Hashable) -> bool:
        """Tell whether a wish of that name waits, is under way, or is about to be delivered."""
        with self._lock:
            return name in self._waiting or name in self._under_way or name in self._made

    def _known(self, name: Hashable) -> Wish | None:
        """Return the wish of that name that waits, or is about to be delivered."""
        if name in self._waiting:
            return self._waiting[name][0]
        return self._made[name][1] if name in self._made else None

    def forget(self) -> None:
        """Drop every wish not begun yet."""
        with self._lock:
            self._waiting.clear()

    def close(self) -> None:
        """Forget all wishes, wait for those under way, and deliver nothing any more."""
        self.forget()
        self._pool.waitForDone()
        self._made.clear()

    def _work(self) -> None:
        """Work until nothing waits."""
        while (taken := self._next()) is not None:
            wish, receiver = taken
            try:
                made = wish.fulfil()
            except BaseException:
                with self._lock:
                    self._end(wish)
                self._pool.start(_Work(self._work))  # in place of this one, which ends
                raise
            with self._lock:
                self._end(wish)
                first = not self._made
                self._made[wish.name] = receiver, wish, made
            if first:
                self._made_some.emit()

    def _end(self, wish: Wish) -> None:
        """Note that ``wish`` is no longer under way; another of its name may be, on another thread."""
        if self._under_way.get(wish.name) is wish:
            del self._under_way[wish.name]

    def _next(self) -> tuple[Wish, Receiver] | None:
        with self._lock:
            if not self._waiting:
                self._working -= 1
                return None
            name, taken = self._waiting.popitem(last=True)
            self._under_way[name] = taken[0]
            return taken

    def _deliver(self) -> None:
        with self._lock:
            made, self._made = self._made, {}
        by_receiver: dict[Receiver, list[tuple[Wish, Any]]] = {}
        for receiver, wish, value in made.values():
            by_receiver.setdefault(receiver, []).append((wish, value))
        for receiver, some in by_receiver.items():
            if not is_gone(receiver):
                receiver(some)
        self.delivered.emit()
