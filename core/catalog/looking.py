"""What has been looked at: noted beside history, for nobody undoes having seen something.

A note is neither an edit nor a fact about the clip.  It is in no change set, no record and no export; the index follows
it so that it can be searched for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.looked import NOT_LOOKED_AT, Looked, wholly
from core.model.media import MediaKind
from core.model.time import Span
from core.ports.index import Index
from core.ports.looked import LookedBook


class Looking:
    """Keeps what was looked at, and the index level with it; safe from any thread.  Methods raise SystemProblem."""

    def __init__(self, book: LookedBook, index: Index[Any]) -> None:
        self._book = book
        self._index = index

    def of(self, clip: ClipId) -> Looked:
        """Return what was looked at of ``clip``."""
        return self._book.of(clip)

    def look(self, clip: Clip, spans: Iterable[Span]) -> Looked:
        """Note that ``spans`` of ``clip`` were looked at; return what was looked at of it by now."""
        known = self._book.of(clip.id)
        looked = known.with_spans(spans, clip.facts.duration or Fraction(0))
        if looked != known:
            self._put({clip.id: looked})
        return looked

    def mark(self, clips: Sequence[ClipId], *, looked: bool) -> Mapping[ClipId, Looked]:
        """Note that all of ``clips`` was looked at, or nothing of them; return those for which that is new."""
        cards = self._index.cards(list(self._index.rows(clips).values()))
        playable = [card for card in cards if card.kind is MediaKind.CLIP]
        wanted = {card.id: wholly(card.duration or Fraction(0)) if looked else NOT_LOOKED_AT for card in playable}
        changed = {clip: one for clip, one in wanted.items() if self._book.of(clip).share != one.share}
        if changed:
            self._put(changed)
        return changed

    def _put(self, looked: Mapping[ClipId, Looked]) -> None:
        count = self._book.put(looked)
        if self._index.writable:
            self._index.look({clip: one.share for clip, one in looked.items()}, count)

    def catch_up(self) -> None:
        """Bring an index that may be written level with what was noted, where it was made anew or left behind."""
        count = self._book.count
        if self._index.writable and self._index.looked != count:
            self._index.look_anew(self._book.shares(), count)
