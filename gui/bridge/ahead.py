"""Work that is done on threads of its own while the first still uses what came before."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_THREADS = 2
"""While one waits for Python's lock the other decodes."""


@contextmanager
def ahead(items: Iterable[T], work: Callable[[T], R], most: int) -> Iterator[Iterator[tuple[T, R]]]:
    """Hand out each of ``items`` in order with what ``work`` made of it, which is done for the next ``most`` meanwhile.

    ``items`` are asked for on the thread of the caller, ``work`` is called on others; what either raises arrives
    in its turn.  However the block ends, work not begun is dropped and the threads are gone after it.
    """
    pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="slatebook-ahead")

    def handed_out() -> Iterator[tuple[T, R]]:
        waiting: deque[tuple[T, Future[R]]] = deque()
        for item in items:
            waiting.append((item, pool.submit(work, item)))
            if len(waiting) > most:
                first, made = waiting.popleft()
                yield first, made.result()
        while waiting:
            first, made = waiting.popleft()
            yield first, made.result()

    try:
        yield handed_out()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
