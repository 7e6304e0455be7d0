"""The verbs that look: search and show."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice

from core.app import Archive
from core.cli.documents import moment_found, record, summary
from core.cli.opening import clip_named, open_to_read, understood
from core.cli.searches import search_named
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.export.columns import COLUMNS, ID_PREFIX
from core.ingest.place_claims import suggestion
from core.model.clip import Clip, Moment
from core.model.codec import Document
from core.model.time import clock, offset
from core.ports.index import Order
from core.search.meant import Meant
from core.search.moments import MomentFound
from core.search.parser import Query, parse
from core.search.saved import order_of, query_of
from core.search.switch import without_switch
from core.search.why import Reason
from core.values import dataclass

_SHOWN_COLUMNS = (
    "kind", "duration", "people", "location_shown", "location_shot", "production", "keywords", "unconfirmed", "moments",
    "caption_as_shared", "source_handle", "source_url", "credit", "access", "embargo_until", "date_shot", "date_zone",
    "date_source", "camera", "lat", "lon", "codec", "width", "height", "frame_rate", "start_tc", "reel", "rating",
    "notes", "problem", "added",
)  # fmt: skip


def search(options: Namespace, terminal: Terminal) -> int:
    """List the clips that answer a query, or with “moments:” before it the moments."""
    with open_to_read(options.archive) as archive:
        text, order = _asked(archive, options)
        understood(parse(text, archive.today))
        if without_switch(text)[1]:
            return _search_moments(archive, text, order, options, terminal)
        found = archive.search(text, order, forgiving=not options.exact)
        clips = [archive.clip(clip) for clip in archive.index.clip_ids(found.rows[: options.limit])]
        listed = _Listed(archive, found.query, found.meant, options, terminal)
        listed.show(
            "clip", len(found.rows), [_Line(summary(archive, clip), _line(archive, clip), clip) for clip in clips]
        )
    return 0


@dataclass(frozen=True, slots=True)
class _Line:
    """A clip or a moment of a list, for machines and for people."""

    document: Document
    text: str
    clip: Clip
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class _Listed:
    """Shows what was found, and on demand why."""

    archive: Archive
    query: Query
    meant: Meant | None
    options: Namespace
    terminal: Terminal

    def show(self, noun: str, count: int, lines: Sequence[_Line]) -> None:
        """Show ``lines``, the first of ``count``."""
        if self.options.json:
            told = [self._document(line) for line in lines]
            self.terminal.show({"count": count, **_corrected(self.meant), f"{noun}s": told})
            return
        for line in lines:
            self.terminal.say(line.text)
            for reason in self._why(line):
                self.terminal.say(f"{'':>10}{reason.sentence}")
        if self.meant:
            nothing = f"Nothing for {self.meant.typed}. Showing {self.meant.shown}"
            self.terminal.tell(f"{nothing}; --exact asks for just what you typed.")
        self.terminal.tell(_tally(count, len(lines), noun))

    def _why(self, line: _Line) -> Sequence[Reason]:
        return self.archive.finder.why(self.query, line.clip, line.moment) if self.options.why else ()

    def _document(self, line: _Line) -> Document:
        reasons = [{"sentence": reason.sentence, **asdict(reason)} for reason in self._why(line)]
        return {**line.document, "why": reasons} if self.options.why else line.document


def _asked(archive: Archive, options: Namespace) -> tuple[str, Order]:
    """Return the query and the order, typed or saved."""
    if (options.query is None) == (options.saved is None):
        raise UserProblem("Give either a query or, with --saved, the name of a saved one.")
    if options.saved is None:
        return options.query, Order(options.order or Order.ADDED)
    saved = search_named(options.saved, archive.catalog.searches())
    return query_of(saved), Order(options.order) if options.order else order_of(saved)


def _search_moments(archive: Archive, text: str, order: Order, options: Namespace, terminal: Terminal) -> int:
    meant = None
    found = archive.moments(text, order)
    if not found.clips.rows and not options.exact and (meant := archive.finder.meant(text, archive.today)) is not None:
        text = meant.text
        found = archive.moments(text, order)
    listed = _Listed(archive, parse(text, archive.today), meant, options, terminal)
    shown = list(islice(found.moments, options.limit))
    lines = [_Line(moment_found(archive, one), _moment_line(one), one.clip, one.moment) for one in shown]
    listed.show("moment", archive.finder.how_many(found), lines)
    return 0


def _moment_line(found: MomentFound) -> str:
    span = found.moment.span
    times = f"{offset(span.start)} – {offset(span.end)}"
    return f"{ID_PREFIX}{found.clip.id}  {times}  {found.clip.name}  {found.moment.label}"


def _corrected(meant: Meant | None) -> Document:
    """Return what a list for machines tells of a query that was put right."""
    return {"meant": {"typed": meant.typed, "names": list(meant.names), "query": meant.text}} if meant else {}


def _line(archive: Archive, clip: Clip) -> str:
    told = summary(archive, clip)
    tags = [*told["people"], *told["locations"], *told["productions"], *told["keywords"]]
    duration = clock(clip.facts.duration) if clip.facts.duration is not None else "-"
    parts = [f"{ID_PREFIX}{clip.id}", f"{duration:>7}", clip.name, clip.problem or " · ".join(tags)]
    return "  ".join(part for part in parts if part)


def _tally(found: int, shown: int, noun: str) -> str:
    if not found:
        return f"No {noun} answers that."
    things = f"1 {noun}" if found == 1 else f"{found:,} {noun}s"
    return things if shown == found else f"{things}, the first {shown:,} of them shown"


def show(options: Namespace, terminal: Terminal) -> int:
    """Tell everything known of one clip."""
    with open_to_read(options.archive) as archive:
        clip = archive.clip(clip_named(archive, options.clip))
        if options.json:
            terminal.show(record(archive, clip))
            return 0
        terminal.say(clip.name)
        for name, value in _facts(archive, clip):
            terminal.say(f"  {name:<18}{value}")
    return 0


def _facts(archive: Archive, clip: Clip) -> Iterator[tuple[str, str]]:
    yield "id", ID_PREFIX + clip.id
    for file in clip.files:
        yield "file", file.path
    for key in _SHOWN_COLUMNS:
        column = COLUMNS[key]
        value = column.value(clip, archive.vocabulary)
        if value:
            yield column.words.lower(), value.replace("\n", "\n" + " " * 20)
    if clip.facts.other_date is not None:
        yield "also dated", f"{clip.facts.other_date.value}  ({clip.facts.other_date.said_by})"
    for chapter in clip.facts.chapters:
        yield "chapter", f"{clock(chapter.start)}  {chapter.title}"
    for key, value in clip.facts.tags.items():
        yield "container says", f"{key}: {value}"
    if (found := suggestion(clip)) is not None:
        yield "shot", f"{found.place}?  (by its GPS; “places --accept” claims it)"
    if clip.keyframes:
        times = ", ".join(f"{float(keyframe.time):.3f}" for keyframe in clip.keyframes)
        yield "keyframes", f"{len(clip.keyframes)} (seconds {times})"
