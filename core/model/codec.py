"""Model objects to and from plain JSON values."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, TypeVar

import msgspec

from core.once import Once

T = TypeVar("T")
Document = dict[str, Any]
"""A record as plain JSON values; an exact time is the string "numerator/denominator"."""
Written = msgspec.Raw
"""A record as JSON, which goes into other JSON as it is: what nobody looks into need not be read and written again."""


def to_document(value: object) -> Document:
    """Return ``value`` (a model dataclass) as plain JSON values."""
    document: Document = msgspec.json.decode(to_json(value))  # by way of JSON, for a tuple is a list there
    return document


def opened(document: Document | Written | None) -> Document | None:
    """Return ``document`` as plain JSON values."""
    if not isinstance(document, Written):
        return document
    values: Document = msgspec.json.decode(document)
    return values


def from_document(document: object, kind: type[T]) -> T:
    """Return the ``kind`` that ``document`` describes; raises ValueError where it does not describe one."""
    _learn(kind)
    try:
        return msgspec.convert(document, kind, dec_hook=_decode)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from None


def read_json(data: bytes | str, kind: type[T]) -> T:
    """Return the ``kind`` that the JSON in ``data`` describes; raises ValueError where it does not describe one."""
    _learn(kind)
    try:
        return msgspec.json.decode(data, type=kind, dec_hook=_decode)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from None


def to_json(value: object) -> bytes:
    """Return ``value`` as compact JSON."""
    return msgspec.json.encode(value, enc_hook=_encode)


def from_json(data: bytes | str) -> Any:
    """Return the plain values in ``data``; raises ValueError where it is no JSON."""
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from None
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def _encode(value: object) -> object:
    if isinstance(value, Fraction):
        numerator, denominator = value.as_integer_ratio()  # one call, where two properties would be two
        return f"{numerator}/{denominator}"
    raise NotImplementedError(f"{type(value).__name__} has no JSON form")


def _decode(kind: type, value: object) -> object:
    if kind is Fraction and isinstance(value, str):
        numerator, slash, denominator = value.partition("/")
        try:  # as we write it, for Fraction looks for every way in which a number can be written
            return Fraction(int(numerator), int(denominator)) if slash else Fraction(value)
        except ZeroDivisionError:
            raise ValueError(f"{value} is no number") from None
    raise NotImplementedError(f"{kind.__name__} has no JSON form")


_learn = Once(lambda kind: msgspec.json.Decoder(kind, dec_hook=_decode))
"""Has msgspec look at a kind: what it notes of a dataclass is seen by other threads before it is whole, and who reads
one by that crashes."""
