"""Stretches of the clip worth naming."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.model.clip import Clip, Moment
from core.model.ids import MomentId
from core.model.time import offset
from gui.inspector.layouts import empty
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
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_clip(self, clip: Clip) -> None:
        """Show the moments of ``clip``."""
        self.setVisible(bool(clip.moments))
        if clip.moments == self._moments:
            return
        self._moments = clip.moments
        empty(self._layout)
        for moment in sorted(clip.moments, key=lambda moment: (moment.span.start, moment.span.end)):
            self._layout.addWidget(self._row(moment))

    def _row(self, moment: Moment) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        name = _button("flag", tr("Show {name}", name=moment.label))
        name.setStyleSheet("padding: 4px 4px 4px 0;")  # its icon stands on the left edge of everything else
        name.clicked.connect(partial(self._on_shown, moment))
        label = ElidedLabel(moment.label)
        label.setToolTip("\n".join(filter(None, (moment.label, moment.note))))
        layout.addWidget(name)
        layout.addWidget(label, 1)
        layout.addWidget(Text(span_text(moment), TextRole.NUMERIC, "secondary"))
        if not self._read_only:
            change = _button("pencil", tr("Change {name}", name=moment.label))
            change.clicked.connect(lambda: self.edit_wanted.emit(MomentWanted(moment.id)))
            remove = _button("x", tr("Remove {name}", name=moment.label))
            remove.clicked.connect(lambda: self.removal_wanted.emit(MomentWanted(moment.id)))
            layout.addWidget(change)
            layout.addWidget(remove)
        return row

    def _on_shown(self, moment: Moment, _checked: bool = False) -> None:
        self.time_chosen.emit(TimeChosen(moment.span.start))


def _button(icon_name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button


def span_text(moment: Moment) -> str:
    """Return "0:12.480 – 0:15.100"."""
    return f"{_short(moment.span.start)} – {_short(moment.span.end)}"


def _short(time: Fraction) -> str:
    """Return a time to the millisecond without hours that are not there."""
    return offset(time).removeprefix("00:").removeprefix("0")
