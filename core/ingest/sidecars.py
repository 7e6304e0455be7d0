"""Reading what lies beside a clip: every word of it a claim, said by the sidecar it stands in."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace

from core.catalog.vocabulary import Vocabulary
from core.fixity.originals import opened
from core.ingest.claims import KINDS, NAMES_AT_MOST, Claims, Named, claims_of_json, claims_of_xmp
from core.model.clip import Access, Clip, Level, Role, Source, Tag
from core.model.ids import EntryId, TagId
from core.model.media import shown_path
from core.model.sidecars import Neighbours
from core.model.xmp import LIMIT

log = logging.getLogger(__name__)

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

    def applied(self, clip: Clip, embedded: str = "") -> Clip:
        """Return ``clip`` with all that the sidecars beside it say, then what the XMP packet ``embedded`` in it does.

        What one says first stays.
        """
        for sidecar, claims in (*self._read(clip.file.location), *_inside(clip.file.name, embedded)):
            clip = replace(
                clip,
                source=_filled(clip.source, claims.source),
                access=_stricter(clip.access, claims.access),
                tags=tuple(sorted((*clip.tags, *self._tags(clip, sidecar, claims.names)), key=lambda tag: tag.id)),
                notes="\n".join(filter(None, [clip.notes, *self._notes(sidecar, claims)])),
            )
        return clip

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

    def _tags(self, clip: Clip, sidecar: str, names: Iterable[Named]) -> Iterator[Tag]:
        said = {(tag.entry, tag.role) for tag in clip.tags}
        for named in names:
            entry = self._entry(named)
            if entry is None or (entry, named.role) in said:
                continue
            said.add((entry, named.role))
            yield Tag(
                id=self._new_tag_id(),
                entry=entry,
                role=named.role,
                status=named.status,
                said_by=f"{named.said_by}, in {sidecar}" if named.said_by else sidecar,
                verbatim=named.verbatim or named.words,
                at=clip.added,
            )

    def _entry(self, named: Named) -> EntryId | None:
        """Return the one entry that is meant; None where there is none, or several of the same name."""
        for candidate in named.candidates:
            found = self._vocabulary.find_exact(KINDS[named.role], candidate)
            if found:
                return found[0].id if len(found) == 1 else None
        return None

    def _notes(self, sidecar: str, claims: Claims) -> Iterator[str]:
        yield claims.notes
        unknown: dict[Role, list[str]] = {}
        for named in claims.names:
            if self._entry(named) is None:
                unknown.setdefault(named.role, []).append(f"“{named.words}”")
        if unknown:
            yield f"{sidecar} names: {'; '.join(f'{role} ' + ', '.join(names) for role, names in unknown.items())}."
        if claims.rights:
            yield f"{sidecar} says of the rights: {claims.rights}"


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


def _stricter(known: Access, said: Access) -> Access:
    return replace(
        known,
        level=Level.RESTRICTED if said.level is Level.RESTRICTED else known.level,
        embargo=known.embargo or said.embargo,
        until_release=known.until_release or said.until_release,
        reason=known.reason or said.reason,
        sensitive=known.sensitive or said.sensitive,
    )
