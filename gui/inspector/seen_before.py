"""What was seen before: clips that show what the clip shows, and what is decided of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui.bridge.bridge import Bridge
from gui.inspector.layouts import empty
from gui.library import Look, PictureArrived, ThumbnailCache
from gui.seen import Decisions, Pair, Standing, sentence
from gui.style import RADIUS_SMALL, Space, TextRole, icon, paint_icon, qcolor, theme
from gui.widgets import ElidedLabel, SectionHeader
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

    def __init__(self, bridge: Bridge, cache: ThumbnailCache) -> None:
        super().__init__()
        self._cache = cache
        self._decisions = Decisions(bridge, self.told.emit)
        self._read_only = bridge.archive.read_only
        self._pairs: tuple[Pair, ...] = ()
        self._faces: list[_Face] = []
        self._lines: list[QWidget] = []
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
        empty(self._rows)
        self._faces = []
        self._lines = [self._row(pair) for pair in self._pairs]
        for line in self._lines:
            self._rows.addWidget(line)
        open_ones = sum(pair.standing is Standing.SUSPECTED for pair in pairs)
        self._header.set_note(plural(open_ones, "%n to decide", "%n to decide") if open_ones else "")
        self.setVisible(bool(pairs))
        if had is not None and self._faces:
            self._faces[min(had, len(self._faces) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, pair: Pair) -> QWidget:
        assert pair.link is not None
        quiet = pair.standing is Standing.REFUSED
        words = sentence(pair.link)
        face = _Face(self._cache, pair)
        face.setAccessibleName(tr("Compare with {name}", name=pair.other.name))
        face.setAccessibleDescription(words)
        face.setToolTip(tr("Compare the two side by side"))
        face.clicked.connect(lambda: self.compare_wanted.emit(pair))
        self._faces.append(face)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        name = ElidedLabel(
            pair.other.name, Qt.TextElideMode.ElideMiddle, TextRole.STRONG, "secondary" if quiet else "text"
        )
        said = ElidedLabel(words, role=TextRole.SMALL, colour="faint" if quiet else "secondary")
        texts.addStretch(1)
        texts.addWidget(name)
        texts.addWidget(said)
        texts.addStretch(1)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(face)
        layout.addLayout(texts, 1)
        if not self._read_only:
            for verb in self._verbs(pair):
                layout.addWidget(_button(pair, *verb))
        return row

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
        for face in self._faces:
            if face.pair.other.poster == arrived.still:
                face.update()


class _Face(QAbstractButton):
    """The poster of the other clip; pressing it compares the two."""

    def __init__(self, cache: ThumbnailCache, pair: Pair) -> None:
        super().__init__()
        self.pair = pair
        self._cache = cache
        self.setFixedSize(_PICTURE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return _PICTURE

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        poster = self.pair.other.poster
        picture = self._cache.picture(poster, self.size(), Look.FIT) if poster is not None else None
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


def _button(pair: Pair, icon_name: str, words: str, verb: Callable[[Pair], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setIconSize(QSize(16, 16))
    button.setStyleSheet("padding: 4px;")  # two of them leave room for the words
    button.setAutoRaise(True)
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(partial(_do, verb, pair))
    return button


def _do(verb: Callable[[Pair], None], pair: Pair, _checked: bool = False) -> None:
    verb(pair)
