"""What stands where there is nothing yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.style import Space, TextRole, hex_of, icon_pixmap, set_text_role
from gui.widgets.action_button import ActionButton

_ICON = 44


class EmptyState(QWidget):
    """An icon (none for an empty name), a title, a sentence and the buttons that lead on, the chief one first."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str,
        actions: Sequence[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._text = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._text.setWordWrap(True)
        self._text.setMaximumWidth(420)
        self._text.setMinimumWidth(240)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(Space.S)
        self._arrange()
        self.set_content(icon_name, title, text, actions)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(Space.S)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addSpacing(Space.XS)
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._text, 1)
        row.addStretch()
        column.addLayout(row)
        column.addSpacing(Space.S)
        column.addLayout(self._buttons)
        column.addStretch(3)

    def set_content(self, icon_name: str, title: str, text: str, actions: Sequence[QAction] = ()) -> None:
        """Show something else."""
        self._icon_name = icon_name
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self._picture.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._replace_buttons(actions)
        self._colour()

    def _replace_buttons(self, actions: Sequence[QAction]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._buttons.addStretch()
        for at, action in enumerate(actions):
            self._buttons.addWidget(ActionButton(action, "" if at else "primary", self))
        self._buttons.addStretch()
        self._turn_buttons()

    def _turn_buttons(self) -> None:
        """Put the buttons side by side, or one under the other where there is no room for that."""
        items = (self._buttons.itemAt(at) for at in range(self._buttons.count()))
        widths = [item.sizeHint().width() + Space.S for item in items if item is not None]
        wide = sum(widths) + Space.M <= self.width()
        directions = QBoxLayout.Direction
        self._buttons.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_buttons()

    def _colour(self) -> None:
        if self._icon_name:
            self._picture.setPixmap(icon_pixmap(self._icon_name, hex_of("faint"), _ICON, self.devicePixelRatioF()))
        else:
            self._picture.clear()
        set_text_role(self._title, TextRole.TITLE)
        set_text_role(self._text, TextRole.BODY, "secondary")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()
