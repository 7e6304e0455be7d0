"""Whatever the window says stands in every catalogue, finished, and the catalogues are those that are loaded."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from gui.style.resources import TRANSLATIONS
from tests.support.source import program
from tests.support.translations import FORMS, SAYING, catalogue, compiled, literal, says, texts

UPDATE = "run: python -m tests.support.translations"
PLACEHOLDER = re.compile(r"%n|\{[a-z_]+\}")

every_language = pytest.mark.parametrize("language", FORMS)


@every_language
def test_every_text_is_there_and_none_that_is_no_longer_said(language: str) -> None:
    assert sorted(catalogue(language)) == sorted(texts()), UPDATE


@every_language
def test_every_text_is_translated(language: str) -> None:
    unfinished = [key for key, forms in catalogue(language).items() if not all(forms)]
    assert not unfinished


@every_language
def test_what_is_loaded_is_what_stands_in_the_catalogue(language: str) -> None:
    path = TRANSLATIONS / f"slatebook_{language}.ts"
    assert path.with_suffix(".qm").read_bytes() == compiled(path), UPDATE


@every_language
def test_translations_fill_in_what_the_text_fills_in(language: str) -> None:
    said = catalogue(language)
    wrong = {}
    for key, text in texts().items():
        wanted = set(PLACEHOLDER.findall(text.source))
        for form in filter(None, said.get(key, ())):
            found = set(PLACEHOLDER.findall(form))
            if found != wanted and not (text.one is not None and wanted - found <= {"%n"} and found <= wanted):
                wrong[form] = wanted
    assert not wrong


def test_a_text_is_a_literal() -> None:
    put_together = [
        source.at(call)
        for source in program()
        for call in ast.walk(source.tree)
        if isinstance(call, ast.Call) and says(call) and any(_made(argument) for argument in _english(call))
    ]
    assert not put_together


def _english(call: ast.Call) -> list[ast.expr]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    return call.args[1:3] if name == "plural" else call.args[: SAYING[name]]


def _made(argument: ast.expr) -> bool:
    """Whether a text is put together before it is looked up; a name may stand for what ``msg`` has marked."""
    return literal(argument) is None and not isinstance(argument, ast.Name | ast.Attribute | ast.Subscript)


def test_no_text_is_said_before_the_language_is_known() -> None:
    early = [
        source.at(call)
        for source in program()
        for call in _at_import(source.tree)
        if says(call) and isinstance(call.func, ast.Name) and call.func.id != "msg"
    ]
    assert not early


def _at_import(tree: ast.AST) -> list[ast.Call]:
    """Return the calls that are made while a module loads: everything outside of bodies of functions."""
    found: list[ast.Call] = []
    waiting = list(ast.iter_child_nodes(tree))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
        elif not isinstance(node, ast.Lambda):
            if isinstance(node, ast.Call):
                found.append(node)
            waiting += ast.iter_child_nodes(node)
    return found


def test_placeholders_have_their_values() -> None:
    """A text with {places} and no value for one of them would end in KeyError only when it is shown."""
    lacking = []
    for source in program():
        for call in ast.walk(source.tree):
            if isinstance(call, ast.Call) and says(call) and not any(word.arg is None for word in call.keywords):
                given = {word.arg for word in call.keywords}
                wanted = {name for text in _english(call) for name in _named(literal(text) or "")}
                if wanted != given and _is_said(call):
                    lacking.append((source.at(call), wanted ^ given))
    assert not lacking


def _is_said(call: ast.Call) -> bool:
    """Whether a call shows a text that stands in it."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    return name != "msg" and literal(_english(call)[0]) is not None


def _named(text: str) -> set[str]:
    return {found[1:-1] for found in PLACEHOLDER.findall(text) if found != "%n"}


def test_catalogues_lie_where_the_window_looks() -> None:
    assert {path.name for path in Path(TRANSLATIONS).iterdir()} == {
        f"slatebook_{language}.{kind}" for language in FORMS for kind in ("ts", "qm")
    }
