"""The field a query is typed into: completes words in place and points at the very character that is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from core.values import dataclass
from gui.style import Space, TextRole, font, icon, is_mirrored, mirrored, qcolor, theme
from gui.widgets.suggestions import Suggestion, SuggestionPicked, SuggestionPopup
from gui.words import tr

_PROBLEM = "problem"
_CLEAR_ROOM = 34
"""What the button that clears takes at the end of the field."""
_ROOM_FOR_NOTE = 180
_AROUND = 56
"""What the icon at the beginning and the edges take of the room for words."""


@dataclass(frozen=True, slots=True)
class SearchTyped:
    text: str
    cursor: int


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the characters from ``start`` to before ``end``, and what was perhaps meant."""

    start: int
    end: int
    message: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """Words to put in place of the characters from ``start`` to before ``end``; ``shown`` is how they are offered."""

    insert: str
    start: int
    end: int
    shown: str
    detail: str = ""
    kind: str = ""


class SearchField(QLineEdit):
    """A line edit for queries.

    Down goes into the list of completions, Enter and Tab take the marked one; Enter with none marked submits the
    query; Escape closes the list, and with no list open empties the field.
    """

    typed = Signal(object)
    submitted = Signal(object)

    def __init__(self, accessible_name: str, invitations: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._invitations = tuple(invitations)
        self.setAccessibleName(accessible_name)
        self._problem: Problem | None = None
        self._completions: tuple[Completion, ...] = ()
        self._note = ""
        self._add_actions()
        self.popup = SuggestionPopup(self)
        self.popup.picked.connect(self._take)
        self._is_silent = False
        # Not textEdited: assistive programs write without keys.  A lambda, for a field connected to a method of its own
        # alone is taken down by Python while Qt still holds it.
        self.textChanged.connect(lambda _text: self._on_changed())

    def _add_actions(self) -> None:
        look = QAction(icon("search"), tr("Search"), self)
        look.triggered.connect(self._submit)
        self.addAction(look, QLineEdit.ActionPosition.LeadingPosition)
        self._clear_action = QAction(icon("x"), tr("Clear the search"), self)
        self._clear_action.triggered.connect(self.empty)
        self.addAction(self._clear_action, QLineEdit.ActionPosition.TrailingPosition)
        self._clear_action.setVisible(False)
        self.textChanged.connect(lambda text: self._clear_action.setVisible(bool(text)))

    def empty(self) -> None:
        """Take all words away and say so."""
        self.clear()

    def show_text(self, text: str) -> None:
        """Show other words without saying so."""
        self._is_silent = True
        self.setText(text)
        self._is_silent = False

    def _on_changed(self) -> None:
        if not self._is_silent:
            self._tell()

    def problem(self) -> Problem | None:
        return self._problem

    def set_problem(self, problem: Problem | None) -> None:
        """Underline what ``problem`` points at and tell it to a screen reader; None takes the line away."""
        self._problem = problem
        self.setToolTip(problem.message if problem else "")
        self.setAccessibleDescription(problem.message if problem else self._note)
        self._offer()
        self.update()

    def set_note(self, note: str) -> None:
        """Show ``note``, such as how much was found, at the end of the field where that leaves room for words."""
        self._note = note
        self.setAccessibleDescription(self._problem.message if self._problem else note)
        self._make_room()

    @property
    def _shown_note(self) -> str:
        return self._note if self.width() >= _ROOM_FOR_NOTE else ""

    def _make_room(self) -> None:
        note = self._shown_note
        room = self._note_metrics().horizontalAdvance(note) + Space.M if note else 0
        self.setTextMargins(*((room, 0, 0, 0) if is_mirrored() else (0, 0, room, 0)))
        self._invite()
        self.update()

    def _invite(self) -> None:
        """Show the first invitation that has room while the field is empty, else the last."""
        margins, metrics = self.textMargins(), self.fontMetrics()
        room = self.width() - margins.left() - margins.right() - _AROUND
        fitting = (words for words in self._invitations if metrics.horizontalAdvance(words) <= room)
        self.setPlaceholderText(next(fitting, self._invitations[-1] if self._invitations else ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def set_completions(self, completions: Sequence[Completion]) -> None:
        """Offer ``completions``, none of them marked, so that Enter still submits what was typed."""
        self._completions = tuple(completions)
        self._offer()

    def _offer(self) -> None:
        """Drop down with what is wrong, if something is, and the completions."""
        offered = [Suggestion(str(at), one.shown, one.detail, one.kind) for at, one in enumerate(self._completions)]
        problem = self._problem
        if problem is not None:
            said = problem.suggestion in problem.message
            meant = "" if said else tr("Did you mean {suggestion}?", suggestion=problem.suggestion)
            offered.insert(0, Suggestion(_PROBLEM, problem.message, meant, "problem"))
        self.popup.show_suggestions(offered if self.hasFocus() and self.text() else ())

    def _tell(self) -> None:
        self._completions = ()
        self.set_problem(None)
        self.typed.emit(SearchTyped(self.text(), self.cursorPosition()))

    def _submit(self) -> None:
        self.popup.hide()
        self.submitted.emit(SearchTyped(self.text(), self.cursorPosition()))

    def _take(self, picked: SuggestionPicked) -> None:
        completion = self._completion(picked.suggestion.key)
        if completion is None:
            return
        text = self.text()
        self.popup.hide()
        self.show_text(text[: completion.start] + completion.insert + text[completion.end :])
        self.setCursorPosition(completion.start + len(completion.insert))
        self._tell()

    def _completion(self, key: str) -> Completion | None:
        if key != _PROBLEM:
            return self._completions[int(key)]
        problem = self._problem
        if problem is None or not problem.suggestion:
            return None
        return Completion(problem.suggestion, problem.start, problem.end, problem.suggestion)

    def event(self, event: QEvent) -> bool:
        # Tab would move the focus before keyPressEvent sees it.
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            current = self.popup.current()
            if current is not None:
                self._take(SuggestionPicked(current))
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.popup.isVisible():
            self.popup.move_choice(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            current = self.popup.current()
            if current is not None:
                self._take(SuggestionPicked(current))
            else:
                self._submit()
        elif key == Qt.Key.Key_Escape and (self.popup.isVisible() or self.text()):
            if self.popup.isVisible():
                self.popup.hide()
            else:
                self.empty()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if note := self._shown_note:
            painter.setFont(font(TextRole.NUMERIC))
            painter.setPen(qcolor(theme().faint))
            room = self.rect().adjusted(0, 0, -_CLEAR_ROOM if self.text() else -Space.M, 0)
            place = mirrored(room, self.rect())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)
        if self._problem is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(qcolor(theme().danger), 1.3))
            painter.drawPolyline(_wave(*self.underlined()))

    def _note_metrics(self) -> QFontMetrics:
        return QFontMetrics(font(TextRole.NUMERIC))

    def underlined(self) -> tuple[float, float, float]:
        """Return where the line under the problem runs: from x, to x, at y."""
        problem = self._problem or Problem(0, 0, "")
        caret, metrics = self.cursorRect(), self.fontMetrics()
        origin = caret.center().x() - metrics.horizontalAdvance(self.text()[: self.cursorPosition()])
        start = origin + metrics.horizontalAdvance(self.text()[: problem.start])
        end = origin + metrics.horizontalAdvance(self.text()[: problem.end])
        return start, max(end, start + 6), caret.bottom() - 1

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.popup.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.popup.hide()
        super().hideEvent(event)


def _wave(start: float, end: float, y: float) -> QPolygonF:
    steps = max(2, int((end - start) / 2.5))
    return QPolygonF([QPointF(start + at * 2.5, y + (1.2 if at % 2 else -1.2)) for at in range(steps + 1)])
