"""The player's decoder: any picture of a clip by its number, and any stretch of its sound; runs in a worker child.

It remembers one clip between questions, and where its decoders stand, so that the next picture costs one decode.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from core.errors import FileProblem
from core.media.opening import inspect_source
from core.media.playing_pictures import LEAD, Pictures
from core.media.playing_sound import SOUND_RATE as SOUND_RATE
from core.media.playing_sound import Sound
from core.media.probe import ClipProbe, probe_clip
from core.media.screen import Screen
from core.model import reasons
from core.model.reasons import said

DECODES_AN_ANSWER = 48
"""After so many pictures a question is answered with what there is, so that another may be asked instead."""

Task = Mapping[str, Any]
Answer = tuple[dict[str, Any], list[bytes]]


class Projector:
    """Answers the player: ``open`` a clip, ``pictures`` of it into shared memory, ``sound`` of it."""

    def __init__(self) -> None:
        self._probe: ClipProbe | None = None
        self._pictures: Pictures | None = None
        self._sound: Sound | None = None
        self._screen = Screen(0)

    def __call__(self, task: Task, progress: Callable[[], None]) -> Answer:
        """Carry out ``task["do"]``; raises FileProblem where the file does not give it."""
        match task["do"]:
            case "open":
                return self._open(task["path"], progress)
            case "pictures":
                return self._show(task, progress)
            case "sound":
                return self._play(task)
        raise ValueError(f"the player does not know how to {task['do']}")

    def _open(self, path: str, progress: Callable[[], None]) -> Answer:
        self._close()
        source = inspect_source(path)
        if source.family.is_still:
            raise FileProblem(said(reasons.NOT_PLAYED, name=source.name))
        self._probe = probe_clip(source)
        self._pictures = Pictures(source, self._probe, progress)
        self._sound = Sound(source, self._probe) if self._probe.facts.audio_codec else None
        self._screen = Screen(self._probe.facts.rotation)
        base, facts = self._probe.time_base, self._probe.facts
        value = {
            "time_base": [base.numerator, base.denominator],
            "width": facts.width,
            "height": facts.height,
            "aspect": [self._probe.aspect.numerator, self._probe.aspect.denominator],
            "rotation": facts.rotation,
            "sound": self._sound is not None,
        }
        return value, [array("q", self._pictures.ticks.tolist()).tobytes()]

    def _show(self, task: Task, progress: Callable[[], None]) -> Answer:
        """Write pictures ``first``, ``first`` + 1 ... into ``slots``, ``size`` being width and height as shown.

        Answers the places in ``slots`` that were filled; ``more`` where it stopped early and may be asked again, which
        it does at once when it is hurried.  ``instead`` is a picture before ``first``, in the first slot, to be looked
        at while the way to ``first`` is long.
        """
        pictures = self._clip()[0]
        first, slots, memory = task["first"], task["slots"], task["memory"]
        end = min(first + len(slots), len(pictures.ticks))
        done: list[int] = []
        for count, (number, frame) in enumerate(pictures.between(first, end) if first < end else (), 1):
            progress()
            if first <= number < end:
                self._screen.draw(frame, memory, slots[number - first], *task["size"])
                done.append(number - first)
            elif count == 1 and task.get("instead") and number + LEAD < first:
                self._screen.draw(frame, memory, slots[0], *task["size"])
                return {"done": [], "more": True, "instead": number}, []
            if number + 1 < end and (count == DECODES_AN_ANSWER or task["hurried"]()):
                return {"done": done, "more": True}, []
        return {"done": done, "more": False}, []

    def _play(self, task: Task) -> Answer:
        self._clip()
        if self._sound is None:
            return {"goes_on": False}, [b""]
        data, goes_on = self._sound.stretch(Fraction(*task["start"]), task["pairs"])
        return {"goes_on": goes_on}, [data]

    def _clip(self) -> tuple[Pictures, ClipProbe]:
        if self._pictures is None or self._probe is None:
            raise FileProblem(said(reasons.OPEN_AGAIN))
        return self._pictures, self._probe

    def _close(self) -> None:
        for part in (self._pictures, self._sound):
            if part is not None:
                part.close()
        self._pictures = self._sound = self._probe = None


play = Projector()
"""The job of a player's child."""
