"""What two clips share: on both filmstrips, in a sentence, and what the archivist says of it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.bridge.bridge import Bridge
from gui.compare.overlap_band import OverlapBand
from gui.library import ThumbnailCache
from gui.seen import Decisions, Pair, Standing, decided
from gui.style import Space, TextRole, icon, set_role
from gui.widgets import Text
from gui.words import tr


class Shared(QWidget):
    """Shows one pair; ``play_wanted`` asks to play both from where what they share begins.

    ``told`` has a sentence, and whether undo is to be offered beside it.
    """

    play_wanted = Signal()
    told = Signal(str, bool)

    def __init__(self, bridge: Bridge, cache: ThumbnailCache) -> None:
        super().__init__()
        self._read_only = bridge.archive.read_only
        self._pair: Pair | None = None
        self._decisions = Decisions(bridge, self.told.emit)
        self.band = OverlapBand(cache)
        self._sentence = Text("", TextRole.SMALL, "secondary", wrap=True)
        self._sentence.setAccessibleName(tr("What the two clips are to each other"))
        self._play = _button("play", tr("Play both"), tr("Play both from where what they share begins"))
        self._play.clicked.connect(self.play_wanted)
        self._link = _button("link", tr("Link"), tr("Say that these two are what they look like"))
        self._refuse = _button("ban", tr("Not a duplicate"), tr("Remember that these two are no duplicates"))
        self._unlink = _button("unlink", tr("Unlink"), tr("Take back what you said of these two"))
        for button, verb in (
            (self._link, self._decisions.link),
            (self._refuse, self._decisions.refuse),
            (self._unlink, self._decisions.take_back),
        ):
            button.clicked.connect(self._deciding(verb))
        row = QHBoxLayout()
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._sentence, 1)
        for button in (self._play, self._unlink, self._refuse, self._link):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.S, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.band)
        layout.addLayout(row)

    @property
    def pair(self) -> Pair | None:
        """The pair that is shown."""
        return self._pair

    @property
    def starts(self) -> tuple[Fraction, Fraction] | None:
        """Where in both clips what they share begins; None where that is not known."""
        link = self._pair.link if self._pair is not None else None
        return (link.here.start, link.there.start) if link and link.here and link.there else None

    def show_pair(self, pair: Pair) -> None:
        """Show what two clips are to each other."""
        self._pair = pair
        self.band.show_pair(pair.clip, pair.other, pair.link)
        self._sentence.setText(decided(pair))
        standing = pair.standing
        self._play.setVisible(self.starts is not None)
        undecided = standing in (None, Standing.SUSPECTED) and not self._read_only
        self._link.setVisible(undecided)
        _dress(self._link, "link", "primary" if standing is Standing.SUSPECTED else "")  # only then it is the next step
        self._refuse.setVisible(standing is Standing.SUSPECTED and not self._read_only)
        self._unlink.setVisible(standing in (Standing.LINKED, Standing.REFUSED) and not self._read_only)
        self._unlink.setText(tr("Unlink") if standing is Standing.LINKED else tr("Take back"))

    def _deciding(self, verb: Callable[[Pair], None]) -> Callable[[], None]:
        def decide() -> None:
            if self._pair is not None:
                verb(self._pair)

        return decide


def _button(icon_name: str, words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    _dress(button, icon_name, "")
    return button


def _dress(button: QPushButton, icon_name: str, role: str) -> None:
    button.setIcon(icon(icon_name, "on_accent" if role == "primary" else "secondary"))
    set_role(button, role)
