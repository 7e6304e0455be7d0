"""Dataclasses of ours are those of the standard library, whatever is done to them."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from core.values import dataclass

Maker = Callable[..., Callable[[type], type]]


class Empty:
    """Nothing."""


class One:
    only: float


class Usual:
    name: str
    number: int = 1
    tags: dict[str, str] = dataclasses.field(default_factory=dict)


class ByName(Usual):
    place: str = ""


class ByIdentity:
    number: int


class Checked:
    name: str

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("without a name")


class Reckoned:
    width: int
    area: int = dataclasses.field(init=False)
    look: str = dataclasses.field(default="fit", init=False)
    parts: list[int] = dataclasses.field(default_factory=list, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "area", self.width * self.width)
        self.parts.append(self.width)


class Own:
    name: str

    def __repr__(self) -> str:
        return "my own"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self))

    def __hash__(self) -> int:
        return 7


class OwnEquality:  # noqa: PLW1641 - the dataclass gives it a hash
    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self))


def shapes(maker: Maker) -> dict[str, type]:
    """Return classes of all kinds there are, made by ``maker``."""

    def made(kind: type, *bases: type, **how: bool) -> type:
        body = {name: value for name, value in vars(kind).items() if name not in ("__dict__", "__weakref__")}
        return maker(frozen=True, slots=True, **how)(type(kind.__name__, bases, body))

    kinds = {kind.__name__: made(kind) for kind in (Empty, One, Usual, Checked, Reckoned, Own, OwnEquality)}
    by_name = made(ByName, kinds["Usual"], kw_only=True)
    return {**kinds, "ByName": by_name, "ByIdentity": made(ByIdentity, eq=False)}


OURS, THEIRS = shapes(dataclass), shapes(dataclasses.dataclass)

CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("Empty", (), {}),
    ("Empty", (1,), {}),
    ("One", (1.5,), {}),
    ("One", (-0.0,), {}),
    ("Usual", ("Rauma",), {}),
    ("Usual", ("Rauma", 3), {"tags": {"a": "b"}}),
    ("Usual", (), {}),
    ("Usual", ("Rauma",), {"name": "Rauma"}),
    ("ByName", ("Rauma", 4), {"place": "Norway"}),
    ("ByName", ("Rauma", 4, {}, "Norway"), {}),
    ("ByIdentity", (2,), {}),
    ("Checked", ("Rauma",), {}),
    ("Checked", ("",), {}),
    ("Reckoned", (3,), {}),
    ("Reckoned", (3,), {"look": "fill"}),
    ("Own", ("Rauma",), {}),
    ("OwnEquality", ("Rauma",), {}),
]


def outcome(call: Callable[[], Any]) -> Any:
    """Return what ``call`` returns, or the kind and the words of the error it raises."""
    try:
        return call()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is to be the same
        return type(error), str(error)


@pytest.mark.parametrize(("kind", "given", "named"), CALLS)
def test_they_are_made_and_told_alike(kind: str, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = (outcome(lambda kinds=kinds: repr(kinds[kind](*given, **named))) for kinds in (OURS, THEIRS))
    assert ours == theirs


def taken(kind: type) -> Iterator[tuple[Any, ...]]:
    """Yield what the class takes: what a factory makes the standard library has a stand-in of its own for."""
    factories = {field.name for field in dataclasses.fields(kind) if callable(field.default_factory)}
    for one in inspect.signature(kind).parameters.values():
        yield one.name, one.kind, one.annotation, "made" if one.name in factories else one.default


@pytest.mark.parametrize("kind", OURS)
def test_they_have_the_same_shape(kind: str) -> None:
    ours, theirs = OURS[kind], THEIRS[kind]
    assert [*taken(ours)] == [*taken(theirs)]
    assert ours.__slots__ == theirs.__slots__
    assert ours.__match_args__ == theirs.__match_args__
    assert ours.__qualname__ == theirs.__qualname__
    assert inspect.get_annotations(ours.__init__) == inspect.get_annotations(theirs.__init__)


def is_made(kind: str, given: tuple[Any, ...], named: dict[str, Any]) -> bool:
    return not isinstance(outcome(lambda: THEIRS[kind](*given, **named)), tuple)


GOOD = [call for call in CALLS if is_made(*call)]


@pytest.mark.parametrize(("kind", "given", "named"), GOOD)
def test_they_are_compared_alike(kind: str, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    def compared(kinds: dict[str, type]) -> list[Any]:
        one, same = kinds[kind](*given, **named), kinds[kind](*given, **named)
        others = [made(2) for name, made in kinds.items() if name != "Empty"]
        hashes = outcome(lambda: hash(one) == hash(same)), outcome(lambda: len({one, same, *others}))
        return [one == same, one != same, one == given, [one == other for other in others], *hashes]

    assert compared(OURS) == compared(THEIRS)


@pytest.mark.parametrize(("kind", "given", "named"), GOOD)
def test_they_are_copied_alike_and_never_change(kind: str, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    def tried(kinds: dict[str, type]) -> list[Any]:
        one = kinds[kind](*given, **named)
        names = [field.name for field in dataclasses.fields(one)]
        return [
            repr(copy.copy(one)),
            repr(copy.deepcopy(one)),
            repr(dataclasses.replace(one)),
            repr(dataclasses.asdict(one)),
            [outcome(lambda name=name: setattr(one, name, 1)) for name in names],
            [outcome(lambda name=name: delattr(one, name)) for name in names],
        ]

    assert tried(OURS) == tried(THEIRS)


@dataclass(frozen=True, slots=True)
class Sent:
    """What goes to another process."""

    name: str
    parts: tuple[int, ...] = ()


def test_they_reach_other_processes() -> None:
    sent = Sent("Rauma", (1, 2))
    assert pickle.loads(pickle.dumps(sent)) == sent


def test_what_may_change_is_what_the_standard_library_makes() -> None:
    @dataclass(slots=True)
    class Open:
        number: int = 0

    one = Open()
    one.number = 3
    assert one == Open(3)


def test_a_class_without_a_description_is_told_by_its_name() -> None:
    assert OURS["One"].__doc__ == "One"
