"""Clips that show what others show: what is said of two, in words, and how it is decided."""

from __future__ import annotations

from gui.seen.deciding import Decisions
from gui.seen.pairs import Pair, Standing, pair_of, pairs_of
from gui.seen.sentences import decided, sentence

__all__ = ["Decisions", "Pair", "Standing", "decided", "pair_of", "pairs_of", "sentence"]
