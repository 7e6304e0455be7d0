"""Nothing is shown that did not go through the catalogues."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.support.source import Source, called_name, program
from tests.support.translations import literal, says

SHOWING = {
    "setText", "setToolTip", "setStatusTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName",
    "setAccessibleDescription", "setInformativeText", "setTitle", "setLabelText", "setHeaderLabels", "addTab",
    "addAction", "addMenu", "addButton", "addRow", "addItem", "showMessage", "show_message", "say", "_say", "announce",
    "Text", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "ElidedLabel", "SectionHeader",
    "ActivityState", "EmptyState", "set_content", "DialogButtons",
}  # fmt: skip
"""Calls that put what they are given before people."""


def test_what_is_shown_is_looked_up() -> None:
    bare = [
        f"{source.at(call)}: {text!r}"
        for source in program()
        if source.place.startswith("gui/")
        for call in ast.walk(source.tree)
        if isinstance(call, ast.Call) and called_name(call) in SHOWING
        for text in _bare(source, call)
    ]
    assert not bare


def _bare(source: Source, call: ast.Call) -> Iterator[str]:
    """Yield what is given to ``call`` as it stands: sentences and words, not names of icons and colours, nor signs."""
    for argument in call.args:
        for part in _parts(argument):
            text = literal(part)
            if text is None and isinstance(part, ast.JoinedStr):
                text = "".join(literal(piece) or "" for piece in part.values if isinstance(piece, ast.Constant))
            if text is not None and _is_said(text):
                yield text


def _parts(argument: ast.expr) -> Iterator[ast.expr]:
    """Yield the texts that an argument may come to."""
    if isinstance(argument, ast.IfExp):
        yield from _parts(argument.body)
        yield from _parts(argument.orelse)
    elif isinstance(argument, ast.BoolOp):
        for value in argument.values:
            yield from _parts(value)
    elif isinstance(argument, ast.BinOp):
        yield from _parts(argument.left)
        yield from _parts(argument.right)
    elif isinstance(argument, ast.List | ast.Tuple):
        for element in argument.elts:
            yield from _parts(element)
    elif not (isinstance(argument, ast.Call) and says(argument)):
        yield argument


def _is_said(text: str) -> bool:
    """Whether ``text`` is for people; the name of the program is the same in every language."""
    return text != "Slatebook" and any(map(str.isalpha, text)) and (text[:1].isupper() or " " in text.strip())
