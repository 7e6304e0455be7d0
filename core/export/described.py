"""What several formats tell of a clip in the same words."""

from __future__ import annotations

from core.catalog.vocabulary import Vocabulary
from core.export.cells import split_values
from core.export.columns import COLUMNS, ESTABLISHED, known
from core.model.clip import Clip, Moment, Role
from core.model.vocabulary import Entry


def entries(clip: Clip, words: Vocabulary, role: Role) -> list[Entry]:
    """Return the entries that stand in ``role`` as a fact, without those that are gone."""
    return [entry for tagged in known(clip, role, words) if (entry := words.get(tagged)) is not None]


def embargo_words(clip: Clip) -> str:
    """Return the sentence that holds a clip back, empty where nothing does."""
    access = clip.access
    until = [access.embargo] if access.embargo else []
    until += ["the release of what it shows"] if access.until_release else []
    if not until:
        return ""
    return f"EMBARGO until {' and '.join(until)}" + (f" ({access.reason})" if access.reason else "")


def rights_words(clip: Clip) -> str:
    """Return whose it is, as one line."""
    return " ".join(filter(None, [clip.rights.holder and f"© {clip.rights.holder}.", clip.rights.note]))


def doubts(clip: Clip, words: Vocabulary) -> list[str]:
    """Return what is claimed or disputed, each with by whom: "person shown: Tom Cruise (claimed by @fan)"."""
    return split_values(COLUMNS["unconfirmed"].value(clip, words))


def seen_in(clip: Clip, moment: Moment, words: Vocabulary) -> list[str]:
    """Return what is established to be seen in ``moment``, people first."""
    here = [tag for tag in clip.tags if tag.moment == moment.id and tag.status in ESTABLISHED]
    shown = words.finals(tag.entry for role in Role for tag in here if tag.role is role)
    return [words.label(entry) for entry in shown]
