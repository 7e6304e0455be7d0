"""An authority file as SKOS in JSON-LD, with its context inside so that nothing has to be fetched.

Each entry is a skos:Concept in the scheme of its kind; its id is a UUID and stands as ``urn:uuid:…``.  One that was
merged is owl:deprecated and says by dcterms:isReplacedBy where it went.  Reading takes this form, the same with
prefixes (``skos:prefLabel``) and the expanded one (whole IRIs); it is no processor of foreign contexts.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from core.errors import FileProblem
from core.exchange.identity import entry_id
from core.model.codec import from_json
from core.model.ids import EntryId
from core.model.vocabulary import Alias, Entry, EntryKind
from core.words import tr

_PREFIXES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "schema": "https://schema.org/",
}
_TERMS = {
    "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "note": "skos:note",
    "identifier": "dcterms:identifier",
    "released": "schema:datePublished",
    "born": "schema:birthDate",
    "died": "schema:deathDate",
    "from": "schema:startDate",
    "to": "schema:endDate",
    "directors": "schema:director",
    "deprecated": "owl:deprecated",
}
_LINKS = {
    "broader": "skos:broader",
    "exactMatch": "skos:exactMatch",
    "inScheme": "skos:inScheme",
    "isReplacedBy": "dcterms:isReplacedBy",
}
_CONTEXT: dict[str, Any] = {
    **_PREFIXES,
    **_TERMS,
    **{term: {"@id": iri, "@type": "@id"} for term, iri in _LINKS.items()},
}
_BY_COMPACT = {compact: term for term, compact in (_TERMS | _LINKS).items()}

_TYPES = {
    EntryKind.PERSON: "schema:Person",
    EntryKind.LOCATION: "schema:Place",
    EntryKind.PRODUCTION: "schema:CreativeWork",
    EntryKind.KEYWORD: "schema:DefinedTerm",
}
_SCHEME = "urn:slatebook:"
"""Stands before the plural of a kind in the name of its scheme: urn:slatebook:people."""

_REGISTERS = {
    "wikidata": ("http://www.wikidata.org/entity/{}", r"https?://www\.wikidata\.org/(?:entity|wiki)/(Q\d+)"),
    "imdb": ("https://www.imdb.com/{}/", r"https?://(?:www\.)?imdb\.com/(?:name|title)/([a-z]{2}\d+)/?"),
    "viaf": ("http://viaf.org/viaf/{}", r"https?://(?:www\.)?viaf\.org/viaf/(\d+)/?"),
    "geonames": ("https://sws.geonames.org/{}/", r"https?://(?:sws|www)\.geonames\.org/(\d+)(?:/.*)?"),
    "tgn": ("http://vocab.getty.edu/tgn/{}", r"https?://vocab\.getty\.edu/(?:page/)?tgn/(\d+)"),
}
"""For each register the form of its URIs, and what is taken for one."""


_LIFE, _EXISTENCE = ("born", "died"), ("from", "to")
"""The terms for when somebody lived, and from when to when there was something."""


def write_skos(entries: Iterable[Entry], target: Path) -> None:
    """Write ``entries`` to ``target``; raises OSError."""
    document = {"@context": _CONTEXT, "@graph": [_concept(entry) for entry in entries]}
    target.write_bytes(msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n")


def _concept(entry: Entry) -> dict[str, Any]:
    links = [uri for scheme, value in sorted(entry.external_ids.items()) if (uri := _uri(scheme, value))]
    others = [f"{scheme}:{value}" for scheme, value in sorted(entry.external_ids.items()) if not _uri(scheme, value)]
    first, last = _LIFE if entry.kind is EntryKind.PERSON else _EXISTENCE
    told: dict[str, Any] = {
        "@id": _urn(entry.id),
        "@type": ["skos:Concept", _TYPES[entry.kind]],
        "inScheme": f"{_SCHEME}{entry.kind.plural}",
        "prefLabel": entry.label,
        "altLabel": [_literal(alias) for alias in entry.aliases],
        "exactMatch": links,
        "identifier": others,
        "broader": _urn(entry.parent) if entry.parent else "",
        "note": entry.note,
        "released": entry.released,
        first: entry.existed_from,
        last: entry.existed_to,
        "directors": list(entry.directors),
        "deprecated": entry.redirect is not None,
        "isReplacedBy": _urn(entry.redirect) if entry.redirect else "",
    }
    return {term: value for term, value in told.items() if value}


def _urn(entry: EntryId) -> str:
    return f"urn:uuid:{uuid.UUID(entry)}"


def _literal(alias: Alias) -> str | dict[str, str]:
    return {"@value": alias.text, "@language": alias.language} if alias.language else alias.text


def _uri(scheme: str, value: str) -> str:
    """Return the URI of an id in a register we know; empty where there is none that leads back to the id."""
    if scheme not in _REGISTERS:
        return ""
    form, pattern = _REGISTERS[scheme]
    path = f"{'name' if value.startswith('nm') else 'title'}/{value}" if scheme == "imdb" else value
    uri = form.format(path)
    found = re.fullmatch(pattern, uri)
    return uri if found and found[1] == value else ""


# reading ------------------------------------------------------------------------------------------------------------
def read_skos(path: Path) -> list[Entry]:
    """Return the concepts in a JSON-LD file; raises FileProblem where it holds none that are understood."""
    try:
        document = from_json(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    except OSError as error:
        raise FileProblem(tr("{path} cannot be read: {reason}.", path=path, reason=error.strerror)) from error
    except ValueError as error:
        raise FileProblem(tr("{path} is no JSON: {error}.", path=path, error=error)) from None
    nodes = document.get("@graph", [document]) if isinstance(document, dict) else document
    try:
        entries = [entry for node in nodes if (entry := _entry(_compacted(node))) is not None]
    except (AttributeError, TypeError, KeyError) as error:
        raise FileProblem(
            tr("{path} is no SKOS in JSON-LD that is understood ({error}).", path=path, error=error)
        ) from None
    if not entries:
        raise FileProblem(tr("{path} holds no person, place, production or keyword that is understood.", path=path))
    return entries


def _compacted(node: dict[str, Any]) -> dict[str, Any]:
    """Return ``node`` with our terms as its keys, and a list of values under each."""
    return {_BY_COMPACT.get(_prefixed(key), key): _listed(value) for key, value in node.items()}


def _prefixed(iri: str) -> str:
    for prefix, whole in _PREFIXES.items():
        for start in (whole, whole.replace("https:", "http:")):
            if iri.startswith(start):
                return f"{prefix}:{iri[len(start) :]}"
    return iri


def _listed(value: Any) -> list[Any]:
    """Return the values under a key: of a list, of a map by language, or the one."""
    if isinstance(value, dict) and not any(key.startswith("@") and key != "@none" for key in value):
        return [{"@value": text, "@language": "" if language == "@none" else language}
                for language, texts in value.items() for text in _listed(texts)]  # fmt: skip
    return value if isinstance(value, list) else [value]


def _entry(told: dict[str, list[Any]]) -> Entry | None:
    """Return the entry that a node describes; None where it is no concept of a kind we keep."""
    kind = _kind(told)
    labels = [_alias(value) for value in told.get("prefLabel", ())]
    if kind is None or not labels:
        return None
    first = next((label for label in labels if label.language in ("", "en")), labels[0])
    others = [label for label in labels if label is not first]
    return Entry(
        id=_id(told["@id"][0]),
        kind=kind,
        label=first.text,
        aliases=(*others, *(_alias(value) for value in told.get("altLabel", ()))),
        parent=_link(told, "broader"),
        external_ids=dict(_external_ids(told)),
        released=_text(told, "released"),
        existed_from=_text(told, "born") or _text(told, "from"),
        existed_to=_text(told, "died") or _text(told, "to"),
        directors=tuple(_alias(value).text for value in told.get("directors", ())),
        note=_text(told, "note"),
        redirect=_link(told, "isReplacedBy"),
    )


def _kind(told: dict[str, list[Any]]) -> EntryKind | None:
    schemes = [_target(value) for value in told.get("inScheme", ())]
    types = [_prefixed(str(kind)) for kind in told.get("@type", ())]
    for kind, known in _TYPES.items():
        if f"{_SCHEME}{kind.plural}" in schemes or known in types:
            return kind
    return None


def _id(iri: str) -> EntryId:
    bare = iri.removeprefix("urn:uuid:")
    return entry_id(bare.replace("-", "") if bare != iri else iri)


def _alias(value: Any) -> Alias:
    if isinstance(value, dict):
        return Alias(text=str(value["@value"]), language=str(value.get("@language", "")))
    return Alias(text=str(value))


def _text(told: dict[str, list[Any]], term: str) -> str:
    return "\n".join(_alias(value).text for value in told.get(term, ()))


def _target(value: Any) -> str:
    return str(value["@id"]) if isinstance(value, dict) else str(value)


def _link(told: dict[str, list[Any]], term: str) -> EntryId | None:
    return next((_id(_target(value)) for value in told.get(term, ())), None)


def _external_ids(told: dict[str, list[Any]]) -> Iterator[tuple[str, str]]:
    for uri in (_target(value) for value in told.get("exactMatch", ())):
        for scheme, (_, pattern) in _REGISTERS.items():
            if found := re.fullmatch(pattern, uri):
                yield scheme, found[1]
    for value in told.get("identifier", ()):
        scheme, _, name = _alias(value).text.partition(":")
        if name:
            yield scheme, name
