"""How text is made comparable: without case, accents and apostrophes, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from core.values import dataclass

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
_SHORT = 64
"""Texts up to so many letters are looked at again soon: a name for its order, a codec with the next clip."""
_MOST_PIECES = 1 << 16
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
    return _short_tokens(text) if len(text) <= _SHORT else _tokens(text)


def tokens_of_all(texts: Iterable[str]) -> list[tuple[str, ...]]:
    """Return what :func:`tokens` finds in each of ``texts``: for many that are hardly looked at again soon."""
    words = _PIECES.__getitem__
    return [tuple("".join(map(words, text.split())).split()) for text in texts]


def spaced(text: str) -> str:
    """Return the words that :func:`tokens` finds in ``text``, joined by spaces."""
    return _short_spaced(text) if len(text) <= _SHORT else _spaced(text)


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(spaced(text).split())


def _spaced(text: str) -> str:
    if text.isascii():
        return " ".join(_ASCII_WORD.findall(fold(text)))
    return "".join(map(_PIECES.__getitem__, text.split()))[:-1]


_short_tokens = lru_cache(maxsize=4096)(_tokens)
_short_spaced = lru_cache(maxsize=4096)(_spaced)


class _Pieces(dict[str, str]):
    """The words of texts without white space, each with a space behind it: to look them up is faster than to fold."""

    def __missing__(self, piece: str) -> str:
        if len(self) >= _MOST_PIECES:
            self.clear()
        folded = fold(piece)
        words = _ASCII_WORD.findall(folded) if folded.isascii() else _words(folded)
        self[piece] = known = "".join([f"{word} " for word in words])
        return known


_PIECES = _Pieces()


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and the stretch [start, end) of the text it stands at."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words that ``tokens`` finds in ``text``, with their places."""
    folded, origins = [], []
    for place, letter in enumerate(text):
        for part in fold(letter):
            folded.append(part)
            origins.append(place)
    return [Word(word, origins[start], origins[end - 1] + 1) for word, start, end in _placed("".join(folded))]


def _words(folded: str) -> Iterator[str]:
    return (word for word, _, _ in _placed(folded))


def _placed(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of ``folded`` with their places."""
    begin = 0
    for place, letter in enumerate(folded):
        alone = _UNSPACED.match(letter) is not None
        if alone or not (letter.isalnum() or unicodedata.category(letter)[0] == "M"):
            if begin < place:
                yield folded[begin:place], begin, place
            if alone:
                yield letter, place, place + 1
            begin = place + 1
    if begin < len(folded):
        yield folded[begin:], begin, len(folded)


def contains(words: tuple[str, ...], wanted: tuple[str, ...], *, prefix: bool) -> bool:
    """Whether ``wanted`` stands in ``words`` unbroken; with ``prefix`` its last word may be just a beginning."""
    return next(found_at(words, wanted, prefix=prefix), None) is not None


def found_at(words: tuple[str, ...], wanted: tuple[str, ...], *, prefix: bool) -> Iterator[int]:
    """Yield at which of ``words`` ``wanted`` stands, as in :func:`contains`."""
    head, last = wanted[:-1], wanted[-1]
    for start in range(len(words) - len(wanted) + 1):
        end = start + len(head)
        if words[start:end] == head and (words[end].startswith(last) if prefix else words[end] == last):
            yield start
