"""How text is made comparable: without case, accents and apostrophes, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

_APOSTROPHES = dict.fromkeys(map(ord, "'`´‘’‛ʹʻʼʽ′＇"))
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ŋ": "ng",
    }
)
"""Letters that Unicode does not take apart (NFKD leaves them whole) yet people type without their strokes."""

_ASCII_WORD = re.compile(r"[a-z0-9]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
"""Kana and ideographs, written without spaces: each is a word of its own and a run of them a phrase."""


def fold(text: str) -> str:
    """Return ``text`` without case, accents and apostrophes: Iñárritu and INARRITU, Łódź and lodz, O'Brien and obrien.

    Folding twice changes nothing.
    """
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    apart = unicodedata.normalize("NFKD", apart).casefold().translate(_APOSTROPHES)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_LETTERS)


def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of ``text``: unbroken letters, digits and the signs that belong to them."""
    if text.isascii():
        return tuple(_ASCII_WORD.findall(fold(text)))
    return tuple(chain.from_iterable(map(_words_of, text.split())))


@lru_cache(maxsize=1 << 16)
def _words_of(piece: str) -> tuple[str, ...]:
    """Return the words of a text without white space: few of those with accents are rare, and folding them is slow."""
    folded = fold(piece)
    return tuple(_ASCII_WORD.findall(folded) if folded.isascii() else _words(folded))


def _words(folded: str) -> Iterator[str]:
    word = ""
    for letter in folded:
        if _UNSPACED.match(letter):
            if word:
                yield word
            yield letter
            word = ""
        elif letter.isalnum() or unicodedata.category(letter)[0] == "M":
            word += letter
        elif word:
            yield word
            word = ""
    if word:
        yield word


def contains(words: tuple[str, ...], wanted: tuple[str, ...], *, prefix: bool) -> bool:
    """Whether ``wanted`` stands in ``words`` unbroken; with ``prefix`` its last word may be just a beginning."""
    head, last = wanted[:-1], wanted[-1]
    for start in range(len(words) - len(wanted) + 1):
        end = start + len(head)
        if words[start:end] == head and (words[end].startswith(last) if prefix else words[end] == last):
            return True
    return False
