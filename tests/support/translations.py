"""Keeps the catalogues of the window in step with its texts: ``python -m tests.support.translations``.

It takes new texts into resources/translations/slatebook_*.ts as unfinished, leaves out what is no longer said, and
makes the .qm files that the window loads.  PySide's own lupdate loses its place in Python that goes over several lines,
so the texts are read from the syntax tree here; the files are those of Qt Linguist, and its lrelease makes the .qm.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import PySide6

from gui.language import CONTEXT
from gui.style.resources import TRANSLATIONS
from tests.support.source import called_name, program

SAYING = {"tr": 1, "msg": 1, "plural": 3}
"""What takes a text, and after how many arguments the comment on it follows."""

TABLES = {"Command": (2, 3), "Format": (2,)}
"""Which columns of long tables are texts, looked up where they are shown: after how many arguments of a line."""

FORMS = {"de": 2}
"""How many forms a language has for a count, as Qt reckons them."""

Key = tuple[str, str]


@dataclass(slots=True)
class Text:
    """A text of the window: in English, the comment that tells it apart, whether it counts, and where it stands."""

    source: str
    comment: str
    one: str | None
    places: set[str] = field(default_factory=set)

    @property
    def key(self) -> Key:
        return self.source, self.comment

    @property
    def forms(self) -> tuple[str, ...]:
        """All that the window may say of it in English."""
        return (self.source,) if self.one is None else (self.one, self.source)


def texts() -> dict[Key, Text]:
    """Return every text of the program, in their order.  Raises ValueError where one means two things."""
    found: dict[Key, Text] = {}
    for source in program():
        for call in ast.walk(source.tree):
            for text in _said(call) if isinstance(call, ast.Call) else ():
                known = found.setdefault(text.key, text)
                if known.one != text.one:
                    raise ValueError(f"{source.place}: {text.source!r} counts otherwise than elsewhere")
                known.places.add(source.place)
    return dict(sorted(found.items()))


def says(call: ast.Call) -> bool:
    """Whether a call takes a text of the window; a method of that name belongs to something else."""
    return isinstance(call.func, ast.Name) and call.func.id in SAYING


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _said(call: ast.Call) -> Iterator[Text]:
    name, arguments = called_name(call), call.args
    if name in TABLES and isinstance(call.func, ast.Name):
        texts = (literal(arguments[at]) for at in TABLES[name])
        yield from (Text(text, "", None) for text in texts if text)
    elif says(call):
        before = SAYING[name]
        source = literal(arguments[before - 1]) if len(arguments) >= before else None
        comment = literal(arguments[before]) if len(arguments) > before else None
        if source is not None:
            yield Text(source, comment or "", literal(arguments[1]) if name == "plural" else None)


# catalogues -------------------------------------------------------------------------------------------------------
def catalogue(language: str, folder: Path = TRANSLATIONS) -> dict[Key, tuple[str, ...]]:
    """Return what a language says for each text, its forms for a count in their order; empty where unfinished."""
    path = folder / f"slatebook_{language}.ts"
    if not path.exists():
        return {}
    root = ElementTree.parse(path).getroot()
    return {
        (message.findtext("source", ""), message.findtext("comment", "")): _forms(message)
        for message in root.iter("message")
    }


def _forms(message: ElementTree.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None:
        return ("",)
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return tuple(forms) or (translation.text or "",)


def written(language: str, said: Iterable[Text], known: dict[Key, tuple[str, ...]]) -> str:
    """Return the catalogue of ``said`` as Qt Linguist writes it, with what is ``known``."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for text in said:
        lines += _message(text, known.get(text.key, ()), FORMS[language])
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _message(text: Text, forms: tuple[str, ...], wanted: int) -> Iterator[str]:
    counts = text.one is not None
    whole = len(forms) == (wanted if counts else 1) and all(forms)
    yield '    <message numerus="yes">' if counts else "    <message>"
    for place in sorted(text.places):
        yield f'        <location filename="../../{place}"/>'
    yield f"        <source>{escape(text.source)}</source>"
    if text.comment:
        yield f"        <comment>{escape(text.comment)}</comment>"
    mark = "" if whole else ' type="unfinished"'
    if counts:
        yield f"        <translation{mark}>"
        for form in (*forms, *[""] * wanted)[:wanted]:
            yield f"            <numerusform>{escape(form)}</numerusform>"
        yield "        </translation>"
    else:
        yield f"        <translation{mark}>{escape(forms[0] if forms else '')}</translation>"
    yield "    </message>"


def compiled(path: Path) -> bytes:
    """Return what the window loads for a catalogue, as Qt's lrelease makes it."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    with tempfile.TemporaryDirectory(prefix="slatebook-") as folder:
        target = Path(folder) / "made.qm"
        subprocess.run([tool, "-silent", path, "-qm", target], check=True)
        return target.read_bytes()


def update(folder: Path = TRANSLATIONS) -> dict[str, int]:
    """Bring every catalogue up to date and return how many texts each still lacks."""
    said = texts().values()
    lacking = {}
    for language in FORMS:
        path = folder / f"slatebook_{language}.ts"
        path.write_text(written(language, said, catalogue(language, folder)), "utf-8", newline="\n")
        path.with_suffix(".qm").write_bytes(compiled(path))
        lacking[language] = path.read_text("utf-8").count('type="unfinished"')
    return lacking


if __name__ == "__main__":
    for language, lacking in update().items():
        sys.stdout.write(f"{language}: {lacking} unfinished\n")
