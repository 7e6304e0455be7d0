"""What can be done about one chip: shown, changed, decided, taken off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from core.catalog.claims import AddStatement, RejectSuggestion, SetStatus, Statements
from core.catalog.edits import Edit, Together, UntagClips
from core.model.clip import Role, Status, Tag
from core.model.ids import ClipId, EntryId, TagId
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.inspector.looking import Said
from gui.inspector.statements import Statement
from gui.inspector.tagging import tag_edit
from gui.style import icon
from gui.words import msg, plural, tr

if TYPE_CHECKING:
    from gui.inspector.standing_dialogs import Claimed, Decided

_STANDING = {
    Status.CLAIMED: msg("Leave it as a claim…"),
    Status.SUPPORTED: msg("Support it…"),
    Status.CONFIRMED: msg("Confirm it…"),
    Status.DISPUTED: msg("Dispute it…"),
    Status.REFUTED: msg("Refute it…"),
}


@dataclass(frozen=True, slots=True)
class EntryWanted:
    """An entry whose clips are to be shown, or, with ``to_edit``, whose record."""

    entry: EntryId
    to_edit: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a menu is about: an entry on these clips, and the statements about it where it is one clip."""

    clips: tuple[ClipId, ...]
    said: Said
    statements: Sequence[Statement] = ()


class ChipVerbs:
    """Makes the menus of chips; ``wanted`` is called for an entry that is to be shown or edited."""

    def __init__(self, bridge: Bridge, owner: QWidget, wanted: Callable[[EntryWanted], None]) -> None:
        self._bridge = bridge
        self._owner = owner
        self._wanted = wanted

    def menu_of(self, subject: Subject) -> QMenu:
        """Return the menu of a chip; the caller shows it."""
        menu, said = QMenu(self._owner), subject.said
        label = self._label(said.entry)
        show = menu.addAction(icon("search"), tr("Show clips with {name}", name=label))
        show.triggered.connect(lambda: self._wanted(EntryWanted(said.entry)))
        if self._bridge.archive.read_only:
            return menu
        edit = menu.addAction(icon("pencil"), tr("Edit {name}…", name=label))
        edit.triggered.connect(lambda: self._wanted(EntryWanted(said.entry, to_edit=True)))
        if said.clips < len(subject.clips):
            words = plural(len(subject.clips), "Tag %n clip with it", "Tag all %n clips with it")
            spread = menu.addAction(icon("plus"), words)
            spread.triggered.connect(lambda: self._apply(tag_edit(subject.clips, said.entry, said.role)))
        if said.role in (Role.LOCATION_SHOWN, Role.LOCATION_SHOT):
            self._add_role_choice(menu, subject)
        self._add_standing(menu, subject)
        menu.addSeparator()
        untag = UntagClips(subject.clips, said.entry, said.role)
        menu.addAction(icon("x"), tr("Take {name} off", name=label)).triggered.connect(lambda: self._apply(untag))
        never = menu.addAction(tr("Take it off and never suggest it here again"))
        reject = RejectSuggestion(subject.clips, said.entry, said.role)
        step = Together(tr("Take {name} off and do not suggest it again", name=label), (untag, reject))
        never.triggered.connect(lambda: self._apply(step))
        return menu

    def _label(self, entry: EntryId) -> str:
        return self._bridge.archive.vocabulary.label(entry)

    def _apply(self, edit: Edit) -> None:
        self._bridge.edit(edit, self._owner)

    def _add_role_choice(self, menu: QMenu, subject: Subject) -> None:
        said = subject.said
        shown = said.role is Role.LOCATION_SHOWN
        other = Role.LOCATION_SHOT if shown else Role.LOCATION_SHOWN
        words = tr("It was shot there") if shown else tr("The place is what is shown")
        edits = (UntagClips(subject.clips, said.entry, said.role), tag_edit(subject.clips, said.entry, other))
        step = Together(tr("Change what {name} says", name=self._label(said.entry)), edits)
        menu.addAction(icon("map-pin"), words).triggered.connect(lambda: self._apply(step))

    def _add_standing(self, menu: QMenu, subject: Subject) -> None:
        menu.addSeparator()
        for status in Status:
            action = menu.addAction(tr(_STANDING[status]))
            action.setCheckable(True)
            action.setChecked(status is subject.said.status)
            action.triggered.connect(partial(self._ask_why, subject, status))
        menu.addAction(tr("Somebody says so…")).triggered.connect(lambda: self._ask_who(subject))

    def _ask_why(self, subject: Subject, status: Status, _checked: bool = False) -> None:
        from gui.inspector.standing_dialogs import WhyDialog

        dialog = WhyDialog(self._label(subject.said.entry), status, subject.statements, self._owner)
        dialog.decided.connect(lambda decided: self._apply(decision(subject, decided)))
        dialog.open()

    def _ask_who(self, subject: Subject) -> None:
        from gui.inspector.standing_dialogs import ClaimDialog

        dialog = ClaimDialog(self._label(subject.said.entry), self._owner)
        dialog.claimed.connect(lambda claimed: self._apply(statement(subject, claimed)))
        dialog.open()


def decision(subject: Subject, decided: Decided) -> Edit:
    """Return the edit that gives statements about ``subject`` the status that was decided on."""
    of = Statements(entry=subject.said.entry, role=subject.said.role, tags=decided.tags)
    return SetStatus(clips=subject.clips, status=decided.status, of=of, evidence=decided.evidence)


def statement(subject: Subject, claimed: Claimed) -> Edit:
    """Return the edit that puts down what somebody says about ``subject``, beside what others say."""
    tag = Tag(
        id=TagId(""),
        entry=subject.said.entry,
        role=subject.said.role,
        status=claimed.status,
        said_by=claimed.who,
        verbatim=claimed.verbatim,
        evidence=claimed.evidence,
    )
    return AddStatement(subject.clips, tag)
