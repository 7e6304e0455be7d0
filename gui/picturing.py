"""Offering a frame, or part of it, as the picture of those it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu

from core.catalog.picture_edits import SetPicture
from core.model.ids import EntryId
from core.model.vocabulary import Picture
from gui.bridge.bridge import Bridge
from gui.style import icon
from gui.words import tr

Choices = Sequence[tuple[EntryId, Picture]]


def add_picture_choices(bridge: Bridge, menu: QMenu, choices: Choices) -> None:
    """Add "Use as picture of …" to ``menu`` for each of those whose picture it may be; nothing where none is."""
    if bridge.archive.read_only or not choices:
        return
    label, sign = bridge.archive.vocabulary.label, icon("user")
    if len(choices) == 1:
        ((entry, picture),) = choices
        words = tr("&Use as picture of {name}", name=_plain(label(entry)))
        menu.addAction(sign, words).triggered.connect(lambda: bridge.edit(SetPicture(entry, picture)))
        return
    below = menu.addMenu(sign, tr("&Use as picture of"))
    for entry, picture in choices:
        _add(below, bridge, _plain(label(entry)), SetPicture(entry, picture))


def _add(menu: QMenu, bridge: Bridge, words: str, edit: SetPicture) -> None:
    menu.addAction(words).triggered.connect(lambda: bridge.edit(edit))


def _plain(name: str) -> str:
    """Return a name in which no "&" is taken for a mnemonic."""
    return name.replace("&", "&&")
