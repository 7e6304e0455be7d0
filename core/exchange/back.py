"""The one way back: whatever form a tag sheet has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from core.exchange.names import Settled
from core.exchange.preview import House, Preview
from core.exchange.records import preview_records
from core.exchange.sheets import preview_sheet

_RECORDS = (".jsonl", ".ndjson")


def preview(
    path: Path,
    house: House,
    mapping: Mapping[str, str] | None = None,
    *,
    blank_clears: bool = False,
    settled: Settled = MappingProxyType({}),
) -> Preview:
    """Return what the tag sheet at ``path`` would change in the archive; nothing is changed.

    JSON Lines are known by their ending, workbooks by their content, all else is read as CSV.  ``mapping`` leads from
    headings to our columns; ``blank_clears`` makes an empty cell of a table empty the field; ``settled`` is what was
    decided about names nobody is certainly known by.  Raises FileProblem
    where the file cannot be read and UserProblem where its columns make no sense.
    """
    if path.suffix.lower() in _RECORDS:
        return preview_records(path, house, settled)
    return preview_sheet(path, house, mapping, blank_clears=blank_clears, settled=settled)
