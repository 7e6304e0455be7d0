"""Which frame stands for a clip."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.catalog.draft import Draft
from core.errors import UserProblem
from core.model.ids import ClipId, StillId
from core.model.time import clock


@dataclass(frozen=True, slots=True)
class SetPoster:
    """Have one of a clip's keyframes stand for it in grids and sheets."""

    clip: ClipId
    still: StillId

    def stage(self, draft: Draft) -> str:
        clip = draft.clip(self.clip)
        frame = next((frame for frame in clip.keyframes if frame.still == self.still), None)
        if frame is None:
            raise UserProblem(f"That picture is not among the keyframes of {clip.name} (any more).")
        draft.put_clips([replace(clip, poster=self.still)])
        return f"Make the frame at {clock(frame.time)} the poster of {clip.name}"
