"""Habits that no linter of ours looks at."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

import pytest

from tests.support.later import is_later
from tests.support.source import ROOT, Source, called_name, everything, program

LAST_RESORTS = ("core/workers/child.py", "gui/bridge/", "gui/app.py")
"""Where anything may be caught: the worker child, what the window asks of core, the hook for what nobody caught."""

STARTERS = {"Thread", "Timer", "ThreadPoolExecutor", "QThread", "QThreadPool", "QProcess", "Popen", "Process", "fork"}
MAY_START = ("gui/bridge/", "core/workers/", "core/catalog/", "bootstrap.py")

MARK = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
HOST = re.compile(r"https?://|\b[a-z0-9-]+\.(com|org|net|io|dev)\b")
ONE_MACHINE = re.compile(r"(?<![\w./])/(?:root|home|work)/\w")


def handlers(source: Source) -> Iterator[ast.ExceptHandler]:
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.ExceptHandler))


def is_blind(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException") for kind in caught)


def passes_on(handler: ast.ExceptHandler) -> bool:
    """Whether the last thing a handler does is to raise again what it caught."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_anything_at_all_is_caught_at_three_boundaries_only() -> None:
    blind = [
        source.at(handler)
        for source in program()
        for handler in handlers(source)
        if is_blind(handler) and not passes_on(handler) and not source.place.startswith(LAST_RESORTS)
    ]
    assert not blind


def test_functions_import_only_what_the_first_screen_does_without() -> None:
    """What that is, a started window is asked in test_loaded_modules."""
    inside = [
        f"{source.at(node)} {name}"
        for source in everything()
        if source.place not in ("main.py", "bootstrap.py")
        for function in source.functions()
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in imported(node)
        if not is_later(name)
    ]
    assert not inside


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    """Return the names of the modules that a statement imports."""
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]


def test_dataclasses_are_those_that_a_start_need_not_wait_for() -> None:
    usual = [
        source.at(node)
        for source in program()
        if source.place != "core/values.py"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        if "dataclass" in {alias.name for alias in node.names}
    ]
    assert not usual


def test_threads_and_processes_start_where_they_are_looked_after() -> None:
    started = [
        f"{source.at(node)} {called_name(node)}"
        for source in program()
        if not source.place.startswith(MAY_START)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and called_name(node) in STARTERS
    ]
    assert not started


def test_nobody_turns_the_event_loop_by_hand() -> None:
    by_hand = [
        source.at(node)
        for source in everything()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and called_name(node) == "processEvents"
    ]
    assert not by_hand


def test_no_work_is_put_off_in_a_comment() -> None:
    marks = [
        f"{source.place}:{token.start[0]}"
        for source in everything()
        for token in tokenize.generate_tokens(io.StringIO(source.text).readline)
        if token.type == tokenize.COMMENT and MARK.search(token.string)
    ]
    assert not marks


def test_no_module_names_a_folder_of_one_machine() -> None:
    named = [
        f"{source.place}:{number}"
        for source in everything()
        for number, line in enumerate(source.text.splitlines(), start=1)
        if ONE_MACHINE.search(line)
    ]
    assert not named


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "THIRD-PARTY.md"])
def test_no_document_names_a_folder_of_one_machine(name: str) -> None:
    assert not ONE_MACHINE.search((ROOT / name).read_text(encoding="utf-8"))


def test_the_lock_names_no_host_and_hashes_every_package() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not HOST.search(lock)
    for requirement in re.split(r"(?m)^(?=\S)", lock)[1:]:
        assert "--hash=sha256:" in requirement, requirement.partition("\n")[0]
