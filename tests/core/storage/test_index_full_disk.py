"""An index on a disk that fills up, played by a bound on the size of files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from core.errors import SystemProblem
from core.search.tree import EVERYTHING
from core.storage.sqlite_index import open_index
from tests.support.model import a_clip

resource = pytest.importorskip("resource", reason="the size of files is bounded on Unix only")


def test_a_full_disk_is_told_loses_nothing_and_is_over_when_there_is_room(tmp_path: Path) -> None:
    clip, large = a_clip(), a_clip(notes="train roof " * 200_000)
    with closing(open_index(tmp_path / "index.db")) as index:
        index.apply(1, {clip.id: clip}, {})
        with _files_bounded(1 << 20), pytest.raises(SystemProblem):
            index.apply(2, {large.id: large}, {})
        assert (index.seq, list(index.clip_ids(index.find(EVERYTHING)))) == (1, [clip.id])
        index.apply(2, {large.id: large}, {})
        assert list(index.clip_ids(index.find(EVERYTHING))) == [large.id, clip.id]


@contextmanager
def _files_bounded(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond ``size`` bytes; Python gets an error for it, not the signal."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
