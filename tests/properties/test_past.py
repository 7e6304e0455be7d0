"""Any step can be taken back by itself or says why not, and the archive can be read as it was at every step."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from core.catalog.asof import AsOf
from core.errors import EditConflict, UserProblem
from core.model.changes import Table
from core.ports.history import GestureState
from tests.properties.test_undo import Editing


class LookingBack(Editing):
    """The archivist also takes back steps long past; every state there ever was is remembered by its number."""

    @initialize()
    def remember_the_beginning(self) -> None:
        self.ever: dict[int, dict[str, object]] = {}

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            catalog = self.archive.catalog
            for seq, state in getattr(self, "ever", {}).items():
                assert as_it_was(AsOf(self.archive._records, catalog._history, seq)) == state
        super().teardown()

    @precondition(lambda self: self.place > 0)
    @rule(data=st.data())
    def take_back_one_step(self, data: st.DataObject) -> None:
        steps = list(self.archive.catalog.history())
        step = data.draw(st.sampled_from(steps))
        before, seq = self.now(), self.archive.history.seq
        refused: UserProblem | None = None
        try:
            change_set = self.archive.catalog.revert(step.id)
        except UserProblem as problem:
            refused = problem
        if refused is not None:
            in_force = step.state is GestureState.APPLIED
            assert ("(step " in str(refused), isinstance(refused, EditConflict)) == (in_force, in_force)
            assert (self.now(), self.archive.history.seq) == (before, seq)
            return
        self.take_over(bool(change_set))
        if change_set:
            self.archive.catalog.undo()
            assert self.now() == before
            self.archive.catalog.redo()

    @precondition(lambda self: self.place > 0)
    @rule()
    def taking_back_the_last_step_is_undo(self) -> None:
        last = self.archive.history.undoable()
        assert last is not None
        change_set = self.archive.catalog.revert(last.id)
        assert self.now() == self.states[self.place - 1]
        self.take_over(bool(change_set))

    def take_over(self, changed: bool) -> None:
        if changed:
            del self.states[self.place + 1 :]
            self.states.append(self.now())
            self.place += 1

    @invariant()
    def every_state_is_remembered(self) -> None:
        if hasattr(self, "archive") and hasattr(self, "ever"):
            self.ever[self.archive.history.seq] = self.now()


def as_it_was(then: AsOf) -> dict[str, object]:
    return {
        f"{table}/{record}": {**(then.document(table, record) or {}), "revision": 0}
        for table in Table
        for record in then.ids(table)
    }


TestLookingBack = LookingBack.TestCase
TestLookingBack.settings = settings(max_examples=30, stateful_step_count=40, deadline=None)
