"""How errors are told."""

from __future__ import annotations

import pytest

from core.errors import ArchiveProblem, InternalError, UserProblem
from gui.bridge.faults import Tone, fault_of


def test_what_the_archivist_can_change_is_a_hint_without_details() -> None:
    fault = fault_of(UserProblem("There is nothing to undo."))
    assert (fault.sentence, fault.tone, fault.details) == ("There is nothing to undo.", Tone.HINT, "")


def test_what_the_surroundings_do_is_a_warning() -> None:
    assert fault_of(ArchiveProblem("It is damaged.")).tone is Tone.WARNING


@pytest.mark.parametrize("error", [InternalError("lost count"), ZeroDivisionError("division by zero")])
def test_what_we_did_wrong_is_shown_with_its_traceback_and_logged(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    fault = fault_of(error)
    assert fault.tone is Tone.OURS
    assert str(error) in fault.sentence
    assert type(error).__name__ in fault.details
    assert type(error).__name__ in caplog.text
    caplog.clear()
