"""The row under the picture: the buttons of the transport, where the playhead is, speed, loop and loudness."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QToolButton, QWidget

from gui.player.transport import Transport
from gui.style import Space, TextRole, icon
from gui.widgets import ElidedLabel, Text
from gui.words import tr

_ROOM_FOR_ALL = 780
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
        for text in (self._position, self._length):
            row.addWidget(text)
            row.addSpacing(Space.S)
        row.addWidget(self._speed)
        row.addWidget(self._marks, 1)
        right: tuple[QWidget, ...] = (self._loop, self._mute, self._volume, full)
        for widget in right:
            row.addWidget(widget)
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

    def show_position(self, position: str, length: str) -> None:
        """Show where it is, and how long the clip."""
        self._position.setText(position)
        self._length.setText(length)

    def show_marks(self, marks: str) -> None:
        """Show the in and out point."""
        self._marks.setText(marks)
        self._make_room()

    def _make_room(self) -> None:
        """Where there is not room for both, the in and out point stand in place of the length."""
        self._length.setVisible(not self._marks.text() or self.width() >= _ROOM_FOR_ALL)

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
