"""What a rebuild makes is what edits would have made."""

from __future__ import annotations

import gc
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.storage.sqlite_index import open_index
from tests.support.model import a_clip


@pytest.mark.parametrize("looking", [True, False])
def test_a_rebuild_notes_the_words_that_edits_note_and_leaves_garbage_collection_as_it_was(
    tmp_path: Path, looking: bool
) -> None:
    clips = [a_clip("Grünerløkka_roof.mov", notes="東京 at the Preikestolen"), a_clip("pan.mov", notes="of waves")]
    (gc.enable if looking else gc.disable)()
    try:
        with closing(open_index(tmp_path / "i.db")) as index, closing(sqlite3.connect(tmp_path / "i.db")) as reader:
            index.apply(1, {clip.id: clip for clip in clips}, {})
            noted = reader.execute("SELECT word FROM term").fetchall()
            assert ("preikestolen",) in noted
            for seq in (2, 3):
                index.rebuild(seq, clips, ())
                assert reader.execute("SELECT word FROM term").fetchall() == noted
        assert gc.isenabled() is looking
    finally:
        gc.enable()
