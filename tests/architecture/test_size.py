"""Functions, classes and modules stay small enough to be read at one go."""

from __future__ import annotations

from statistics import quantiles

from tests.support.source import everything, length, program

LONGEST_FUNCTION = 50
FUNCTION_P95 = 30
LONGEST_CLASS = 250
LONGEST_MODULE = 400


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = [
        f"{source.at(function)} {function.name} ({length(function)})"
        for source in program()
        for function in source.functions()
        if length(function) > LONGEST_FUNCTION
    ]
    assert not long


def test_nineteen_of_twenty_functions_have_thirty_lines_or_fewer() -> None:
    lengths = [length(function) for source in program() for function in source.functions()]
    assert quantiles(lengths, n=20)[-1] <= FUNCTION_P95


def test_no_class_is_longer_than_250_lines() -> None:
    long = [
        f"{source.at(kind)} {kind.name} ({length(kind)})"
        for source in program()
        for kind in source.classes()
        if length(kind) > LONGEST_CLASS
    ]
    assert not long


def test_no_module_is_longer_than_400_lines() -> None:
    long = [f"{source.place} ({source.lines})" for source in everything() if source.lines > LONGEST_MODULE]
    assert not long
