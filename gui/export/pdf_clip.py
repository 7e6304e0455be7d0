"""A clip on a contact sheet: poster and facts on one side, names, moments and origin on the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QImage, QPainter

from core.export.columns import ESTABLISHED, unconfirmed
from core.export.embargo import holding
from core.export.moments import moments_in_order
from core.export.sheet import Row, Sheet
from core.model.clip import Box, Moment, Role, Status, Tag
from core.model.reasons import retold
from core.model.time import offset
from gui.export.pdf_page import MAIN, SIDE, Entry
from gui.export.pdf_pictures import Frames, framed, mounted
from gui.export.pdf_text import (
    CLAIMED,
    DISPUTED,
    LABEL,
    NAME,
    POINT,
    QUIET,
    SMALL,
    STRONG,
    TINY,
    WARNING,
    Piece,
    Run,
    foreign,
    gap,
    height_of,
    lines,
    moved,
    paragraphs,
    word,
)
from gui.inspector.facts import facts_of
from gui.words import msg, tr

_POSTER = QSizeF(SIDE, SIDE * 9 / 16)
_TALL_POSTER = QSizeF(SIDE, SIDE * 0.8)
_FRAMES = QSizeF(MAIN, 39 * POINT)
_MOMENT = QSizeF(52 * POINT, 27 * POINT)
_CROPS = 3
"""So many regions of a moment are cut out."""

_LABELS = 62 * POINT
"""How wide the column of labels is."""

_ROLES: Mapping[str, tuple[Role, str]] = {
    "people": (Role.PERSON_SHOWN, msg("People")),
    "location_shown": (Role.LOCATION_SHOWN, msg("Places shown")),
    "location_shot": (Role.LOCATION_SHOT, msg("Shot at")),
    "production": (Role.PRODUCTION, msg("Production")),
    "keywords": (Role.KEYWORD, msg("Keywords")),
}
_FACT_COLUMNS = {"Timecode": "start_tc", "Reel": "reel", "Camera": "camera", "Shot": "date_shot", "Place": "lat",
                 "Added": "added", "Size": "file"}  # fmt: skip
"""The facts that are printed only where their column is chosen."""

_SOURCE = ("source_platform", "source_handle", "source_posted", "source_post_id", "source_url")
_PLACED = frozenset({
    *_ROLES, *_SOURCE, *_FACT_COLUMNS.values(), "title", "kind", "duration", "problem", "unconfirmed", "moments",
    "notes", "caption_as_shared", "credit", "date_zone", "date_source", "lon", "codec", "width", "height", "frame_rate",
    "embargo_until", "embargo_reason", "sensitive",
}) - {"file"}  # fmt: skip
"""Columns with a place of their own; all others stand in the small print."""


class ClipEntry:
    """Composes the entry of one row; what no column of the sheet asks for is not in it, save for marks of caution."""

    def __init__(self, sheet: Sheet, row: Row) -> None:
        self._sheet = sheet
        self.row = row
        self._clip = row.clip
        self._frames = Frames(row.clip.keyframes, sheet.stills)
        self._cells = {column.key: cell for column, cell in zip(sheet.columns, row.cells, strict=True)}

    def composed(self) -> Entry:
        """Return the entry, with what it shows decoded."""
        beside = [*self._poster(), *self._facts()]
        head = [*self._marks(), *paragraphs(self._clip.name or " ", NAME, MAIN), gap(2.5), *self._frames.row(_FRAMES)]
        tail = [*self._problem(), *self._tags(), *self._moments(), *self._origin(), *self._small_print()]
        return Entry(foreign(self._clip.name), beside, [*head, *tail], len(head))

    # beside --------------------------------------------------------------------------------------------------------
    def _poster(self) -> Iterator[Piece]:
        poster, room = self._clip.poster, self._poster_room
        yield mounted(QImage() if poster is None else self._frames.image(poster, room), room)
        yield gap(3)

    def _facts(self) -> Iterator[Piece]:
        shown = [fact for fact in facts_of(self._clip) if _FACT_COLUMNS.get(fact.name, "title") in self._asked]
        short = [Run(fact.value, STRONG if fact.name == "Duration" else QUIET) for fact in shown if not fact.wide]
        yield from lines(_between(short, Run("  ·  ", LABEL)), SIDE)
        for fact in shown:
            if fact.wide:
                yield from lines([Run(f"{tr(fact.name)}  ", LABEL), Run(foreign(fact.value), SMALL)], SIDE)

    # the name and what is to be minded -----------------------------------------------------------------------------
    def _marks(self) -> list[Piece]:
        embargo = holding(self._clip, self._sheet.words, self._sheet.made.astimezone().date())
        marks = [tr("EMBARGO: {reason}", reason=foreign(embargo.why))] if embargo else []
        marks += [tr("SENSITIVE")] if self._clip.access.sensitive else []
        return lines([Run("  ·  ".join(marks), WARNING)], MAIN)

    def _problem(self) -> list[Piece]:
        return lines([Run(foreign(retold(self._clip.problem)), WARNING)], MAIN)

    # what is seen --------------------------------------------------------------------------------------------------
    def _tags(self) -> Iterator[Piece]:
        for key, (role, label) in _ROLES.items():
            if key in self._asked:
                yield from _labelled(tr(label), self._named([tag for tag in self._clip.tags if tag.role is role]))

    def _named(self, tags: Sequence[Tag]) -> list[Run]:
        """What ``tags`` say: facts first, then what is claimed or disputed, marked; nothing of what was refuted."""
        doubted = [tag for tag in tags if tag in self._doubts]
        facts = self._sheet.words.finals(tag.entry for tag in tags if tag.status in ESTABLISHED)
        names: list[list[Run]] = [[Run(foreign(self._sheet.words.label(entry)))] for entry in facts]
        names += [self._doubtful(tag) for tag in doubted]
        return [run for number, name in enumerate(names) for run in ([Run(";  ", QUIET), *name] if number else name)]

    def _doubtful(self, tag: Tag) -> list[Run]:
        label = foreign(self._sheet.words.label(tag.entry))
        if tag.status is not Status.CLAIMED:
            return [Run(f"{label} !", DISPUTED), Run(f" {tr('disputed')}", SMALL)]
        told = tr("claimed by {name}", name=foreign(tag.said_by)) if tag.said_by else tr("claimed")
        return [Run(f"{label} ?", CLAIMED), Run(f" {told}", SMALL)]

    def _moments(self) -> Iterator[Piece]:
        if self._moments_shown:
            yield gap(2)
            yield from map(self._moment, self._moments_shown)

    def _moment(self, moment: Moment) -> Piece:
        tags = [tag for tag in self._clip.tags if tag.moment == moment.id and _ROLE_KEYS[tag.role] in self._asked]
        pictures, width = self._pictures(moment, _regions(tags))
        span = f"{offset(moment.span.start)} – {offset(moment.span.end)}"
        beside = MAIN - width
        words = [
            *lines([Run(f"{span}   ", QUIET), Run(foreign(moment.label), STRONG)], beside),
            *lines([Run(foreign(moment.note), SMALL)], beside),
            *lines(self._named(tags), beside),
        ]
        pieces = [*pictures, *_column(words, width)]
        return _together(pieces, max(height_of(words), _MOMENT.height() + 9 * POINT if pictures else 0) + 2 * POINT)

    def _pictures(self, moment: Moment, regions: Sequence[Box]) -> tuple[list[tuple[QPointF, Piece]], float]:
        """The keyframe of ``moment`` with its time and, beside it, its regions cut out; and how much room they take."""
        frame = self._frames.nearest(moment)
        image = QImage() if frame is None else self._frames.image(frame.still, _FRAMES)
        if frame is None or image.isNull():
            return [], _LABELS
        width, piece = framed(image, min(_MOMENT.height(), _MOMENT.width() * image.height() / image.width()), regions)
        placed = [(QPointF(), piece)]
        placed.append(
            (QPointF(0, _MOMENT.height() + 0.8 * POINT), word(tr("at {time}", time=offset(frame.time)), TINY))
        )
        for region in regions[:_CROPS]:
            cut = self._frames.cropped(frame.still, region, _MOMENT)
            if not cut.isNull():
                across, piece = framed(cut, min(_MOMENT.height(), _MOMENT.width() * cut.height() / cut.width()))
                placed.append((QPointF(width + 2.5 * POINT, 0), piece))
                width += across + 2.5 * POINT
        return placed, max(_LABELS, width + 6 * POINT)

    # where it came from --------------------------------------------------------------------------------------------
    def _origin(self) -> Iterator[Piece]:
        yield from self._quoted("caption_as_shared", tr("As shared"))
        source = [Run(foreign(self._cells[key])) for key in _SOURCE if self._cells.get(key)]
        yield from _labelled(tr("Source"), _between(source, Run("  ·  ", LABEL)))
        yield from _labelled(tr("Credit"), [Run(foreign(self._cells.get("credit", "")), STRONG)])
        yield from self._quoted("notes", tr("Notes"))

    def _quoted(self, key: str, label: str) -> list[Piece]:
        words = paragraphs(self._cells.get(key, ""), QUIET, MAIN - _LABELS)
        return _beside(label, words)

    def _small_print(self) -> Iterator[Piece]:
        told = [
            [Run(f"{column.words} ", LABEL), Run(foreign(cell), SMALL)]
            for column, cell in zip(self._sheet.columns, self.row.cells, strict=True)
            if cell and column.key not in _PLACED
        ]
        if told:
            yield gap(1.5)
        runs = [run for number, pair in enumerate(told) for run in ([Run("   ", SMALL), *pair] if number else pair)]
        yield from lines(runs, MAIN)

    @property
    def _poster_room(self) -> QSizeF:
        facts = self._clip.facts
        return _TALL_POSTER if facts.height > facts.width else _POSTER

    @property
    def _moments_shown(self) -> list[Moment]:
        return moments_in_order(self._clip) if "moments" in self._asked else []

    @property
    def _asked(self) -> Mapping[str, str]:
        return self._cells

    @property
    def _doubts(self) -> list[Tag]:
        return unconfirmed(self._clip, self._sheet.words) if "unconfirmed" in self._cells else []


_ROLE_KEYS = {role: key for key, (role, _) in _ROLES.items()}


def _regions(tags: Sequence[Tag]) -> list[Box]:
    return [tag.region for tag in tags if tag.region is not None and tag.status is not Status.REFUTED]


def _between(runs: Sequence[Run], mark: Run) -> list[Run]:
    return [part for number, run in enumerate(runs) for part in ([mark, run] if number else [run])]


def _labelled(label: str, runs: Sequence[Run]) -> list[Piece]:
    return _beside(label, lines(runs, MAIN - _LABELS))


def _beside(label: str, words: Sequence[Piece]) -> list[Piece]:
    """Return ``words`` with ``label`` beside the first line; nothing without words."""
    if not words:
        return []
    first, *others = moved(words, _LABELS)
    head = word(label, LABEL)
    drop = QPointF(0, first.height - head.height) * 0.75

    def paint(painter: QPainter, place: QPointF) -> None:
        head.paint(painter, place + drop)
        first.paint(painter, place)

    return [Piece(first.height, paint), *others]


def _column(words: Sequence[Piece], left: float) -> list[tuple[QPointF, Piece]]:
    placed, down = [], 0.0
    for piece in words:
        placed.append((QPointF(left, down), piece))
        down += piece.height
    return placed


def _together(placed: Sequence[tuple[QPointF, Piece]], height: float) -> Piece:
    def paint(painter: QPainter, place: QPointF) -> None:
        for spot, piece in placed:
            piece.paint(painter, place + spot)

    return Piece(height, paint)
