"""The line under the result: why the current clip is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from core.search.why import Reason
from gui.style import Space, TextRole, hex_of, set_text_role
from gui.words import tr

_BETWEEN = " &nbsp;·&nbsp; "
_BETWEEN_WIDTH = len("  ·  ")


class WhyLine(QLabel):
    """Names what in a clip answers the search, the words that were asked for in bold.

    What there is no room for is counted, and told by the tool tip.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Why it was found"))
        self.setTextFormat(Qt.TextFormat.RichText)
        self._reasons: tuple[Reason, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        set_text_role(self, TextRole.SMALL, "secondary")
        self.hide()

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Show why; nothing for no reason."""
        if not reasons and not self._reasons:
            return
        self._reasons = tuple(reasons)
        self._fill()
        self.setToolTip("<br>".join(map(_rich, reasons)))
        self.setAccessibleDescription("; ".join(reason.sentence for reason in reasons))
        self.setVisible(bool(reasons))

    def _fill(self) -> None:
        """Show as many reasons as there is room for, one at least."""
        reasons, room = self._reasons, self.contentsRect().width() - self._width(" +00")
        shown = min(1, len(reasons))
        while shown < len(reasons) and self._width(*(reason.sentence for reason in reasons[: shown + 1])) <= room:
            shown += 1
        rest = f"{_BETWEEN}+{len(reasons) - shown}" if shown < len(reasons) else ""
        self.setText(_BETWEEN.join(map(_rich, reasons[:shown])) + rest)

    def _width(self, *sentences: str) -> int:
        bold = type(self.font())(self.font())
        bold.setBold(True)
        between = " " * _BETWEEN_WIDTH
        return QFontMetrics(bold).horizontalAdvance(f"{between}·".join(sentences))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()


def _rich(reason: Reason) -> str:
    note = f" – {escape(reason.note)}" if reason.note else ""
    return f"{escape(reason.field)}: {''.join(_marked(reason))}{note}"


def _marked(reason: Reason) -> Iterator[str]:
    at = 0
    for start, end in reason.marks:
        yield escape(reason.text[at:start])
        yield f'<b style="color:{hex_of("text")}">{escape(reason.text[start:end])}</b>'
        at = end
    yield escape(reason.text[at:])
