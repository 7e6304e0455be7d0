"""Which frame stands for a clip."""

from __future__ import annotations

from dataclasses import replace

from core.catalog.draft import Draft
from core.errors import UserProblem
from core.model.ids import ClipId, StillId
from core.model.time import clock
from core.values import dataclass
from core.words import tr


@dataclass(frozen=True, slots=True)
class SetPoster:
    """Have one of a clip's keyframes stand for it in grids and sheets."""

    clip: ClipId
    still: StillId

    def stage(self, draft: Draft) -> str:
        clip = draft.clip(self.clip)
        frame = next((frame for frame in clip.keyframes if frame.still == self.still), None)
        if frame is None:
            raise UserProblem(tr("That picture is not among the keyframes of {name} (any more).", name=clip.name))
        draft.put_clips([replace(clip, poster=self.still)])
        return tr("Make the frame at {time} the poster of {clip}", time=clock(frame.time), clip=clip.name)
