"""The source tree as the architecture tests read it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
Definition = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """A module of the project, parsed; ``place`` is its path from the root, with slashes."""

    place: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    def functions(self) -> Iterator[Definition]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Definition))

    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    def at(self, node: ast.stmt | ast.expr | ast.ExceptHandler) -> str:
        """Return where ``node`` stands, as an editor jumps to it."""
        return f"{self.place}:{node.lineno}"


@cache
def program() -> tuple[Source, ...]:
    """Return every module that a user runs."""
    modules = [ROOT / "main.py", ROOT / "bootstrap.py"]
    for package in ("core", "gui"):
        modules += sorted((ROOT / package).rglob("*.py"))
    return tuple(_parsed(module) for module in modules)


@cache
def everything() -> tuple[Source, ...]:
    """Return every module of the project, tests and benchmarks as well."""
    others = [path for folder in ("tests", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))]
    return (*program(), *(_parsed(path) for path in others))


def _parsed(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


def length(node: Definition | ast.ClassDef) -> int:
    """Return the lines from ``def`` or ``class`` to the last, both counted."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def called_name(node: ast.Call) -> str:
    """Return the last part of what is called: ``Thread`` for ``threading.Thread(...)``."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
