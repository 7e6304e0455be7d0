"""A query from what was typed: always an answer, with what could not be understood pointed out.

What is merely unfinished, at the end where the typing goes on, is no error and asks for nothing yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from core.search.fields import BY_NAME, Field
from core.search.fold import tokens
from core.search.lexer import Kind, Part, Value, parts
from core.search.linking import Link, read_link
from core.search.nearest import nearest
from core.search.places import has_places
from core.search.switch import SWITCH, without_switch
from core.search.tree import EVERYTHING, HasStatus, Named, Near, Node, Not, Or, Text, both, either
from core.search.values import Asked, MisreadError
from core.values import dataclass
from core.words import tr

DEEPEST = 8
"""How deep brackets may be nested, so that any query is well within what SQLite's own parser takes."""

LONGEST = 200
"""How many words, phrases and fields a query may have."""

MOST_LINKED = 4
"""How many tags may be linked in time, so that no clip takes long to look at."""


@dataclass(frozen=True, slots=True)
class QueryError:
    """What is wrong at [start, end) of the query, and what to put there instead where that is known."""

    start: int
    end: int
    message: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood, and what was not; ``moments`` where moments are asked for instead of clips."""

    text: str
    node: Node
    errors: tuple[QueryError, ...] = ()
    moments: bool = False


def parse(text: str, today: date) -> Query:
    """Return what ``text`` asks for on ``today``; never raises, and leaves out what it cannot understand."""
    rest, moments = without_switch(text)
    parser = _Parser(rest, today)
    node = parser.query()
    errors = sorted(parser.errors, key=lambda error: error.start)
    return Query(text, EVERYTHING if node is None else node, tuple(errors), moments)


class _Parser:
    """Reads one query; each method reads one rule of the grammar and returns None where it asks for nothing."""

    def __init__(self, text: str, today: date) -> None:
        self.errors: list[QueryError] = []
        self._text = text
        self._today = today
        self._length = len(text.rstrip())
        self._parts = list(parts(text))
        self._shorten()
        self._at = 0
        self._depth = 0

    def query(self) -> Node | None:
        found = self._alternatives()
        while self._next() is Kind.CLOSE:
            closing = self._take()
            self._complain(closing.start, closing.end, tr("This bracket closes nothing."), "")
            found = _all(part for part in (found, self._alternatives()) if part is not None)
        return found

    def _shorten(self) -> None:
        """Leave out what goes beyond what an index can be asked at once."""
        terms = [part for part in self._parts if part.values]
        if len(terms) > LONGEST:
            self._stop_before(
                terms[LONGEST], tr("A query has at most {most} words; the rest is left out.", most=LONGEST)
            )

    def _stop_before(self, part: Part, message: str) -> None:
        self._complain(part.start, self._length, message)
        del self._parts[self._parts.index(part) :]

    def _alternatives(self) -> Node | None:
        found = [self._conjunction()]
        while self._next() is Kind.OR:
            self._check_sides()
            self._take()
            found.append(self._conjunction())
        nodes = [node for node in found if node is not None]
        return either(*nodes) if nodes else None

    def _check_sides(self) -> None:
        """Complain of an OR with nothing before or after it; at the end of the query something may yet come."""
        operator = self._parts[self._at]
        before = self._parts[self._at - 1].kind if self._at else Kind.OPEN
        after = self._parts[self._at + 1].kind if self._at + 1 < len(self._parts) else None
        if before is Kind.OPEN or after in (Kind.OR, Kind.CLOSE):
            self._complain(operator.start, operator.end, tr("OR stands between two things: one is missing."), "")

    def _conjunction(self) -> Node | None:
        found: list[Node] = []
        while self._next() not in (None, Kind.OR, Kind.CLOSE):
            if self._next() is Kind.AND:
                self._take()
            elif (node := self._negatable()) is not None:
                found.append(node)
        return _all(found)

    def _negatable(self) -> Node | None:
        negated = False
        while self._next() is Kind.NOT:
            self._take()
            negated = not negated
        if self._next() in (None, Kind.OR, Kind.AND, Kind.CLOSE):
            return None
        node = self._linked()
        return Not(node) if negated and node is not None else node

    def _linked(self) -> Node | None:
        """Read one thing, or several of which each is linked to those before it by "with" or "within 5s of"."""
        node = self._single()
        while node is not None and has_places(node) and (link := self._link()) is not None:
            node = self._near(node, link)
        return node

    def _link(self) -> Link | None:
        link = read_link(self._parts[self._at :])
        if link is not None:
            self._at += link.length
            if link.complaint:
                self._complain(link.start, link.end, link.complaint, link.suggestion)
        return link

    def _near(self, first: Node, link: Link) -> Node:
        """Return ``first`` linked to what follows; where that cannot be, a node that asks for both."""
        begin = self._at
        second = self._single() if self._at < len(self._parts) else None
        if second is None:
            return first
        near = Near(first, second, link.within)
        if link.complaint:
            return both(first, second)
        if not has_places(second):
            start, end = self._parts[begin].start, self._parts[self._at - 1].end
            told = tr(
                "“{words}” says where in a clip something is: only tags and moments can stand here, such as person:tom "
                "or moment:waves.",
                words=link.words,
            )
            self._complain(start, end, told)
            return both(first, second)
        if _linked(near) > MOST_LINKED:
            told = tr(
                "At most {most} tags can be linked in time; the rest is looked for anywhere in the clip.",
                most=MOST_LINKED,
            )
            self._complain(link.start, link.end, told)
            return both(first, second)
        return near

    def _single(self) -> Node | None:
        part = self._take()
        if part.kind is Kind.OPEN:
            return self._group(part)
        if part.kind is Kind.FIELD:
            return self._field(part)
        return self._words(part.values[0])

    def _group(self, opening: Part) -> Node | None:
        if self._depth == DEEPEST:
            self._at -= 1
            self._stop_before(opening, f"Brackets go at most {DEEPEST} deep; the rest is left out.")
            return None
        self._depth += 1
        node = self._alternatives()
        self._depth -= 1
        if self._next() is Kind.CLOSE:
            self._take()
        return node

    def _words(self, value: Value) -> Node | None:
        """Read words that stand alone: looked for in the texts of a clip and in the names of its tags."""
        words = tokens(value.text)
        prefix = not (value.quoted and value.shut)
        return Or((Text(words, prefix=prefix), Named(None, words, prefix=prefix))) if words else None

    def _field(self, part: Part) -> Node | None:
        field = BY_NAME.get(part.name.lower())
        if field is None and part.name.lower() == SWITCH:
            message = tr(
                "“moments:” stands before everything else: then moments are found instead of clips. "
                "For their texts write “moment:”."
            )
            self._complain(part.start, part.head, message, "moment:")
            return None
        if field is None:
            return self._unknown_field(part)
        if not part.values and part.end < self._length:
            self._complain(
                part.start,
                part.end,
                tr("“{name}:” needs something after it: {about}.", name=field.name, about=tr(field.about)),
            )
        nodes = [self._value(field, part, value) for value in part.values]
        known = [node for node in nodes if node is not None]
        if not known:
            return None
        statuses = [node for node in known if isinstance(node, HasStatus)]
        if len(statuses) == len(known):
            return HasStatus(tuple(status for node in statuses for status in node.statuses))
        return either(*known)

    def _unknown_field(self, part: Part) -> Node | None:
        """Read what only looks like a field: a slip of the hand is left out, a title (“Mission: ...”) is words."""
        meant = nearest(part.name.lower(), BY_NAME)
        if meant is not None:
            message = tr("There is no field “{name}:”. Did you mean “{meant}:”?", name=part.name, meant=meant)
            self._complain(part.start, part.head, message, f"{meant}:{part.comparison}")
            return None
        if part.values and part.values[0].start == part.head:
            self._complain(
                part.start, part.head, tr("There is no field “{name}:”; it was looked for as a word.", name=part.name)
            )
        words = [Value(part.name, part.start, part.head), *part.values]
        return _all(node for node in map(self._words, words) if node is not None)

    def _value(self, field: Field, part: Part, value: Value) -> Node | None:
        asked = Asked(
            field=field.name,
            comparison=part.comparison,
            text=value.text,
            whole=part.comparison == "=" or (value.quoted and value.shut),
            typing=value.end >= self._length and not (value.quoted and value.shut),
            today=self._today,
        )
        try:
            return field.read(asked)
        except MisreadError as error:
            self._complain(value.start, value.end, error.message, error.suggestion)
            return None

    def _next(self) -> Kind | None:
        return self._parts[self._at].kind if self._at < len(self._parts) else None

    def _take(self) -> Part:
        part = self._parts[self._at]
        self._at += 1
        return part

    def _complain(self, start: int, end: int, message: str, suggestion: str | None = None) -> None:
        self.errors.append(QueryError(start, end, message, suggestion))


def _all(nodes: Iterable[Node]) -> Node | None:
    """Return the node that asks for all ``nodes``; a status among them is that of the tags beside it."""
    found = list(nodes)
    statuses = [node for node in found if isinstance(node, HasStatus)]
    if len(statuses) == 1 and any(map(_is_tag, found)):
        found = [_with_status(node, statuses[0]) for node in found if node is not statuses[0]]
    return both(*found) if found else None


def _linked(node: Node) -> int:
    """Return how many tags ``node`` links; of several that are or, the most."""
    match node:
        case Near(first, second):
            return _linked(first) + _linked(second)
        case Or(parts):
            return max(map(_linked, parts))
    return 1


def _is_tag(node: Node) -> bool:
    if isinstance(node, Near):
        return _is_tag(node.first) or _is_tag(node.second)
    return isinstance(node, Named) or (isinstance(node, Or) and all(isinstance(part, Named) for part in node.parts))


def _with_status(node: Node, status: HasStatus) -> Node:
    if isinstance(node, Named):
        return replace(node, statuses=status.statuses)
    if isinstance(node, Near):
        return Near(_with_status(node.first, status), _with_status(node.second, status), node.within)
    if _is_tag(node) and isinstance(node, Or):
        return Or(tuple(_with_status(part, status) for part in node.parts))
    return node
