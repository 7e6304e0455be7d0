"""One of two clips that are compared: its picture, its name, and where it is."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from core.model.clip import Clip
from gui.bridge.bridge import Bridge
from gui.compare.follower import Follower
from gui.style import RADIUS, Space, TextRole, qcolor, theme
from gui.widgets import ElidedLabel, Text
from gui.words import tr

_STEPS = 10_000


class Side(QWidget):
    """Shows a clip with a slider along it; ``chosen`` when it is pressed, ``seek_wanted`` carries a time.

    ``moved`` when its playhead has, ``ready`` when its clip is open.
    """

    chosen = Signal()
    seek_wanted = Signal(object)
    moved = Signal()
    ready = Signal()

    def __init__(self, bridge: Bridge, name: str, *, silent: bool = False) -> None:
        super().__init__()
        self._active = False
        self.player = player = Follower(bridge, silent=silent)
        player.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        player.setAccessibleName(name)
        player.view.setAccessibleName(tr("{side}, picture", side=name))
        player.view.pressed.disconnect(player.toggle)
        player.view.full_screen_wanted.disconnect(player.toggle_full_screen)
        player.view.pressed.connect(self.chosen)
        self._name = ElidedLabel("", Qt.TextElideMode.ElideMiddle, TextRole.STRONG)
        self._position = Text("", TextRole.NUMERIC, "secondary")
        self._position.setAccessibleName(tr("{side}, position", side=name))
        self.slider = _slider(name)
        self.slider.sliderMoved.connect(self._on_slid)
        player.moved.connect(self._on_moved)
        player.ready.connect(self._on_ready)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._name, 1)
        head.addWidget(self._position)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        layout.setSpacing(Space.XS)
        layout.addLayout(head)
        layout.addWidget(self.player, 1)
        layout.addWidget(self.slider)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def show_clip(self, clip: Clip, at: Fraction) -> None:
        """Open a clip at a time."""
        self._name.setText(clip.name)
        self._position.setText("")
        self.slider.setEnabled(False)
        self.slider.setValue(0)
        self.player.show_clip(clip, at)

    @property
    def time(self) -> Fraction:
        """When the picture on screen is shown."""
        return self.player.time

    @property
    def end(self) -> Fraction:
        """When the last picture ends; 0 while the clip is not open."""
        return self.player.reel.end if self.player.reel is not None else Fraction(0)

    def set_active(self, active: bool) -> None:
        """Mark the side that keys move."""
        self._active = active
        self.update()

    def _on_ready(self) -> None:
        self.slider.setEnabled(True)
        self.ready.emit()

    def _on_slid(self, value: int) -> None:
        self.seek_wanted.emit(self.end * Fraction(value, _STEPS))

    def _on_moved(self) -> None:
        if self.end:
            self._position.setText(f"{self.player.place(self.time)} / {self.player.place(self.end)}")
            if not self.slider.isSliderDown():
                self.slider.setValue(round(self.time / self.end * _STEPS))
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._active:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(qcolor(theme().accent), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS, RADIUS)


def _slider(name: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAccessibleName(tr("{side}, place in the clip", side=name))
    slider.setRange(0, _STEPS)
    slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrows are for pictures
    slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right everywhere
    slider.setEnabled(False)
    return slider
