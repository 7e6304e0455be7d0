"""Why a clip answers a query: which word stands where, and by which name a tag was found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import singledispatch
from typing import Protocol

from core.model.clip import Clip, Moment, Role, Status, Tag
from core.model.ids import EntryId
from core.model.time import Span, clock
from core.model.vocabulary import Entry, EntryKind
from core.search.fold import found_at, words_of
from core.search.matching import holds, matches
from core.search.places import answers, places
from core.search.reading import NUMBERS, TEXTS
from core.search.resolve import Names, resolve
from core.search.suggest import Completer
from core.search.tree import (
    BEING,
    Among,
    And,
    Dated,
    Embargoed,
    Has,
    HasStatus,
    Measure,
    Named,
    Near,
    Node,
    Not,
    Number,
    Or,
    Period,
    Tagged,
    Text,
    TextField,
)
from core.values import dataclass
from core.words import dated, msg, number, tr

_BESIDE = 36
"""How many letters of a long text are shown on either side of what was found in it."""

_FIELDS: Mapping[TextField, str] = {
    TextField.NAME: msg("name"),
    TextField.FILE: msg("file name"),
    TextField.PATH: msg("path"),
    TextField.CAPTION: msg("caption"),
    TextField.NOTES: msg("notes"),
    TextField.MOMENTS: msg("moment"),
    TextField.HANDLE: msg("shared by"),
    TextField.CREDIT: msg("credit"),
    TextField.ORIGIN: msg("source"),
    TextField.CODEC: msg("codec"),
    TextField.CAMERA: msg("camera"),
}
_MOST_NAMES = 1_000


class Authority(Names, Completer, Protocol):
    """The authority file as an explanation needs it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What in a clip answers a part of a query.

    ``text`` is what stands in ``field``, or an excerpt; ``marks`` are the stretches of it that were asked for;
    ``note`` says how it leads to what the clip carries.
    """

    field: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    note: str = ""

    @property
    def sentence(self) -> str:
        """The reason in one line: "location: Norway – lies above Hellesylt"."""
        return f"{self.field}: {self.text}{f' – {self.note}' if self.note else ''}"


def why(clip: Clip, node: Node, names: Authority, moment: Moment | None = None) -> tuple[Reason, ...]:
    """Return what in ``clip``, or in it seen through ``moment``, answers ``node``, in the order of the query.

    ``node`` is as :func:`core.search.parser.parse` gives it, with names.  What is asked not to be there gives no
    reason, and a clip that does not answer gives none at all.
    """
    looking = _Looking(clip, names, moment)
    return tuple(dict.fromkeys(_reasons(node, looking))) if looking.answers(node) else ()


@dataclass(frozen=True, slots=True)
class _Looking:
    """The clip that is looked at, through a moment or as a whole."""

    clip: Clip
    names: Authority
    moment: Moment | None

    def answers(self, node: Node) -> bool:
        resolved = resolve(node, self.names)
        return holds(resolved, self.clip, self.moment) if self.moment else matches(resolved, self.clip)

    def tags(self) -> Iterator[Tag]:
        """Yield the tags that count: those of the clip, of one moment with those of the whole clip."""
        for tag in self.clip.tags:
            if self.moment is None or tag.moment in (None, self.moment.id):
                yield tag

    def texts(self, field: TextField) -> Iterable[str]:
        if field is TextField.MOMENTS and self.moment is not None:
            return (self.moment.label, self.moment.note)
        return TEXTS[field](self.clip)


@singledispatch
def _reasons(node: Node, _looking: _Looking) -> Iterator[Reason]:
    """Yield the reasons why a node that holds does."""
    raise TypeError(f"{type(node).__name__} has no reason")


@_reasons.register
def _and(node: And, looking: _Looking) -> Iterator[Reason]:
    for part in node.parts:
        yield from _reasons(part, looking)


@_reasons.register
def _or(node: Or, looking: _Looking) -> Iterator[Reason]:
    for part in node.parts:
        if looking.answers(part):
            yield from _reasons(part, looking)


@_reasons.register
def _not(node: Not, _looking: _Looking) -> Iterator[Reason]:
    if isinstance(node.part, Has):
        trait = node.part.trait
        yield Reason(tr("is not") if trait in BEING else tr("missing"), tr(trait.value))


@_reasons.register
def _text(node: Text, looking: _Looking) -> Iterator[Reason]:
    for field in node.fields:
        for text in looking.texts(field):
            marks = _marks(text, node.tokens, prefix=node.prefix)
            if marks:
                yield _excerpt(tr(_FIELDS[field]), text, marks)


@_reasons.register
def _named(node: Named, looking: _Looking) -> Iterator[Reason]:
    resolved = resolve(node, looking.names)
    tags = [tag for tag in looking.tags() if isinstance(resolved, Tagged) and answers(tag, resolved)]
    for entry in dict.fromkeys(tag.entry for tag in tags):
        yield from _by_name(node, entry, [tag for tag in tags if tag.entry == entry], looking.names)


@_reasons.register
def _near(node: Near, looking: _Looking) -> Iterator[Reason]:
    whole = _Looking(looking.clip, looking.names, None)
    yield from _reasons(node.first, whole)
    yield from _reasons(node.second, whole)
    apart = f"{float(node.within or 0):g}"
    field = tr("at the same time") if node.within is None else tr("within {seconds} s", seconds=apart)
    for place in places(resolve(node, looking.names), looking.clip):
        if looking.moment is None or not place.moments or looking.moment.id in place.moments:
            yield Reason(field, _told(place.span))
            return


@_reasons.register
def _status(node: HasStatus, looking: _Looking) -> Iterator[Reason]:
    for tag in looking.tags():
        if tag.status in node.statuses:
            entry = looking.names.get(tag.entry)
            yield Reason(tr("status"), tag.status.word, note=entry.label if entry else "")


@_reasons.register
def _period(node: Period, looking: _Looking) -> Iterator[Reason]:
    clip = looking.clip
    shot = clip.date_shot.value if clip.date_shot else ""
    yield Reason(tr(node.dated.value), shot if node.dated is Dated.SHOT else clip.added[:10])


@_reasons.register
def _number(node: Number, looking: _Looking) -> Iterator[Reason]:
    amount = NUMBERS[node.measure](looking.clip) or 0
    duration = looking.clip.facts.duration
    if node.measure is Measure.DURATION and duration is not None:
        yield Reason(tr(node.measure.value), clock(duration))
    else:
        told = f"{amount / 100:g}" if node.measure is Measure.FPS else number(amount)
        yield Reason(tr(node.measure.value), told)


@_reasons.register
def _among(_node: Among, _looking: _Looking) -> Iterator[Reason]:
    yield Reason(tr("looked at"), tr("as much of it as was asked for"))


@_reasons.register
def _has(node: Has, _looking: _Looking) -> Iterator[Reason]:
    yield Reason(tr("is") if node.trait in BEING else tr("has"), tr(node.trait.value))


@_reasons.register
def _embargoed(_node: Embargoed, looking: _Looking) -> Iterator[Reason]:
    access = looking.clip.access
    if access.embargo:
        yield Reason(tr("embargo"), tr("until {date}", date=dated(access.embargo)), note=access.reason)
    if access.until_release:
        yield Reason(tr("embargo"), tr("until release"), note=access.reason)


# names ----------------------------------------------------------------------------------------------------------
def _by_name(node: Named, carried: EntryId, tags: Collection[Tag], names: Authority) -> Iterator[Reason]:
    """Yield by which names ``node`` came to an entry that the clip carries: its own, or one of an entry above it."""
    entry = names.get(carried)
    if entry is None:
        return
    role = _role(tags)
    for above in _upwards(entry, names):
        if node.kind not in (None, above.kind):
            continue
        way = "" if above == entry else tr("lies above {entry}", entry=entry.label)
        for name, note in (*_own_names(above, way), *_led_here(node, above, way, names)):
            marks = _marks(name, node.tokens, prefix=node.prefix)
            if marks:
                yield Reason(role, name, marks, _with_status(note, tags))
                return


def _upwards(entry: Entry, names: Authority) -> Iterator[Entry]:
    """Yield ``entry`` and those it lies in, the nearest first."""
    seen: set[EntryId] = set()
    at: Entry | None = entry
    while at is not None and at.id not in seen:
        seen.add(at.id)
        yield at
        at = names.get(at.parent) if at.parent else None


def _own_names(entry: Entry, way: str) -> Iterator[tuple[str, str]]:
    yield entry.label, way
    for alias in entry.aliases:
        yield alias.text, _also(tr("alias of {entry}", entry=entry.label), way)


def _led_here(node: Named, entry: Entry, way: str, names: Authority) -> Iterator[tuple[str, str]]:
    """Yield the names of entries that were merged into ``entry``."""
    for match in names.complete(" ".join(node.tokens), (entry.kind,), limit=_MOST_NAMES):
        if match.entry == entry and match.matched_name not in entry.names:
            yield match.matched_name, _also(tr("leads to {entry}", entry=entry.label), way)


def _also(note: str, way: str) -> str:
    return tr("{note}, which {way}", note=note, way=way) if way else note


def _role(tags: Collection[Tag]) -> str:
    roles = list(dict.fromkeys(tag.role for tag in tags))
    usual = {Role.PERSON_SHOWN: EntryKind.PERSON, Role.LOCATION_SHOWN: EntryKind.LOCATION}
    return usual.get(roles[0], roles[0]).word if len(roles) == 1 else EntryKind.LOCATION.word


def _with_status(note: str, tags: Collection[Tag]) -> str:
    """Return ``note`` with how far the tag is trusted, where it is not an established one."""
    statuses = {tag.status for tag in tags}
    told = ", ".join(status.word for status in Status if status in statuses) if Status.CONFIRMED not in statuses else ""
    return ", ".join(part for part in (note, told) if part)


# texts ----------------------------------------------------------------------------------------------------------
def _marks(text: str, wanted: tuple[str, ...], *, prefix: bool) -> tuple[tuple[int, int], ...]:
    """Return where in ``text`` the words ``wanted`` stand; of a word that is only begun, all of it."""
    words = words_of(text)
    places_found = found_at(tuple(word.text for word in words), wanted, prefix=prefix)
    return tuple((words[place].start, words[place + len(wanted) - 1].end) for place in places_found)


def _excerpt(field: str, text: str, marks: tuple[tuple[int, int], ...]) -> Reason:
    """Return the text around its first mark, on one line; the marks in it go with it."""
    start, end = max(0, marks[0][0] - _BESIDE), min(len(text), marks[0][1] + _BESIDE)
    if start:
        start = text.find(" ", start, marks[0][0]) + 1 or start
    last_space = text.rfind(" ", marks[0][1], end) if end < len(text) else -1
    end = last_space if last_space > 0 else end
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shown = "".join(" " if letter in "\r\n\t" else letter for letter in text[start:end])
    moved = len(before) - start
    kept = tuple((first + moved, last + moved) for first, last in marks if start <= first and last <= end)
    return Reason(field, f"{before}{shown}{after}", kept)


def _told(span: Span | None) -> str:
    if span is None:
        return tr("all of the clip")
    return tr("{start} to {end}", start=clock(span.start), end=clock(span.end))
