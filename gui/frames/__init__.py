"""The keyframes of clips as a contact sheet."""

from __future__ import annotations

from gui.frames.contact_sheet import ContactSheet, FrameWanted
from gui.frames.reading import Sheet, SheetFrame, frames_of, read_sheet

__all__ = ["ContactSheet", "FrameWanted", "Sheet", "SheetFrame", "frames_of", "read_sheet"]
