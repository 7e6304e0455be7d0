"""Pieces of text: one that elides, and the heading of a section."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui.style import Space, TextRole, elided, height_of, set_text_role, width_of

_ONE_LINE = Qt.TextFlag.TextSingleLine


class ElidedLabel(QLabel):
    """One line of text that gives way: what does not fit is elided and told by the tool tip."""

    def __init__(
        self,
        text: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        role: TextRole = TextRole.BODY,
        colour: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._mode = mode
        self._role = role
        self._colour = colour
        self._shown: tuple[str, str] | None = None
        """The whole text and what of it was painted last."""
        self._detail = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_text_role(self, role, colour)

    def set_detail(self, detail: str) -> None:
        """Have the tool tip say ``detail``, whether or not the text fits."""
        self._detail, self._shown = detail, None

    def set_colour(self, colour: str) -> None:
        """Show the text in another colour of the theme."""
        self._colour = colour
        set_text_role(self, self._role, colour)

    def minimumSizeHint(self) -> QSize:
        return QSize(width_of(self._role, "…"), height_of(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        room = self.contentsRect()
        text = self.text()
        shown = elided(self._role, text, room.width(), self._mode)
        if self._shown != (text, shown):
            self._shown = text, shown
            self.setToolTip(self._detail or (text if shown != text else ""))
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())  # not the program's: time runs to the right
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, self.alignment() | _ONE_LINE, shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            set_text_role(self, self._role, self._colour)


class SectionHeader(QWidget):
    """The heading of a stretch of a panel: a name, a quiet note beside it, and at most one action at its end."""

    def __init__(self, text: str, action: QAction | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(text, role=TextRole.HEADING, colour="secondary", parent=self)
        self._note = ElidedLabel("", role=TextRole.SMALL, colour="faint", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.XS, 0, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(self._name)
        row.addWidget(self._note, 1)
        if action is not None:
            row.addWidget(_small_button(action, self))
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._name.text()

    def set_text(self, text: str) -> None:
        """Show another name."""
        self._name.setText(text)
        self.setAccessibleName(text)

    def set_note(self, note: str) -> None:
        """Show ``note`` beside the name, or nothing."""
        self._note.setText(note)


def _small_button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setIconSize(QSize(14, 14))
    button.setAccessibleName(action.text())
    return button
