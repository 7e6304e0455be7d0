"""Cards as an index would give them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from core.model.ids import ClipId, StillId
from core.model.media import MediaKind
from core.ports.index import Card


def a_card(row: int, **fields: Any) -> Card:
    """Return the card of a ten-second clip with four keyframes."""
    given: dict[str, Any] = {
        "row": row,
        "id": ClipId(f"clip{row}"),
        "name": f"clip-{row}.mov",
        "kind": MediaKind.CLIP,
        "poster": StillId(f"{row}-1"),
        "keyframes": tuple(StillId(f"{row}-{at}") for at in range(4)),
        "duration": Fraction(10),
        "problem": "",
        "chips": (),
    }
    return Card(**(given | fields))


class CardFile:
    """Gives cards by row and remembers what it was asked for; those in ``changed`` replace the usual ones."""

    def __init__(self) -> None:
        self.calls: list[list[int]] = []
        self.changed: dict[int, Card] = {}
        self.gone: set[int] = set()

    def __call__(self, rows: Sequence[int]) -> Sequence[Card]:
        self.calls.append(list(rows))
        return [self.changed.get(row) or a_card(row) for row in rows if row not in self.gone]
