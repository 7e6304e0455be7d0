"""The protocol between parent and child, from the side of a liar."""

from __future__ import annotations

import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.workers.wire import Decoder, Message, MessageTooBigError, Say, WireError, encode

LIMIT = 1 << 20
values = st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text(), max_size=5)


def framed(head: bytes) -> bytes:
    return struct.pack("!I", len(head)) + head


@given(st.lists(st.tuples(st.sampled_from(Say), values, st.lists(st.binary(), max_size=3)), max_size=4), st.data())
def test_messages_arrive_whole_in_whatever_pieces_they_come(
    sent: list[tuple[Say, dict[str, object], list[bytes]]], data: st.DataObject
) -> None:
    stream = b"".join(encode(*message) for message in sent)
    decoder, heard = Decoder(LIMIT), []
    while stream:
        length = data.draw(st.integers(1, len(stream)))
        heard.extend(decoder.feed(stream[:length]))
        stream = stream[length:]
    assert heard == [Message(say, body, tuple(blobs)) for say, body, blobs in sent]


@pytest.mark.parametrize(
    "head",
    [
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"[" * 100_000,
        json.dumps({"say": "boo", "body": {}, "sizes": []}).encode(),
        json.dumps({"say": "done", "body": [], "sizes": []}).encode(),
        json.dumps({"say": "done", "body": {}, "sizes": [-1]}).encode(),
        json.dumps({"say": "done", "body": {}, "sizes": ["1"]}).encode(),
        json.dumps({"say": "done", "body": {}, "sizes": 3}).encode(),
    ],
)
def test_nonsense_is_refused(head: bytes) -> None:
    with pytest.raises(WireError):
        list(Decoder(LIMIT).feed(framed(head)))


def test_a_head_that_announces_too_much_is_refused_before_it_is_read() -> None:
    with pytest.raises(MessageTooBigError):
        list(Decoder(LIMIT).feed(struct.pack("!I", LIMIT + 1)))


def test_blobs_that_announce_too_much_are_refused_before_they_are_read() -> None:
    head = json.dumps({"say": "done", "body": {}, "sizes": [LIMIT // 2, LIMIT // 2]}).encode()
    with pytest.raises(MessageTooBigError):
        list(Decoder(LIMIT).feed(framed(head)))
