"""What a list of names would do, before it does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from core.model.ids import ClipId
from core.values import dataclass
from gui.inspector.listing import LEFT_OUT, Meaning, NameRead
from gui.style import Space, TextRole, read_margins
from gui.widgets import DialogButtons, Text
from gui.words import plural, tr


@dataclass(frozen=True, slots=True)
class ListRead:
    """The names and what each shall mean."""

    chosen: tuple[tuple[str, Meaning], ...]


class ListDialog(QDialog):
    """Shows every name with what it means, known or new, to be changed; ``accepted_list`` carries the answer."""

    accepted_list = Signal(object)

    def __init__(self, names: Sequence[NameRead], clips: Sequence[ClipId], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        clips_told = plural(len(clips), "%n clip", "%n clips")
        self.setWindowTitle(
            plural(len(names), "Tag {clips} with %n name", "Tag {clips} with %n names", clips=clips_told)
        )
        self.setMinimumWidth(460)
        self._names = tuple(names)
        self.choices: list[QComboBox] = []
        self.summary = Text("", TextRole.SMALL, "secondary", wrap=True)
        buttons = DialogButtons(plural(len(clips), "Tag %n clip", "Tag %n clips"))
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self._rows())
        layout.addWidget(self.summary)
        layout.addWidget(buttons)
        self._sum_up()

    def _rows(self) -> QScrollArea:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(read_margins(0, 0, Space.S, 0))
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(self._names):
            choice = QComboBox()
            choice.setAccessibleName(tr("What {name} means", name=name.text))
            for meaning in name.meanings:
                choice.addItem(tr(meaning.words) if meaning is LEFT_OUT else meaning.words)
            choice.currentIndexChanged.connect(self._sum_up)
            grid.addWidget(Text(name.text), row, 0)
            grid.addWidget(choice, row, 1)
            self.choices.append(choice)
        grid.setRowStretch(len(self._names), 1)
        area = QScrollArea()
        area.setAccessibleName(tr("Names"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        area.setMinimumHeight(min(360, page.sizeHint().height() + 2))
        return area

    def chosen(self) -> ListRead:
        """Return what is chosen."""
        pairs = zip(self._names, self.choices, strict=True)
        return ListRead(tuple((name.text, name.meanings[choice.currentIndex()]) for name, choice in pairs))

    def _sum_up(self) -> None:
        meanings = [meaning for _, meaning in self.chosen().chosen]
        known = sum(meaning.entry is not None for meaning in meanings)
        left_out = sum(meaning.kind is None for meaning in meanings)
        new = len(meanings) - known - left_out
        parts = (
            (known, plural(known, "%n known", "%n known")),
            (new, plural(new, "%n new", "%n new")),
            (left_out, plural(left_out, "%n left out", "%n left out")),
        )
        self.summary.setText(", ".join(words for count, words in parts if count))

    def _on_accepted(self) -> None:
        self.accepted_list.emit(self.chosen())
        self.accept()
