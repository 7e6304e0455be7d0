"""The verb that says near which place clips were shot: places."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from core.app import Archive, open_archive
from core.cli.opening import clips_found, open_to_read
from core.cli.terminal import Terminal
from core.export.columns import ID_PREFIX
from core.gazetteer.near import CREDIT
from core.ingest.place_claims import Suggestion, claim_places, suggestion
from core.model.codec import Document


def places(options: Namespace, terminal: Terminal) -> int:
    """Suggest where clips were shot, by the GPS in their files; with --accept, tag them so, as claimed."""
    with open_archive(options.archive) if options.accept else open_to_read(options.archive) as archive:
        found = _suggestions(archive, options.query)
        edit = claim_places(found, archive.vocabulary, archive.catalog.new_entry_id) if options.accept else None
        if edit is not None:
            archive.catalog.apply(edit)
    if options.json:
        claimed = len(found) if edit is not None else 0
        terminal.show({"suggestions": [_document(one) for one in found], "claimed": claimed, "credit": CREDIT})
        return 0
    for one in found:
        terminal.say(f"{ID_PREFIX}{one.clip.id}  {one.clip.name}  {one.place}")
    terminal.tell(_told(len(found), accepted=edit is not None))
    return 0


def near_document(found: Suggestion | None) -> Document | None:
    """Return a suggestion as plain values; None where there is none."""
    if found is None:
        return None
    place = found.place
    return {
        "text": str(place),
        "name": place.name,
        "region": place.region,
        "country": place.country,
        "km": round(place.km, 3),
    }


def _document(one: Suggestion) -> Document:
    return {"id": one.clip.id, "name": one.clip.name, "near": near_document(one)}


def _suggestions(archive: Archive, query: str) -> Sequence[Suggestion]:
    found = (suggestion(archive.clip(clip)) for clip in clips_found(archive, query))
    return [one for one in found if one is not None]


def _told(count: int, *, accepted: bool) -> str:
    if not count:
        return "No clip without a location says by GPS that it is near an inhabited place."
    clips = "1 clip" if count == 1 else f"{count:,} clips"
    return f"Claimed for {clips}. {CREDIT}." if accepted else f"{clips}; --accept tags them so. {CREDIT}."
