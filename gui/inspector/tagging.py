"""From what is typed into the tag field to an edit; pure, so that every choice can be tested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.catalog.edits import AddEntry, Edit, TagClips, Together
from core.catalog.spans import TagSpan
from core.catalog.vocabulary import Vocabulary
from core.model.clip import USUAL_ROLES, Role, Status, Tag
from core.model.ids import ClipId, EntryId, MomentId, TagId
from core.model.time import Span
from core.model.vocabulary import Entry, EntryKind
from core.search.suggest import Completer, quoted
from core.values import dataclass
from gui.kinds import new_kind
from gui.widgets import Marker, Suggestion
from gui.words import number, plural, tr

PREFIXES: Mapping[str, EntryKind] = {
    "@": EntryKind.PERSON,
    "#": EntryKind.LOCATION,
    "%": EntryKind.PRODUCTION,
    "+": EntryKind.KEYWORD,
}
"""A first letter that narrows the field to one kind."""

NEW = "new:"
"""Starts the key of a suggestion that makes a new entry; its kind follows."""

LIST = "list"
"""The key of the suggestion to tag with all names of a list; it is asked about before anything is done."""

MARKERS: Mapping[Status, Marker] = {
    Status.CLAIMED: Marker.CLAIMED,
    Status.SUPPORTED: Marker.NONE,
    Status.CONFIRMED: Marker.NONE,
    Status.DISPUTED: Marker.DISPUTED,
    Status.REFUTED: Marker.REFUTED,
}

_LIMIT = 8


def read_field(text: str) -> tuple[tuple[EntryKind, ...], str]:
    """Return the kinds and the name meant by ``text``: "@tom" asks for people only."""
    text = text.strip()
    kind = PREFIXES.get(text[:1])
    return ((kind,), text[1:].strip()) if kind else (tuple(EntryKind), text)


def suggestions(
    text: str, vocabulary: Vocabulary, uses: Mapping[EntryId, int], names: Completer | None = None
) -> list[Suggestion]:
    """Return what ``text`` may mean: known entries, or those of a near name, then new ones of each kind without it.

    Entries are found by ``names``, where that is given, sooner than by the vocabulary.
    """
    kinds, name = read_field(text)
    matches = (names or vocabulary).complete(name, kinds, limit=_LIMIT, uses=uses)
    known = [
        Suggestion(match.entry.id, match.shown, _detail(match.entry, match.matched_name, uses), match.entry.kind)
        for match in matches
    ]
    if not name:
        return known
    called = vocabulary.kinds_called(name)
    missing = [kind for kind in kinds if kind not in called]
    near = [] if known else vocabulary.near_names(name, missing)
    known += [
        Suggestion(match.entry.id, tr("Did you mean {name}?", name=match.shown), "", match.entry.kind) for match in near
    ]
    return known + [Suggestion(f"{NEW}{kind}", name, new_kind(kind), kind, creates=True) for kind in missing]


def _detail(entry: Entry, matched_name: str, uses: Mapping[EntryId, int]) -> str:
    if matched_name != entry.label:
        return tr("also “{name}”", name=matched_name)
    clips = uses.get(entry.id, 0)
    return number(clips) if clips else ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a clip that a tag is said of; ``moment`` is the id of the moment made for it."""

    span: Span
    moment: MomentId


def tag_edit(clips: Sequence[ClipId], entry: EntryId, role: Role, stretch: Stretch | None = None) -> Edit:
    """Return the edit that tags ``clips`` with a known entry: all of each, or a ``stretch`` of the one there is."""
    tag = Tag(id=TagId(""), entry=entry, role=role)
    if stretch is not None:
        (clip,) = clips
        return TagSpan(clip, stretch.span, tag, stretch.moment)
    return TagClips(tuple(clips), tag)


def new_entry_edit(clips: Sequence[ClipId], entry: Entry, stretch: Stretch | None = None) -> Edit:
    """Return the edit that puts ``entry`` into the vocabulary and tags ``clips`` with it, as one step."""
    return Together(
        _label(len(clips), entry), (AddEntry(entry), tag_edit(clips, entry.id, USUAL_ROLES[entry.kind], stretch))
    )


def _label(clips: int, entry: Entry) -> str:
    tagged = plural(clips, "Tag %n clip", "Tag %n clips")
    return tr("{tagged} with the new {kind} {name}", tagged=tagged, kind=entry.kind.word, name=entry.label)


def search_for(entry: Entry) -> str:
    """Return the search for the clips that carry ``entry``."""
    return f"{entry.kind}:{quoted(entry.label)}"
