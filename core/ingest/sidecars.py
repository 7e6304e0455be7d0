"""Reading what lies beside a clip: every word of it a claim, said by the sidecar it stands in."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from fractions import Fraction

from core.catalog.claims import is_settled
from core.catalog.vocabulary import Vocabulary
from core.fixity.originals import opened
from core.ingest.claims import KINDS, NAMES_AT_MOST, Claims, Named, claims_of_json, claims_of_xmp
from core.ingest.markers import Marked
from core.model.clip import Access, Clip, Level, Moment, Rights, Role, Source, Status, Tag
from core.model.ids import EntryId, MomentId, TagId
from core.model.media import DateShot, shown_path
from core.model.sidecars import Neighbours
from core.model.time import Span
from core.model.xmp import LIMIT

log = logging.getLogger(__name__)

_WEAK_DATES = ("container ", "file name")
"""Who says when a clip was shot and is believed less than a sidecar: clocks without a zone, and names."""

_JSON_LIMIT = 32 << 20
"""The longest JSON that is read, in bytes: yt-dlp puts every comment of a post into it when asked to."""


class Sidecars:
    """Brings what sidecars say into new clips; knows the folder it looked at last.

    Names that the vocabulary has, as a label or an alias and only once, become tags; the others are kept in the notes,
    for none is created in silence.
    """

    def __init__(self, vocabulary: Vocabulary, new_tag_id: Callable[[], TagId]) -> None:
        self._vocabulary = vocabulary
        self._new_tag_id = new_tag_id
        self._folder = ""
        self._neighbours = Neighbours(())

    def applied(self, clip: Clip, embedded: str = "", origin: str = "") -> Clip:
        """Return ``clip`` with all that the sidecars beside it say, then what the XMP packet ``embedded`` in it does.

        What one says first stays.  ``origin`` is where its original lies, if not where its file does.
        """
        for sidecar, claims in (*self._read(origin or clip.file.location), *_inside(clip.file.name, embedded)):
            moments = self._moments(clip, claims.markers)
            by_id = {marked.id: moment.id for marked, moment in moments if marked.id}
            tags = (*clip.tags, *self._tags(clip, sidecar, claims.names, by_id))
            clip = replace(
                clip,
                source=_filled(clip.source, claims.source),
                access=_stricter(clip.access, claims.access),
                rights=_rights(clip.rights, claims, sidecar),
                date_shot=better_date(clip.date_shot, claims, sidecar),
                rating=clip.rating or claims.rating,
                moments=tuple(
                    sorted((*clip.moments, *(moment for _, moment in moments)), key=lambda moment: moment.id)
                ),
                tags=tuple(sorted(tags, key=lambda tag: tag.id)),
                notes="\n".join(filter(None, [clip.notes, *self._notes(clip, sidecar, claims, len(moments))])),
            )
        return clip

    def _moments(self, clip: Clip, markers: Iterable[Marked]) -> list[tuple[Marked, Moment]]:
        """Return each of ``markers`` with the moment it becomes; one beyond the end of the clip becomes none."""
        length = clip.facts.duration
        there = {moment.span for moment in clip.moments}
        made: list[tuple[Marked, Moment]] = []
        for marked in markers:
            span = marked.span if length is None else _within(marked.span, length)
            if span is not None and span not in there:
                new = MomentId(self._new_tag_id())
                made.append((marked, Moment(id=new, span=span, label=marked.label or "Marker", note=marked.note)))
        return made

    def _read(self, location: str) -> Iterator[tuple[str, Claims]]:
        folder, name = os.path.split(location)
        if folder != self._folder:
            self._folder, self._neighbours = folder, _listed(folder)
        beside = self._neighbours.of(name)
        for sidecar in filter(None, (*beside.json, beside.xmp)):
            shown = shown_path(sidecar)[0]
            claims = _claims(os.path.join(folder, sidecar), shown)
            if claims is not None:
                yield shown, claims

    def _tags(self, clip: Clip, sidecar: str, names: Iterable[Named], moments: Mapping[str, MomentId]) -> Iterator[Tag]:
        said = {(tag.entry, tag.role, tag.moment) for tag in clip.tags}
        for named in names:
            entry = self._entry(named)
            place = moments.get(named.moment)
            if entry is None or (entry, named.role, place) in said:
                continue
            refused = (tag for tag in clip.tags if place is None or tag.status is Status.REFUTED)
            if is_settled(replace(clip, tags=tuple(refused)), entry, named.role, self._vocabulary.final):
                continue
            said.add((entry, named.role, place))
            yield Tag(
                id=self._new_tag_id(),
                entry=entry,
                role=named.role,
                status=named.status,
                said_by=f"{named.said_by}, in {sidecar}" if named.said_by else sidecar,
                verbatim=named.verbatim or named.words,
                moment=place,
                region=named.region,
                at=clip.added,
            )

    def _entry(self, named: Named) -> EntryId | None:
        """Return the one entry that is meant; None where there is none, or several of the same name."""
        for candidate in named.candidates:
            found = self._vocabulary.find_exact(KINDS[named.role], candidate)
            if found:
                return found[0].id if len(found) == 1 else None
        return None

    def _notes(self, clip: Clip, sidecar: str, claims: Claims, moments: int) -> Iterator[str]:
        """Yield what is to be kept in words: names nobody has, and who marked and rated, which has no field."""
        yield claims.notes
        rating = claims.rating if not clip.rating else 0
        marked = [f"{moments} moment{'s' if moments > 1 else ''}"] if moments else []
        told = [*marked, *([f"the rating {rating}"] if rating else [])]
        if told and not claims.ours:
            yield f"{sidecar} says {' and '.join(told)}."
        unknown: dict[Role, list[str]] = {}
        for named in claims.names:
            if self._entry(named) is None:
                unknown.setdefault(named.role, []).append(f"“{named.words}”")
        if unknown:
            yield f"{sidecar} names: {'; '.join(f'{role} ' + ', '.join(names) for role, names in unknown.items())}."


def _inside(name: str, packet: str) -> Iterator[tuple[str, Claims]]:
    """Yield what the packet inside a file says; a damaged one is no reason to say anything."""
    try:
        claims = claims_of_xmp(packet.encode("utf-8", "replace")) if packet else None
    except ValueError as error:
        log.info("The XMP in %s was left unread: %s.", name, error)
        return
    if claims is not None:
        yield f"XMP in {name}", replace(claims, names=claims.names[:NAMES_AT_MOST])


def _listed(folder: str) -> Neighbours:
    try:
        return Neighbours(os.listdir(folder))
    except OSError:
        return Neighbours(())


def _claims(location: str, shown: str) -> Claims | None:
    """Return what a sidecar says; None, with a sentence in the log, where it cannot be read or is none."""
    is_xmp = shown.lower().endswith(".xmp")
    try:
        data = _content(location, LIMIT if is_xmp else _JSON_LIMIT)
        claims = claims_of_xmp(data) if is_xmp else claims_of_json(data)
    except (OSError, ValueError) as error:
        log.warning("The sidecar %s was left unread: %s.", shown_path(location)[0], error)
        return None
    if claims is not None and len(claims.names) > NAMES_AT_MOST:
        log.warning("The sidecar %s names %d things; %d were taken.", shown, len(claims.names), NAMES_AT_MOST)
        return replace(claims, names=claims.names[:NAMES_AT_MOST])
    return claims


def _content(location: str, limit: int) -> bytes:
    with opened(location) as file:
        if os.fstat(file.fileno()).st_size > limit:
            raise ValueError(f"it is longer than {limit >> 20} MiB")
        pieces = []
        while limit > 0 and (piece := file.read(limit)):
            pieces.append(piece)
            limit -= len(piece)
        return b"".join(pieces)


def _filled(known: Source, said: Source) -> Source:
    """Return ``known`` with what it lacks from ``said``."""
    names = [field.name for field in fields(known)]
    return replace(known, **{name: getattr(known, name) or getattr(said, name) for name in names})


def _rights(known: Rights, claims: Claims, sidecar: str) -> Rights:
    """Return the rights the sidecar tells where none are known; the note names it unless an archive wrote it."""
    said = claims.rights
    if said == Rights() or known != Rights():
        return known
    return said if claims.ours else replace(said, note=f"{said.note} (so says {sidecar})".strip())


def better_date(known: DateShot | None, claims: Claims, sidecar: str) -> DateShot | None:
    """Return the better date: an archive's own word, then a clip's date with a zone, then the sidecar's.

    The order is that of the rules for dates: a container's time of making is assumed, and a name is but a name.
    """
    said = claims.date
    if said is None or said == known:
        return known
    if known is not None and not claims.ours and not known.said_by.startswith(_WEAK_DATES):
        return known
    return replace(said, said_by=f"{said.said_by}, in {sidecar}" if not claims.ours else said.said_by)


def _within(span: Span, length: Fraction) -> Span | None:
    return None if span.start > length else Span(span.start, min(span.end, length))


def _stricter(known: Access, said: Access) -> Access:
    return replace(
        known,
        level=Level.RESTRICTED if said.level is Level.RESTRICTED else known.level,
        embargo=known.embargo or said.embargo,
        until_release=known.until_release or said.until_release,
        reason=known.reason or said.reason,
        sensitive=known.sensitive or said.sensitive,
    )
