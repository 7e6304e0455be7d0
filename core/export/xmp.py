"""XMP sidecars: new, or merged into what another program wrote."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.export.columns import sheet_id
from core.export.xmp_properties import properties_of
from core.model.clip import Clip
from core.model.codec import to_json
from core.model.xmp import PREFIXES, Items, Packet, Struct, Texts, Value, bag, name, new_packet, struct
from core.words import tr

_OURS = f"{{{PREFIXES['slatebook']}}}"
_CLIP, _WRITTEN, _DIFFERS = (name(f"slatebook:{local}") for local in ("clip", "written", "differs"))


def packet_of(clip: Clip, words: Vocabulary) -> bytes:
    """Return the sidecar of ``clip``, UTF-8."""
    ours = properties_of(clip, words)
    return new_packet(ours | {_WRITTEN: _seals(ours)})


def merge(existing: bytes, clip: Clip, words: Vocabulary) -> bytes:
    """Return the sidecar ``existing`` with what is said of ``clip`` added, and nothing taken away.

    Lists take up what they lack.  Where a field with room for one value holds another than ours it stays, and ours
    goes beside it as slatebook:differs.  What an earlier export of this clip put there, and nobody changed since, is
    brought up to date.  Raises UserProblem, which says why, where this cannot be done safely.
    """
    try:
        packet = Packet(existing)
    except ValueError as error:
        raise UserProblem(
            tr("The sidecar beside {name} was left alone: {error}.", name=clip.file.name, error=error)
        ) from None
    ours = properties_of(clip, words)
    theirs = packet.properties()
    owner = theirs.get(_CLIP, sheet_id(clip.id))
    if owner != sheet_id(clip.id):
        raise UserProblem(
            tr(
                "The sidecar beside {name} was left alone: it belongs to another clip, {owner}.",
                name=clip.file.name,
                owner=owner,
            )
        )
    _forget_what_we_wrote(packet, theirs)
    alone = {key: value for key, value in ours.items() if not packet.has(key)}
    shared = {key: value for key, value in ours.items() if key not in alone}
    differing = [_unheard(key, value) for key, value in shared.items() if not _added(packet, key, value)]
    for key, value in alone.items():
        packet.put(key, value)
    if differing:
        packet.put(_DIFFERS, bag(*differing))
    packet.put(_WRITTEN, _seals(alone))
    return packet.to_bytes()


def _forget_what_we_wrote(packet: Packet, theirs: Mapping[str, Value]) -> None:
    """Take out what is ours: our own namespace, and fields that still hold just what an earlier export put there."""
    written = theirs.get(_WRITTEN)
    seals = set(written.values) if isinstance(written, Items) else set()
    for key, value in theirs.items():
        if key.startswith(_OURS) or _seal(key, value) in seals:
            packet.drop(key)


def _added(packet: Packet, key: str, value: Value) -> bool:
    """Bring ``value`` into the field of another program; False where there is no room for it."""
    there = packet.properties().get(key)
    if _alike(there, value):
        return True
    if not isinstance(there, Items) or not isinstance(value, Items) or there.kind != value.kind:
        return False
    packet.extend(key, tuple(item for item in value.values if not any(_alike(known, item) for known in there.values)))
    return True


def _alike(one: Value | None, other: Value) -> bool:
    if isinstance(one, Texts) and isinstance(other, Texts):
        return one.best == other.best
    return one == other


def _unheard(key: str, value: Value) -> Struct:
    """Return what we would have said in the field ``key``."""
    uri, _, local = key[1:].partition("}")
    prefix = next(prefix for prefix, known in PREFIXES.items() if known == uri)
    return struct({"slatebook:field": f"{prefix}:{local}", "slatebook:value": value})


def _seals(properties: Mapping[str, Value]) -> Items:
    """Return by what we know again that nobody has changed what we wrote."""
    return bag(*sorted(_seal(key, value) for key, value in properties.items() if not key.startswith(_OURS)))


def _seal(key: str, value: Value) -> str:
    return hashlib.blake2b(to_json((key, value)), digest_size=12).hexdigest()
