"""Who, where and which production: the field that tags, and the chips of what is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from core.catalog.edits import ChangeTag, Edit, Together, UntagClips
from core.model.clip import Clip, Role, Status
from core.model.ids import ClipId, EntryId
from core.model.time import Span, clock
from core.model.vocabulary import Entry, EntryKind
from gui.bridge.bridge import Bridge
from gui.inspector.looking import Said
from gui.inspector.tagging import MARKERS, NEW, ROLE_OF, Stretch, new_entry_edit, suggestions, tag_edit
from gui.style import Space, TextRole, icon
from gui.widgets import (
    Chip,
    ChipMenu,
    ChipPressed,
    ChipsPanel,
    CompletingField,
    Suggestion,
    SuggestionChosen,
    Text,
    TextTyped,
)

_ROWS: tuple[tuple[Role, str, EntryKind], ...] = (
    (Role.PERSON_SHOWN, "People", EntryKind.PERSON),
    (Role.LOCATION_SHOWN, "Locations", EntryKind.LOCATION),
    (Role.LOCATION_SHOT, "Shot at", EntryKind.LOCATION),
    (Role.PRODUCTION, "Productions", EntryKind.PRODUCTION),
    (Role.KEYWORD, "Keywords", EntryKind.KEYWORD),
)
_INVITATION = "Add a person, location, production…"
_ALWAYS = (Role.PERSON_SHOWN, Role.LOCATION_SHOWN, Role.PRODUCTION)
"""Rows that are there even when they are empty: what is not tagged yet is worth seeing."""


@dataclass(frozen=True, slots=True)
class EntryWanted:
    """An entry whose clips are to be shown, or, with ``to_edit``, whose record."""

    entry: EntryId
    to_edit: bool = False


class TagsSection(QWidget):
    """Tags of the clips that are shown; everything done here is done to all of them, as one step."""

    entry_wanted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._clips: tuple[ClipId, ...] = ()
        self._clip: Clip | None = None
        self._said: dict[str, Said] = {}
        self._uses: Mapping[EntryId, int] = {}
        self._span: Span | None = None
        self._field = CompletingField("Tag the selected clips", _INVITATION)
        self._field.setToolTip("@ people   # locations   % productions   + keywords")
        self._panels: dict[Role, tuple[Text, ChipsPanel, Text]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._field)
        layout.addLayout(self._rows())
        self._field.suggestions_wanted.connect(self._on_suggestions_wanted)
        self._field.chosen.connect(self._on_chosen)
        self._field.setEnabled(not bridge.archive.read_only)
        self._field.installEventFilter(self)

    def _rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnMinimumWidth(0, 76)
        grid.setColumnStretch(1, 1)
        for row, (role, words, _kind) in enumerate(_ROWS):
            name, none = Text(words, TextRole.SMALL, "faint"), Text("none yet", TextRole.SMALL, "faint")
            panel = ChipsPanel(words)
            panel.setMinimumWidth(1)  # a long name is elided; it does not push the inspector wider
            for text in (name, none):
                text.setContentsMargins(0, 4, 0, 4)  # on one line with the words of a chip
            panel.chip_removed.connect(self._on_removed)
            panel.chip_activated.connect(self._on_activated)
            panel.chip_menu_wanted.connect(self._on_menu)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(panel, row, 1)
            grid.addWidget(none, row, 1)
            self._panels[role] = (name, panel, none)
        return grid

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the window while the field is empty: what was done last is a tag, not a letter."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if not self._field.text() and any(event.matches(step) for step in steps):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def show_clip(self, clip: Clip, said: Sequence[Said]) -> None:
        """Show the tags of one clip."""
        self._clip = clip
        self._show((clip.id,), said)

    def show_several(self, clips: tuple[ClipId, ...], said: Sequence[Said]) -> None:
        """Show what is said of several clips, and of how many of them."""
        self._clip = None
        self._show(clips, said)

    def set_uses(self, uses: Mapping[EntryId, int]) -> None:
        """Take over how often each entry is used, by which suggestions are ordered."""
        self._uses = uses

    def set_span(self, span: Span | None) -> None:
        """Take over the stretch that is marked in the player: what is typed is said of it alone."""
        self._span = span
        marked = f"Tag {clock(span.start)}–{clock(span.end)} with a person, location…" if span else _INVITATION
        self._field.setPlaceholderText(marked)

    def focus_field(self) -> None:
        """Let the archivist type a tag."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, clips: tuple[ClipId, ...], said: Sequence[Said]) -> None:
        if clips != self._clips and not self._field.hasFocus():
            self._field.clear()
        self._clips = clips
        self._said = {f"{one.entry} {one.role}": one for one in said}
        for role, _words, kind in _ROWS:
            chips = [self._chip(key, one, kind) for key, one in self._said.items() if one.role is role]
            name, panel, none = self._panels[role]
            panel.set_chips(chips)
            panel.setVisible(bool(chips))
            none.setVisible(not chips and role in _ALWAYS)
            name.setVisible(bool(chips) or role in _ALWAYS)

    def _chip(self, key: str, said: Said, kind: EntryKind) -> Chip:
        share = f"{said.clips:,}/{len(self._clips):,}" if said.clips < len(self._clips) else ""
        words = [f"{said.status}"] if said.status not in (Status.CONFIRMED, Status.SUPPORTED) else []
        words += [said.detail] if said.detail else []
        text = self._bridge.archive.vocabulary.label(said.entry)
        removable = not self._bridge.archive.read_only
        return Chip(key, text, kind, MARKERS[said.status], " · ".join(words), removable=removable, share=share)

    def _on_suggestions_wanted(self, typed: TextTyped) -> None:
        # At once, for an Enter right after a letter must choose among what that letter left.
        self._field.set_suggestions(suggestions(typed.text, self._bridge.archive.vocabulary, self._uses))

    def _on_chosen(self, chosen: SuggestionChosen) -> None:
        if not self._clips:
            return
        suggestion: Suggestion = chosen.suggestion
        if suggestion.key.startswith(NEW):
            kind = EntryKind(suggestion.key.removeprefix(NEW))
            entry = Entry(id=self._bridge.archive.catalog.new_entry_id(), kind=kind, label=suggestion.text)
            self._bridge.edit(new_entry_edit(self._clips, entry, self._stretch()), self)
        else:
            role = ROLE_OF[EntryKind(suggestion.kind)]
            self._bridge.edit(tag_edit(self._clips, EntryId(suggestion.key), role, self._stretch()), self)

    def _stretch(self) -> Stretch | None:
        """Return what a tag is said of where that is not all of each clip."""
        if self._span is None or len(self._clips) != 1:
            return None
        return Stretch(self._span, self._bridge.archive.catalog.new_moment_id())

    def _on_removed(self, pressed: ChipPressed) -> None:
        said = self._said[pressed.key]
        self._bridge.edit(UntagClips(self._clips, said.entry, said.role), self)

    def _on_activated(self, pressed: ChipPressed) -> None:
        self.entry_wanted.emit(EntryWanted(self._said[pressed.key].entry))

    def _on_menu(self, wanted: ChipMenu) -> None:
        menu = self.menu_of(self._said[wanted.key])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QPoint(wanted.position))

    def menu_of(self, said: Said) -> QMenu:
        """Return the menu of a chip; the caller shows it."""
        menu = QMenu(self)
        label = self._bridge.archive.vocabulary.label(said.entry)
        show = menu.addAction(icon("search"), f"Show clips with {label}")
        show.triggered.connect(lambda: self.entry_wanted.emit(EntryWanted(said.entry)))
        if self._bridge.archive.read_only:
            return menu
        edit = menu.addAction(icon("pencil"), f"Edit {label}…")
        edit.triggered.connect(lambda: self.entry_wanted.emit(EntryWanted(said.entry, to_edit=True)))
        if said.clips < len(self._clips):
            spread = menu.addAction(icon("plus"), f"Tag all {len(self._clips):,} clips with it")
            spread.triggered.connect(lambda: self._bridge.edit(tag_edit(self._clips, said.entry, said.role), self))
        if said.role in (Role.LOCATION_SHOWN, Role.LOCATION_SHOT):
            self._add_role_choice(menu, said)
        if self._clip is not None:
            self._add_status_choices(menu, self._clip, said)
        menu.addSeparator()
        take_off = menu.addAction(icon("x"), f"Take {label} off")
        take_off.triggered.connect(lambda: self._bridge.edit(UntagClips(self._clips, said.entry, said.role), self))
        return menu

    def _add_role_choice(self, menu: QMenu, said: Said) -> None:
        shown = said.role is Role.LOCATION_SHOWN
        other = Role.LOCATION_SHOT if shown else Role.LOCATION_SHOWN
        words = "It was shot there" if shown else "The place is what is shown"
        edits = (UntagClips(self._clips, said.entry, said.role), tag_edit(self._clips, said.entry, other))
        step = Together(f"Change what {self._bridge.archive.vocabulary.label(said.entry)} says", edits)
        menu.addAction(icon("map-pin"), words).triggered.connect(lambda: self._bridge.edit(step, self))

    def _add_status_choices(self, menu: QMenu, clip: Clip, said: Said) -> None:
        menu.addSeparator()
        final = self._bridge.archive.vocabulary.final
        tags = [tag for tag in clip.tags if (final(tag.entry), tag.role) == (said.entry, said.role)]
        for status in Status:
            action = menu.addAction(str(status).capitalize())
            action.setCheckable(True)
            action.setChecked(status is said.status)
            edits = tuple(ChangeTag(clip.id, replace(tag, status=status)) for tag in tags)
            label = f"Mark {self._bridge.archive.vocabulary.label(said.entry)} as {status}"
            action.triggered.connect(partial(self._apply, Together(label, edits)))

    def _apply(self, step: Edit, _checked: bool = False) -> None:
        self._bridge.edit(step, self)
