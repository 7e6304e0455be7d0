"""How everything looks; knows nothing of archives.

``apply_theme(app, "auto" | "dark" | "light")`` dresses the application: Inter, Fusion, palette and style sheet.
Call it once before the first window and again whenever the archivist changes the theme; build a window ``undressed``.

- Painting code asks ``theme()`` (fields "#rrggbb") or ``color(role)`` (a QColor) at every paint and keeps no colour.
  A change of theme reaches widgets as ``QEvent.Type.PaletteChange``; ``update()`` is the whole answer to it.
- ``icon("map-pin", "secondary")`` is a Lucide icon of ``resources/icons`` that follows the theme by itself; a role is
  a field of Theme ("text", "accent_text", "danger", "on_accent") or an entry kind ("person", "location",
  "production", "keyword").
- ``font(TextRole.TITLE)`` and ``set_text_role(label, TextRole.SMALL, "secondary")`` for text; ``Space`` and ``RADIUS``
  for measures; ``set_role(button, "primary")`` for the one button that matters in a group.
- No style-sheet rule may name a scroll area or an item view: it makes every scroll step repaint the whole viewport.
"""

from __future__ import annotations

from gui.style.apply import apply_theme, set_role, set_text_role, undressed
from gui.style.current import color, hex_of, mixed, qcolor, theme, translucent
from gui.style.focus import FOCUS_FRAME
from gui.style.fonts import TextRole, elided, font, height_of, width_of
from gui.style.icons import app_icon, icon, icon_pixmap, paint_icon
from gui.style.mirror import is_mirrored, mirrored, mirrored_point, read_margins
from gui.style.pictured import pictured
from gui.style.tokens import RADIUS, RADIUS_SMALL, KindColours, Space, Theme, ThemeChoice

__all__ = [
    "FOCUS_FRAME",
    "RADIUS",
    "RADIUS_SMALL",
    "KindColours",
    "Space",
    "TextRole",
    "Theme",
    "ThemeChoice",
    "app_icon",
    "apply_theme",
    "color",
    "elided",
    "font",
    "height_of",
    "hex_of",
    "icon",
    "icon_pixmap",
    "is_mirrored",
    "mirrored",
    "mirrored_point",
    "mixed",
    "paint_icon",
    "pictured",
    "qcolor",
    "read_margins",
    "set_role",
    "set_text_role",
    "theme",
    "translucent",
    "undressed",
    "width_of",
]
