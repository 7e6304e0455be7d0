"""Asking why something is confirmed or doubted, and who else says it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from core.model.clip import Status
from core.model.ids import TagId
from core.values import dataclass
from gui.inspector.statements import Statement
from gui.style import Space, TextRole, elided
from gui.widgets import DialogButtons, Text
from gui.words import capital, msg, tr

_TITLES = {
    Status.CLAIMED: msg("Leave {name} as a claim"),
    Status.SUPPORTED: msg("Support {name}"),
    Status.CONFIRMED: msg("Confirm {name}"),
    Status.DISPUTED: msg("Dispute {name}"),
    Status.REFUTED: msg("Refute {name}"),
}
"""What giving a status to a name is called."""

_VERBS = {
    Status.CLAIMED: msg("Leave"),
    Status.SUPPORTED: msg("Support"),
    Status.CONFIRMED: msg("Confirm"),
    Status.DISPUTED: msg("Dispute"),
    Status.REFUTED: msg("Refute"),
}
"""The same on a button."""

_WIDEST = 520
"""A statement that is wider, in pixels, is elided, and told whole by its tool tip."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Statements get a status; ``tags`` empty means all, ``evidence`` None that no reason was given."""

    status: Status
    tags: frozenset[TagId]
    evidence: str | None


@dataclass(frozen=True, slots=True)
class Claimed:
    """Somebody says so, or says it is not so."""

    who: str
    verbatim: str
    status: Status
    evidence: str


class _Asking(QDialog):
    """A small form over a button that does it."""

    def __init__(self, title: str, verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self.lines.setSpacing(Space.M)
        self.form = QFormLayout()
        self.form.setSpacing(Space.S)
        self.buttons = DialogButtons(verb)
        self.buttons.rejected.connect(self.reject)

    def finish(self) -> None:
        """Put the form and the buttons under what was laid out before."""
        self.lines.addLayout(self.form)
        self.lines.addWidget(self.buttons)

    def add_line(self, words: str, hint: str) -> QLineEdit:
        """Add a line to fill in; ``words`` name it and carry its key."""
        line = QLineEdit()
        line.setAccessibleName(words.replace("&", "").removesuffix("?"))
        line.setPlaceholderText(hint)
        self.form.addRow(words, line)
        return line


class WhyDialog(_Asking):
    """Shows the statements side by side and asks why they shall stand as they are to; ``decided`` carries the answer.

    Enter alone decides without a reason.  Of several statements those that are not meant can be left out.
    """

    decided = Signal(object)

    def __init__(self, label: str, status: Status, statements: Sequence[Statement], parent: QWidget) -> None:
        super().__init__(tr(_TITLES[status], name=label), tr(_VERBS[status]), parent)
        self._status = status
        self._checks: list[tuple[QCheckBox, TagId]] = []
        for statement in statements:
            if len(statements) > 1:
                words = elided(TextRole.BODY, statement.sentence, _WIDEST)
                check = QCheckBox(words.replace("&", "&&"))
                check.setToolTip(statement.sentence)
                check.setAccessibleName(statement.sentence)
                check.setChecked(True)
                self._checks.append((check, statement.tag))
                self.lines.addWidget(check)
            else:
                self.lines.addWidget(Text(statement.sentence, TextRole.SMALL, "secondary", wrap=True))
        self.why = self.add_line(tr("&Why?"), tr("optional: call sheet of 6 September, same jacket as in…"))
        self.why.setText(next(iter({one.evidence for one in statements}), "") if len(statements) == 1 else "")
        self.buttons.accepted.connect(self._on_accepted)
        self.finish()
        self.why.setFocus()

    def answer(self) -> Decided:
        """Return what is filled in."""
        tags = frozenset(tag for check, tag in self._checks if check.isChecked())
        return Decided(self._status, tags, self.why.text().strip() or None)

    def _on_accepted(self) -> None:
        answer = self.answer()
        if answer.tags or not self._checks:
            self.decided.emit(answer)
        self.accept()


class ClaimDialog(_Asking):
    """Asks who says so, in what words, and how far it is trusted; ``claimed`` carries the answer."""

    claimed = Signal(object)

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(tr("What somebody says of {name}", name=label), tr("Put it down"), parent)
        self.who = self.add_line(tr("Who &says so"), tr("@norwaytrains, or a name"))
        self.verbatim = self.add_line(tr("In these &words"), tr("as they were said or written"))
        self.standing = QComboBox()
        self.standing.setAccessibleName(tr("How far it is trusted"))
        for status in Status:
            self.standing.addItem(capital(status.word), status)
        self.form.addRow(tr("&Trusted as"), self.standing)
        self.evidence = self.add_line(tr("Wh&y?"), tr("optional"))
        self._problem = Text("", TextRole.SMALL, "danger", wrap=True)
        self._problem.hide()
        self.lines.addWidget(self._problem)
        self.buttons.accepted.connect(self._on_accepted)
        self.finish()
        self.who.setFocus()

    def _on_accepted(self) -> None:
        who = self.who.text().strip()
        if not who:
            self._problem.setText(tr("Say who says so: a name, or the handle it was posted under."))
            self._problem.show()
            self.who.setFocus()
            return
        status = Status(self.standing.currentData())
        self.claimed.emit(Claimed(who, self.verbatim.text().strip(), status, self.evidence.text().strip()))
        self.accept()
