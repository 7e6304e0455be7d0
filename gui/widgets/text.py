"""A label that keeps its font and colour when the theme changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.style import TextRole, is_mirrored, set_text_role

_AT_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class Text(QLabel):
    """Plain text in one of the roles of gui.style; with ``wrap`` it takes the lines it needs."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        colour: str = "text",
        *,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        self._colour = colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if is_mirrored():  # a name in Latin letters would begin at the left, away from what it belongs to
            self.setAlignment(_AT_THE_RIGHT)
        set_text_role(self, role, colour)

    def set_colour(self, colour: str) -> None:
        """Show the text in another colour of the theme."""
        self._colour = colour
        set_text_role(self, self._role, colour)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            set_text_role(self, self._role, self._colour)
        super().changeEvent(event)
