"""Pieces any part of the window is made of; they know nothing of archives."""

from __future__ import annotations

from gui.widgets.action_button import ActionButton
from gui.widgets.activity_strip import ActivityState, ActivityStrip
from gui.widgets.chips import Chip, ChipMenu, ChipPressed, ChipsPanel, ChipWidget, Marker, paint_marker
from gui.widgets.completing_field import CompletingField, SuggestionChosen, TextTyped
from gui.widgets.count_delegate import CountDelegate
from gui.widgets.dialog_buttons import CloseButtons, DialogButtons
from gui.widgets.dividers import name_dividers
from gui.widgets.empty_state import EmptyState
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.grid_geometry import GridGeometry
from gui.widgets.grid_view import GridView
from gui.widgets.image_view import ImageView, ViewSize
from gui.widgets.keyframe_strip import FrameChosen, FrameMenu, KeyframeStrip, StripFrame
from gui.widgets.labels import ElidedLabel, SectionHeader
from gui.widgets.reckoned_list import ReckonedList, ranges_of
from gui.widgets.scrub_preview import ScrubPreview
from gui.widgets.search_field import Completion, Problem, SearchField, SearchTyped
from gui.widgets.sections import Section
from gui.widgets.suggestions import Suggestion, SuggestionMarked, SuggestionPicked
from gui.widgets.terse import Terse
from gui.widgets.text import Text
from gui.widgets.toasts import Toasts
from gui.widgets.when_wanted import PieceByPiece, WhenWanted

__all__ = [
    "ActionButton",
    "ActivityState",
    "ActivityStrip",
    "Chip",
    "ChipMenu",
    "ChipPressed",
    "ChipWidget",
    "ChipsPanel",
    "CloseButtons",
    "CompletingField",
    "Completion",
    "CountDelegate",
    "DialogButtons",
    "ElidedLabel",
    "EmptyState",
    "FlowLayout",
    "FrameChosen",
    "FrameMenu",
    "GridGeometry",
    "GridView",
    "ImageView",
    "KeyframeStrip",
    "Marker",
    "PieceByPiece",
    "Problem",
    "ReckonedList",
    "ScrubPreview",
    "SearchField",
    "SearchTyped",
    "Section",
    "SectionHeader",
    "StripFrame",
    "Suggestion",
    "SuggestionChosen",
    "SuggestionMarked",
    "SuggestionPicked",
    "Terse",
    "Text",
    "TextTyped",
    "Toasts",
    "ViewSize",
    "WhenWanted",
    "name_dividers",
    "paint_marker",
    "ranges_of",
]
