"""What AVCHD camcorders write beside each picture: when it was taken, and by whose camera.

It stands in the user data of H.264 (SEI type 5 of ITU-T H.264) under a UUID of its own, after the letters MDPM, as a
count and that many records of a tag and four bytes; laid open by ExifTool's H264 module.
"""

from __future__ import annotations

CAMCORDER_DATE = "avchd_date"

_UUID = bytes.fromhex("17ee8c60f84d11d98cd60800200c9a66") + b"MDPM"
_ZONE_AND_MONTH, _DAY_AND_TIME, _MAKE = 0x18, 0x19, 0xE0
_MAKES = {0x0103: "Panasonic", 0x0108: "Sony", 0x1011: "Canon", 0x1104: "JVC"}
_WEST, _HOURS, _HALF = 0x20, 0x0F, 0x01


def camcorder_tags(pictures: bytes) -> dict[str, str]:
    """Return date (ISO 8601, with its zone) and make in the first coded ``pictures`` of a clip, or neither."""
    data = pictures.replace(b"\0\0\3", b"\0\0")  # H.264 breaks up what would look like a start code
    at = data.find(_UUID)
    if at < 0 or at + len(_UUID) >= len(data):
        return {}
    at += len(_UUID)
    records = {}
    for place in range(at + 1, at + 1 + 5 * data[at], 5):
        record = data[place : place + 5]
        if len(record) == 5:
            records[record[0]] = record[1:]
    tags = {CAMCORDER_DATE: _date(records[_ZONE_AND_MONTH], records[_DAY_AND_TIME])} if _is_dated(records) else {}
    make = _MAKES.get(int.from_bytes(records.get(_MAKE, b"")[:2], "big"))
    return {**tags, "make": make} if make else tags


def _is_dated(records: dict[int, bytes]) -> bool:
    return _ZONE_AND_MONTH in records and _DAY_AND_TIME in records


def _date(zone_and_month: bytes, day_and_time: bytes) -> str:
    """Return the date whose numbers are written in decimal, two digits a byte, behind a byte of the zone."""
    zone, century, year, month = zone_and_month
    day, hour, minute, second = day_and_time
    sign = "-" if zone & _WEST else "+"
    half = "30" if zone & _HALF else "00"
    date = f"{century:02x}{year:02x}-{month:02x}-{day:02x}T{hour:02x}:{minute:02x}:{second:02x}"
    return f"{date}{sign}{zone >> 1 & _HOURS:02d}:{half}"
