"""How a kind of thing, by which widgets choose icon and colour, is called for those who listen."""

from __future__ import annotations

from gui.words import msg, tr

_WORDS = {
    "person": msg("person"),
    "location": msg("location"),
    "production": msg("production"),
    "keyword": msg("keyword"),
    "problem": msg("problem"),
}


def kind_word(kind: str) -> str:
    """Return the word for ``kind``; what is none is taken for a word itself."""
    return tr(_WORDS[kind]) if kind in _WORDS else kind
