"""Text that saves itself: when the archivist pauses, and when they go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from core.values import dataclass
from gui.style import RADIUS, color

_PAUSE_MS = 1_500
_LINES_MIN = 2
_LINES_MAX = 12
_EDGE = 3


@dataclass(frozen=True, slots=True)
class TextSaved:
    """A new text; ``leaving`` where the archivist has left the field, so that the next change is another step."""

    text: str
    leaving: bool


class SavedText(QWidget):
    """Several lines, as high as its text up to a dozen lines; Tab goes to the next field."""

    saved = Signal(object)

    def __init__(self, accessible_name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: str | None = ""
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(accessible_name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setTabChangesFocus(True)
        self.edit.setAcceptDrops(False)  # files dropped here are imported like anywhere else
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.viewport().setAutoFillBackground(False)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.addWidget(self.edit)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.edit.textChanged.connect(self._on_typed)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def setReadOnly(self, read_only: bool) -> None:
        """Show the text without letting it be changed."""
        self.edit.setReadOnly(read_only)

    def text(self) -> str:
        """Return the text as it is now, saved or not."""
        return self.edit.toPlainText()

    def show_text(self, text: str) -> None:
        """Show ``text`` as what is saved; what is being typed stays."""
        if text == self._known:
            return
        unsaved = self.text() != self._known
        self._known = text
        if not unsaved:
            self.edit.setPlainText(text)

    def replace_text(self, text: str) -> None:
        """Show ``text``, another record's."""
        self._known = text
        self.edit.setPlainText(text)
        self._pause.stop()

    def commit(self) -> None:
        """Save now what is not saved."""
        self._save(leaving=True)

    def unsave(self) -> None:
        """Take back that the text is saved: what was to keep it could not; leaving the field tries again."""
        self._known = None

    def _on_pause(self) -> None:
        self._save(leaving=False)

    def _save(self, *, leaving: bool) -> None:
        self._pause.stop()
        text = self.text()
        if text != self._known:
            self._known = text
            self.saved.emit(TextSaved(text, leaving))

    def _on_typed(self) -> None:
        if self.text() != self._known:
            self._pause.start()
        self._fit()

    def _fit(self, *_size: object) -> None:
        lines = min(max(int(self.edit.document().size().height()), _LINES_MIN), _LINES_MAX)
        edges = round(self.edit.document().documentMargin() * 2) + 2 * _EDGE + 1
        self.setFixedHeight(lines * self.edit.fontMetrics().lineSpacing() + edges)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width and the focus of the text."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if isinstance(event, QFocusEvent) and event.lostFocus() and not _is_passing(event):
                self.commit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box that every other field of the window has."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent" if self.edit.hasFocus() else "hairline"), 1))
        painter.setBrush(color("field"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()


def _is_passing(event: QFocusEvent) -> bool:
    """Whether the focus will come back by itself, as after a context menu."""
    return event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class SavedLine(QLineEdit):
    """One line, saved on Enter and when it is left."""

    saved = Signal(object)

    def __init__(self, accessible_name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.setAcceptDrops(False)  # files dropped here are imported like anywhere else
        self._known = ""
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Show ``text`` as what is saved; what is being typed stays."""
        unsaved = self.text() != self._known
        self._known = text
        if not unsaved:
            self.replace_text(text)

    def replace_text(self, text: str) -> None:
        """Show ``text``, another record's, from its beginning."""
        self._known = text
        self.setText(text)
        self.setCursorPosition(0)

    def commit(self) -> None:
        """Save now what is not saved."""
        text = self.text().strip()
        if text != self._known:
            self._known = text
            self.saved.emit(TextSaved(text, leaving=True))
