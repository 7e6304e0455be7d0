"""What several clips have in common, and changing some of it while the rest of each clip stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from core.model.clip import Access, Rights
from core.model.ids import ClipId
from gui.inspector.saved_text import SavedLine, SavedText
from gui.words import msg, tr

V = TypeVar("V", bound=Access | Rights)

DIFFERS = msg("differs")
"""What stands where clips do not agree."""


def clips_of(groups: Mapping[V, Sequence[ClipId]]) -> frozenset[ClipId]:
    """Return the clips of all groups."""
    return frozenset(clip for group in groups.values() for clip in group)


def values_of(groups: Mapping[V, Sequence[ClipId]], field: str) -> list[object]:
    """Return what the clips hold in ``field``, each value once: a single one where they agree."""
    return list(dict.fromkeys(getattr(value, field) for value in groups))


def changed(groups: Mapping[V, Sequence[ClipId]], **fields: Any) -> dict[V, tuple[ClipId, ...]]:
    """Return the groups there will be once every clip holds ``fields``; what else each holds stays."""
    found: dict[V, tuple[ClipId, ...]] = {}
    for value, clips in groups.items():
        new = replace(value, **fields)
        found[new] = (*found.get(new, ()), *clips)
    return found


def show_shared(
    editable: SavedLine | SavedText,
    groups: Mapping[V, Sequence[ClipId]],
    field: str,
    example: str,
    *,
    same: bool,
    told: Callable[[str], str] = str,
) -> None:
    """Show the text the clips share in ``field``, as it is ``told``, else that it differs.

    Of the ``same`` clips what is typed stays.
    """
    values = values_of(groups, field)
    box = editable.edit if isinstance(editable, SavedText) else editable
    box.setPlaceholderText(tr(DIFFERS) if len(values) > 1 else example)
    shown = told(str(values[0])) if len(values) == 1 else ""
    (editable.show_text if same else editable.replace_text)(shown)


class Choice(QComboBox):
    """A choice among few; the wheel goes on scrolling past it, for a choice is saved at once."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(tr(DIFFERS))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_shared(self, values: Sequence[object]) -> None:
        """Show the one value of ``values``, or that they differ."""
        self.setCurrentIndex(self.findData(values[0]) if len(values) == 1 else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
