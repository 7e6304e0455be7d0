"""Errors as the window shows them: a sentence, and details only where the fault is ours."""

from __future__ import annotations

import enum
import logging
import traceback

from core.errors import InternalError, SlatebookError, UserProblem
from core.log import TOLD
from core.model.reasons import retold
from core.values import dataclass
from gui.words import tr

_TOLD = logging.getLogger(TOLD)
_LOGGER = logging.getLogger("slatebook.gui")


class Tone(enum.StrEnum):
    """How a fault is told."""

    HINT = "hint"
    WARNING = "warning"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong, fit to be shown; ``details`` is a traceback, of faults of ours only."""

    sentence: str
    tone: Tone
    details: str = ""


def fault_of(error: BaseException) -> Fault:
    """Return how ``error`` is told; what is a fault of ours goes to the log with all details."""
    if isinstance(error, UserProblem):
        return Fault(retold(str(error)), Tone.HINT)
    if isinstance(error, SlatebookError) and not isinstance(error, InternalError):
        _TOLD.info("%s", error)
        return Fault(retold(str(error)), Tone.WARNING)
    details = "".join(traceback.format_exception(error))
    _LOGGER.error("a fault of ours\n%s", details)
    said = str(error) if isinstance(error, InternalError) else f"{type(error).__name__}: {error}"
    return Fault(
        tr("Slatebook made a mistake ({said}). Nothing that was saved is lost.", said=said), Tone.OURS, details
    )
