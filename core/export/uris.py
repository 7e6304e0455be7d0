"""Authority entries as the rest of the world names them: by URI."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from core.model.vocabulary import Entry, EntryKind

_ADDRESSES: Mapping[str, str] = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "viaf": "http://viaf.org/viaf/{}",
    "geonames": "https://sws.geonames.org/{}/",
    "tgn": "http://vocab.getty.edu/tgn/{}",
}
_IMDB = {EntryKind.PERSON: "https://www.imdb.com/name/{}/", EntryKind.PRODUCTION: "https://www.imdb.com/title/{}/"}


def uris_of(entry: Entry) -> list[str]:
    """Return every URI of ``entry``, in the order of their schemes; ours, a urn:uuid, where it has no other."""
    found = (_uri(entry.kind, scheme, value) for scheme, value in sorted(entry.external_ids.items()) if value)
    return [uri for uri in found if uri] or [urn_of(entry.id)]


def urn_of(record: str) -> str:
    """Return the URN of a record of ours (RFC 9562, 4)."""
    try:
        return UUID(record).urn
    except ValueError:
        return f"urn:slatebook:{record}"


def _uri(kind: EntryKind, scheme: str, value: str) -> str:
    if value.startswith(("http://", "https://", "urn:")):
        return value
    pattern = _IMDB.get(kind) if scheme == "imdb" else _ADDRESSES.get(scheme)
    return pattern.format(value) if pattern else f"{scheme}:{value}"
