"""The command palette: anything the archivist may ask for, found by typing a few of its letters."""

from __future__ import annotations

from gui.palette.dialog import Palette, PaletteChosen, PaletteTyped
from gui.palette.items import Item
from gui.palette.names import Names, NamesFound

__all__ = ["Item", "Names", "NamesFound", "Palette", "PaletteChosen", "PaletteTyped"]
