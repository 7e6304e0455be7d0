"""The authority file of another archive, held against ours before anything of it is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.app import Archive
from core.catalog.edits import AddEntry, ChangeEntry, Edit, Together
from core.exchange.authority import KNOWN, Compared, Comparison, Match, compare
from core.exchange.authority_file import read_authority
from core.model.changes import ChangeSet
from core.model.ids import EntryId
from core.values import dataclass
from gui.bridge.bridge import Bridge, Saving
from gui.bridge.faults import fault_of
from gui.exchange.table import GroupBar, Line, LinesModel, LinesTable, accept_button
from gui.style import Space, TextRole
from gui.widgets import DialogButtons, Text
from gui.words import capital, msg, number, plural, tr

HEADINGS = (
    msg("Kind"),
    msg("Name there"),
    msg("Match"),
    msg("Name here"),
    msg("Gains here"),
    msg("Conflicts"),
)
_WIDTHS = (90, 160, 130, 160, 160)
_MATCH = 2
_COLOURS = {Match.SEVERAL: "warning", Match.NEAR: "accent_text", Match.NONE: "accent_text"}


@dataclass(frozen=True, slots=True)
class Held:
    """An authority file held against ours; ``lines`` are what it was compared with, in order."""

    found: Comparison
    lines: tuple[Line, ...]


def hold(archive: Archive, path: Path) -> Held:
    """Compare the authority file at ``path`` with that of ``archive``; raises FileProblem where it cannot be read."""
    ids = {entry.id for entry in archive.index.entries()}
    found = compare(read_authority(path), archive.vocabulary, is_known=ids.__contains__)
    return Held(found, tuple(map(_line, found.compared)))


def _line(one: Compared) -> Line:
    here = one.ours.label if one.ours else ""
    perhaps = ", ".join(maybe.label for maybe in one.suggestions)
    colour = "warning" if one.conflicts else _COLOURS.get(one.match, "text")
    cells = (
        capital(one.theirs.kind.word),
        one.theirs.label,
        capital(tr(one.match.value)),
        here or (tr("perhaps {names}", names=perhaps) if perhaps else ""),
        ", ".join(one.gains),
        " ".join(one.conflicts),
    )
    return Line(cells, str(one.match), colour)


class AuthorityDialog(QDialog):
    """Unites another authority file with ours as one step; ``applied`` carries a sentence once that is done."""

    applied = Signal(str)

    def __init__(self, bridge: Bridge, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._held: Held | None = None
        self._edit: Edit | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Take over names of {file}", file=path.name))
        self.resize(1120, 640)
        self._summary = Text(tr("Reading {file}…", file=path.name), TextRole.BODY, "secondary", wrap=True)
        self.groups = GroupBar(tuple(Match))
        self.model = LinesModel(HEADINGS, _MATCH, self)
        self._create = QCheckBox(tr("Create what is unknown"))
        self._create.setEnabled(False)
        self._buttons = DialogButtons(tr("Apply"))
        self._apply = accept_button(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(self._summary)
        layout.addWidget(self.groups)
        layout.addWidget(LinesTable(self.model, _WIDTHS, tr("Names of the authority file")), 1)
        layout.addWidget(self._create)
        layout.addWidget(self._buttons)
        self.groups.chosen.connect(self.model.show_group)
        self._create.toggled.connect(self._weigh)
        self._buttons.accepted.connect(self._on_apply)
        self._buttons.rejected.connect(self.reject)
        bridge.saving.connect(self._on_saving)
        self._allow()
        archive = bridge.archive
        bridge.latest(self._on_held, self._on_failed).ask(lambda: hold(archive, path))

    def _on_held(self, held: Held) -> None:
        if isValid(self):  # else closed before the answer came
            self._held = held
            self.model.set_lines(held.lines)
            self.groups.count(held.lines)
            self._create.setEnabled(bool(held.found.to_create()))
            self._summary.set_colour("text")
            self._weigh()

    def _on_failed(self, error: Exception) -> None:
        if isValid(self):
            self._summary.set_colour("danger")
            self._summary.setText(fault_of(error).sentence)

    def _weigh(self, _what: object = None) -> None:
        """Show what would be taken over."""
        if self._held is None:
            return
        found, create = self._held.found, self._create.isChecked()
        self._edit = found.edit(create=create)
        touched = _touched(self._edit)
        self.model.set_taken({place for place, one in enumerate(found.compared) if _id_here(one) in touched})
        self._summary.setText(_summary_words(found, create=create))
        self._allow()

    def _allow(self) -> None:
        read_only = self._bridge.archive.read_only
        count = len(_touched(self._edit))
        words = plural(count, "Apply %n change", "Apply %n changes")
        self._apply.setText(words if count else tr("Nothing to apply"))
        self._apply.setEnabled(bool(count) and not (read_only or self._bridge.is_saving))
        self._apply.setToolTip(tr("This archive is open for reading only.") if read_only else "")

    def _on_apply(self) -> None:
        if self._edit is not None:
            self._bridge.edit(self._edit, done=self._on_applied)

    def _on_saving(self, _saving: Saving) -> None:
        """Nothing is applied twice; what was refused may be tried again."""
        self._allow()

    def _on_applied(self, change: ChangeSet) -> None:
        if isValid(self):
            self.applied.emit(f"{change.label}." if change else tr("The archive knows all that already."))
            self.accept()


def _id_here(one: Compared) -> EntryId:
    return one.ours.id if one.ours else one.theirs.id


def _touched(edit: Edit | None) -> frozenset[EntryId]:
    """Return the entries that ``edit`` makes or changes."""
    edits: Sequence[Edit] = edit.edits if isinstance(edit, Together) else ()
    return frozenset(one.entry.id for one in edits if isinstance(one, AddEntry | ChangeEntry))


def _summary_words(found: Comparison, *, create: bool) -> str:
    """Say how many names are known, new and left out, and why."""
    known, read = number(len(found.known)), len(found.compared)
    parts = [plural(read, "%n name read; {known} known here.", "%n names read; {known} known here.", known=known)]
    created = len(found.to_create()) if create else 0
    if created:
        parts.append(plural(created, "%n will be created.", "%n will be created."))
    several = sum(one.match is Match.SEVERAL for one in found.compared)
    left = len(found.unknown) - created - several
    if left:
        parts.append(plural(left, "%n unknown left out.", "%n unknown left out."))
    if several:
        parts.append(
            plural(
                several,
                "%n left out because several here are called so; decide on it by hand.",
                "%n left out because several here are called so; decide on them by hand.",
            )
        )
    disagreeing = sum(bool(one.conflicts) and one.match in KNOWN for one in found.compared)
    if disagreeing:
        parts.append(tr("Where the two disagree ({count}), what stands here stays.", count=number(disagreeing)))
    return " ".join(parts)
