"""Five stars."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from core.values import dataclass
from gui.style import icon
from gui.words import plural, tr

_STARS = 5


@dataclass(frozen=True, slots=True)
class Rated:
    """The rating chosen, 0 to 5."""

    rating: int


class Rating(QWidget):
    """Shows a rating; a click on a star gives it, a click on the last one takes it away."""

    rated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Rating"))
        self._rating = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._stars = [self._star(number) for number in range(1, _STARS + 1)]
        for star in self._stars:
            layout.addWidget(star)

    def set_rating(self, rating: int) -> None:
        """Show ``rating``."""
        self._rating = rating
        for number, star in enumerate(self._stars, start=1):
            given = number <= rating
            star.setIcon(icon("star-filled", "accent_text") if given else icon("star", "outline"))

    def _star(self, number: int) -> QToolButton:
        star = QToolButton()
        words = plural(number, "%n star", "%n stars")
        star.setAccessibleName(words)
        star.setToolTip(words)
        star.setIcon(icon("star", "outline"))
        star.setIconSize(QSize(14, 14))
        star.setStyleSheet("padding: 2px;")
        star.clicked.connect(partial(self._on_clicked, number))
        return star

    def _on_clicked(self, number: int, _checked: bool = False) -> None:
        self.rated.emit(Rated(0 if number == self._rating else number))
