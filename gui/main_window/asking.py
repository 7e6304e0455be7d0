"""Asking for what a search finds: its first page before all of it, and what it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.app import Found
from core.search.switch import without_switch
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.main_window.finding import Finding, Parting, Result, Wish


@dataclass(frozen=True, slots=True)
class _Page:
    """The first rows that answer the question of a turn, and what they are the first of."""

    turn: int
    wish: Wish
    found: Found
    rows: Sequence[int]


class Asking:
    """Asks one question after another off the GUI thread; ``page`` and ``done`` are called there with the answers.

    What is new comes twice: ``page`` gets the first rows, ``done`` all there is, with totals and counts.  While one
    types on, only first pages are asked for.  Nothing older is shown over what is newer.
    """

    def __init__(
        self,
        bridge: Bridge,
        finding: Finding,
        page: Callable[[Sequence[int]], None],
        done: Callable[[Result], None],
    ) -> None:
        self._finding = finding
        self._page = page
        self._done = done
        self._turn = 0
        self._shown = 0
        self._text = self._shown_text = ""
        self._then: Callable[[], None] | None = None
        self._first = bridge.latest(self._on_page)
        self._whole = bridge.latest(self._on_result)

    def ask(self, wish: Wish, *, at_once: bool = False) -> None:
        """Ask for what answers ``wish``, with ``at_once`` for all of it without a first page before."""
        self._turn += 1
        turn, is_new = self._turn, self._turn == 1 or wish.text != self._text
        self._text = wish.text
        if is_new:
            self._then = None
        turned = wish.backward or wish.parting is not Parting.NONE
        if at_once or not is_new or turned or without_switch(wish.text)[1]:
            self._ask_for_all(turn, wish)
        else:
            self._first.ask(lambda: _Page(turn, wish, *self._finding.first(wish)))

    def when_answered(self, verb: Callable[[], None]) -> None:
        """Call ``verb`` once what is shown (maybe a first page) answers the last text asked for; another drops it."""
        self._then = verb
        self._do_then()

    def _do_then(self) -> None:
        verb = self._then
        if verb is not None and self._shown_text == self._text:
            self._then = None
            verb()

    def _ask_for_all(self, turn: int, wish: Wish, known: Found | None = None) -> None:
        self._whole.ask(lambda: (turn, self._finding.find(wish, lambda: self._turn == turn, known)))

    def _on_page(self, page: _Page) -> None:
        if page.rows and page.turn > self._shown:
            self._shown, self._shown_text = page.turn, page.wish.text
            self._page(page.rows)
            self._do_then()
        if page.turn == self._turn:
            self._ask_for_all(page.turn, page.wish, page.found)

    def _on_result(self, answer: tuple[int, Result | None]) -> None:
        turn, result = answer
        if result is not None and turn >= self._shown:  # it is None where another was asked for meanwhile
            self._shown, self._shown_text = turn, result.text
            self._done(result)
            self._do_then()
