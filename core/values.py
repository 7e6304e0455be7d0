"""Dataclasses that a start need not wait for: two hundred are made before the first screen stands.

For each frozen one the standard library writes and compiles six methods, a quarter of what a start takes to load.
Five of them differ in nothing but the names of the fields; so only ``__init__`` is written here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass

__all__ = ["dataclass"]

T = TypeVar("T")


def _dataclass(
    cls: type[T] | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True, kw_only: bool = False
) -> type[T] | Callable[[type[T]], type[T]]:
    """Return ``cls`` as ``dataclasses.dataclass`` would make it, its methods too; without it, what does so."""
    if cls is None:
        return lambda cls: _made(cls, frozen=frozen, slots=slots, eq=eq, kw_only=kw_only)
    return _made(cls, frozen=frozen, slots=slots, eq=eq, kw_only=kw_only)


if not TYPE_CHECKING:
    dataclass = _dataclass


def _made(cls: type[T], *, frozen: bool, slots: bool, eq: bool, kw_only: bool) -> type[T]:
    if not (frozen and slots):
        return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, kw_only=kw_only)(cls)
    cls.__doc__ = cls.__doc__ or cls.__name__  # else one would be made of the signature
    made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    fields = dataclasses.fields(made)  # type: ignore[arg-type]
    written: dict[str, Any] = {
        "__init__": _init(made, fields),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__getstate__": _state,
        "__setstate__": _set_state,
        "__repr__": _repr,
    }
    if eq:
        written |= _comparing([field.name for field in fields if field.compare])
    for name, method in written.items():
        if cls.__dict__.get(name) is None:  # Python itself writes None for the hash of what has an equality of its own
            setattr(made, name, method)
    return made


def _init(cls: type[Any], fields: Sequence[dataclasses.Field[Any]]) -> Callable[..., None]:
    """Return the ``__init__`` that takes over what is given for each field, and its default where nothing is."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_absent": dataclasses.MISSING}
    body = list(_lines(cls, fields, known))
    taken = [field for field in fields if field.init]
    by_place = [_parameter(field) for field in taken if not field.kw_only]
    by_name = [_parameter(field) for field in taken if field.kw_only]
    parameters = ", ".join(["self", *by_place, *(["*", *by_name] if by_name else [])])
    exec("\n ".join([f"def __init__({parameters}):", *body]), known)  # noqa: S102 - as the standard library does
    made: Callable[..., None] = known["__init__"]
    made.__module__, made.__qualname__ = cls.__module__, f"{cls.__qualname__}.__init__"
    made.__annotations__ = {**{field.name: field.type for field in taken}, "return": None}
    return made


def _parameter(field: dataclasses.Field[Any]) -> str:
    if field.default is not dataclasses.MISSING:
        return f"{field.name}=_default_{field.name}"
    return field.name if field.default_factory is dataclasses.MISSING else f"{field.name}=_absent"


def _lines(cls: type[Any], fields: Sequence[dataclasses.Field[Any]], known: dict[str, Any]) -> Iterator[str]:
    """Yield what ``__init__`` does, and note in ``known`` what it needs for it."""
    for field in fields:
        name = field.name
        known[f"_default_{name}"], known[f"_make_{name}"] = field.default, field.default_factory
        if field.default_factory is not dataclasses.MISSING:
            made = f"_make_{name}()"
            value = f"{made} if {name} is _absent else {name}" if field.init else made
            yield f"_set(self, {name!r}, {value})"
        elif field.init:
            yield f"_set(self, {name!r}, {name})"
        elif field.default is not dataclasses.MISSING:
            yield f"_set(self, {name!r}, _default_{name})"
    yield "self.__post_init__()" if hasattr(cls, "__post_init__") else "pass"


def _comparing(names: Sequence[str]) -> dict[str, Any]:
    """Return what compares all fields at once: a NaN is equal to itself in them, as before Python 3.13."""
    values = attrgetter(*names, "__class__")

    def equals(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    return {"__eq__": equals, "__hash__": hashed}


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _repr(self: Any) -> str:
    values = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(values)})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: Sequence[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
