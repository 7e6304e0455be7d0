"""What the clip is probably to be tagged with, each with its reason and the key that accepts it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.catalog.vocabulary import Vocabulary
from core.values import dataclass
from gui.style import Space, TextRole
from gui.widgets import Chip, ChipWidget, ElidedLabel
from gui.words import tr

if TYPE_CHECKING:
    from core.catalog.suggested import Suggested

ON_KEYS = 3
"""So many are shown, on Alt+1 to Alt+3; with Shift the same keys refuse them for ever."""

_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
_ACCEPT = Qt.KeyboardModifier.AltModifier
_REJECT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Answered:
    """A suggestion that was accepted, or refused for ever."""

    suggested: Suggested
    accepted: bool


class SuggestedView(QWidget):
    """Chips that are not there yet, a line each: a click, Enter or Alt+1 accepts, the cross or Alt+Shift+1 refuses."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Suggested, ...] = ()
        self._chips: list[ChipWidget] = []
        self._rows: list[_Line] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(Space.XS)
        self.setAccessibleName(tr("Suggested tags"))
        self.hide()
        for place, key in enumerate(_KEYS):
            for modifiers, accepted in ((_ACCEPT, True), (_REJECT, False)):
                shortcut = QShortcut(QKeySequence(QKeyCombination(modifiers, key)), self)
                shortcut.activated.connect(partial(self._answer_at, place, accepted))

    def shown(self) -> tuple[Suggested, ...]:
        """Return the suggestions on screen, in the order of their keys."""
        return self._shown

    def show_suggested(self, suggested: Sequence[Suggested], vocabulary: Vocabulary) -> None:
        """Offer ``suggested``, the likeliest first; the focus stays in its place."""
        had = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        self._shown = tuple(suggested[:ON_KEYS])
        while len(self._rows) < len(self._shown):
            self._add()
        for place, line in enumerate(self._rows):
            line.setVisible(place < len(self._shown))
        for place, one in enumerate(self._shown):
            entry = vocabulary.get(one.entry)
            self._rows[place].show_suggested(one, vocabulary.label(one.entry), entry.kind.word if entry else "")
        self._chips = [line.chip for line in self._rows[: len(self._shown)]]
        self.setVisible(bool(self._chips))
        if had is not None and self._chips:
            self._chips[min(had, len(self._chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        place = len(self._rows)
        line = _Line(place)
        line.chip.pressed_chip.connect(lambda: self._answer_at(place, True))
        line.chip.removed.connect(lambda: self._answer_at(place, False))
        self._rows.append(line)
        self._lines.addWidget(line)

    def _answer_at(self, place: int, accepted: bool) -> None:
        # What is answered stays in its place until new ones come, so that no key means another one meanwhile.
        if place < len(self._chips) and self._chips[place].isEnabled():
            self._chips[place].setEnabled(False)
            self.answered.emit(Answered(self._shown[place], accepted))


class _Line(QWidget):
    """One suggestion: a chip that is not there yet, and why it may be."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        self.chip = ChipWidget(Chip("", ""))
        self._reason = ElidedLabel("", role=TextRole.SMALL, colour="faint")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.chip)
        layout.addWidget(self._reason, 1)

    def show_suggested(self, one: Suggested, label: str, kind: str) -> None:
        """Show another suggestion, to be answered."""
        place, chip = self._place, self.chip
        keys = tr("Alt+{key} tags it · Alt+Shift+{key} never suggests it again", key=place + 1)
        chip.show_chip(Chip(f"{place}", label, kind, detail=f"{one.reason}\n{keys}", share=f"Alt+{place + 1}"))
        chip.setAccessibleName(tr("Suggested: {name}, {kind}", name=label, kind=kind))
        told = tr("{reason}. Enter tags it, Delete never suggests it again", reason=one.reason)
        chip.setAccessibleDescription(told)
        chip.setEnabled(True)
        self._reason.setText(one.reason)
