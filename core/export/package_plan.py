"""What goes into a hand-over package under which name, and what does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import field
from datetime import date
from pathlib import Path

from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.export.embargo import holding
from core.export.formats import FORMATS, Format
from core.export.package_copy import Item
from core.export.payload import Names
from core.export.release import Override, Remember, nowhere
from core.export.sheet import StillPaths
from core.fixity.originals import why_not_opened
from core.model.clip import Clip
from core.model.ids import ClipId
from core.values import dataclass
from core.words import plural, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Where a package takes what it needs from: records, words, stills, and a history to remember an override."""

    clip: Callable[[ClipId], Clip | None]
    vocabulary: Vocabulary
    stills: StillPaths
    remember: Remember = nowhere
    formats: Mapping[str, Format] = field(default_factory=lambda: FORMATS)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An original that is not in the package and the sentence that says why; ``path`` is fit to be shown."""

    path: str
    reason: str


class Plan:
    """What leaves under which name, and what does not; ``overridden`` are the clips that an override lets out."""

    def __init__(self, shelf: Shelf, today: date, permit: Override) -> None:
        self._shelf = shelf
        self._today = today
        self._permit = permit
        self.items: list[Item] = []
        self.left_out: list[LeftOut] = []
        self.overridden: set[ClipId] = set()
        self.held_back = 0

    def take(self, clips: Iterable[ClipId]) -> None:
        """Plan for every clip; raises UserProblem where none is left."""
        names = Names()
        for clip_id in clips:
            clip = self._shelf.clip(clip_id)
            if clip is not None and self._may_leave(clip):
                self._place(clip, names)
        if not self.items:
            raise UserProblem(self._why_nothing())

    def _may_leave(self, clip: Clip) -> bool:
        if holding(clip, self._shelf.vocabulary, self._today) is None:
            return True
        if self._permit:
            self.overridden.add(clip.id)
            return True
        self.held_back += 1
        return False

    def _place(self, clip: Clip, names: Names) -> None:
        for file in clip.files:
            with suppress(OSError):
                size = Path(file.location).stat().st_size
                self.items.append(Item(clip.id, file, names.take(file.name), size))
                return
        reason = why_not_opened(clip.file.name, FileNotFoundError())
        self.left_out.append(LeftOut(clip.file.path, reason))

    def _why_nothing(self) -> str:
        if self.held_back:
            return plural(
                self.held_back,
                "Nothing to pack: %n clip held back under embargo.",
                "Nothing to pack: %n clips held back under embargo.",
            )
        if self.left_out:
            return " ".join((tr("Nothing to pack."), *(one.reason for one in self.left_out[:3])))
        return tr("Nothing to pack: no clip answers the query.")
