"""What a sheet is written from: the archive as it is, or as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.app import Archive
from core.catalog.asof import AsOf
from core.catalog.vocabulary import Vocabulary
from core.cli.opening import clips_found, explained
from core.errors import UserProblem
from core.export.embargo import Embargo, holding
from core.export.export import Gate
from core.model.clip import Clip
from core.search.matching import matches
from core.search.parser import parse
from core.search.resolve import resolve
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The clips that answer a query, the names of their time, and what holds clips back."""

    clips: Iterable[Clip]
    vocabulary: Vocabulary
    gate: Gate | None = None


def origin_of(archive: Archive, query: str, as_of: str = "") -> Origin:
    """Return what answers ``query`` now, or did at the moment ``as_of``; raises UserProblem for either."""
    if not as_of:
        return Origin((archive.clip(clip) for clip in clips_found(archive, query)), archive.vocabulary)
    then = archive.as_of(as_of)
    vocabulary = then.vocabulary()
    return Origin(_answering(archive, then, vocabulary, query), vocabulary, _gate(archive, vocabulary))


def _answering(archive: Archive, then: AsOf, vocabulary: Vocabulary, text: str) -> Iterator[Clip]:
    query = parse(text, archive.clock.now().astimezone().date())
    if query.errors:
        raise UserProblem("\n".join(explained(text, error) for error in query.errors))
    node = resolve(query.node, vocabulary)
    return (clip for clip in then.clips() if matches(node, clip))


def _gate(archive: Archive, vocabulary: Vocabulary) -> Gate:
    """Return what holds a clip of the past back: its embargo then, and the one it is under now."""
    today = archive.clock.now().astimezone().date()

    def held(clip: Clip) -> Embargo | None:
        now = archive.catalog.clip(clip.id)
        under_now = None if now is None else holding(now, archive.vocabulary, today)
        return under_now or holding(clip, vocabulary, today)

    return held
