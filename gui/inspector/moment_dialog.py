"""Naming a stretch of a clip."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserProblem
from core.export.counting import timecode_of
from core.model.clip import Clip, Moment
from core.model.ids import MomentId
from core.model.media import MediaFacts
from core.model.time import Span, offset
from core.values import dataclass
from gui.inspector.time_entry import read_time
from gui.style import Space, TextRole
from gui.widgets import DialogButtons, Text
from gui.words import tr


@dataclass(frozen=True, slots=True)
class MomentNamed:
    """The moment as the archivist wants it."""

    moment: Moment


def suggested_span(times: Sequence[Fraction], shown: Fraction | None, duration: Fraction | None) -> Span:
    """Return the stretch from the frame ``shown`` to the next of the keyframe ``times``, or to the end of the clip."""
    start = shown if shown is not None else next(iter(times), Fraction(0))
    after = bisect_right(times, start)
    return Span(start, times[after] if after < len(times) else max(duration or start, start))


class TimeField(QWidget):
    """A time: exact while it is as it was given, and as typed once somebody types; a button takes the frame shown."""

    def __init__(self, accessible_name: str, time: Fraction, shown: Fraction | None, facts: MediaFacts) -> None:
        super().__init__()
        self._counting = timecode_of(facts)
        self._length = facts.duration
        self._given = time
        self._edit = QLineEdit(offset(time))
        self._edit.setAccessibleName(accessible_name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._edit, 1)
        self.setFocusProxy(self._edit)
        if shown is not None:
            take = QPushButton(tr("Frame shown"))
            take.setToolTip(tr("Take the time of the frame that is shown, {time}", time=offset(shown)))
            take.setAutoDefault(False)
            take.clicked.connect(lambda: self._take(shown))
            layout.addWidget(take)

    def time(self) -> Fraction:
        """Return the time; raises UserProblem where what was typed is none, or lies behind the end of the clip."""
        if self._edit.text() == offset(self._given):
            return self._given
        time = read_time(self._edit.text(), self._counting, self._length)
        if self._length is not None and time > self._length:
            raise UserProblem(
                tr("{typed} is behind the end of the clip, {end}.", typed=self._edit.text(), end=offset(self._length))
            )
        return time

    def _take(self, time: Fraction) -> None:
        self._given = time
        self._edit.setText(offset(time))


class MomentDialog(QDialog):
    """Asks for label, in and out point and a note; ``named`` carries the moment."""

    named = Signal(object)

    def __init__(self, clip: Clip, moment: Moment, shown: Fraction | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._moment: MomentId = moment.id
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Moment of {clip}", clip=clip.name))
        self.setMinimumWidth(420)
        self._counting = timecode_of(clip.facts)
        self._label = QLineEdit(moment.label)
        self._label.setAccessibleName(tr("Label"))
        self._label.setPlaceholderText(tr("waves back"))
        self._in = TimeField(tr("In point"), moment.span.start, shown, clip.facts)
        self._out = TimeField(tr("Out point"), moment.span.end, shown, clip.facts)
        self._note = QLineEdit(moment.note)
        self._note.setAccessibleName(tr("Note"))
        self._problem = Text("", TextRole.SMALL, "danger", wrap=True)
        self._problem.hide()
        self._lay_out(moment.span.start)
        self._label.setFocus()

    def _lay_out(self, start: Fraction) -> None:
        form = QFormLayout()
        form.setSpacing(Space.S)
        form.addRow(tr("&Label"), self._label)
        form.addRow(tr("&In"), self._in)
        form.addRow(tr("&Out"), self._out)
        form.addRow(tr("&Note"), self._note)
        hint = Text(self._hint(start), TextRole.SMALL, "faint", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons())

    def _hint(self, start: Fraction) -> str:
        counting, end = self._counting, tr("The out point is the first frame no longer in it.")
        if counting is None:
            return tr("Write 12.5 or 1:02.5. {end}", end=end)
        place = counting.timecode(counting.frame_at(start))
        return tr("Write 12.5, 1:02.5, or timecode such as {place}, where it begins now. {end}", place=place, end=end)

    def _buttons(self) -> DialogButtons:
        buttons = DialogButtons(tr("Mark moment"))
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        return buttons

    def moment(self) -> Moment:
        """Return the moment as it is filled in; raises UserProblem where it makes no sense."""
        label = self._label.text().strip()
        if not label:
            raise UserProblem(tr("A moment needs a label, such as “waves back”."))
        start, end = self._in.time(), self._out.time()
        if end <= start:
            raise UserProblem(tr("The out point must come after the in point."))
        return Moment(id=self._moment, span=Span(start, end), label=label, note=self._note.text().strip())

    def _on_accepted(self) -> None:
        try:
            moment = self.moment()
        except UserProblem as problem:
            self._problem.setText(str(problem))
            self._problem.show()
            return
        self.named.emit(MomentNamed(moment))
        self.accept()
