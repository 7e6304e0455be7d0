"""Texts that many clips have are listed once and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.model.vocabulary import EntryKind
from core.search.tree import Node, Text
from core.storage.postings import texts
from core.storage.postings.texts import Texts
from core.storage.sqlite_index import SqliteIndex, open_index
from tests.support.model import a_clip, an_entry

CLIPS = [a_clip(f"{number}.mov", notes="a rare train" if number == 7 else "train") for number in range(300)]
NAME = an_entry(EntryKind.KEYWORD, "night")


class Listed:
    """Counts how often the full-text tables are asked for rows from one on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._ask = texts.rows_with
        self.asked: list[int] = []
        monkeypatch.setattr(texts, "rows_with", self)

    def __call__(self, *asked: object) -> str:
        self.asked.append(asked[-1])  # type: ignore[arg-type]
        return self._ask(*asked)  # type: ignore[arg-type]

    def times(self) -> int:
        """How often all rows were asked for since the last call."""
        count = self.asked.count(0)
        self.asked.clear()
        return count


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SqliteIndex]:
    with closing(open_index(tmp_path / "index.db")) as opened:
        opened.rebuild(1, CLIPS, ())
        yield opened


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Listed:
    return Listed(monkeypatch)


def word(*tokens: str) -> Node:
    return Text(tokens)


def count(index: SqliteIndex, node: Node) -> int:
    return len(index.find(node))


def test_a_common_word_is_listed_once_and_follows_edits(index: SqliteIndex, listed: Listed) -> None:
    assert count(index, word("train")) == 300
    assert listed.times() == 1
    edited = replace(CLIPS[3], notes="boat")
    index.apply(2, {edited.id: edited, CLIPS[299].id: None}, {})
    assert count(index, word("train")) == 298
    added = [a_clip("late.mov", notes=notes) for notes in ("train", "boat")]
    index.apply(3, {clip.id: clip for clip in added}, {})
    assert count(index, word("train")) == 299
    index.apply(4, {}, {NAME.id: NAME})
    assert count(index, word("train")) == 299
    assert listed.times() == 0


def test_after_many_changes_it_is_listed_anew(index: SqliteIndex, listed: Listed) -> None:
    assert count(index, word("train")) == 300
    index.apply(2, {clip.id: replace(clip, notes="boat") for clip in CLIPS[:100]}, {})
    assert count(index, word("train")) == 200
    assert listed.times() == 2
    index.rebuild(3, CLIPS[:150], ())
    assert count(index, word("train")) == 150
    assert listed.times() == 1


def test_a_rare_word_is_listed_each_time(index: SqliteIndex, listed: Listed) -> None:
    for seq in (2, 3):
        assert count(index, word("rare", "train")) == 1
        index.apply(seq, {}, {NAME.id: NAME})
    assert listed.times() == 2


def test_what_was_asked_for_longest_ago_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MOST_REMEMBERED", 100)
    remembered, everything = Texts(), np.ones(256, np.bool_)
    nodes = [Text((token,)) for token in ("a", "b", "c", "d")]
    for node in nodes[:3]:
        remembered.put(node, 1, everything)
    assert remembered.get(nodes[0])
    remembered.put(nodes[3], 1, everything)
    assert [node for node in nodes if remembered.get(node)] == [nodes[0], nodes[2], nodes[3]]
