"""The verb that knows clips again: alike."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence

from core.app import Archive, open_archive, recognition, seen_before
from core.catalog.edits import counted
from core.catalog.link_edits import LinkClips, UnlinkClips
from core.cli.documents import exact, seconds
from core.cli.opening import clip_named, open_to_read
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.ingest.copies import Comparing, note_copies
from core.model.clip import Clip, Link, LinkKind
from core.model.codec import Document
from core.model.ids import ClipId
from core.model.time import Span, clock
from core.seen.overlaps import LINKS, Likeness, Overlap
from core.values import dataclass

_WORDS = {
    Likeness.SAME: "looks like {other}",
    Likeness.EXCERPT: "looks like {there} of {other}",
    Likeness.CONTAINS: "holds what looks like {other}, at {here}",
    Likeness.OVERLAPS: "looks, at {here}, like {there} of {other}",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A clip and one that it looks like."""

    clip: Clip
    other: Clip
    overlap: Overlap

    @property
    def sentence(self) -> str:
        """Say it to a person."""
        lap = self.overlap
        words = _WORDS[lap.kind].format(other=self.other.name, here=_stretch(lap.here), there=_stretch(lap.there))
        return f"{self.clip.name} {words}{' (mirrored)' if lap.mirrored else ''}"

    @property
    def document(self) -> Document:
        """Say it to a machine."""
        lap = self.overlap
        return {
            "clip": {"id": self.clip.id, "name": self.clip.name},
            "other": {"id": self.other.id, "name": self.other.name},
            "kind": str(lap.kind),
            "mirrored": lap.mirrored,
            "score": round(lap.score, 3),
            "here": _span(lap.here),
            "there": _span(lap.there),
        }


def _stretch(span: Span) -> str:
    return clock(span.start) if span.start == span.end else f"{clock(span.start)}-{clock(span.end)}"


def _span(span: Span) -> Document:
    return {
        "in": seconds(span.start),
        "in_exact": exact(span.start),
        "out": seconds(span.end),
        "out_exact": exact(span.end),
    }


def alike(options: Namespace, terminal: Terminal) -> int:
    """List clips that show what another shows, in whole or in part; link them, or say that they are not the same."""
    if (options.clip is None) != options.all:
        raise UserProblem("Say which clip, or --all for all of them.")
    wanted = options.link or options.unlike or options.unlink
    if options.all and (wanted or options.frame is not None):
        raise UserProblem("--link, --not, --unlink and --frame speak of one clip; name it instead of --all.")
    if options.kind and not options.link:
        raise UserProblem("--kind says what --link links as; add --link OTHER.")
    if wanted:
        return _say(options, wanted, terminal)
    if options.note:
        return _note(options, terminal)
    with open_to_read(options.archive) as archive:
        if options.frame is not None:
            return _frames(archive, options, terminal)
        clips = archive.index.clip_ids(archive.search("").rows) if options.all else [clip_named(archive, options.clip)]
        pairs = likenesses(archive, clips)
    if options.json:
        terminal.show({"count": len(pairs), "alike": [pair.document for pair in pairs]})
        return 0
    for pair in pairs:
        terminal.say(pair.sentence)
    if not pairs:
        terminal.say("Nothing like it was seen before.")
    return 0


def likenesses(archive: Archive, clips: Iterable[ClipId]) -> list[Pair]:
    """Return what ``clips`` look like, each pair once, in their order."""
    seen = seen_before(archive)
    told: set[frozenset[ClipId]] = set()
    pairs = []
    for clip in map(archive.clip, clips):
        for lap in seen.like(clip):
            both = frozenset((clip.id, lap.other))
            if both not in told:
                told.add(both)
                pairs.append(Pair(clip, archive.clip(lap.other), lap))
    return pairs


def _note(options: Namespace, terminal: Terminal) -> int:
    with open_archive(options.archive) as archive:
        clips = archive.index.clip_ids(archive.search("").rows) if options.all else [clip_named(archive, options.clip)]
        pairs = newly_alike(archive, clips)
    for pair in pairs:
        terminal.say(pair.sentence)
    terminal.say(f"Noted {counted(pairs, 'pair')} that nobody has decided on; “is:suspected” finds them.")
    return 0


def newly_alike(archive: Archive, clips: Sequence[ClipId], gesture: int | None = None) -> list[Pair]:
    """Note in the records what ``clips`` look like, as a part of ``gesture``; return what was not known, once each."""
    noted = note_copies(archive.catalog, clips, Comparing(recognition(archive).held), gesture)
    return [Pair(archive.clip(one.clip), archive.clip(lap.other), lap) for one in noted for lap in one.overlaps]


def _say(options: Namespace, wanted: str, terminal: Terminal) -> int:
    with open_archive(options.archive) as archive:
        clip, other = clip_named(archive, options.clip), clip_named(archive, wanted)
        if options.unlink:
            done = archive.catalog.apply(UnlinkClips(clip, other))
        elif options.unlike:
            done = archive.catalog.apply(LinkClips(clip, Link(other=other, kind=LinkKind.NOT_A_DUPLICATE)))
        else:
            done = archive.catalog.apply(LinkClips(clip, _link(archive, options, clip, other)))
        terminal.say(f"{done.label}." if done else "That is how it is already.")
    return 0


def _link(archive: Archive, options: Namespace, clip: ClipId, other: ClipId) -> Link:
    """Return the link that is asked for, with the overlap that is seen, if any."""
    kind = LinkKind(options.kind.replace("-", " ")) if options.kind else None
    laps = seen_before(archive).like(archive.clip(clip))
    lap = next((lap for lap in laps if lap.other == other), None)
    if lap is None and kind is None:
        raise UserProblem("The two do not look alike; say with --kind what they are to each other.")
    if lap is None or (kind is not None and kind is not LINKS[lap.kind]):
        return Link(other=other, kind=kind or LinkKind.SAME_AS)
    return Link(other=other, kind=LINKS[lap.kind], here=lap.here, there=lap.there, mirrored=lap.mirrored)


def _frames(archive: Archive, options: Namespace, terminal: Terminal) -> int:
    clip = archive.clip(clip_named(archive, options.clip))
    try:
        found = seen_before(archive).frames_like(clip, options.frame)
    except ValueError:
        raise UserProblem(f"{clip.name} shows nothing to go by, or was read in part only.") from None
    if options.json:
        told = [
            {"clip": one.clip, "name": archive.clip(one.clip).name, "time": seconds(one.time),
             "time_exact": exact(one.time), "apart": one.apart}
            for one in found
        ]  # fmt: skip
        terminal.show({"count": len(found), "frames": told})
        return 0
    for one in found:
        terminal.say(f"{one.apart:>3} bits  {clock(one.time):>7}  {archive.clip(one.clip).name}")
    return 0
