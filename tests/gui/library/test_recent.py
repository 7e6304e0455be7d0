"""What was used last is kept, within a bound of memory."""

from __future__ import annotations

from gui.library.recent import Recent


def kept(recent: Recent[str, bytes]) -> set[bytes]:
    return set(recent.values())


def test_what_was_used_least_recently_goes_first() -> None:
    recent: Recent[str, bytes] = Recent(len, 8)
    for key in ("a", "b"):
        recent.put(key, key.encode() * 4)
    assert recent.get("a") == b"aaaa"
    recent.put("c", b"cccc")
    assert kept(recent) == {b"aaaa", b"cccc"}
    assert recent.get("b") is None
    assert recent.bytes == 8


def test_what_is_put_anew_takes_the_place_of_the_old() -> None:
    recent: Recent[str, bytes] = Recent(len, 8)
    recent.put("a", b"aaaaaa")
    recent.put("a", b"aa")
    recent.put("b", b"bbbbbb")
    assert kept(recent) == {b"aa", b"bbbbbb"}
    assert recent.bytes == 8


def test_so_many_stay_however_large_they_are() -> None:
    recent: Recent[str, bytes] = Recent(len, 1, least=2)
    for key in ("a", "b", "c"):
        recent.put(key, key.encode() * 4)
    assert kept(recent) == {b"bbbb", b"cccc"}
