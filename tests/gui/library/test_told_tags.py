"""What tags say on a card."""

from __future__ import annotations

from core.model.clip import Role, Status
from core.model.ids import EntryId
from core.ports.index import Chip
from gui.library.told_tags import told_tags

SHOWN, PLACE = Role.PERSON_SHOWN, Role.LOCATION_SHOWN


def told(*chips: tuple[str, Role, Status]) -> list[str]:
    return [words for _, words in told_tags([Chip(EntryId(entry), role, status) for entry, role, status in chips], str)]


def test_a_claim_of_what_is_confirmed_is_not_told_twice() -> None:
    assert told(("tom", SHOWN, Status.CLAIMED), ("tom", SHOWN, Status.CONFIRMED)) == ["tom"]
    assert told(("oslo", PLACE, Status.CLAIMED), ("oslo", Role.LOCATION_SHOT, Status.CONFIRMED)) == ["oslo ?", "oslo"]


def test_doubt_and_denial_are_told_beside_what_is_confirmed() -> None:
    tags = [("tom", SHOWN, status) for status in (Status.CONFIRMED, Status.DISPUTED, Status.REFUTED)]
    assert told(*tags) == ["tom", "tom !", "tom"]


def test_each_is_told_once_in_the_order_of_roles() -> None:
    tags = (("oslo", PLACE, Status.CLAIMED), ("tom", SHOWN, Status.CLAIMED), ("oslo", PLACE, Status.CLAIMED))
    assert told(*tags) == ["tom ?", "oslo ?"]
