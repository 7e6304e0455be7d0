"""Everything found in one clip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from core.errors import FileProblem
from core.media.fingerprint import fingerprint, sights_of
from core.media.frames import Mode, choose_mode, scan
from core.media.keyframes import Choice, Chooser, poster_of
from core.media.measure import Measures
from core.media.opening import Source
from core.media.pictures import clip_pictures, encode
from core.media.probe import ClipProbe, believable_rate, probe_clip
from core.media.shots import Transition, find_key_transitions, find_transitions
from core.media.timeline import Timeline, read_timeline
from core.model.media import MediaFacts, MediaKind
from core.ports.media import Findings, FoundFrame, Shot

SHORT_S = Fraction(1)
"""A clip that ends up to this much before its container says is not called cut off."""

Blobs = list[bytes]


@dataclass(frozen=True, slots=True)
class _Clip:
    """A clip as far as it has been looked at."""

    source: Source
    probe: ClipProbe
    timeline: Timeline | None
    mode: Mode
    measures: Measures
    transitions: list[Transition]

    @property
    def end(self) -> Fraction:
        """Where the last picture that was seen ends, in seconds from the first."""
        ticks = self.measures.ticks
        step = int(np.median(np.diff(ticks))) if len(ticks) > 1 else 0
        return (ticks[-1] + step) * self.probe.time_base

    @property
    def rate(self) -> float:
        """How many pictures a second were seen."""
        return len(self.measures) / float(self.end) if self.end else 25.0


def inspect_clip(source: Source, most: int, edge: int, progress: Callable[[], None]) -> tuple[Findings, Blobs]:
    """Return what is in a clip, with at most ``most`` keyframes whose longer edge has ``edge`` pixels at most.

    Raises FileProblem where no picture comes out of it.
    """
    clip = _look(source, progress)
    chooser = Chooser(clip.measures, clip.transitions, float(1 / clip.probe.time_base), clip.rate)
    choices = chooser.keyframes(most)
    frames, blobs, kept = _stills(clip, choices, edge, progress)
    facts, problem = _true_facts(clip)
    findings = Findings(
        kind=MediaKind.CLIP,
        facts=facts,
        date_shot=clip.probe.date_shot,
        place=clip.probe.place,
        keyframes=tuple(frames),
        poster=poster_of(kept),
        shots=_shots(clip, facts),
        sights=sights_of(clip.measures.thumbs, clip.measures.ticks, clip.probe.time_base, facts.rotation),
        problem=problem,
    )
    return findings, blobs


def _look(source: Source, progress: Callable[[], None]) -> _Clip:
    probe = probe_clip(source)
    progress()
    timeline = read_timeline(source, probe.stream, progress)
    mode = choose_mode(source, probe, timeline)
    measures = scan(source, probe, timeline, mode, progress)
    if not len(measures):
        raise FileProblem(f"{source.name} is damaged: none of its pictures can be decoded.")
    if mode is Mode.FULL:
        rate = len(measures) / max(1e-3, float((measures.ticks[-1] - measures.ticks[0]) * probe.time_base))
        transitions = find_transitions(measures.thumbs, rate)
    else:
        transitions = find_key_transitions(measures.thumbs)
    return _Clip(source, probe, timeline, mode, measures, transitions)


def _stills(
    clip: _Clip, choices: Sequence[Choice], edge: int, progress: Callable[[], None]
) -> tuple[list[FoundFrame], Blobs, list[Choice]]:
    """Return the keyframes whose picture is found, their JPEGs, and the choices behind them."""
    by_tick = {clip.measures.ticks[choice.picture]: choice for choice in choices}
    frames: list[FoundFrame] = []
    blobs: Blobs = []
    kept: list[Choice] = []
    for tick, bgr in clip_pictures(clip.source, clip.probe, clip.timeline, list(by_tick), edge, progress):
        choice = by_tick[tick]
        still = encode(bgr)
        frames.append(
            FoundFrame(
                time=tick * clip.probe.time_base,
                blob=len(blobs),
                width=still.width,
                height=still.height,
                frame=choice.picture if clip.mode is Mode.FULL else None,
                reason=choice.reason,
                sharpness=round(clip.measures.sharpness[choice.picture], 2),
                fingerprint=fingerprint(bgr),
            )
        )
        blobs.append(still.jpeg)
        kept.append(choice)
    return frames, blobs, kept


def _shots(clip: _Clip, facts: MediaFacts) -> tuple[Shot, ...]:
    """Return the shots, which cover the clip without gaps."""
    ticks, base = clip.measures.ticks, clip.probe.time_base
    starts = [(Fraction(0), "start")]
    starts += [(ticks[t.starts] * base, t.kind) for t in clip.transitions if 0 < t.starts < len(ticks)]
    end = max(facts.duration or Fraction(0), clip.end)
    ends = [*(start for start, _ in starts[1:]), end]
    return tuple(Shot(start=start, end=stop, kind=kind) for (start, kind), stop in zip(starts, ends, strict=True))


def _true_facts(clip: _Clip) -> tuple[MediaFacts, str]:
    """Return the facts with what was claimed set against what was found, and what is wrong with the file."""
    facts, timeline = clip.probe.facts, clip.timeline
    seen = clip.end
    full = clip.mode is Mode.FULL
    claimed = facts.duration
    problem = ""
    if full and claimed is not None and _falls_short(seen, claimed, timeline):
        problem = f"The file ends after {float(seen):.1f} s; what is there was kept."
    believed = claimed if claimed is not None and not (full and _apart(seen, claimed)) else seen
    counted = len(clip.measures) if full else None
    return (
        replace(
            facts,
            duration=believed if believed else None,
            frame_rate=facts.frame_rate or _counted_rate(clip),
            variable_rate=not timeline.steady if timeline is not None else False,
            frames=counted,
        ),
        problem,
    )


def _falls_short(seen: Fraction, claimed: Fraction, timeline: Timeline | None) -> bool:
    """Whether pictures that the file lists are not there; sound that goes on after them is no loss."""
    if seen >= claimed - max(SHORT_S, claimed / 20):
        return False
    return timeline is None or not timeline.whole or timeline.last < claimed - SHORT_S


def _apart(seen: Fraction, claimed: Fraction) -> bool:
    return abs(seen - claimed) > max(SHORT_S, claimed / 20)


def _counted_rate(clip: _Clip) -> Fraction | None:
    """Return the rate at which pictures were seen, where the container says none."""
    ticks = clip.measures.ticks
    if clip.mode is not Mode.FULL or len(ticks) < 2:
        return None
    rate = Fraction(len(ticks) - 1) / ((ticks[-1] - ticks[0]) * clip.probe.time_base)
    return rate.limit_denominator(1001) if believable_rate(rate) else None
