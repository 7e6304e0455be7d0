"""The palette of a theme, for everything Qt draws by itself."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from gui.style.current import mixed
from gui.style.tokens import Theme

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette_of(theme: Theme) -> QPalette:
    """Return the palette in which all roles and groups have colours of ``theme``."""
    palette = QPalette()
    for role, colour in _roles(theme).items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(_Group.Disabled, role, _dimmed(theme))
    palette.setColor(_Group.Disabled, _Role.Highlight, QColor(theme.hover))
    return palette


def _roles(theme: Theme) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: theme.window,
        _Role.WindowText: theme.text,
        _Role.Base: theme.field,
        _Role.AlternateBase: theme.panel,
        _Role.Text: theme.text,
        _Role.PlaceholderText: theme.hint,
        _Role.Button: theme.field,
        _Role.ButtonText: theme.text,
        _Role.BrightText: theme.danger,
        _Role.ToolTipBase: theme.raised,
        _Role.ToolTipText: theme.text,
        _Role.Highlight: theme.selection,
        _Role.HighlightedText: theme.selection_text,
        _Role.Link: theme.accent_text,
        _Role.LinkVisited: theme.accent_text,
        _Role.Accent: theme.accent,
        _Role.Light: theme.raised,
        _Role.Midlight: theme.hover,
        _Role.Mid: theme.hairline,
        _Role.Dark: theme.hairline,
        _Role.Shadow: theme.base,
    }


def _dimmed(theme: Theme) -> QColor:
    return mixed(theme.text, theme.window, 0.42)
