"""What the fields of records are called where people read of them."""

from __future__ import annotations

from core.words import msg, tr

_WORDS = {
    one.replace(" ", "_"): one
    for one in (
        msg("name"), msg("label"), msg("files"), msg("facts"), msg("date shot"), msg("place"), msg("keyframes"),
        msg("poster"), msg("problem"), msg("source"), msg("access"), msg("rights"), msg("tags"), msg("tag"),
        msg("moments"), msg("moment"), msg("notes"), msg("note"), msg("rating"), msg("rejected"), msg("links"),
        msg("link"), msg("aliases"), msg("parent"), msg("external ids"), msg("released"), msg("directors"),
        msg("existed from"), msg("existed to"), msg("different from"), msg("redirect"), msg("query"), msg("order"),
        msg("platform"), msg("url"), msg("handle"), msg("posted"), msg("captured"), msg("caption"), msg("credit"),
        msg("level"), msg("embargo"), msg("until release"), msg("reason"), msg("sensitive"), msg("statement"),
        msg("holder"), msg("path"), msg("size"), msg("full hash"), msg("recorded"),
        msg("permission"), msg("licence"), msg("sights"),
    )
}  # fmt: skip


def field_word(field: str) -> str:
    """Return what ``field`` of a record is called; one that is not shown often, as it is written."""
    return tr(_WORDS[field]) if field in _WORDS else field.replace("_", " ")
