"""A tag sheet before it has a format: columns, and rows that are made one at a time."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.export.cells import fit
from core.export.columns import COLUMNS, DEFAULT_COLUMNS, Column
from core.model.clip import Clip
from core.model.ids import StillId
from core.values import dataclass
from core.words import tr

__all__ = ["COLUMNS", "DEFAULT_COLUMNS", "Column", "Row", "Sheet", "StillPaths", "columns_named", "rows_of"]


class StillPaths(Protocol):
    """Knows where stills lie."""

    def path(self, still: StillId) -> Path: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One clip; ``cells`` stand in the order of the columns, ``shortened`` counts those that were too long."""

    clip: Clip
    title: str
    cells: tuple[str, ...]
    poster: Path | None
    shortened: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title, columns, and rows that are made while they are written: memory does not grow with the archive.

    ``rows`` can be gone through once.  ``made`` is when (UTC); ``notice`` is the sentence every format carries where
    embargoed clips are in it under an override, else empty; ``moments`` asks for one entry a moment where the format
    leaves a choice.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Row]
    words: Vocabulary
    stills: StillPaths
    made: datetime
    notice: str = ""
    moments: bool = False


def columns_named(keys: Sequence[str]) -> list[Column]:
    """Return the columns called ``keys``, in that order; raises UserProblem for one there is not, or none at all."""
    if not keys:
        raise UserProblem(tr("A tag sheet needs at least one column."))
    for key in keys:
        if key not in COLUMNS:
            near = difflib.get_close_matches(key.casefold(), COLUMNS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(COLUMNS)}."
            raise UserProblem(tr("There is no column “{key}”; {hint}", key=key, hint=hint))
    return [COLUMNS[key] for key in dict.fromkeys(keys)]


def rows_of(
    clips: Iterable[Clip], columns: Sequence[Column], vocabulary: Vocabulary, stills: StillPaths
) -> Iterator[Row]:
    """Yield the row of each clip."""
    for clip in clips:
        fitted = [fit(column.value(clip, vocabulary)) for column in columns]
        poster = stills.path(clip.poster) if clip.poster else None
        cells = tuple(text for text, _ in fitted)
        yield Row(clip, clip.name, cells, poster, sum(not whole for _, whole in fitted))
