"""Moments as cards: the frame at the in point, the label, and the clip it is from."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from core.model.clip import Clip, Status
from core.model.ids import MomentId
from core.model.media import MediaKind
from core.model.time import Span, clock
from core.ports.index import Card, Chip
from core.search.moments import MomentFound
from core.values import dataclass
from gui.library.card_painter import CardPainter
from gui.style import TextRole, elided, font, mirrored, qcolor, theme, width_of

_GAP = 8
_LEAST = 60
"""Below so many pixels the name of the clip is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentCard(Card):
    """What the grid paints of one moment; ``row`` stands for the moment, ``clip_row`` for its clip in the index."""

    clip_row: int
    clip_name: str
    moment: MomentId
    span: Span


def moment_card(found: MomentFound, row: int, clip_row: int) -> MomentCard:
    """Return the card of a moment."""
    clip, moment = found.clip, found.moment
    within = tuple(frame.still for frame in clip.keyframes if moment.span.start <= frame.time < moment.span.end)
    return MomentCard(
        row=row,
        id=clip.id,
        name=moment.label or clip.name,
        kind=MediaKind.CLIP,
        poster=found.still,
        keyframes=within,
        duration=moment.span.length,
        problem="",
        chips=_chips(clip, moment.id),
        clip_row=clip_row,
        clip_name=clip.name,
        moment=moment.id,
        span=moment.span,
    )


def _chips(clip: Clip, moment: MomentId) -> tuple[Chip, ...]:
    """Return what is said of the moment itself, then of the whole clip, each once."""
    tags = sorted(clip.tags, key=lambda tag: tag.moment is None)
    seen = (tag for tag in tags if tag.moment in (None, moment) and tag.status is not Status.REFUTED)
    return tuple(dict.fromkeys(Chip(tag.entry, tag.role, tag.status) for tag in seen))


class MomentPainter(CardPainter):
    """Paints moments: times in place of the length, and beside the label the name of the clip."""

    def badge_text(self, card: Card) -> str:
        if isinstance(card, MomentCard):
            return f"{clock(card.span.start)} – {clock(card.span.end)}"
        return super().badge_text(card)

    def paint_name(self, painter: QPainter, room: QRect, card: Card, selected: bool) -> None:
        super().paint_name(painter, room, card, selected)
        taken = width_of(TextRole.STRONG, card.name) + _GAP
        rest = mirrored(room.adjusted(taken, 0, 0, 0), room)
        if isinstance(card, MomentCard) and rest.width() >= _LEAST:
            painter.setFont(font(TextRole.SMALL))
            painter.setPen(qcolor(theme().selection_text if selected else theme().secondary))
            words = elided(TextRole.SMALL, card.clip_name, rest.width(), Qt.TextElideMode.ElideMiddle)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
