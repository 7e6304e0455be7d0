"""A search that is asked again after an edit."""

from __future__ import annotations

from collections.abc import Sequence

from core.app import Archive
from core.catalog.edits import AddClips, Describe
from core.ports.index import Order
from gui.main_window.finding import Finding, Wish
from tests.support.model import a_clip

TRAIN, BOAT = a_clip("train.mov"), a_clip("boat.mov")


def test_a_result_that_an_edit_left_as_it_was_is_not_shown_anew(archive: Archive) -> None:
    asking, wish = Finding(archive), Wish("", Order.ADDED)

    def rows() -> Sequence[int]:
        found = asking.find(wish)
        assert found is not None
        return found.rows

    archive.catalog.apply(AddClips((TRAIN, BOAT)))
    before = rows()
    archive.catalog.apply(Describe(clips=(TRAIN.id,), rating=4))
    assert rows() is before
    archive.catalog.apply(AddClips((a_clip("new.mov"),)))
    assert len(rows()) == len(before) + 1
