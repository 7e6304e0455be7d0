"""Work is done before it is asked for, never too far, and nothing of it outlives the block."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from gui.bridge.ahead import ahead


def thread_names() -> set[str]:
    return {thread.name for thread in threading.enumerate() if thread.name.startswith("slatebook-ahead")}


def test_results_come_in_order_from_other_threads() -> None:
    with ahead(range(50), lambda number: (number * 2, threading.current_thread().name), most=3) as made:
        found = list(made)
    assert [(item, value) for item, (value, _) in found] == [(number, number * 2) for number in range(50)]
    assert {name.rpartition("_")[0] for _, (_, name) in found} == {"slatebook-ahead"}
    assert thread_names() == set()


def test_items_are_asked_for_here_and_only_so_far_ahead() -> None:
    asked: list[str] = []

    def items() -> Iterator[int]:
        for number in range(10):
            asked.append(threading.current_thread().name)
            yield number

    with ahead(items(), str, most=3) as made:
        assert next(made) == (0, "0")
        assert asked == [threading.current_thread().name] * 4


@pytest.mark.parametrize("at_fault", ["items", "work", "caller"])
def test_an_error_arrives_and_leaves_no_thread(at_fault: str) -> None:
    done: list[int] = []

    def items() -> Iterator[int]:
        yield from range(5)
        if at_fault == "items":
            raise OSError(at_fault)
        yield from range(5, 1000)

    def work(number: int) -> int:
        if at_fault == "work" and number == 5:
            raise OSError(at_fault)
        done.append(number)
        return number

    def use() -> None:
        with ahead(items(), work, most=2) as made:
            for item, _ in made:
                if at_fault == "caller" and item == 5:
                    raise OSError(at_fault)

    with pytest.raises(OSError, match=at_fault):
        use()
    assert thread_names() == set()
    assert len(done) < 10


def test_a_block_left_early_drops_what_was_not_begun() -> None:
    going_on = threading.Event()
    begun: list[int] = []

    def work(number: int) -> None:
        begun.append(number)
        if number:
            going_on.wait()

    with ahead(range(100), work, most=20) as made:
        next(made)
        threading.Timer(0.5, going_on.set).start()
    assert len(begun) <= 5
    assert thread_names() == set()
