"""BagIt 1.0 (RFC 8493): the tag files of a bag, written and read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.errors import UserProblem
from core.export.payload import Letter, Payload
from core.files import write_new
from core.fixity.hashing import Algorithm
from core.words import tr

DECLARATION = "bagit.txt"
PAYLOAD = "data"
_MANIFEST = "manifest-sha256.txt"
_TAG_MANIFEST = "tagmanifest-sha256.txt"
_ENCODED = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_LINE = re.compile(r"([0-9A-Fa-f]{64})[ \t]+\*?(.+)")


def encoded(path: str) -> str:
    """Return a path as manifests write it: CR, LF and percent sign percent-encoded (RFC 8493, 2.1.3)."""
    for code, character in reversed(_ENCODED.items()):  # the percent sign first
        path = path.replace(character, code)
    return path


def decoded(path: str) -> str:
    """Return the path that :func:`encoded` was given; any other percent sign stands for itself."""
    return re.sub("%0D|%0A|%25", lambda code: _ENCODED[code[0].upper()], path, flags=re.IGNORECASE)


def write_tags(package: Path, payload: Sequence[Payload], letter: Letter) -> None:
    """Make the folder ``package``, with its payload in ``data``, a bag.  Raises OSError."""
    info = {
        "Bagging-Date": letter.made[:10],
        "Bag-Software-Agent": "Slatebook",
        "Payload-Oxum": f"{sum(file.size for file in payload)}.{len(payload)}",
        "External-Description": letter.title,
        "Internal-Sender-Description": letter.notice,
    }
    tags = {
        DECLARATION: "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": "".join(f"{label}: {' '.join(text.split())}\n" for label, text in info.items() if text),
        _MANIFEST: "".join(f"{file.digest}  {encoded(file.path)}\n" for file in payload),
    }
    contents = {name: text.encode() for name, text in tags.items()}
    sums = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in contents.items())
    contents[_TAG_MANIFEST] = "".join(sums).encode()
    for name, data in contents.items():
        write_new(package / name, data)


def claims(package: Path) -> Iterator[tuple[str, Algorithm, str]]:
    """Yield each file a bag vouches for, with algorithm and hash in hex.

    Raises OSError, and UserProblem where its manifests are not of SHA-256 or cannot be understood.
    """
    if not (package / _MANIFEST).is_file():
        raise UserProblem(
            tr(
                "{package} has no {manifest}; only bags with SHA-256 can be verified here.",
                package=package,
                manifest=_MANIFEST,
            )
        )
    for name in (_MANIFEST, _TAG_MANIFEST):
        if (package / name).is_file():
            yield from _listed(package / name)


def _listed(manifest: Path) -> Iterator[tuple[str, Algorithm, str]]:
    with manifest.open(encoding="utf-8-sig", errors="replace", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            match = _LINE.fullmatch(line.rstrip("\r\n"))
            if match is None:
                raise UserProblem(
                    tr(
                        "Line {number} of {manifest} is not a hash and a path: it is damaged.",
                        number=number,
                        manifest=manifest,
                    )
                )
            yield decoded(match[2]), Algorithm.SHA256, match[1].lower()


def is_vouched_for(path: str) -> bool:
    """Whether a bag has to vouch for a file at ``path``: its payload it must, its tag files it may."""
    return path.startswith(f"{PAYLOAD}/")
