"""The columns of the list of clips: what each says, and by what the archive can put clips in order."""

from __future__ import annotations

from collections.abc import Callable

from core.model.clip import Clip, Role, Status
from core.model.media import MediaKind
from core.model.time import clock
from core.ports.index import Card, Order
from core.values import dataclass
from gui.library.told_tags import Label, told_tags
from gui.words import dated, msg, size_text, tr


@dataclass(frozen=True, slots=True)
class Facts:
    """What a line tells beyond what is on a card; empty where it is not known, and ``problem`` says why."""

    shot: str
    added: str
    size: str
    codec: str
    picture: str
    camera: str
    source: str
    problem: str = ""


def facts_of(clip: Clip) -> Facts:
    """Return what the list tells of ``clip``."""
    facts = clip.facts
    return Facts(
        shot=dated(clip.date_shot.value[:16]) if clip.date_shot is not None else "",
        added=dated(clip.added[:10]),
        size=size_text(clip.file.size) if clip.files and clip.file.size else "",
        codec=facts.codec,
        picture=f"{facts.width} × {facts.height}" if facts.width else "",
        camera=facts.camera,
        source=clip.source.platform or clip.source.handle,
    )


NO_FACTS = Facts("", "", "", "", "", "", "")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``order`` is None where the archive cannot put clips in order by it.

    Clips come in ``order`` with the most, or the newest, first, save where they go ``upward``.
    """

    key: str
    title: str
    width: int
    text: Callable[[Card, Facts, Label], str]
    order: Order | None = None
    upward: bool = False
    number: bool = False
    shown: bool = True


def _tags(*roles: Role) -> Callable[[Card, Facts, Label], str]:
    def text(card: Card, _facts: Facts, label: Label) -> str:
        chips = (chip for chip in card.chips if chip.role in roles and chip.status is not Status.REFUTED)
        return ", ".join(dict.fromkeys(words for _, words in told_tags(chips, label)))

    return text


def _duration(card: Card, _facts: Facts, _label: Label) -> str:
    if card.kind is MediaKind.STILL:
        return tr("still")
    return clock(card.duration) if card.duration is not None else ""


COLUMNS = (
    Column("name", msg("Name"), 300, lambda card, _facts, _label: card.name, Order.NAME, upward=True),
    Column("duration", msg("Duration"), 72, _duration, Order.DURATION, number=True),
    Column("shot", msg("Shot"), 128, lambda _card, facts, _label: facts.shot, Order.SHOT),
    Column("people", msg("People"), 160, _tags(Role.PERSON_SHOWN)),
    Column("locations", msg("Locations"), 160, _tags(Role.LOCATION_SHOWN, Role.LOCATION_SHOT)),
    Column("production", msg("Production"), 150, _tags(Role.PRODUCTION)),
    Column("rating", msg("Rating"), 76, lambda card, _facts, _label: "★" * card.rating, Order.RATING),
    Column("added", msg("Added"), 92, lambda _card, facts, _label: facts.added, Order.ADDED),
    Column("size", msg("Size"), 76, lambda _card, facts, _label: facts.size, number=True),
    Column("codec", msg("Codec"), 68, lambda _card, facts, _label: facts.codec),
    Column("picture", msg("Picture"), 100, lambda _card, facts, _label: facts.picture, number=True, shown=False),
    Column("keywords", msg("Keywords"), 140, _tags(Role.KEYWORD), shown=False),
    Column("camera", msg("Camera"), 130, lambda _card, facts, _label: facts.camera, shown=False),
    Column("source", msg("Source"), 110, lambda _card, facts, _label: facts.source, shown=False),
)


def column_of(order: Order) -> int:
    """Return the column clips are put in order by."""
    return next(at for at, column in enumerate(COLUMNS) if column.order is order)
