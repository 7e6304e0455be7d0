"""The inspector while nothing is selected: what the archive holds, what is still to do, and how to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.model.vocabulary import EntryKind
from core.values import dataclass
from gui.inspector.facts import Fact
from gui.inspector.facts_grid import FactsGrid
from gui.inspector.layouts import Reused, take_all
from gui.inspector.looking import Gap, Overview
from gui.kinds import KIND_HEADINGS
from gui.style import Space, TextRole, icon, set_role
from gui.widgets import SectionHeader, Text
from gui.words import msg, number, plural, tr

_HINTS = (
    ("person:cruise location:norway", msg("Who and where")),
    ("shot:2020..2021 duration:<2m", msg("When, and how long")),
    ("has:moments -production:digger", msg("What is there, and what is not")),
)


@dataclass(frozen=True, slots=True)
class SearchWanted:
    """A search to show in the grid."""

    text: str


class OverviewPage(QWidget):
    """Counts, gaps one click away, examples of searches and the keys that matter."""

    search_wanted = Signal(object)

    def __init__(self, keys: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", TextRole.TITLE, wrap=True)
        self._facts = FactsGrid()
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(2)
        self._gap_buttons = Reused(self._gap_button)
        self._to_do = SectionHeader(tr("At a glance"))
        self._to_do.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.M, Space.M, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(self._title)
        layout.addWidget(self._facts)
        layout.addSpacing(Space.S)
        layout.addWidget(self._to_do)
        layout.addLayout(self._gaps)
        layout.addSpacing(Space.S)
        layout.addWidget(SectionHeader(tr("Ways to search")))
        hints = QVBoxLayout()
        hints.setSpacing(2)
        for text, words in _HINTS:
            hints.addWidget(self._hint_button(text, tr(words)))
        layout.addLayout(hints)
        layout.addSpacing(Space.S)
        layout.addWidget(SectionHeader(tr("Keys")))
        layout.addLayout(_key_table(keys))
        layout.addStretch(1)

    def show_overview(self, overview: Overview) -> None:
        """Show the archive as a whole."""
        self._title.setText(overview.name)
        kinds = [kind for kind in EntryKind if kind is not EntryKind.KEYWORD or overview.entries.get(kind)]
        facts = [Fact(KIND_HEADINGS[kind], number(overview.entries.get(kind, 0))) for kind in kinds]
        self._facts.set_facts([Fact(msg("Clips"), number(overview.clips)), *facts])
        self._show_gaps(overview.gaps)

    def _show_gaps(self, gaps: Sequence[Gap]) -> None:
        self._to_do.setVisible(bool(gaps))
        take_all(self._gaps)
        self._gap_buttons.begin()
        for gap in gaps:
            button = self._gap_buttons.take()
            button.setText(_gap_words(gap))
            button.setToolTip(gap.query)
            self._gaps.addWidget(button)
        self._gap_buttons.end()

    def _gap_button(self) -> QPushButton:
        button = self._button("", "", "filter")
        button.clicked.connect(lambda: self.search_wanted.emit(SearchWanted(button.toolTip())))
        return button

    def _hint_button(self, text: str, words: str) -> QPushButton:
        button = self._button(text, words, "search")
        button.clicked.connect(lambda: self.search_wanted.emit(SearchWanted(text)))
        return button

    def _button(self, text: str, words: str, icon_name: str) -> QPushButton:
        button = QPushButton(icon(icon_name), text)
        set_role(button, "quiet")
        button.setStyleSheet("text-align: left; padding: 2px 6px 2px 0;")
        button.setToolTip(words)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return button


def _gap_words(gap: Gap) -> str:
    match gap.query:
        case "missing:person":
            return plural(gap.clips, "%n without a person", "%n without a person")
        case "missing:location":
            return plural(gap.clips, "%n without a location", "%n without a location")
        case "missing:production":
            return plural(gap.clips, "%n without a production", "%n without a production")
        case "has:moments":
            return plural(gap.clips, "%n with moments", "%n with moments")
        case "is:suspected":
            return plural(gap.clips, "%n that looks like another", "%n that look like others")
        case _:
            return plural(gap.clips, "%n that could not be read", "%n that could not be read")


def _key_table(actions: Sequence[QAction]) -> QGridLayout:
    """Lay out what can be done and its keys."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(1, 1)
    for row, action in enumerate(actions):
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(Text(keys, TextRole.NUMERIC, "secondary"), row, 0)
        grid.addWidget(Text(action.statusTip(), TextRole.SMALL, "secondary", wrap=True), row, 1)
    return grid
