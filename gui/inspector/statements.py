"""Who said what of a clip, and how sure it is: the words for it; no widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from core.model.clip import Clip, Role, Status, Tag
from core.model.ids import EntryId, TagId
from core.values import dataclass
from gui.words import capital, msg, tr

SURE = (Status.CONFIRMED, Status.SUPPORTED)
"""What is so sure needs no mark."""

US = msg("Said here")
"""Who said what nobody else is named for."""

About = tuple[EntryId, Role]
"""What a statement is about: an entry, and as what."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as it is told: who made it, in what words, of which moment, and why it stands as it does."""

    tag: TagId
    status: Status
    who: str
    verbatim: str = ""
    moment: str = ""
    evidence: str = ""

    @property
    def sentence(self) -> str:
        """The statement in one line, its status first."""
        who = tr(US) if self.who == US else self.who
        words = tr("{name}: “{words}”", name=who, words=self.verbatim) if self.verbatim else who
        parts = [f"{capital(self.status.word)} · {words}"]
        parts += [tr("in “{moment}”", moment=self.moment)] if self.moment else []
        parts += [tr("because: {reason}", reason=self.evidence)] if self.evidence else []
        return " · ".join(parts)


def statements_of(clip: Clip, final: Callable[[EntryId], EntryId]) -> Mapping[About, tuple[Statement, ...]]:
    """Return all that is said of ``clip``, by what it is about, in the order in which it was said."""
    labels = {moment.id: moment.label for moment in clip.moments}
    found: dict[About, list[Statement]] = {}
    for tag in clip.tags:
        moment = labels.get(tag.moment, "") if tag.moment is not None else ""
        found.setdefault((final(tag.entry), tag.role), []).append(_statement(tag, moment))
    return {about: tuple(statements) for about, statements in found.items()}


def _statement(tag: Tag, moment: str) -> Statement:
    return Statement(tag.id, tag.status, tag.said_by or US, tag.verbatim, moment, tag.evidence)


def worth_telling(statements: Iterable[Statement]) -> bool:
    """Whether more is to be told of an entry than its chip shows: a doubt, a voice, a reason."""
    return any(one.status not in SURE or one.who != US or one.verbatim or one.evidence for one in statements)
