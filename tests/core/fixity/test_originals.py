"""Quick hashes and comparisons of originals."""

from __future__ import annotations

import hashlib
import os
import threading
from pathlib import Path

import pytest

from core.fixity.originals import STRETCH, look_at, opened, same_content


def never() -> bool:
    return False


def test_the_quick_hash_of_a_short_file_covers_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"behind the scenes")
    expected = hashlib.blake2b((17).to_bytes(8, "big") + b"behind the scenes", digest_size=16).hexdigest()
    assert look_at(str(path)).quick_hash == expected


@pytest.mark.parametrize("place", [0, STRETCH * 5, STRETCH * 10 - 1])
def test_a_change_at_start_middle_or_end_changes_the_quick_hash(tmp_path: Path, place: int) -> None:
    content = bytearray(STRETCH * 10)
    path = tmp_path / "a"
    path.write_bytes(content)
    before = look_at(str(path))
    content[place] = 1
    path.write_bytes(content)
    after = look_at(str(path))
    assert before.size == after.size
    assert before.quick_hash != after.quick_hash


def test_files_of_zeros_of_different_size_differ(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(1000))
    (tmp_path / "b").write_bytes(bytes(1001))
    assert look_at(str(tmp_path / "a")).quick_hash != look_at(str(tmp_path / "b")).quick_hash


def test_an_empty_file_has_an_empty_head(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    look = look_at(str(tmp_path / "a"))
    assert (look.size, look.head) == (0, b"")


def test_content_is_compared_to_the_last_byte(tmp_path: Path) -> None:
    one, other = tmp_path / "a", tmp_path / "b"
    one.write_bytes(bytes(3_000_000))
    other.write_bytes(bytes(3_000_000))
    assert same_content(str(one), str(other), never)
    other.write_bytes(bytes(2_999_999) + b"\1")
    assert not same_content(str(one), str(other), never)


def test_a_comparison_can_be_given_up(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    assert not same_content(str(tmp_path / "a"), str(tmp_path / "a"), lambda: True)


@pytest.mark.skipif(os.name != "posix", reason="pipes are files on POSIX only")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    refused = threading.Event()

    def try_it() -> None:
        with pytest.raises(OSError, match="no plain file"), opened(str(tmp_path / "pipe.mp4")):
            pass
        refused.set()

    thread = threading.Thread(target=try_it, daemon=True)
    thread.start()
    assert refused.wait(30)
    thread.join()
