"""A pool whose jobs misbehave, and a collector of what comes of them."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from core.ports.media import MediaPool, Outcome
from core.workers.limits import Limits
from core.workers.pool import Pool
from tests.core.workers import jobs_for_tests

JOB = f"{jobs_for_tests.__name__}:work"
PATIENCE_S = 60
QUICK = Limits(wall_s=20, stall_s=1, cpu_s=20, rss_mib=300, address_mib=2048, message_mib=4, files_per_child=500)

MakePool = Callable[..., Pool]


class Outcomes:
    """What a pool reported, by key; ``wait`` returns once everything submitted through it is done."""

    def __init__(self, pool: MediaPool) -> None:
        self.pool = pool
        self.all: dict[str, Outcome] = {}
        self._submitted = 0
        self._done: queue.SimpleQueue[tuple[str, Outcome]] = queue.SimpleQueue()

    def submit(self, key: str, **task: Any) -> None:
        self._submitted += 1
        self.pool.submit(key, task, lambda key, outcome: self._done.put((key, outcome)))

    def next(self) -> tuple[str, Outcome]:
        key, outcome = self._done.get(timeout=PATIENCE_S)
        assert key not in self.all, f"{key} was reported twice"
        self.all[key] = outcome
        return key, outcome

    def wait(self) -> Mapping[str, Outcome]:
        while len(self.all) < self._submitted:
            self.next()
        assert self._done.empty()
        return self.all

    def of(self, key: str, **task: Any) -> Outcome:
        self.submit(key, **task)
        return self.wait()[key]


@pytest.fixture
def make_pool() -> Iterator[MakePool]:
    pools: list[Pool] = []

    def make(lanes: int = 1, limits: Limits = QUICK, job: str = JOB) -> Pool:
        pools.append(Pool(job, lanes, limits))
        return pools[-1]

    yield make
    for pool in pools:
        pool.close()
