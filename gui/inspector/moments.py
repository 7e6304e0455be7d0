"""Stretches of the clip worth naming."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.model.clip import Clip, Moment
from core.model.ids import MomentId
from core.model.time import Span, offset
from core.values import dataclass
from gui.inspector.layouts import Reused, take_all
from gui.style import Space, TextRole, icon
from gui.widgets import ElidedLabel, Text
from gui.words import tr


@dataclass(frozen=True, slots=True)
class TimeChosen:
    """A time of the clip to look at."""

    time: Fraction


@dataclass(frozen=True, slots=True)
class MomentWanted:
    """A moment to change or to remove."""

    moment: MomentId


class MomentsSection(QWidget):
    """Lists the moments of a clip in the order of their in points; a click shows the keyframe at the in point."""

    time_chosen = Signal(object)
    edit_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._moments: tuple[Moment, ...] | None = None
        self._rows = Reused(self._row)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_clip(self, clip: Clip) -> None:
        """Show the moments of ``clip``."""
        self.setVisible(bool(clip.moments))
        if clip.moments == self._moments:
            return
        self._moments = clip.moments
        take_all(self._layout)
        self._rows.begin()
        for moment in sorted(clip.moments, key=lambda moment: (moment.span.start, moment.span.end)):
            row = self._rows.take()
            row.show_moment(moment)
            self._layout.addWidget(row)
        self._rows.end()

    def _row(self) -> _Row:
        row = _Row(self, read_only=self._read_only)
        row.shown.connect(self.time_chosen)
        row.edit_wanted.connect(self.edit_wanted)
        row.removal_wanted.connect(self.removal_wanted)
        return row


_NO_MOMENT = Moment(id=MomentId(""), span=Span(Fraction(0), Fraction(0)), label="")


class _Row(QWidget):
    """One moment: what it is called, when it is, and what can be done with it."""

    shown = Signal(object)
    edit_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._moment = _NO_MOMENT
        self._name, self._change, self._remove = _button("flag"), _button("pencil"), _button("x")
        self._name.setStyleSheet("padding: 4px 4px 4px 0;")  # its icon stands on the left edge of everything else
        self._label = ElidedLabel()
        self._span = Text("", TextRole.NUMERIC, "secondary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._name)
        layout.addWidget(self._label, 1)
        for widget in (self._span, self._change, self._remove):
            layout.addWidget(widget)
        for button in (self._change, self._remove):
            button.setVisible(not read_only)
        self._name.clicked.connect(lambda: self.shown.emit(TimeChosen(self._moment.span.start)))
        self._change.clicked.connect(lambda: self.edit_wanted.emit(MomentWanted(self._moment.id)))
        self._remove.clicked.connect(lambda: self.removal_wanted.emit(MomentWanted(self._moment.id)))

    def show_moment(self, moment: Moment) -> None:
        """Show another moment, or the same as it is now."""
        self._moment = moment
        self._label.setText(moment.label)
        self._label.set_detail(f"{moment.label}\n{moment.note}" if moment.note else "")
        self._span.setText(span_text(moment))
        for button, words in (
            (self._name, tr("Show {name}", name=moment.label)),
            (self._change, tr("Change {name}", name=moment.label)),
            (self._remove, tr("Remove {name}", name=moment.label)),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)


def _button(icon_name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    return button


def span_text(moment: Moment) -> str:
    """Return "0:12.480 – 0:15.100"."""
    return f"{_short(moment.span.start)} – {_short(moment.span.end)}"


def _short(time: Fraction) -> str:
    """Return a time to the millisecond without hours that are not there."""
    return offset(time).removeprefix("00:").removeprefix("0")
