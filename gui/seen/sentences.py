"""What two clips are to each other, in words."""

from __future__ import annotations

from core.model.clip import Link, LinkKind
from core.model.time import Span, clock
from gui.seen.pairs import Pair, Standing
from gui.words import tr


def sentence(link: Link) -> str:
    """Return what the clip that ``link`` leads to is to the one that carries it, as a line under its name."""
    said = _with_spans(link, link.here, link.there) if link.here and link.there else _plain(link)
    return tr("{sentence} · mirrored", sentence=said) if link.mirrored and link.is_copy else said


def _with_spans(link: Link, here: Span, there: Span) -> str:
    ours, theirs = stretch(here), stretch(there)
    match (link.kind, link.suspected):
        case (LinkKind.EXCERPT_OF, True):
            return tr("{there} of it looks like this", there=theirs)
        case (LinkKind.EXCERPT_OF, False):
            return tr("Holds this, at {there}", there=theirs)
        case (LinkKind.CONTAINS, True):
            return tr("Looks like {here} of this", here=ours)
        case (LinkKind.CONTAINS, False):
            return tr("Is {here} of this", here=ours)
        case (LinkKind.OVERLAPS, True):
            return tr("{there} of it looks like {here} of this", there=theirs, here=ours)
        case (LinkKind.OVERLAPS, False):
            return tr("{there} of it is {here} of this", there=theirs, here=ours)
    return _plain(link)


def _plain(link: Link) -> str:
    match link.kind:
        case LinkKind.SAME_AS:
            return tr("Looks like the same") if link.suspected else tr("The same")
        case LinkKind.EXCERPT_OF:
            return tr("Holds this")
        case LinkKind.CONTAINS:
            return tr("Is a part of this")
        case LinkKind.OVERLAPS:
            return tr("Shows a part of this")
        case LinkKind.SAME_EVENT:
            return tr("Of the same event")
        case LinkKind.NOT_A_DUPLICATE:
            return tr("Not a duplicate")


def stretch(span: Span) -> str:
    """Return "0:03–0:07", or the one time where it is one."""
    if clock(span.start) == clock(span.end):
        return clock(span.start)
    return f"{clock(span.start)}–{clock(span.end)}"


def decided(pair: Pair) -> str:
    """Return what is said of a pair that is looked at: whether anything is to be decided, and what was."""
    link = pair.link
    if link is None:
        return tr("These two do not look alike.")
    if pair.standing is Standing.REFUSED:
        return tr("You said that these two are not duplicates.")
    if link.here is None or link.there is None:
        return tr("You linked these two.") if pair.standing is Standing.LINKED else tr("These two look alike.")
    one, other = stretch(link.here), stretch(link.there)
    if pair.standing is Standing.LINKED:
        words = tr("Linked: {one} of the first is {other} of the second.", one=one, other=other)
    else:
        words = tr("{one} of the first looks like {other} of the second.", one=one, other=other)
    return tr("{sentence} One of them is mirrored.", sentence=words) if link.mirrored else words
