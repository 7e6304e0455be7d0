"""What the archivist decides of two clips, each decision one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.catalog.edits import Edit
from core.catalog.link_edits import LinkClips, UnlinkClips
from core.model.changes import ChangeSet
from core.model.clip import Link, LinkKind
from gui.bridge.bridge import Bridge
from gui.seen.pairs import Pair
from gui.words import tr

Say = Callable[[str, bool], None]
"""Shows a sentence; the flag offers undo beside it."""


class Decisions:
    """Takes pairs whose link is known; ``say`` is told what was done."""

    def __init__(self, bridge: Bridge, say: Say) -> None:
        self._bridge = bridge
        self._say = say

    def link(self, pair: Pair) -> None:
        """Say that the two are what they look like."""
        link = pair.link or Link(other=pair.other.id, kind=LinkKind.SAME_AS)
        words = tr("Linked with {name}.", name=pair.other.name)
        self._apply(LinkClips(pair.clip.id, replace(link, suspected=False)), words)

    def refuse(self, pair: Pair) -> None:
        """Say that the two are no duplicates; it is remembered, and they are not suspected again."""
        words = tr("{name} is not taken for a duplicate of it again.", name=pair.other.name)
        self._apply(LinkClips(pair.clip.id, Link(other=pair.other.id, kind=LinkKind.NOT_A_DUPLICATE)), words)

    def take_back(self, pair: Pair) -> None:
        """Take back what was said of the two: where they look alike they are suspected again."""
        from core.ingest.copies import compared

        words = tr("Nothing is said of it and {name} any more.", name=pair.other.name)

        def ask(alike: Link | None) -> None:
            clip, other = pair.clip.id, pair.other.id
            self._apply(LinkClips(clip, alike) if alike else UnlinkClips(clip, other), words)

        self._bridge.read(lambda _archive: compared(pair.clip, pair.other), ask)

    def _apply(self, edit: Edit, words: str) -> None:
        def done(change_set: ChangeSet) -> None:
            if change_set:
                self._say(words, True)

        if not self._bridge.archive.read_only:
            self._bridge.edit(edit, self, done)
