"""Where fonts and icons lie, in a checkout and when installed alike."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"
TRANSLATIONS = RESOURCES / "translations"
CONTROLS = RESOURCES / "controls"
"""What the style sheet draws by itself, in colours that both themes bear."""
