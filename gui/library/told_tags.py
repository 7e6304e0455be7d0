"""What the tags of a clip say where there is little room: on a card, in a line of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from core.model.clip import Role, Status
from core.model.ids import EntryId
from core.ports.index import Chip

Label = Callable[[EntryId], str]

_SIGNS = {Status.CLAIMED: " ?", Status.DISPUTED: " !"}
_SURE = (Status.CONFIRMED, Status.SUPPORTED)
_ROLES = tuple(Role)


def told_tags(chips: Iterable[Chip], label: Label) -> Sequence[tuple[Chip, str]]:
    """Return the tags in the order of their roles, each once, with its name and a sign for how sure it is.

    What is claimed of somebody who is confirmed in the same role says nothing more and is left out.
    """
    named = sorted(((chip, label(chip.entry)) for chip in chips), key=lambda one: _ROLES.index(one[0].role))
    sure = {(chip.role, name) for chip, name in named if chip.status in _SURE}
    told = {
        (chip.role, name, _SIGNS.get(chip.status, ""), chip.status is Status.REFUTED): chip
        for chip, name in named
        if chip.status is not Status.CLAIMED or (chip.role, name) not in sure
    }
    return tuple((chip, name + sign) for (_, name, sign, _), chip in told.items())
