"""Names nobody is certainly known by, each settled once for the whole sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QInputDialog, QScrollArea, QVBoxLayout, QWidget

from core.exchange.names import Fate, Settled, Unmatched, can_be_made
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from gui.style import Space, TextRole, read_margins
from gui.widgets import ElidedLabel, SectionHeader, Text
from gui.words import capital, number, plural, tr

_MOST_SEEN = 4
"""So many names are seen at once."""

_MOST_ASKED = 200
"""So many names are asked for at a time; the others follow once these are settled."""

_NAME_WIDTH = 340
_ANOTHER = "another"

Entries = Callable[[EntryKind], Sequence[Entry]]


class NamesPanel(QWidget):
    """Asks who is meant by each name; ``changed`` tells that something was decided, ``settled`` what so far.

    ``entries`` are all that a name of a kind may mean.
    """

    changed = Signal()

    def __init__(self, entries: Entries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settled: Settled = {}
        self._entries = entries
        self._asked: tuple[Unmatched, ...] = ()
        self._combos: dict[tuple[EntryKind, str], QComboBox] = {}
        self._head = SectionHeader(tr("Names nobody is certainly known by"))
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("Names nobody is certainly known by"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._more = Text("", TextRole.SMALL, "faint", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        for widget in (self._head, self._area, self._more):
            layout.addWidget(widget)

    def show_names(self, names: Sequence[Unmatched], *, create: bool) -> None:
        """Ask for ``names``; with ``create`` those nobody decides about are made where that is a choice."""
        left = sum(name.fate is None for name in names)
        self._head.set_note(tr("{count} of {all} open", count=number(left), all=number(len(names))))
        open_first = sorted(names, key=lambda name: name.fate is not None)[:_MOST_ASKED]
        asked = tuple(name for name in names if name in open_first) if len(names) > _MOST_ASKED else tuple(names)
        if [(name.kind, name.name) for name in asked] != [(name.kind, name.name) for name in self._asked]:
            self._build(asked)
        self._asked = asked
        for name in asked:
            self._combos[name.kind, name.name].setItemText(0, _undecided(name, create=create))
        over = len(names) - len(asked)
        more = plural(over, "%n more can be settled once these are.", "%n more can be settled once these are.")
        self._more.setText(more if over else "")
        self._more.setVisible(over > 0)

    def settle(self, name: Unmatched, whom: EntryId | Fate | None) -> None:
        """Decide about ``name``; None takes a decision back."""
        kept = {key: known for key, known in self.settled.items() if key != (name.kind, name.name)}
        self.settled = kept if whom is None else {**kept, (name.kind, name.name): whom}
        self.changed.emit()

    def _build(self, names: Sequence[Unmatched]) -> None:
        within = QWidget()
        grid = QGridLayout(within)
        grid.setContentsMargins(read_margins(0, 0, Space.S, 0))
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        self._combos = {}
        for row, name in enumerate(names):
            label = ElidedLabel(tr("{kind} “{name}”", kind=capital(name.kind.word), name=name.name))
            label.setFixedWidth(_NAME_WIDTH)
            combo = self._combos[name.kind, name.name] = self._combo(name)
            grid.addWidget(label, row, 0)
            grid.addWidget(combo, row, 1)
        grid.setRowStretch(len(names), 1)
        self._area.setWidget(within)
        one = max((combo.sizeHint().height() for combo in self._combos.values()), default=0) + Space.XS
        self._area.setFixedHeight(min(len(names), _MOST_SEEN) * one)

    def _combo(self, name: Unmatched) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(tr("Who is meant by “{name}”", name=name.name))
        made.addItem("", None)
        for one in name.suggestions:
            made.addItem(f"{one.label} ({tr(one.how)})", one.entry)
        if can_be_made(name):
            made.addItem(tr("Make a new {kind}", kind=name.kind.word), Fate.NEW)
        made.addItem(tr("Leave the name out"), Fate.LEFT_OUT)
        made.addItem(tr("Another {kind}…", kind=name.kind.word), _ANOTHER)
        self._select(made, name)
        made.activated.connect(partial(self._on_chosen, made, name))
        return made

    def _select(self, combo: QComboBox, name: Unmatched) -> None:
        """Show what is decided; one who was picked from all is put among the suggestions."""
        whom = self.settled.get((name.kind, name.name))
        if whom is not None and combo.findData(whom) < 0:
            known = {entry.id: entry.label for entry in self._entries(name.kind)}
            combo.insertItem(1, known.get(EntryId(whom), str(whom)), whom)
        combo.setCurrentIndex(max(combo.findData(whom), 0) if whom is not None else 0)

    def _on_chosen(self, combo: QComboBox, name: Unmatched, place: int) -> None:
        whom = combo.itemData(place)
        if whom == _ANOTHER:
            self._select(combo, name)
            self._ask(combo, name)
        else:  # Qt hands a StrEnum back as plain text
            self.settle(name, Fate(whom) if whom in tuple(Fate) else whom)

    def _ask(self, combo: QComboBox, name: Unmatched) -> None:
        """Ask for any entry of the kind, by its label."""
        entries = {entry.label: entry.id for entry in self._entries(name.kind)}
        asking = QInputDialog(self)
        asking.setWindowTitle(tr("Who is “{name}”?", name=name.name))
        asking.setLabelText(tr("{kind} of this archive", kind=capital(name.kind.word)))
        asking.setComboBoxItems(sorted(entries, key=str.casefold))
        asking.setComboBoxEditable(True)

        def on_chosen(label: str) -> None:
            if label in entries:
                self.settle(name, entries[label])
                self._select(combo, name)

        asking.textValueSelected.connect(on_chosen)
        asking.finished.connect(asking.deleteLater)
        asking.open()


def _undecided(name: Unmatched, *, create: bool) -> str:
    """Say what becomes of a name nobody decides about, and who may be meant."""
    made = create and can_be_made(name)
    fate = tr("Not decided: will be made") if made else tr("Not decided: held back")
    perhaps = ", ".join(one.label for one in name.suggestions)
    return tr("{fate} (perhaps {names})", fate=fate, names=perhaps) if perhaps else fate
