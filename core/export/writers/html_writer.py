"""One page of HTML that stands alone: pictures inlined, no script, readable by ear, on paper, by day and night."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TextIO

from core.export.cells import split_values
from core.export.moments import moments_in_order
from core.export.sheet import Column, Row, Sheet
from core.model.clip import Clip
from core.model.time import offset

_STYLE = """\
:root { --ink: #1f2430; --soft: #4d5566; --paper: #ffffff; --line: #d5dae2; --bar: #eef1f5;
  --link: #0b57a4; --warn-ink: #5c1a00; --warn: #ffe9dc; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --soft: #b3bac7; --paper: #16191f; --line: #363c48;
  --bar: #222731; --link: #8fc1ff; --warn-ink: #ffd9c2; --warn: #4a2313; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; color: var(--ink); background: var(--paper);
  font: 0.9375rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0; }
a { color: var(--link); }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
.made, dt { color: var(--soft); }
.notice { color: var(--warn-ink); background: var(--warn); border: 1px solid; padding: 0.75rem 1rem; font-weight: 600; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; padding: 0.75rem 0; color: var(--soft); }
th, td { padding: 0.75rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { background: var(--bar); position: sticky; top: 0; }
tbody th { font-weight: 600; min-width: 9rem; }
img { display: block; width: 15rem; height: auto; max-height: 15rem; object-fit: contain; }
dl { margin: 0; display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 0.125rem 0.75rem; }
dd { margin: 0; white-space: pre-line; }
ol, ul { margin: 0; padding: 0 1.25rem; }
dd ul { list-style: none; padding: 0; }
@media (max-width: 60rem) { table, thead, tbody, tr, th, td, caption { display: block; } thead { position: absolute;
  left: -200vw; } tr { border-bottom: 2px solid var(--line); } th, td { border: 0; } }
@media print { :root { --ink: #000; --soft: #333; --paper: #fff; --line: #999; --bar: #eee; --link: #000;
  --warn: #fff; --warn-ink: #000; } @page { size: A4 landscape; margin: 12mm; } body { max-width: none; padding: 0;
  font-size: 8pt; } .skip { display: none; } thead th { position: static; } thead { display: table-header-group; }
  tr { break-inside: avoid; } img { width: 45mm; max-height: 45mm; } }
"""

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Slatebook">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#clips">Skip to the clips</a>
<header>
<h1 dir="auto">{title}</h1>
<p class="made">Tag sheet made by Slatebook on <time datetime="{made}">{day}</time></p>
{notice}</header>
<main id="clips">
<table>
<caption>Clips, one a row: picture, name, what is known of it, and its moments</caption>
<thead>
<tr><th scope="col">Poster</th><th scope="col">Clip</th><th scope="col">What is known</th>\
<th scope="col">Moments</th></tr>
</thead>
<tbody>
"""

_TAIL = """\
</tbody>
</table>
</main>
<footer>
<p class="made">{count}. What is claimed or disputed stands under “Unconfirmed” and nowhere else.</p>
</footer>
</body>
</html>
"""

_LISTED = frozenset({
    "people", "people_ids", "location_shown", "location_id", "location_shot", "production", "production_id", "keywords",
    "unconfirmed",
})  # fmt: skip
_ELSEWHERE = frozenset({"title", "moments"})
"""Columns with a place of their own on the page."""


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` as a page to ``target``, a row at a time; raises OSError."""
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_head(sheet))
        rows = 0
        for row in sheet.rows:
            _write_row(file, sheet, row)
            rows += 1
        file.write(_TAIL.format(count=f"{rows:,} clip{'' if rows == 1 else 's'}"))


def _head(sheet: Sheet) -> str:
    notice = f'<p class="notice" role="note">{_text(sheet.notice)}</p>\n' if sheet.notice else ""
    return _HEAD.format(
        title=_text(sheet.title),
        style=_STYLE,
        made=sheet.made.isoformat(timespec="seconds"),
        day=f"{sheet.made:%Y-%m-%d %H:%M} UTC",
        notice=notice,
    )


def _write_row(file: TextIO, sheet: Sheet, row: Row) -> None:
    file.write("<tr>\n<td>")
    _write_picture(file, row)
    file.write(f'</td>\n<th scope="row" dir="auto">{_text(row.title)}</th>\n<td>')
    file.writelines(_facts(sheet.columns, row))
    file.write("</td>\n<td>")
    file.writelines(_moments(row.clip))
    file.write("</td>\n</tr>\n")


def _write_picture(file: TextIO, row: Row) -> None:
    try:
        data = row.poster.read_bytes() if row.poster else b""
    except FileNotFoundError:
        data = b""
    if not data:
        file.write("No picture")
        return
    file.write(f'<img alt="Poster of {_text(row.title)}" loading="lazy" src="data:image/jpeg;base64,')
    file.write(base64.b64encode(data).decode("ascii"))
    file.write('">')


def _facts(columns: Sequence[Column], row: Row) -> Iterator[str]:
    pairs = [(column, cell) for column, cell in zip(columns, row.cells, strict=True) if cell]
    shown = [(column, cell) for column, cell in pairs if column.key not in _ELSEWHERE]
    if shown:
        yield "<dl>\n"
        for column, cell in shown:
            yield f'<dt>{_text(column.words)}</dt><dd dir="auto">{_value(column, cell)}</dd>\n'
        yield "</dl>"


def _value(column: Column, cell: str) -> str:
    if column.key in _LISTED:
        values = split_values(cell)
        items = "".join(f'<li dir="auto">{_text(value)}</li>' for value in values)
        return f"<ul>{items}</ul>" if len(values) > 1 else _text(values[0])
    if column.key in ("source_url", "rights") and cell.startswith(("https://", "http://")) and not _odd(cell):
        return f'<a href="{_text(cell)}">{_text(cell)}</a>'
    return _text(cell)


def _moments(clip: Clip) -> Iterator[str]:
    moments = moments_in_order(clip)
    if moments:
        yield "<ol>\n"
        for moment in moments:
            times = f"{offset(moment.span.start)} to {offset(moment.span.end)}"
            note = f'<br><span dir="auto">{_text(moment.note)}</span>' if moment.note else ""
            yield f'<li>{times} <strong dir="auto">{_text(moment.label)}</strong>{note}</li>\n'
        yield "</ol>"


def _odd(address: str) -> bool:
    """Whether an address holds what none may: then it is shown and leads nowhere."""
    return not address.isascii() or any(character <= " " or character in '"<>\\^`{|}[]' for character in address)


def _text(text: str) -> str:
    """Return ``text`` as HTML can hold it: its marks escaped, control characters as U+FFFD."""
    return escape("".join(_shown(character) for character in text) if not text.isprintable() else text)


def _shown(character: str) -> str:
    code = ord(character)
    forbidden = (code < 32 and character not in "\t\n\r") or 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF
    noncharacter = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    return "�" if forbidden or noncharacter else character
