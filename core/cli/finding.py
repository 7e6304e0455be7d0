"""The verbs that look: search and show."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from core.app import Archive
from core.cli.documents import record, summary
from core.cli.opening import clip_named, clips_found, open_to_read
from core.cli.terminal import Terminal
from core.export.columns import COLUMNS, ID_PREFIX
from core.ingest.place_claims import suggestion
from core.model.clip import Clip
from core.model.time import clock

_SHOWN_COLUMNS = (
    "kind", "duration", "people", "location_shown", "location_shot", "production", "keywords", "unconfirmed", "moments",
    "caption_as_shared", "source_handle", "source_url", "credit", "access", "embargo_until", "date_shot", "date_zone",
    "date_source", "camera", "lat", "lon", "codec", "width", "height", "frame_rate", "start_tc", "reel", "rating",
    "notes", "problem", "added",
)  # fmt: skip


def search(options: Namespace, terminal: Terminal) -> int:
    """List the clips that answer a query."""
    with open_to_read(options.archive) as archive:
        found = clips_found(archive, options.query)
        clips = [archive.clip(clip) for clip in found[: options.limit]]
        if options.json:
            terminal.show({"count": len(found), "clips": [summary(archive, clip) for clip in clips]})
            return 0
        for clip in clips:
            terminal.say(_line(archive, clip))
        terminal.tell(_tally(len(found), len(clips)))
    return 0


def _line(archive: Archive, clip: Clip) -> str:
    told = summary(archive, clip)
    tags = [*told["people"], *told["locations"], *told["productions"], *told["keywords"]]
    duration = clock(clip.facts.duration) if clip.facts.duration is not None else "-"
    parts = [f"{ID_PREFIX}{clip.id}", f"{duration:>7}", clip.name, clip.problem or " · ".join(tags)]
    return "  ".join(part for part in parts if part)


def _tally(found: int, shown: int) -> str:
    if not found:
        return "No clip answers that."
    clips = "1 clip" if found == 1 else f"{found:,} clips"
    return clips if shown == found else f"{clips}, the first {shown:,} of them shown"


def show(options: Namespace, terminal: Terminal) -> int:
    """Tell everything known of one clip."""
    with open_to_read(options.archive) as archive:
        clip = archive.clip(clip_named(archive, options.clip))
        if options.json:
            terminal.show(record(archive, clip))
            return 0
        terminal.say(clip.name)
        for name, value in _facts(archive, clip):
            terminal.say(f"  {name:<18}{value}")
    return 0


def _facts(archive: Archive, clip: Clip) -> Iterator[tuple[str, str]]:
    yield "id", ID_PREFIX + clip.id
    for file in clip.files:
        yield "file", file.path
    for key in _SHOWN_COLUMNS:
        column = COLUMNS[key]
        value = column.value(clip, archive.vocabulary)
        if value:
            yield column.words.lower(), value.replace("\n", "\n" + " " * 20)
    if clip.facts.other_date is not None:
        yield "also dated", f"{clip.facts.other_date.value}  ({clip.facts.other_date.said_by})"
    for chapter in clip.facts.chapters:
        yield "chapter", f"{clock(chapter.start)}  {chapter.title}"
    for key, value in clip.facts.tags.items():
        yield "container says", f"{key}: {value}"
    if (found := suggestion(clip)) is not None:
        yield "shot", f"{found.place}?  (by its GPS; “places --accept” claims it)"
    if clip.keyframes:
        times = ", ".join(f"{float(keyframe.time):.3f}" for keyframe in clip.keyframes)
        yield "keyframes", f"{len(clip.keyframes)} (seconds {times})"
