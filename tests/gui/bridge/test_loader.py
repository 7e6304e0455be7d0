from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Event, Semaphore

import pytest
from pytestqt.qtbot import QtBot

from gui.bridge.loader import Loader, Made


@dataclass(frozen=True)
class Number:
    """A wish for a number, made as ``make`` says; negative numbers are other wishes for the same thing."""

    number: int
    make: Callable[[int], int] = field(default=int, compare=False)

    @property
    def name(self) -> int:
        return abs(self.number)

    def fulfil(self) -> int:
        return self.make(self.number)


class Received:
    def __init__(self) -> None:
        self.batches: list[list[int]] = []

    def take(self, made: Made) -> None:
        self.batches.append([value for _, value in made])

    @property
    def all(self) -> list[int]:
        return [value for batch in self.batches for value in batch]


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[Loader]:
    made = Loader()
    yield made
    made.close()


@pytest.fixture
def received() -> Received:
    return Received()


class Held:
    """Makes nothing until it is let go."""

    def __init__(self, loader: Loader, received: Received, numbers: Sequence[int] = (1, 2)) -> None:
        self._begun, self._go_on = Semaphore(0), Event()
        for number in numbers:  # as many as there are threads
            loader.load(Number(number, self.make), received.take)
            assert self._begun.acquire(timeout=10)

    def make(self, number: int) -> int:
        self._begun.release()
        self._go_on.wait()
        return number

    def let_go(self) -> None:
        self._go_on.set()


def test_the_newest_wishes_come_first_and_the_oldest_are_forgotten(
    loader: Loader, received: Received, qtbot: QtBot
) -> None:
    held = Held(loader, received)
    for number in range(3, 2003):
        loader.load(Number(number), received.take)
    assert loader.awaits(2002)
    assert not loader.awaits(3)
    held.let_go()
    qtbot.waitUntil(lambda: len(received.all) == 2 + 400)
    assert set(received.all) == {1, 2, *range(1603, 2003)}
    assert set(received.all[:4]) <= {1, 2, 2002, 2001, 2000}
    assert not loader.awaits(2002)


def test_what_is_to_come_last_comes_after_older_wishes(loader: Loader, received: Received, qtbot: QtBot) -> None:
    held = Held(loader, received)
    for number in (3, 4):
        loader.load(Number(number), received.take)
    loader.load(Number(9), received.take, last=True)
    held.let_go()
    qtbot.waitUntil(lambda: len(received.all) == 5)
    assert received.all.index(9) >= 3  # the other thread may just hold one of those before it


def test_a_wish_that_waits_is_not_waited_for_twice(loader: Loader, received: Received, qtbot: QtBot) -> None:
    held = Held(loader, received)
    for _ in range(3):
        loader.load(Number(1), received.take)
        loader.load(Number(3), received.take)
    held.let_go()
    qtbot.waitUntil(lambda: len(received.all) == 3)
    qtbot.wait(10)
    assert sorted(received.all) == [1, 2, 3]


def test_what_was_made_meanwhile_is_delivered_together(loader: Loader, received: Received, qtbot: QtBot) -> None:
    with qtbot.waitSignal(loader.delivered):
        for number in range(20):
            loader.load(Number(number), received.take)
        loader._pool.waitForDone()
    assert len(received.batches) == 1
    assert sorted(received.all) == list(range(20))


def test_a_wish_that_fails_holds_up_nothing_else(loader: Loader, received: Received, qtbot: QtBot) -> None:
    def failing(number: int) -> int:
        raise ValueError(number)

    with qtbot.captureExceptions() as raised:
        for number in range(5):
            loader.load(Number(number, failing), received.take)
        qtbot.waitUntil(lambda: len(raised) == 5)
    with qtbot.captureExceptions(), qtbot.waitSignal(loader.delivered):
        loader.load(Number(9), received.take)
    assert received.all == [9]
    assert not loader.awaits(0)


def test_two_wishes_for_the_same_thing_may_be_under_way_at_once(
    loader: Loader, received: Received, qtbot: QtBot
) -> None:
    held = Held(loader, received, (1, -1))
    loader.load(Number(3), received.take)
    held.let_go()
    qtbot.waitUntil(lambda: 3 in received.all)
    assert not loader.awaits(1)
