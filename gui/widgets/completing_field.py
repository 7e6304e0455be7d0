"""A field that completes: what exists is offered as one types, and making something new is a choice of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from core.values import dataclass
from gui.widgets.suggestions import Suggestion, SuggestionPicked, SuggestionPopup


@dataclass(frozen=True, slots=True)
class TextTyped:
    text: str


@dataclass(frozen=True, slots=True)
class SuggestionChosen:
    """What was chosen, and the words typed before."""

    suggestion: Suggestion
    text: str


class CompletingField(QLineEdit):
    """A line edit with a list of suggestions.

    Up and Down move in the list, Enter and Tab choose, Escape closes it and a second one empties the field.
    Something that ``creates`` is only chosen when it was moved to or clicked, never by a bare Enter: where there is
    nothing else, that marks it, and a second one chooses it.  An Enter while suggestions are waited for comes to them.
    """

    suggestions_wanted = Signal(object)
    chosen = Signal(object)

    def __init__(self, accessible_name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.popup = SuggestionPopup(self)
        self.popup.picked.connect(self._choose)
        self._is_silent = self._is_waiting = self._is_entered = False
        # Not textEdited: assistive programs write without keys.  A lambda, for a field connected to a method of its own
        # alone is taken down by Python while Qt still holds it.
        self.textChanged.connect(lambda text: self._on_changed(TextTyped(text)))

    def show_text(self, text: str) -> None:
        """Show other words without asking for suggestions."""
        self._is_silent = True
        self.setText(text)
        self._is_silent = False

    def _on_changed(self, typed: TextTyped) -> None:
        self.forget_enter()
        if not self._is_silent:
            self.suggestions_wanted.emit(typed)

    def set_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Offer ``suggestions``; the first that creates nothing is marked."""
        first = next((at for at, suggestion in enumerate(suggestions) if not suggestion.creates), None)
        self.popup.show_suggestions(suggestions if self.hasFocus() else (), first)
        self._is_waiting = False
        if self._is_entered:
            self._enter()

    def wait(self) -> None:
        """Offer nothing yet: what is to be suggested is not known before a while."""
        self.popup.show_suggestions(())
        self._is_waiting = True

    def forget_enter(self) -> None:
        """Have an Enter that still waits for suggestions do nothing."""
        self._is_entered = False

    def _enter(self) -> None:
        """Choose what is marked; else mark what there is, now or as soon as there is something."""
        self._is_entered = self._is_waiting
        current = self.popup.current()
        if current is not None:
            self._choose(SuggestionPicked(current))
        elif self.popup.isVisible():
            self.popup.move_choice(1)

    def _choose(self, picked: SuggestionPicked) -> None:
        typed = self.text()
        self.popup.hide()
        self.show_text("")
        self.chosen.emit(SuggestionChosen(picked.suggestion, typed))

    def event(self, event: QEvent) -> bool:
        # Tab would move the focus before keyPressEvent sees it.
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            current = self.popup.current()
            if current is not None and not current.creates:
                self._choose(SuggestionPicked(current))
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape and (self.popup.isVisible() or self.text()):
            if self.popup.isVisible():
                self.popup.hide()
            else:
                self.show_text("")
        else:
            super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        if self.popup.isVisible():
            self.popup.move_choice(step)
        else:
            self.suggestions_wanted.emit(TextTyped(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.forget_enter()
        self.popup.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.popup.hide()
        super().hideEvent(event)
