"""Threads by purpose."""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from gui.bridge.jobs import Job
from gui.bridge.lanes import Lane, Latest
from gui.bridge.returns import Returns


@pytest.fixture
def returns(qtbot: QtBot) -> Returns:
    return Returns()


@pytest.fixture
def lane(returns: Returns) -> Iterator[Lane]:
    made = Lane("test", 1, returns)
    yield made
    made.close(finish=True)


class Asker(QObject):
    """Asks, and may be deleted before the answer comes, as a dialog that is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[int] = []
        self.latest: Latest[int] | None = None

    def take(self, answer: int) -> None:
        self.answers.append(answer)


def unexpected(error: Exception) -> None:
    raise error


def test_a_result_comes_back_on_the_gui_thread(qtbot: QtBot, lane: Lane) -> None:
    here = QThread.currentThread()
    threads: list[tuple[bool, int]] = []
    worked: list[int] = []

    def work() -> int:
        worked.append(threading.get_ident())
        return 42

    lane.run(work, lambda value: threads.append((QThread.currentThread() is here, value)), unexpected)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [(True, 42)]
    assert worked != [threading.get_ident()]


def test_an_error_comes_back_to_whoever_asked(qtbot: QtBot, lane: Lane) -> None:
    errors: list[Exception] = []

    def work() -> int:
        raise ValueError("no")

    lane.run(work, lambda _value: errors.append(AssertionError()), errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "no"


def test_one_thread_works_in_order(qtbot: QtBot, lane: Lane) -> None:
    done: list[int] = []
    for number in range(50):
        lane.run(lambda number=number: number, done.append, unexpected)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))


def test_nothing_is_delivered_after_the_end(qtbot: QtBot, lane: Lane, returns: Returns) -> None:
    done: list[int] = []
    lane.run(lambda: 1, done.append, unexpected)
    returns.close()
    lane.close(finish=True)
    qtbot.wait(20)
    assert not done


def test_of_the_questions_that_wait_only_the_newest_is_asked(qtbot: QtBot, lane: Lane) -> None:
    gate = threading.Event()
    asked: list[int] = []
    answers: list[int] = []
    latest: Latest[int] = Latest(lane, answers.append, unexpected)

    def question(number: int) -> int:
        gate.wait(5)
        asked.append(number)
        return number

    for number in range(10):
        latest.ask(lambda number=number: question(number))  # type: ignore[misc]
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert asked == answers == [0, 9]


def test_a_question_that_fails_does_not_stop_the_next(qtbot: QtBot, lane: Lane) -> None:
    answers: list[int] = []
    errors: list[Exception] = []
    latest: Latest[int] = Latest(lane, answers.append, errors.append)

    def failing() -> int:
        raise ValueError("no")

    latest.ask(failing)
    latest.ask(lambda: 2)
    qtbot.waitUntil(lambda: answers == [2])
    assert len(errors) == 1


def test_of_many_reports_the_last_arrives(qtbot: QtBot, lane: Lane, returns: Returns) -> None:
    seen: list[object] = []
    job = Job(returns, seen.append)

    def work() -> None:
        for number in range(1_000):
            job.report(number)

    ended: list[None] = []
    lane.run(work, ended.append, unexpected)
    qtbot.waitUntil(lambda: bool(ended) and bool(seen) and seen[-1] == 999)
    assert len(seen) < 1_000


def test_a_job_cancelled_before_it_can_be_stopped_is_stopped_at_once(returns: Returns) -> None:
    job = Job(returns, lambda _progress: None)
    stopped: list[str] = []
    job.cancel()
    job.on_cancel(lambda: stopped.append("stopped"))
    assert stopped == ["stopped"]
    assert job.is_cancelled()


def test_an_answer_for_what_was_deleted_meanwhile_is_dropped(qtbot: QtBot, lane: Lane) -> None:
    gone, there, go_on = Asker(), Asker(), threading.Event()

    def work() -> int:
        assert go_on.wait(10)
        return 1

    asked: Latest[int] = Latest(lane, gone.take, unexpected)
    asked.ask(work)
    lane.run(work, gone.take, unexpected)
    lane.run(work, there.take, unexpected)
    shiboken6.delete(gone)
    go_on.set()
    qtbot.waitUntil(lambda: there.answers == [1])
    assert gone.answers == []


def test_whoever_waits_is_let_go_of_in_the_thread_of_the_window(
    qtbot: QtBot, returns: Returns, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lane is slow to return from its work, so that it would be the last to hold who waits."""
    let_go: list[int] = []

    class Waiting:
        def __init__(self, answers: list[bool]) -> None:
            self.answers = answers

        def take(self, failed: object) -> None:
            self.answers.append(bool(failed))

        def __del__(self) -> None:
            let_go.append(threading.get_ident())

    post, answers = returns.post, list[bool]()

    def posted_slowly(receiver: Callable[[Any], None], value: object) -> None:
        post(receiver, value)
        del receiver, value
        time.sleep(0.2)

    monkeypatch.setattr(returns, "post", posted_slowly)
    slow = Lane("slow", 1, returns)
    for work in (lambda: 0, lambda: 1 // 0):
        waiting = Waiting(answers)
        slow.run(work, waiting.take, waiting.take)
        del waiting
    qtbot.waitUntil(lambda: len(answers) == len(let_go) == 2)
    slow.close(finish=True)
    assert answers == [False, True]
    assert let_go == [threading.get_ident()] * 2


def test_whoever_waits_is_let_go_of_there_as_well_where_no_answer_is_delivered_any_more(returns: Returns) -> None:
    let_go: list[int] = []
    go_on = threading.Event()

    class Waiting:
        def take(self, _answer: object) -> None:
            raise AssertionError

        def __del__(self) -> None:
            let_go.append(threading.get_ident())

    closed, waiting = Lane("closed", 1, returns), [Waiting(), Waiting()]  # one is answered too late, one not at all
    while waiting:
        one = waiting.pop()
        closed.run(lambda: go_on.wait(5), one.take, one.take)
        del one
    returns.close()
    go_on.set()
    closed.close(finish=False)
    assert let_go == [threading.get_ident()] * 2


def test_who_asks_is_not_kept_by_the_questions(lane: Lane) -> None:
    asker = Asker()
    asker.latest = Latest(lane, asker.take, unexpected)
    gone = weakref.ref(asker)
    del asker
    assert gone() is None
