"""The row under the picture: the buttons of the transport, where the playhead is, speed, loop and loudness."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QToolButton, QWidget

from gui.player.transport import Transport
from gui.style import Space, TextRole, icon
from gui.widgets import ElidedLabel, Text
from gui.words import tr

_SPEEDS = (0.25, 0.5, 1, 2, 3, 4)


class Controls(QWidget):
    """Says what is wanted; knows nothing of clips."""

    play_wanted = Signal()
    step_wanted = Signal(int)
    loop_wanted = Signal(bool)
    speed_wanted = Signal(float)
    volume_wanted = Signal(float)
    full_screen_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right everywhere
        self._play = _button("play", tr("Play or pause (Space)"), self.play_wanted.emit)
        back = _button("step-back", tr("One picture back (Left)"), lambda: self.step_wanted.emit(-1))
        on = _button("step-forward", tr("One picture on (Right)"), lambda: self.step_wanted.emit(1))
        self._position = Text("", TextRole.NUMERIC, "text")
        self._position.setAccessibleName(tr("Position"))
        self._length = Text("", TextRole.NUMERIC, "secondary")
        self._time = Text("", TextRole.NUMERIC, "secondary")
        self._time.setAccessibleName(tr("Time from the beginning"))
        self._time.setToolTip(tr("Time from the beginning"))
        self._speed = self._speed_button()
        self._marks = ElidedLabel("", role=TextRole.NUMERIC, colour="accent_text")
        self._marks.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._marks.setAccessibleName(tr("In and out point"))
        self._loop = _button("repeat", tr("Repeat from the in to the out point (R)"), lambda: None)
        self._loop.setCheckable(True)
        self._loop.toggled.connect(self.loop_wanted)
        self._mute = _button("volume-2", tr("Sound on or off (Shift+M)"), self._on_mute)
        self._volume = _volume_slider(tr("Loudness"))
        self._volume.valueChanged.connect(self._on_volume)
        full = _button("maximize", tr("Full screen (F)"), self.full_screen_wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.XS)
        for button in (back, self._play, on):
            row.addWidget(button)
        row.addSpacing(Space.S)
        for text in (self._position, self._length, self._time):
            row.addWidget(text)
            row.addSpacing(Space.S)
        row.addWidget(self._speed)
        row.addWidget(self._marks, 1)
        right = (self._loop, self._mute, self._volume, full)
        for widget in right:
            row.addWidget(widget)
        shown = (self._position, self._length, self._time, self._speed, self._marks)
        self._all: tuple[QWidget, ...] = (back, self._play, on, *shown, *right)
        self._giving_way: tuple[QWidget, ...] = (self._time, self._length, self._volume, back, on, self._speed, full)
        self._loud = 100

    def show_transport(self, transport: Transport) -> None:
        """Show whether and how fast it plays."""
        playing = transport.rate != 0
        self._play.setIcon(icon("pause" if playing else "play"))
        self._play.setAccessibleName(tr("Pause") if playing else tr("Play"))
        self._speed.setText(_times(transport.rate or 1))

    def _speed_button(self) -> QToolButton:
        button = _button("", tr("Speed (J, L; with Shift slow)"), lambda: None)
        button.setText(_times(1))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for speed in _SPEEDS:
            menu.addAction(_times(speed)).triggered.connect(partial(self._on_speed, speed))
        button.setMenu(menu)
        return button

    def _on_speed(self, speed: float, _checked: bool = False) -> None:
        self.speed_wanted.emit(speed)

    def show_position(self, position: str, length: str, time: str = "") -> None:
        """Show where it is and how long the clip; where that is told in timecode, the ``time`` as well."""
        texts = ((self._position, position), (self._length, length), (self._time, time))
        anew = any(len(label.text()) != len(text) for label, text in texts)
        for label, text in texts:
            label.setText(text)
        if anew:
            self._make_room()

    def show_marks(self, marks: str) -> None:
        """Show the in and out point."""
        self._marks.setText(marks)
        self._make_room()

    def _make_room(self) -> None:
        """Where there is not room for all, what is least needed gives way; keys do the same."""
        needed = {widget: widget.sizeHint().width() + Space.XS for widget in self._all if _says(widget)}
        over = sum(needed.values()) + 2 * Space.M + 3 * (Space.S + Space.XS) - self.width()
        for widget in self._giving_way:
            widget.setVisible(widget in needed and over <= 0)
            over -= needed.get(widget, 0) if over > 0 else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def set_sound(self, there: bool) -> None:
        """Say whether the clip has any sound."""
        self._volume.setEnabled(there)
        self._mute.setEnabled(there)

    @property
    def loops(self) -> bool:
        """Whether what is marked, or the clip, is to be repeated."""
        return self._loop.isChecked()

    def toggle_loop(self) -> None:
        self._loop.toggle()

    def toggle_sound(self) -> None:
        self._on_mute()

    def _on_mute(self) -> None:
        if self._volume.value():
            self._loud = self._volume.value()
            self._volume.setValue(0)
        else:
            self._volume.setValue(self._loud)

    def _on_volume(self, value: int) -> None:
        self._mute.setIcon(icon("volume-2" if value else "volume-x"))
        self.volume_wanted.emit(value / 100)


def _times(rate: float) -> str:
    return f"{rate:g}×".replace("-", "−")


def _says(widget: QWidget) -> bool:
    """Whether there is anything to be seen of ``widget``."""
    return not isinstance(widget, QLabel) or bool(widget.text())


def _button(name: str, tip: str, verb: object) -> QToolButton:
    button = QToolButton()
    if name:
        button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(verb)
    return button


def _volume_slider(name: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAccessibleName(name)
    slider.setToolTip(name)
    slider.setRange(0, 100)
    slider.setValue(100)
    slider.setFixedWidth(64)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider
