"""Everything found in one clip."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np

from core.errors import FileProblem
from core.media.faces import faces_share
from core.media.fingerprint import fingerprint, sights_of
from core.media.frames import Reel, opened_reel
from core.media.keyframes import Choice, Chooser
from core.media.looking import Look, Mode, glance, look_exactly
from core.media.opening import Source, opened_clip
from core.media.pictures import Bgr, clip_pictures, encode
from core.media.probe import ClipProbe, believable_rate, probe_clip, probe_opened
from core.media.strips import TILE, Gallery, spacing_of
from core.media.timeline import Timeline, read_timeline, timeline_of_table
from core.model import reasons
from core.model.media import MediaFacts, MediaKind, Sights
from core.model.reasons import said
from core.model.sniff import MediaFamily
from core.ports.media import Findings, FoundFrame, KeyframeChoice, Shot, ShotList
from core.values import dataclass

SHORT_S = Fraction(1)
"""A clip that ends up to this much before its container says is not called cut off."""

FEW_LOST = 5
"""Pictures at the ends of a clip that may need others which are not in it."""

EXACT_PIXELS = 12_000_000_000
"""Clips of up to this many pixels, over all pictures, are looked at exactly while importing: seconds on one core."""

POSTERS = 5
"""So many of the best keyframes are searched for faces."""

FACES_WORTH = 4.0
EVERY_KEYFRAME = 1000

Blobs = list[bytes]
Progress = Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Clip:
    """A clip as far as it has been looked at."""

    source: Source
    probe: ClipProbe
    timeline: Timeline | None
    look: Look
    gallery: Gallery

    @property
    def seen(self) -> Fraction:
        """Where the last picture that was seen ends, in seconds from the first."""
        ticks = self.look.measures.ticks
        step = int(np.median(np.diff(ticks))) if len(ticks) > 1 else 0
        if self.timeline is not None and len(self.timeline.shown) > 1:
            step = int(np.median(np.diff(self.timeline.shown)))
        return (ticks[-1] + step) * self.probe.time_base

    @property
    def end(self) -> Fraction:
        """Where the clip ends, in seconds from its first picture: what was not decoded is there all the same."""
        timeline = self.timeline
        if timeline is None or len(timeline.shown) == 0 or self.look.is_whole:
            return self.seen
        return max(self.seen, (timeline.end - int(timeline.shown[0])) * timeline.time_base)

    def number(self, tick: int) -> int | None:
        """Return the number of the picture shown at ``tick``."""
        timeline = self.timeline
        return timeline.number(tick) if timeline is not None and (timeline.exact or timeline.steady) else None

    def choices(self, most: int) -> list[Choice]:
        """Return the keyframes, ``most`` of them at most."""
        keys = () if self.timeline is None else (self.timeline.keys - self.timeline.shown[:1]).tolist()
        look = self.look
        return Chooser(look.measures, look.transitions, float(1 / self.probe.time_base), keys).keyframes(most)


def inspect_clip(source: Source, most: int, edge: int, progress: Progress) -> tuple[Findings, Blobs]:
    """Return what is in a clip, with at most ``most`` keyframes whose longer edge has ``edge`` pixels at most.

    Shots are exact unless the clip is so large that nobody would wait for them.  Raises FileProblem where no picture
    comes out of it.
    """
    return _findings(_look(source, None, progress, TILE), most, edge, progress)


def glance_at_clip(source: Source, most: int, edge: int, progress: Progress) -> tuple[Findings, Blobs]:
    """Return what the key frames of a clip show, and its filmstrip; all of it in a blink.

    Raises FileProblem where no picture comes out of it.
    """
    return _findings(_look(source, Mode.TRIAGE, progress, edge), most, edge, progress)


def inspect_clip_exactly(source: Source, most: int, edge: int, progress: Progress) -> tuple[Findings, Blobs]:
    """Return what is in a clip with every shot to the frame, however long that takes.

    Raises FileProblem where no picture comes out of it.
    """
    return _findings(_look(source, Mode.EXACT, progress, TILE), most, edge, progress)


def list_shots(source: Source, mode: Mode, progress: Progress) -> ShotList:
    """Return the shots and keyframes of a clip, and no pictures.

    Raises FileProblem where no picture comes out of it.
    """
    clip = _look(source, mode, progress, dense=False)
    facts, _ = _true_facts(clip)
    base, ticks = clip.probe.time_base, clip.look.measures.ticks
    chosen = ((ticks[choice.picture], choice.reason) for choice in clip.choices(EVERY_KEYFRAME))
    return ShotList(
        shots=_shots(clip, facts),
        keyframes=tuple(
            KeyframeChoice(time=tick * base, frame=clip.number(tick), reason=reason) for tick, reason in chosen
        ),
        decoded=clip.look.decoded,
        mode=str(clip.look.mode),
    )


def _look(source: Source, mode: Mode | None, progress: Progress, keep: int = 0, *, dense: bool = True) -> _Clip:
    """Look at a clip, in the ``mode`` that fits its size where that is None, ``dense`` so that it can be known again.

    Where ``keep`` is not 0, pictures are kept in passing, so many pixels large: all of a glance, else as many as a
    filmstrip has room for.
    """
    may_have_table = source.family is MediaFamily.MOV
    if mode is Mode.TRIAGE and may_have_table and (clip := _look_at_once(source, progress, keep)) is not None:
        return clip
    probe = probe_clip(source)
    progress()
    timeline = read_timeline(source, probe.stream, progress, every_packet=mode is not Mode.TRIAGE)
    mode = mode or _fitting_mode(probe, timeline)
    gallery = Gallery(probe, keep, 1 if mode is Mode.TRIAGE else spacing_of(_length(probe, timeline)))
    with opened_reel(source, probe, progress) as reel:
        if keep:
            reel.watch = gallery.watch
        if mode is Mode.TRIAGE:
            look = glance(reel, timeline, probe.coded_width * probe.coded_height)
        else:
            look = look_exactly(reel, timeline, 1 / probe.time_base, dense=dense)
    if not len(look.measures):
        raise FileProblem(said(reasons.NOTHING_DECODES, name=source.name))
    return _Clip(source, probe, timeline, look, gallery)


def _look_at_once(source: Source, progress: Progress, keep: int) -> _Clip | None:
    """Glance at a clip that carries a table of its pictures, opening it once: to open one costs as much as key frames.

    None where there is no table, or no picture comes out of it in this way.
    """
    with opened_clip(source) as container:
        probe = probe_opened(source, container)
        progress()
        timeline = timeline_of_table(source, container.streams.video[probe.stream])
        if timeline is None:
            return None
        gallery = Gallery(probe, keep)
        reel = Reel(container, source, probe, progress, is_fresh=False)
        reel.watch = gallery.watch if keep else None
        look = glance(reel, timeline, probe.coded_width * probe.coded_height)
    return _Clip(source, probe, timeline, look, gallery) if len(look.measures) else None


def _length(probe: ClipProbe, timeline: Timeline | None) -> int:
    """Return how many ticks the clip lasts, as far as is told before it is looked at."""
    if timeline is not None and len(timeline.shown):
        return int(timeline.shown[-1] - timeline.shown[0])
    return int((probe.facts.duration or Fraction(0)) / probe.time_base)


def _fitting_mode(probe: ClipProbe, timeline: Timeline | None) -> Mode:
    """Return exact for a clip whose pictures can all be decoded while somebody waits for the import."""
    if timeline is not None and len(timeline.shown):
        pictures = len(timeline.shown)
    else:
        pictures = int((probe.facts.duration or Fraction(3600)) * (probe.facts.frame_rate or Fraction(25)))
    return Mode.EXACT if pictures * probe.coded_width * probe.coded_height <= EXACT_PIXELS else Mode.TRIAGE


def _findings(clip: _Clip, most: int, edge: int, progress: Progress) -> tuple[Findings, Blobs]:
    frames, blobs, kept = _stills(clip, clip.choices(most), edge, progress)
    facts, problem = _true_facts(clip)
    sights = _sights(clip, facts.rotation)
    strip = clip.gallery.strip(len(blobs))
    findings = Findings(
        kind=MediaKind.CLIP,
        facts=facts,
        date_shot=clip.probe.date_shot,
        place=clip.probe.place,
        keyframes=tuple(frames),
        poster=_poster(kept),
        shots=_shots(clip, facts),
        strip=strip[0] if strip else None,
        sights=sights,
        problem=problem,
        xmp=clip.probe.xmp,
    )
    return findings, [*blobs, strip[1]] if strip else blobs


def _stills(
    clip: _Clip, choices: Sequence[Choice], edge: int, progress: Progress
) -> tuple[list[FoundFrame], Blobs, list[tuple[Choice, Bgr]]]:
    """Return the keyframes whose picture is found, their JPEGs, and the choices and pictures behind them."""
    look = clip.look
    by_tick = {look.measures.ticks[choice.picture]: choice for choice in choices}
    frames: list[FoundFrame] = []
    blobs: Blobs = []
    kept: list[tuple[Choice, Bgr]] = []
    for tick, bgr in _pictures(clip, list(by_tick), edge, progress):
        choice = by_tick[tick]
        still = encode(bgr)
        frames.append(
            FoundFrame(
                time=tick * clip.probe.time_base,
                blob=len(blobs),
                width=still.width,
                height=still.height,
                frame=clip.number(tick),
                reason=choice.reason,
                sharpness=round(look.measures.sharpness[choice.picture], 2),
                fingerprint=fingerprint(bgr),
            )
        )
        blobs.append(still.jpeg)
        kept.append((choice, bgr))
    return frames, blobs, kept


def _pictures(clip: _Clip, ticks: list[int], edge: int, progress: Progress) -> Iterator[tuple[int, Bgr]]:
    """Yield the pictures at ``ticks``: those kept in passing, or decoded once more."""
    kept = clip.gallery.pictures
    if clip.gallery.edge >= edge and all(tick in kept for tick in ticks):
        yield from ((tick, kept[tick]) for tick in ticks)
    else:
        yield from clip_pictures(clip.source, clip.probe, clip.timeline, ticks, edge, progress)


def _poster(kept: Sequence[tuple[Choice, Bgr]]) -> int | None:
    """Return the place of the keyframe that is to stand for the clip: among the best, one of people."""

    def worth(place: int) -> float:
        choice, picture = kept[place]
        return choice.worth * (1 + FACES_WORTH * faces_share(picture))

    best = sorted(range(len(kept)), key=lambda place: -kept[place][0].worth)[:POSTERS]
    return max(best, key=worth, default=None)


def _sights(clip: _Clip, rotation: int) -> Sights | None:
    """Return what the clip is known again by."""
    measures = clip.look.measures
    return sights_of(measures.thumbs, measures.ticks, clip.probe.time_base, rotation)


def _shots(clip: _Clip, facts: MediaFacts) -> tuple[Shot, ...]:
    """Return the shots, which cover the clip without gaps."""
    ticks, base = clip.look.measures.ticks, clip.probe.time_base
    starts = [(0, "start")]
    starts += [(ticks[one.starts], one.kind) for one in clip.look.transitions if 0 < one.starts < len(ticks)]
    end = max(facts.duration or Fraction(0), clip.end)
    ends = [*(tick * base for tick, _ in starts[1:]), end]
    return tuple(
        Shot(start=tick * base, end=stop, kind=kind, start_frame=clip.number(tick))
        for (tick, kind), stop in zip(starts, ends, strict=True)
    )


def _true_facts(clip: _Clip) -> tuple[MediaFacts, str]:
    """Return the facts with what was claimed set against what was found, and what is wrong with the file."""
    facts, timeline = clip.probe.facts, clip.timeline
    seen = clip.end
    exact = clip.look.mode is Mode.EXACT
    claimed = facts.duration
    problem = ""
    if exact and claimed is not None and _falls_short(seen, claimed, timeline):
        problem = said(reasons.ENDS_EARLY, seconds=f"{float(seen):,.1f}")
    elif timeline is not None and (lost := _lost(clip.look, timeline)):
        problem = said(reasons.LEFT_OUT, lost=f"{lost:,}", all=f"{len(timeline.shown):,}")
    believed = claimed if claimed is not None and not (exact and _apart(seen, claimed)) else seen
    return (
        replace(
            facts,
            duration=believed if believed else None,
            frame_rate=facts.frame_rate or _counted_rate(clip),
            variable_rate=not timeline.steady if timeline is not None else False,
            frames=_counted(clip),
        ),
        problem,
    )


def _counted(clip: _Clip) -> int | None:
    """Return how many pictures there are: those that came out where all were asked for, else those in the file."""
    if clip.look.is_whole:
        return len(clip.look.measures)
    return len(clip.timeline.shown) if clip.timeline is not None and clip.timeline.exact else None


def _falls_short(seen: Fraction, claimed: Fraction, timeline: Timeline | None) -> bool:
    """Whether pictures that the file lists are not there; sound that goes on after them is no loss."""
    if seen >= claimed - max(SHORT_S, claimed / 20):
        return False
    return timeline is None or not timeline.whole or timeline.last < claimed - SHORT_S


def _lost(look: Look, timeline: Timeline) -> int:
    """Return how many pictures are damaged, where so many are that the file, and not a player's custom, is to blame."""
    missing = len(timeline.shown) - len(look.measures) if look.is_whole and timeline.exact else look.refused
    return missing if missing > max(FEW_LOST, len(timeline.shown) // 20) else 0


def _apart(seen: Fraction, claimed: Fraction) -> bool:
    return abs(seen - claimed) > max(SHORT_S, claimed / 20)


def _counted_rate(clip: _Clip) -> Fraction | None:
    """Return the rate at which pictures were seen, where the container says none."""
    rate = clip.timeline.rate if clip.timeline is not None else None
    return rate.limit_denominator(1001) if rate is not None and believable_rate(rate) else None
