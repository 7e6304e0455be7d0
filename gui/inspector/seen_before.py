"""What was seen before: clips that show what the clip shows, and what is decided of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.model.ids import StillId
from gui.bridge.bridge import Bridge
from gui.inspector.layouts import Reused
from gui.library import Look, PictureArrived, ThumbnailCache
from gui.seen import Decisions, Pair, Standing, sentence
from gui.style import RADIUS_SMALL, Space, TextRole, icon, paint_icon, qcolor, theme
from gui.widgets import ElidedLabel, SectionHeader, Text
from gui.words import plural, tr

_PICTURE = QSize(72, 40)
_Verb = tuple[str, str, Callable[[Pair], None]]
"""The icon of a verb, what it says, and what it does."""


class SeenSection(QWidget):
    """A line for each pair: what is to be decided first, then links, then what was said to be no duplicate.

    ``compare_wanted`` carries the Pair whose picture was pressed; ``told`` has a sentence, and whether undo is to be
    offered beside it.
    """

    compare_wanted = Signal(object)
    told = Signal(str, bool)

    def __init__(self, bridge: Bridge, cache: ThumbnailCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._decisions = Decisions(bridge, self.told.emit)
        self._read_only = bridge.archive.read_only
        self._pairs: tuple[Pair, ...] = ()
        self._lines: list[_Line] = []
        self._made = Reused(self._line)
        self._header = SectionHeader(tr("Seen before"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.XS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._header)
        layout.addLayout(self._rows)
        self.setAccessibleName(tr("Seen before"))
        self.hide()
        cache.arrived.connect(self._on_arrived)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs that are listed."""
        return self._pairs

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """List ``pairs``; hidden where there are none.  The focus stays on its line."""
        had = next((at for at, line in enumerate(self._lines) if _has_focus(line)), None)
        self._pairs = tuple(pairs)
        self._made.begin()
        self._lines = [self._made.take() for _ in self._pairs]
        for line, pair in zip(self._lines, self._pairs, strict=True):
            line.show_pair(pair, [] if self._read_only else self._verbs(pair))
        self._made.end()
        open_ones = sum(pair.standing is Standing.SUSPECTED for pair in pairs)
        self._header.set_note(plural(open_ones, "%n to decide", "%n to decide") if open_ones else "")
        self.setVisible(bool(pairs))
        if had is not None and self._lines:
            self._lines[min(had, len(self._lines) - 1)].face.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self) -> _Line:
        line = _Line(self._cache)
        line.compare_wanted.connect(self.compare_wanted)
        self._rows.addWidget(line)
        return line

    def _verbs(self, pair: Pair) -> list[_Verb]:
        decisions = self._decisions
        if pair.standing is Standing.SUSPECTED:
            return [
                ("link", tr("Link with {name}", name=pair.other.name), decisions.link),
                ("ban", tr("{name} is not a duplicate", name=pair.other.name), decisions.refuse),
            ]
        if pair.standing is Standing.LINKED:
            return [("unlink", tr("Unlink {name}", name=pair.other.name), decisions.take_back)]
        return [("undo-2", tr("Take back that {name} is not a duplicate", name=pair.other.name), decisions.take_back)]

    def _on_arrived(self, arrived: PictureArrived) -> None:
        for line in self._lines:
            if line.face.poster == arrived.still:
                line.face.update()


class _Line(QWidget):
    """One pair: the poster of the other clip, its name, why the two belong together, and what can be decided."""

    compare_wanted = Signal(object)

    def __init__(self, cache: ThumbnailCache) -> None:
        super().__init__()
        self._pair: Pair | None = None
        self.face = _Face(cache)
        self.face.setToolTip(tr("Compare the two side by side"))
        self.face.clicked.connect(lambda: self.compare_wanted.emit(self._pair))
        self._name = ElidedLabel("", Qt.TextElideMode.ElideMiddle, TextRole.STRONG)
        self._said = Text("", TextRole.SMALL, wrap=True)
        self._buttons = Reused(self._button)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self._name)
        texts.addWidget(self._said)
        texts.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.S)
        self._row.addWidget(self.face)
        self._row.addLayout(texts, 1)

    def show_pair(self, pair: Pair, verbs: Sequence[_Verb]) -> None:
        """Show another pair, and what can be done about it."""
        assert pair.link is not None
        self._pair = pair
        words, quiet = sentence(pair.link), pair.standing is Standing.REFUSED
        self.face.show_poster(pair.other.poster)
        self.face.setAccessibleName(tr("Compare with {name}", name=pair.other.name))
        self.face.setAccessibleDescription(words)
        self._name.setText(pair.other.name)
        self._name.set_colour("secondary" if quiet else "text")
        self._said.setText(words)
        self._said.set_colour("faint" if quiet else "secondary")
        self._buttons.begin()
        for verb in verbs:
            self._buttons.take().show_verb(pair, verb)
        self._buttons.end()

    def _button(self) -> _Button:
        button = _Button()
        self._row.addWidget(button)
        return button


class _Face(QAbstractButton):
    """The poster of the other clip; pressing it compares the two."""

    def __init__(self, cache: ThumbnailCache) -> None:
        super().__init__()
        self.poster: StillId | None = None
        self._cache = cache
        self.setFixedSize(_PICTURE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_poster(self, poster: StillId | None) -> None:
        """Show another poster, or that there is none."""
        self.poster = poster
        self.update()

    def sizeHint(self) -> QSize:
        return _PICTURE

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        picture = self._cache.picture(self.poster, self.size(), Look.FIT) if self.poster is not None else None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(theme().poster_empty if picture is None else theme().badge))
        painter.drawRoundedRect(self.rect(), RADIUS_SMALL, RADIUS_SMALL)
        if picture is not None:
            size = picture.deviceIndependentSize().toSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            room = QRect(QPoint(0, 0), size)
            room.moveCenter(self.rect().center())
            painter.drawPixmap(room, picture)
        else:
            paint_icon(painter, self.rect().adjusted(0, 12, 0, -12), "film", theme().outline)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(qcolor(theme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_SMALL, RADIUS_SMALL)


def _has_focus(line: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and line.isAncestorOf(focused)


class _Button(QToolButton):
    """What can be decided of a pair."""

    def __init__(self) -> None:
        super().__init__()
        self._verb: Callable[[], None] = _nothing
        self.setIconSize(QSize(16, 16))
        self.setStyleSheet("padding: 4px;")  # two of them leave room for the words
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._do)

    def show_verb(self, pair: Pair, verb: _Verb) -> None:
        """Offer another decision."""
        icon_name, words, do = verb
        self._verb = partial(do, pair)
        self.setIcon(icon(icon_name))
        self.setAccessibleName(words)
        self.setToolTip(words)

    def _do(self) -> None:
        self._verb()


def _nothing() -> None:
    """Nothing is offered yet."""
