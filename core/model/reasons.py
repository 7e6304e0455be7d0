"""What is wrong with a file, in the words of the programs that read media: kept in English, shown in any language."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from core.words import msg, number, tr

NO_FILE = msg("{name} is not a file but a folder or a device; there is nothing to import in it.")
EMPTY = msg("{name} is empty (0 bytes); copy it again from where it came from.")
NOT_ALLOWED = msg("{name} may not be read by you. Change its permissions, then try again.")
NOT_THERE = msg("{name} is not there. It may have been moved, or its drive is not connected.")
DRIVE_FAILS = msg("The drive reports an error reading {name}. Copy it to another drive if you can, then try again.")
DRIVE_REFUSES = msg("{name} cannot be opened ({reason}). Check the drive it is on, then try again.")
NOT_OPENED = msg("{name} cannot be opened: {reason}.")
PLAYLIST = msg("{name} is a playlist that only points to other files; import those themselves.")
ZEROS = msg("{name} holds nothing but zeros; its copy was not finished. Copy it again from where it came from.")
TEXT = msg("{name} holds text, not a clip or a picture.")
UNKNOWN = msg(
    "{name} is damaged at its start or of a kind Slatebook does not know; its first bytes belong to no clip or picture."
)
CUT_OFF = msg("{name} ends before its first picture: the file is cut off. Copy it again from where it came from.")
DAMAGED_INSIDE = msg(
    "{name} starts as {family} does, but what follows is damaged or cut off. Copy it again from where it came from."
)
UNREAD = msg(
    "{name} starts as {family} does, but cannot be read any further ({reason}). Copy it again from where it came from."
)
SOUND_ONLY = msg("{name} holds sound only; there is no picture in it to keep.")
NO_PICTURES = msg("{name} ({family}) has no pictures in it.")
NO_DECODER = msg(
    "{name} holds pictures coded as {coding}, which nothing here can decode; ask for a copy in H.264, HEVC or ProRes."
)
NO_DECODER_KNOWN = msg(
    "{name} holds pictures coded in an unknown way, which nothing here can decode; "
    "ask for a copy in H.264, HEVC or ProRes."
)
HUGE = msg(
    "{name} claims pictures of {width} x {height}, more than any camera takes; it is damaged or made to do harm."
)
ENCRYPTED = msg("{name} is encrypted; ask for a copy without protection.")
NOTHING_DECODES = msg("{name} is damaged: none of its pictures can be decoded. Copy it again from where it came from.")
A_STILL = msg("{name} is a still; only clips have shots.")
NOT_PLAYED = msg("{name} is a still; there is nothing to play.")
OPEN_AGAIN = msg("The clip has to be opened again.")
LARGE_STILL = msg("{name} is larger than 1 GiB, too large for a still; its picture is not shown.")
JPEG_XL = msg("{name} is a JPEG XL picture, which nothing here can decode; ask for a JPEG.")
NO_PREVIEW = msg("{name} is a camera raw without a preview inside; its facts were kept.")
DAMAGED_STILL = msg("The picture in {name} is damaged; copy it again from where it came from.")
HUGE_STILL = msg("The picture in {name} claims {width} x {height} pixels; more than {most} megapixels are not decoded.")
STILL_CUT_OFF = msg("The picture is cut off: its lower part is missing; what is there was kept.")
ENDS_EARLY = msg("It ends after {seconds} s: the file is cut off; what is there was kept.")
LEFT_OUT = msg("{lost} of its {all} pictures are damaged and were left out; the others were kept.")
CRASHED = msg("{name} made the decoder crash and was set aside. Try again, or convert it with another program.")
TOO_SLOW = msg("{name} took too long to read and was set aside. Try again when the computer has less to do.")
STALLED = msg("Reading {name} came to a standstill; it was set aside. It is probably damaged: try another copy.")
TOO_BIG = msg(
    "{name} needs more memory than one file may take; it was set aside. It may be damaged: "
    "try another copy, or convert it with another program."
)
NOT_UNDERSTOOD = msg(
    "{name} holds something that was not understood; it was set aside. Try another copy, or convert it "
    "with another program."
)
CHANGED = msg("The file has changed since it was read, and what is there now cannot be: {reason}")
KEY_FRAMES_ONLY = msg("Only its key frames could be looked at. {reason}")

_ALL = tuple(value for name, value in sorted(globals().items()) if name.isupper() and not name.startswith("_"))
_PLACE = re.compile(r"\\\{(\w+)\\\}")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.(\d+))?")


def said(reason: str, /, **values: object) -> str:
    """Return a ``reason`` with its values as it is kept: in English, whatever the window speaks."""
    return reason.format(**values)


def retold(sentence: str) -> str:
    """Return a kept reason in the language of the window, and any other sentence as it is."""
    found = _read(sentence)
    if found is None:
        return sentence
    reason, values = found
    return tr(reason, **{name: _value(name, value) for name, value in values.items()})


@lru_cache(512)
def _read(sentence: str) -> tuple[str, dict[str, str]] | None:
    """Return the reason that ``sentence`` tells, with its values; None where it is another."""
    possible = (one for one, (begin, end) in _ends() if sentence.startswith(begin) and sentence.endswith(end))
    matches = ((reason, _pattern(reason).fullmatch(sentence)) for reason in possible)
    return next(((reason, match.groupdict()) for reason, match in matches if match is not None), None)


@cache
def _ends() -> tuple[tuple[str, tuple[str, str]], ...]:
    """Return each reason with its own words before and after all values, those first that begin with most of them."""
    ordered = sorted(_ALL, key=lambda reason: -f"{reason}{{".index("{"))
    return tuple((reason, (reason.partition("{")[0], reason.rpartition("}")[2])) for reason in ordered)


@cache
def _pattern(reason: str) -> re.Pattern[str]:
    """Return how a reason is known again."""
    return re.compile(_PLACE.sub(r"(?P<\1>.+)", re.escape(reason)), re.DOTALL)


def _value(name: str, value: str) -> str:
    if name == "reason":
        return retold(value)
    if name == "family":
        return tr(value)
    found = _NUMBER.fullmatch(value) if name != "name" else None
    return value if found is None else number(float(value.replace(",", "")), len(found[1] or ""))
