"""Choosing the keys of commands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.values import dataclass
from gui.style import Space, TextRole
from gui.widgets import Text
from gui.words import tr

_Role = Qt.ItemDataRole.UserRole
_ROW = 26


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A command, the keys it usually has and those it has now; what is ``fixed`` keeps its own."""

    key: str
    text: str
    group: str
    usual: tuple[str, ...]
    keys: tuple[str, ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class KeysChosen:
    """A command is to have these keys."""

    key: str
    keys: tuple[str, ...]


def native(keys: Sequence[str]) -> str:
    """Return portable key sequences as this system writes them."""
    return ", ".join(QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in keys)


class KeysPage(QWidget):
    """Lists all commands with their keys and lets those of one be changed at once; a clash is told before it counts."""

    keys_chosen = Signal(object)

    def __init__(self, lines: Sequence[KeyLine]) -> None:
        super().__init__()
        self.lines = {line.key: line for line in lines}
        self._wanted = ""
        self.filter = QLineEdit()
        self.tree = QTreeWidget()
        self.field = QKeySequenceEdit()
        self.told = Text("", TextRole.SMALL, "secondary", wrap=True)
        self.take = QPushButton(tr("Use it here"))
        self.none = QPushButton(tr("No keys"))
        self.usual = QPushButton(tr("Usual keys"))
        self.all_usual = QPushButton(tr("All usual again"))
        self._items: dict[str, QTreeWidgetItem] = {}
        self._fill()
        self._lay_out()
        self._connect()
        self._on_current()

    def _fill(self) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for line in self.lines.values():
            group = groups.get(line.group)
            if group is None:
                group = groups[line.group] = QTreeWidgetItem(self.tree, [line.group])
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                group.setExpanded(True)
                group.setSizeHint(0, QSize(0, _ROW))
            item = self._items[line.key] = QTreeWidgetItem(group)
            item.setData(0, _Role, line.key)
            item.setSizeHint(0, QSize(0, _ROW))
            self._write(line)

    def _write(self, line: KeyLine) -> None:
        item = self._items[line.key]
        item.setText(0, line.text)
        item.setText(1, native(line.keys))
        changed = line.keys != line.usual
        item.setText(2, tr("changed") if changed else tr("fixed") if line.fixed else "")
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, native(line.keys) or tr("No keys"))
        item.setData(2, Qt.ItemDataRole.AccessibleTextRole, item.text(2) or tr("usual"))

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText(tr("Find a command or its keys"))
        self.filter.setAccessibleName(tr("Find a command or its keys"))
        self.filter.setClearButtonEnabled(True)
        self.tree.setHeaderLabels([tr("Command"), tr("Keys"), ""])
        self.tree.setAccessibleName(tr("Commands and their keys"))
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self.tree.setColumnWidth(1, 170)
        self.tree.setColumnWidth(2, 80)
        self.tree.setMinimumHeight(300)
        self.field.setAccessibleName(tr("New keys"))
        self.field.setMaximumSequenceLength(1)
        self.field.setClearButtonEnabled(True)
        self.take.setVisible(False)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Text(tr("New keys"), TextRole.BODY))
        row.addWidget(self.field, 1)
        for button in (self.take, self.none, self.usual, self.all_usual):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.told.setMinimumHeight(34)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.M, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)
        layout.addWidget(self.told)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.tree.currentItemChanged.connect(self._on_current)
        self.field.editingFinished.connect(self._on_typed)
        self.take.clicked.connect(self._on_take)
        self.none.clicked.connect(lambda: self._give(()))
        self.usual.clicked.connect(self._on_usual)
        self.all_usual.clicked.connect(self._on_all_usual)

    # which ------------------------------------------------------------------------------------------------------
    def choose(self, key: str) -> None:
        """Make a command the current one."""
        self.tree.setCurrentItem(self._items[key])

    @property
    def current(self) -> KeyLine | None:
        """The command that is chosen."""
        item = self.tree.currentItem()
        return self.lines.get(item.data(0, _Role)) if item is not None else None

    def _on_filter(self, text: str) -> None:
        wanted = text.strip().lower()
        for key, item in self._items.items():
            line = self.lines[key]
            item.setHidden(wanted not in line.text.lower() and wanted not in native(line.keys).lower())
        for place in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(place)
            if group is not None:
                group.setHidden(all(item.isHidden() for item in self._items.values() if item.parent() is group))

    def _on_current(self, *_: object) -> None:
        line = self.current
        free = line is not None and not line.fixed
        self.field.clear()
        for part in (self.field, self.none, self.usual):
            part.setEnabled(free)
        if line is None:
            self._say(tr("Choose a command, then press its new keys."))
        elif line.fixed:
            self._say(tr("The keys of the player are those of an editing desk and stay as they are."))
        else:
            usual = native(line.usual) or tr("none")
            self._say(tr("Press the new keys of “{command}”. Usual: {keys}.", command=line.text, keys=usual))

    # changing ---------------------------------------------------------------------------------------------------
    def _on_typed(self) -> None:
        keys = self.field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        line = self.current
        if not keys or line is None or line.fixed or keys == self._wanted:
            return
        clash = next((other for other in self._with(keys) if other.key != line.key), None)
        if clash is None:
            self._give((keys,))
            return
        self._wanted = keys
        told = {"keys": native((keys,)), "command": clash.text}
        there = tr("{keys} is “{command}” already. Used here, it is taken away there.", **told)
        fixed = tr("The player takes {keys} for “{command}”. There it would be lost.", **told)
        self._say(fixed if clash.fixed else there, clash=True)

    def _with(self, keys: str) -> Iterator[KeyLine]:
        return (line for line in self.lines.values() if keys in line.keys)

    def _on_take(self) -> None:
        wanted = self._wanted
        for other in tuple(self._with(wanted)):
            if not other.fixed:
                self._set(other.key, tuple(keys for keys in other.keys if keys != wanted))
        self._give((wanted,))

    def _give(self, keys: tuple[str, ...]) -> None:
        line = self.current
        if line is None:
            return
        self._set(line.key, keys)
        self.field.clear()
        has = tr("“{command}” has {keys} now.", command=line.text, keys=native(keys))
        self._say(has if keys else tr("“{command}” has no keys now.", command=line.text))

    def _on_usual(self) -> None:
        line = self.current
        if line is None:
            return
        taken = {keys for keys in line.usual for other in self._with(keys) if other.key != line.key}
        self._give(tuple(keys for keys in line.usual if keys not in taken))
        if taken:
            self._say(tr("{keys} is used by another command now; free it there first.", keys=native(sorted(taken))))

    def _on_all_usual(self) -> None:
        for line in tuple(self.lines.values()):
            if line.keys != line.usual:
                self._set(line.key, line.usual)
        self._say(tr("Every command has its usual keys."))

    def _set(self, key: str, keys: tuple[str, ...]) -> None:
        self.lines[key] = replace(self.lines[key], keys=keys)
        self._write(self.lines[key])
        self.keys_chosen.emit(KeysChosen(key, keys))

    def _say(self, words: str, *, clash: bool = False) -> None:
        self.told.setText(words)
        self.told.set_colour("warning" if clash else "secondary")
        self.take.setVisible(clash)
        if not clash:
            self._wanted = ""
