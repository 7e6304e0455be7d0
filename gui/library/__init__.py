"""The clips of the archive as a grid, and the browser of what they are tagged with."""

from __future__ import annotations

from gui.bridge.thumbnails import Look
from gui.library.browser import Browser
from gui.library.browser_list import (
    ChoiceMode,
    EntryChosen,
    EntryMenu,
    FacetChosen,
    SearchChosen,
    SearchMenu,
    SearchMode,
)
from gui.library.clip_grid import ClipActivated, ClipGrid, GridMenu, RetryWanted, SelectionChanged
from gui.library.clip_views import ClipViews
from gui.library.clips_model import ClipsModel
from gui.library.filmstrips import Tiles
from gui.library.listed import listed
from gui.library.moment_cards import MomentCard, MomentPainter, moment_card
from gui.library.pictured_view import PicturedView
from gui.library.thumbnail_cache import PictureArrived, ThumbnailCache

__all__ = [
    "Browser",
    "ChoiceMode",
    "ClipActivated",
    "ClipGrid",
    "ClipViews",
    "ClipsModel",
    "EntryChosen",
    "EntryMenu",
    "FacetChosen",
    "GridMenu",
    "Look",
    "MomentCard",
    "MomentPainter",
    "PictureArrived",
    "PicturedView",
    "RetryWanted",
    "SearchChosen",
    "SearchMenu",
    "SearchMode",
    "SelectionChanged",
    "ThumbnailCache",
    "Tiles",
    "listed",
    "moment_card",
]
