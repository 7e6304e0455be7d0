"""What a tag would change, said before it is given: to how many of several clips it comes, and which have it."""

from __future__ import annotations

from core.app import Archive
from core.model.clip import USUAL_ROLES
from core.model.ids import ClipId, EntryId
from core.model.vocabulary import EntryKind
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.inspector.tagging import LIST
from gui.widgets import CompletingField, Suggestion, SuggestionMarked
from gui.words import number, plural


@dataclass(frozen=True, slots=True)
class _Question:
    clips: tuple[ClipId, ...]
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class _Answer:
    question: _Question
    fresh: int


class Foretelling:
    """Says under the suggestions of ``field`` what the marked one would do to several clips; of one clip, nothing."""

    def __init__(self, bridge: Bridge, field: CompletingField) -> None:
        self._archive = bridge.archive
        self._field = field
        self._clips: tuple[ClipId, ...] = ()
        self._asked: _Question | None = None
        self._ask = bridge.latest(self._on_answer)
        field.popup.marked.connect(self._on_marked)

    def turn_to(self, clips: tuple[ClipId, ...]) -> None:
        """Take over which clips would be tagged, as they are now."""
        self._clips = clips
        self._asked = None
        self._on_marked(SuggestionMarked(self._field.popup.current()))

    def _on_marked(self, marked: SuggestionMarked) -> None:
        suggestion, several = marked.suggestion, len(self._clips)
        if several < 2 or suggestion is None or suggestion.key == LIST:  # a list is shown before anything is done
            self._tell(None)
        elif suggestion.creates:
            self._tell(plural(several, "New, and on %n clip", "New, and on all %n clips"))
        elif self._asked != (question := _Question(self._clips, suggestion)):
            self._say("")  # its line is kept free: nothing moves when the answer comes
            archive, self._asked = self._archive, question
            self._ask.ask(lambda: _Answer(question, _lacking(archive, question)))

    def _on_answer(self, answer: _Answer) -> None:
        if answer.question == self._asked:
            self._say(change(answer.fresh, len(answer.question.clips)))

    def _tell(self, note: str | None) -> None:
        self._asked = None
        self._say(note)

    def _say(self, note: str | None) -> None:
        self._field.popup.set_note(note)
        self._field.setAccessibleDescription(note or "")


def _lacking(archive: Archive, question: _Question) -> int:
    """Return how many of the clips say nothing yet of the entry as a whole, under whichever of its merged ids."""
    entry, left = EntryId(question.suggestion.key), question.clips
    role = USUAL_ROLES[EntryKind(question.suggestion.kind)]
    for one in archive.vocabulary.merged_into(entry):
        left = tuple(archive.index.without(left, one, role))
    return len(left)


def change(fresh: int, clips: int) -> str:
    """Return the sentence for a tag that comes to so many of ``clips``."""
    kept = clips - fresh
    if not fresh:
        return plural(clips, "%n clip has it already", "All %n clips have it already")
    if not kept:
        return plural(clips, "Adds to %n clip", "Adds to all %n clips")
    return plural(
        kept,
        "Adds to {fresh} of {clips} clips; %n has it already",
        "Adds to {fresh} of {clips} clips; %n have it already",
        fresh=number(fresh),
        clips=number(clips),
    )
