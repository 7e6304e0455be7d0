"""Changes carry themselves out, turn round, and refuse what they do not expect."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.model.changes import (
    FieldsChanged,
    MembersChanged,
    Mismatch,
    RecordAdded,
    RecordRemoved,
    Table,
    changes_from_json,
    changes_to_json,
    difference,
    merged,
    revised,
)
from core.model.codec import opened, to_document
from tests.support.model import a_clip

CLIP = {"id": "a", "notes": "", "tags": [], "revision": 3}
TAG = {"id": "t1", "entry": "e"}


def test_equal_changes_of_many_records_become_one() -> None:
    one, two = (MembersChanged(Table.CLIPS, (record,), "tags", (), (TAG,)) for record in "ab")
    other = FieldsChanged(Table.CLIPS, ("a",), {"notes": ""}, {"notes": "x"})
    assert merged([one, other, two]) == (MembersChanged(Table.CLIPS, ("a", "b"), "tags", (), (TAG,)), other)


@pytest.mark.parametrize(
    "change",
    [
        RecordAdded.of(Table.CLIPS, "a", {"id": "a", "notes": "", "tags": []}),
        RecordRemoved(Table.CLIPS, "a", {"id": "a", "notes": "", "tags": []}),
        FieldsChanged(Table.CLIPS, ("a",), {"notes": ""}, {"notes": "new"}),
        MembersChanged(Table.CLIPS, ("a",), "tags", (), (TAG,)),
    ],
)
def test_a_change_and_its_inverse_leave_a_document_as_it_was(change: RecordAdded) -> None:
    before = None if isinstance(change, RecordAdded) else CLIP
    after = opened(change.on("a", before))
    back = opened(change.inverse().on("a", after))
    assert (back or {}).get("notes") == (before or {}).get("notes")
    assert (back is None) == (before is None)
    assert changes_from_json(changes_to_json((change,))) == (change,)


def test_members_stand_in_the_order_of_their_ids() -> None:
    document = {**CLIP, "tags": [{"id": "t2", "entry": "f"}]}
    after = MembersChanged(Table.CLIPS, ("a",), "tags", (), (TAG,)).on("a", document)
    assert after is not None
    assert [tag["id"] for tag in after["tags"]] == ["t1", "t2"]


@pytest.mark.parametrize(
    ("change", "document"),
    [
        (RecordAdded.of(Table.CLIPS, "a", {}), CLIP),
        (RecordRemoved(Table.CLIPS, "a", {"id": "a", "notes": "other", "tags": []}), CLIP),
        (RecordRemoved(Table.CLIPS, "a", {}), None),
        (FieldsChanged(Table.CLIPS, ("a",), {"notes": "other"}, {"notes": ""}), CLIP),
        (MembersChanged(Table.CLIPS, ("a",), "tags", (TAG,), ()), CLIP),
        (MembersChanged(Table.CLIPS, ("a",), "tags", (), (TAG,)), {**CLIP, "tags": [{"id": "t1", "entry": "f"}]}),
    ],
)
def test_a_change_refuses_a_document_that_is_not_what_it_expects(change: RecordAdded, document: dict | None) -> None:
    with pytest.raises(Mismatch):
        change.on("a", document)


def test_a_field_a_record_did_not_have_is_gone_again_after_undo() -> None:
    change = FieldsChanged(Table.CLIPS, ("a",), {}, {"rights": {"holder": "Skydance"}})
    after = change.on("a", CLIP)
    assert after == {**CLIP, "rights": {"holder": "Skydance"}}
    assert change.inverse().on("a", after) == CLIP


def test_a_change_of_a_record_older_than_a_field_says_what_was_really_there() -> None:
    clip = a_clip("roof.mov")
    stored = to_document(clip)
    del stored["files"][0]["verified"]
    del stored["rights"]
    (change,) = difference(Table.CLIPS, clip.id, stored, clip, replace(clip, files=(), notes="seen"))
    after = change.on(clip.id, stored)
    assert change.inverse().on(clip.id, after) == stored
    (removed,) = difference(Table.CLIPS, clip.id, stored, clip, None)
    assert removed.on(clip.id, stored) is None


def test_a_record_that_comes_in_is_written_without_its_revision_whatever_its_texts_say() -> None:
    clip = replace(a_clip("roof.mov"), notes='said ,"revision":12 and "revision":3', revision=7)
    (change,) = difference(Table.CLIPS, clip.id, None, None, clip)
    assert isinstance(change, RecordAdded)
    document = to_document(clip)
    del document["revision"]
    assert change.document == document
    assert opened(revised(change.written, 9)) == {**document, "revision": 9}
    assert bytes(change.written) in changes_to_json((change,))
