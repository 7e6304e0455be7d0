"""Who, where and which production: the field that tags, and the chips of what is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from core.catalog.claims import RejectSuggestion
from core.catalog.edits import UntagClips
from core.model.clip import USUAL_ROLES, Clip, Role
from core.model.ids import ClipId, EntryId
from core.model.time import Span, clock
from core.model.vocabulary import Entry, EntryKind
from gui.bridge.bridge import Bridge
from gui.inspector.chip_menu import ChipVerbs, EntryWanted, Subject
from gui.inspector.foretelling import Foretelling
from gui.inspector.listing import names_in
from gui.inspector.looking import Said
from gui.inspector.pasting import Pasting
from gui.inspector.statements import SURE, About, Statement, statements_of, worth_telling
from gui.inspector.statements_view import StatementsView, Told
from gui.inspector.suggested_view import Answered, SuggestedView
from gui.inspector.tagging import LIST, MARKERS, NEW, Stretch, new_entry_edit, suggestions, tag_edit
from gui.style import Space, TextRole
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
from gui.words import msg, number, plural, tr

if TYPE_CHECKING:
    from core.catalog.suggested import Suggested

_ROWS: tuple[tuple[Role, str, EntryKind], ...] = (
    (Role.PERSON_SHOWN, msg("People"), EntryKind.PERSON),
    (Role.LOCATION_SHOWN, msg("Locations"), EntryKind.LOCATION),
    (Role.LOCATION_SHOT, msg("Shot at"), EntryKind.LOCATION),
    (Role.PRODUCTION, msg("Productions"), EntryKind.PRODUCTION),
    (Role.KEYWORD, msg("Keywords"), EntryKind.KEYWORD),
)
_ALWAYS = (Role.PERSON_SHOWN, Role.LOCATION_SHOWN, Role.PRODUCTION)
"""Rows that are there even when they are empty: what is not tagged yet is worth seeing."""

_MOST_OF_SEVERAL = 12
"""Of several clips so many tags of a kind are shown, those first that most of them carry."""


class TagsSection(QWidget):
    """Tags of the clips that are shown; everything done here is done to all of them, as one step."""

    entry_wanted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._clips: tuple[ClipId, ...] = ()
        self._statements: Mapping[About, tuple[Statement, ...]] = {}
        self._verbs = ChipVerbs(bridge, self, self.entry_wanted.emit)
        self._pasting = Pasting(bridge, self)
        self._said: dict[str, Said] = {}
        self._uses: Mapping[EntryId, int] = {}
        self._span: Span | None = None
        self._field = CompletingField(tr("Tag the selected clips"), self._invitation())
        self._field.setToolTip(tr("@ people   # locations   % productions   + keywords"))
        self._panels: dict[Role, tuple[Text, ChipsPanel, Text, Text]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._field)
        self._suggested = SuggestedView()
        self._suggested.answered.connect(self._on_answered)
        layout.addWidget(self._suggested)
        layout.addLayout(self._rows())
        self._voices = StatementsView()
        layout.addWidget(self._voices)
        self._field.suggestions_wanted.connect(self._on_suggestions_wanted)
        self._field.chosen.connect(self._on_chosen)
        self._field.setEnabled(not bridge.archive.read_only)
        self._field.installEventFilter(self)
        self._foretelling = Foretelling(bridge, self._field)

    def _rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnMinimumWidth(0, 76)
        grid.setColumnStretch(1, 1)
        for row, (role, words, _kind) in enumerate(_ROWS):
            name, none = Text(tr(words), TextRole.SMALL, "faint"), Text(tr("none yet"), TextRole.SMALL, "faint")
            more = Text("", TextRole.SMALL, "faint")
            panel = ChipsPanel(tr(words))
            panel.setMinimumWidth(1)  # a long name is elided; it does not push the inspector wider
            for text in (name, none):
                text.setContentsMargins(0, 4, 0, 4)  # on one line with the words of a chip
            panel.chip_removed.connect(self._on_removed)
            panel.chip_activated.connect(self._on_activated)
            panel.chip_menu_wanted.connect(self._on_menu)
            grid.addWidget(name, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(panel, 2 * row, 1)
            grid.addWidget(none, 2 * row, 1)
            grid.addWidget(more, 2 * row + 1, 1)
            self._panels[role] = (name, panel, none, more)
        return grid

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the window while the field is empty: what was done last is a tag, not a letter.

        A list of names that is pasted is asked about as a whole: the field has one line and would run it together.
        """
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            pasted = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
            if len(names_in(pasted, self._bridge.archive.vocabulary)) > 1:
                self._pasting.ask_list(pasted, self._clips, self._stretch())
                return True
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if not self._field.text() and any(event.matches(step) for step in steps):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def show_clip(self, clip: Clip, said: Sequence[Said]) -> None:
        """Show the tags of one clip."""
        self._statements = statements_of(clip, self._bridge.archive.vocabulary.final)
        self._show((clip.id,), said)

    def show_several(self, clips: tuple[ClipId, ...], said: Sequence[Said]) -> None:
        """Show what is said of several clips, and of how many of them."""
        self._statements = {}
        self._show(clips, said)

    def copy_tags(self) -> str:
        """Copy the tags that all clips shown carry; return a sentence that says so."""
        return self._pasting.copy(tuple(self._said.values()), len(self._clips))

    def paste_tags(self) -> str:
        """Paste copied tags on all clips shown; return why that cannot be, or nothing."""
        return self._pasting.paste(self._clips)

    def show_suggested(self, clip: ClipId, suggested: Sequence[Suggested]) -> None:
        """Offer what ``clip`` is probably to be tagged with; an answer that comes too late for it is dropped."""
        if self._clips == (clip,) and not self._bridge.archive.read_only:
            self._suggested.show_suggested(suggested, self._bridge.archive.vocabulary)

    def set_uses(self, uses: Mapping[EntryId, int]) -> None:
        """Take over how often each entry is used, by which suggestions are ordered."""
        self._uses = uses

    def set_span(self, span: Span | None) -> None:
        """Take over the stretch that is marked in the player: what is typed is said of it alone."""
        self._span = span
        self._field.setPlaceholderText(self._invitation())

    def _invitation(self) -> str:
        if self._span is None:
            return tr("Add a person, location, production…")
        start, end = clock(self._span.start), clock(self._span.end)
        return tr("Tag {start}–{end} with a person, location…", start=start, end=end)

    def focus_field(self) -> None:
        """Let the archivist type a tag."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, clips: tuple[ClipId, ...], said: Sequence[Said]) -> None:
        if clips != self._clips:
            self._suggested.show_suggested((), self._bridge.archive.vocabulary)
            self._field.forget_enter()  # it was meant for the clips before
            if not self._field.hasFocus():
                self._field.show_text("")
        self._clips = clips
        self._foretelling.turn_to(clips)
        self._said = {f"{one.entry} {one.role}": one for one in said}
        for role, _words, kind in _ROWS:
            saying = [(key, one) for key, one in self._said.items() if one.role is role]
            most = len(saying) if len(clips) == 1 else _MOST_OF_SEVERAL
            chips = [self._chip(key, one, kind) for key, one in saying[:most]]
            name, panel, none, more = self._panels[role]
            panel.set_chips(chips)
            over = len(saying) - len(chips)
            more.setText(plural(over, "and %n more", "and %n more"))
            more.setVisible(over > 0)
            panel.setVisible(bool(chips))
            none.setVisible(not chips and role in _ALWAYS)
            name.setVisible(bool(chips) or role in _ALWAYS)
        label = self._bridge.labels.label
        told = [Told(label(about[0]), statements) for about, statements in self._statements.items()]
        self._voices.show_told([one for one in told if worth_telling(one.statements)])

    def _chip(self, key: str, said: Said, kind: EntryKind) -> Chip:
        share = f"{number(said.clips)}/{number(len(self._clips))}" if said.clips < len(self._clips) else ""
        statements = self._statements.get((said.entry, said.role), ())
        words = [said.status.word] if not statements and said.status not in SURE else []
        words += [one.sentence for one in statements] if worth_telling(statements) else []
        words += [said.detail] if said.detail and not words else []
        text = self._bridge.labels.label(said.entry)
        removable = not self._bridge.archive.read_only
        return Chip(key, text, kind, MARKERS[said.status], "\n".join(words), removable=removable, share=share)

    def _on_suggestions_wanted(self, typed: TextTyped) -> None:
        # At once, for an Enter right after a letter must choose among what that letter left; or once names are read.
        if not self._bridge.names.are_at_hand(self._suggest_again):
            self._field.wait()
            return
        vocabulary = self._bridge.archive.vocabulary
        names = names_in(typed.text, vocabulary)
        if len(names) > 1:
            words = plural(len(names), "Tag with %n name…", "Tag with %n names…")
            self._field.set_suggestions([Suggestion(LIST, words, tr("shown first"), "keyword")])
        else:
            self._field.set_suggestions(suggestions(typed.text, vocabulary, self._uses, self._bridge.names.as_of_now()))

    def _suggest_again(self) -> None:
        self._on_suggestions_wanted(TextTyped(self._field.text()))

    def _on_chosen(self, chosen: SuggestionChosen) -> None:
        if not self._clips:
            return
        suggestion: Suggestion = chosen.suggestion
        if suggestion.key == LIST:
            self._pasting.ask_list(chosen.text, self._clips, self._stretch())
        elif suggestion.key.startswith(NEW):
            kind = EntryKind(suggestion.key.removeprefix(NEW))
            entry = Entry(id=self._bridge.archive.catalog.new_entry_id(), kind=kind, label=suggestion.text)
            self._bridge.edit(new_entry_edit(self._clips, entry, self._stretch()), self)
        else:
            role = USUAL_ROLES[EntryKind(suggestion.kind)]
            self._bridge.edit(tag_edit(self._clips, EntryId(suggestion.key), role, self._stretch()), self)

    def _stretch(self) -> Stretch | None:
        """Return what a tag is said of where that is not all of each clip."""
        if self._span is None or len(self._clips) != 1:
            return None
        return Stretch(self._span, self._bridge.archive.catalog.new_moment_id())

    def _on_answered(self, answered: Answered) -> None:
        one = answered.suggested
        if answered.accepted:
            self._bridge.edit(tag_edit(self._clips, one.entry, one.role, self._stretch()), self)
        else:
            self._bridge.edit(RejectSuggestion(self._clips, one.entry, one.role), self)

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
        return self._verbs.menu_of(Subject(self._clips, said, self._statements.get((said.entry, said.role), ())))
