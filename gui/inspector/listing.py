"""From a list of names that was pasted or typed to one edit; no widgets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from core.catalog.edits import AddEntry, Edit, Together
from core.catalog.vocabulary import Vocabulary
from core.model.clip import USUAL_ROLES, Role
from core.model.ids import ClipId, EntryId
from core.model.vocabulary import Entry, EntryKind
from core.values import dataclass
from gui.inspector.tagging import Stretch, read_field, tag_edit
from gui.kinds import new_kind
from gui.words import msg, plural, tr

_LINES = re.compile(r"[;\r\n\u2028\u2029]+")
_PERSON_WORDS = 2
_MOST = 200
"""So many names are read of one list."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name may mean: a known entry, or with ``entry`` None a new one of that kind; both None leaves it out."""

    words: str
    kind: EntryKind | None = None
    entry: EntryId | None = None


LEFT_OUT = Meaning(msg("Leave it out"))


@dataclass(frozen=True, slots=True)
class NameRead:
    """One name of a list and what it may mean, the likeliest first."""

    text: str
    meanings: tuple[Meaning, ...]


def names_in(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the names in ``text``, each once: parted by lines, semicolons, or commas that are in no known name."""
    names: list[str] = []
    for line in _LINES.split(text):
        kinds, whole = read_field(line)
        known = any(vocabulary.find_exact(kind, whole) for kind in kinds) if whole else False
        names += [line] if known else line.split(",")
    return list(dict.fromkeys(name for raw in names if read_field(name := raw.strip())[1]))[:_MOST]


def read_list(text: str, vocabulary: Vocabulary) -> list[NameRead]:
    """Return the names in ``text`` with what each may mean."""
    return [NameRead(name, _meanings(name, vocabulary)) for name in names_in(text, vocabulary)]


def _meanings(text: str, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    kinds, name = read_field(text)
    exact = [entry for kind in kinds for entry in vocabulary.find_exact(kind, name)]
    known = [
        Meaning(tr("{name} ({kind})", name=vocabulary.label(entry.id), kind=entry.kind.word), entry.kind, entry.id)
        for entry in exact
    ]
    near = [
        Meaning(
            tr("{name} ({kind}), much like it", name=match.shown, kind=match.entry.kind.word),
            match.entry.kind,
            match.entry.id,
        )
        for match in vocabulary.near_names(name, kinds)
    ]
    likely = EntryKind.PERSON if len(name.split()) >= _PERSON_WORDS else EntryKind.KEYWORD
    missing = [kind for kind in kinds if all(entry.kind is not kind for entry in exact)]
    new = [Meaning(new_kind(kind), kind) for kind in sorted(missing, key=lambda kind: kind is not likely)]
    # A near name stands before a new one, as in the tag field: a second spelling is made on purpose or not at all.
    return (*known, *near, *new, LEFT_OUT)


def list_edit(
    clips: Sequence[ClipId],
    chosen: Sequence[tuple[str, Meaning]],
    new_id: Callable[[], EntryId],
    stretch: Stretch | None = None,
) -> Edit | None:
    """Return the one edit that tags ``clips`` with all that was ``chosen``, None where all was left out."""
    wanted: dict[tuple[EntryId, Role], None] = {}
    made: dict[tuple[EntryKind, str], Entry] = {}
    for text, meaning in chosen:
        if meaning.kind is None:
            continue
        entry = meaning.entry
        if entry is None:
            label = read_field(text)[1]
            fresh = made.setdefault((meaning.kind, label), Entry(id=new_id(), kind=meaning.kind, label=label))
            entry = fresh.id
        wanted[entry, USUAL_ROLES[meaning.kind]] = None
    if not wanted:
        return None
    edits = (*map(AddEntry, made.values()), *(tag_edit(clips, entry, role, stretch) for entry, role in wanted))
    return Together(_label(len(clips), len(wanted), len(made)), edits)


def _label(clips: int, names: int, new: int) -> str:
    tagged = plural(clips, "Tag %n clip", "Tag %n clips")
    label = plural(names, "{tagged} with %n name", "{tagged} with %n names", tagged=tagged)
    return plural(new, "{label}, %n new", "{label}, %n new", label=label) if new else label
