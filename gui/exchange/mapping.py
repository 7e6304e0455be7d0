"""Which column of a foreign sheet leads to which of ours, kept by name for the next sheet of the kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.settings import Settings
from gui.exchange.looking import FIELDS, guessed
from gui.style import Space, TextRole, read_margins, set_role
from gui.widgets import ElidedLabel, SectionHeader, Text
from gui.words import msg, tr

_NOT_READ = msg("Not read")
_ACROSS = 3
"""So many headings stand side by side."""

_HEIGHT = 140
"""What more rows of headings need is scrolled."""

_NAME_WIDTH = 130


class MappingPanel(QWidget):
    """Asks for each heading where it leads; ``changed`` tells of any change."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._combos: dict[str, QComboBox] = {}
        self._note = Text("", TextRole.SMALL, "warning", wrap=True)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill_menu)
        self._saved = QPushButton(tr("Saved mappings"))
        self._saved.setAutoDefault(False)
        self._saved.setMenu(self._menu)
        set_role(self._saved, "quiet")
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("Columns of the sheet and where they lead"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        head = QHBoxLayout()
        head.addWidget(SectionHeader(tr("Columns of the sheet")), 1)
        head.addWidget(self._saved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addLayout(head)
        layout.addWidget(self._area)
        layout.addWidget(self._note)

    def show_headings(self, headings: Sequence[str]) -> None:
        """Ask for ``headings``, with what they seem to mean already chosen."""
        within = QWidget()
        grid = QGridLayout(within)
        grid.setContentsMargins(read_margins(0, 0, Space.S, 0))
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        self._combos = {heading: _combo(heading) for heading in headings}
        for place, (heading, combo) in enumerate(self._combos.items()):
            name = ElidedLabel(heading)
            name.setFixedWidth(_NAME_WIDTH)
            row, across = divmod(place, _ACROSS)
            grid.addWidget(name, row, 2 * across)
            grid.addWidget(combo, row, 2 * across + 1)
            grid.setColumnStretch(2 * across + 1, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(within)
        self._area.setFixedHeight(min(grid.sizeHint().height(), _HEIGHT))
        self.choose(guessed(headings))
        for combo in self._combos.values():
            combo.currentIndexChanged.connect(self._on_changed)

    def choose(self, mapping: Mapping[str, str]) -> None:
        """Have each heading lead where ``mapping`` says; those it does not name are not read."""
        for heading, combo in self._combos.items():
            combo.blockSignals(True)
            combo.setCurrentIndex(max(combo.findData(mapping.get(heading, "")), 0))
            combo.blockSignals(False)
        self._on_changed()

    def mapping(self) -> dict[str, str]:
        """Return what is chosen: from headings of theirs to columns of ours."""
        chosen = {heading: str(combo.currentData()) for heading, combo in self._combos.items()}
        return {heading: key for heading, key in chosen.items() if key}

    def problem(self) -> str:
        """Return why the sheet cannot be read so, as a sentence; empty where it can."""
        keys = Counter(self.mapping().values())
        twice = [FIELDS[key] for key, times in keys.items() if times > 1]
        if twice:
            return tr("Two columns lead to “{column}”; choose one.", column=tr(twice[0]))
        if not keys.keys() & {"id", "file"}:
            return tr("Choose the column that tells which clip is meant: by its id, or by the name of its file.")
        if not keys.keys() - {"id", "file", "folder", "rev"}:
            return tr("Choose at least one more column that is to be taken over.")
        return ""

    # kept by name -----------------------------------------------------------------------------------------------
    def fill_menu(self) -> QMenu:
        """Return the menu as it is to be shown now."""
        self._menu.clear()
        for name, mapping in self._settings.sheet_mappings.items():
            self._menu.addAction(name).triggered.connect(lambda _=False, mapping=mapping: self.choose(mapping))
        self._menu.addSeparator()
        self._menu.addAction(tr("Save this mapping as…")).triggered.connect(self._on_save)
        if self._settings.sheet_mappings:
            removing = self._menu.addMenu(tr("Remove"))
            for name in self._settings.sheet_mappings:
                removing.addAction(name).triggered.connect(lambda _=False, name=name: self.remove(name))
        return self._menu

    def save_as(self, name: str) -> None:
        """Keep what is chosen as ``name``."""
        name = name.strip()
        if name and self.mapping():
            self._settings.sheet_mappings = {**self._settings.sheet_mappings, name: self.mapping()}

    def remove(self, name: str) -> None:
        """Forget the mapping called ``name``."""
        kept = {other: mapping for other, mapping in self._settings.sheet_mappings.items() if other != name}
        self._settings.sheet_mappings = kept

    def _on_changed(self) -> None:
        self._note.setText(self.problem())
        self._note.setVisible(bool(self.problem()))
        self.changed.emit()

    def _on_save(self) -> None:
        asking = QInputDialog(self)
        asking.setWindowTitle(tr("Save mapping"))
        asking.setLabelText(tr("Name of the mapping"))
        asking.textValueSelected.connect(self.save_as)
        asking.finished.connect(asking.deleteLater)
        asking.open()


def _combo(heading: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(tr("Where “{column}” leads", column=heading))
    made.setMinimumContentsLength(12)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.addItem(tr(_NOT_READ), "")
    for key, words in FIELDS.items():
        made.addItem(tr(words), key)
    return made
