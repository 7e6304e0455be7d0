"""ASC Media Hash List 2.0: the first generation of a package's history, written; histories read.

The format is that of the ASC MHL specification and its schemas (ASCMHL.xsd, ASCMHLDirectory.xsd): a folder ``ascmhl``
with one list of hashes for each generation, and a chain that vouches for the lists by their C4 ids (SMPTE ST 2114).
"""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from core.errors import UserProblem
from core.export.payload import Letter, Payload, portable
from core.fixity.hashing import Algorithm
from core.words import tr

FOLDER = "ascmhl"
CHAIN = "ascmhl_chain.xml"
_LIST_SPACE = "urn:ASC:MHL:v2.0"
_CHAIN_SPACE = "urn:ASC:MHL:DIRECTORY:v2.0"
_IGNORED = (".DS_Store", FOLDER, f"{FOLDER}/")
_C4_LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_C4_DIGITS = 88


def c4(data: bytes) -> str:
    """Return the C4 id of ``data``: its SHA-512 in base 58, 88 digits behind "c4" (SMPTE ST 2114)."""
    number = int.from_bytes(hashlib.sha512(data).digest(), "big")
    digits = ""
    while number:
        number, rest = divmod(number, len(_C4_LETTERS))
        digits = _C4_LETTERS[rest] + digits
    return "c4" + digits.rjust(_C4_DIGITS, _C4_LETTERS[0])


def write_tags(package: Path, payload: Sequence[Payload], letter: Letter) -> None:
    """Give the folder ``package`` a history of one generation over its payload.  Raises OSError."""
    folder = package / FOLDER
    folder.mkdir(exist_ok=True)
    day, time = letter.made[:10], letter.made[11:19].replace(":", "")
    name = f"0001_{portable(letter.title)}_{day}_{time}Z.mhl"
    with (folder / name).open("w", encoding="utf-8", newline="\n") as file:
        _write_list(_Elements(file), payload, letter)
    with (folder / CHAIN).open("w", encoding="utf-8", newline="\n") as file:
        elements = _Elements(file)
        with (
            elements.within("ascmhldirectory", {"xmlns": _CHAIN_SPACE}),
            elements.within("hashlist", {"sequencenr": "1"}),
        ):
            elements.write("path", name)
            elements.write("c4", c4((folder / name).read_bytes()))


class _Elements:
    """Writes XML, an element a line."""

    def __init__(self, file: object) -> None:
        self._xml = XMLGenerator(file, "UTF-8", short_empty_elements=True)  # type: ignore[arg-type]  # any text file
        self._xml.startDocument()
        self._depth = 0

    @contextmanager
    def within(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        """Open an element around what the block writes."""
        indent = "  " * self._depth
        self._xml.ignorableWhitespace(indent)
        self._xml.startElement(name, AttributesImpl(dict(attributes or {})))
        self._xml.ignorableWhitespace("\n")
        self._depth += 1
        yield
        self._depth -= 1
        self._xml.ignorableWhitespace(indent)
        self._xml.endElement(name)
        self._xml.ignorableWhitespace("\n")

    def write(self, name: str, text: str, attributes: Mapping[str, str] | None = None) -> None:
        """Write an element that holds text alone."""
        self._xml.ignorableWhitespace("  " * self._depth)
        self._xml.startElement(name, AttributesImpl(dict(attributes or {})))
        self._xml.characters(text)
        self._xml.endElement(name)
        self._xml.ignorableWhitespace("\n")


def _write_list(elements: _Elements, payload: Sequence[Payload], letter: Letter) -> None:
    with elements.within("hashlist", {"version": "2.0", "xmlns": _LIST_SPACE}):
        with elements.within("creatorinfo"):
            elements.write("creationdate", letter.made)
            elements.write("hostname", socket.gethostname())
            elements.write("tool", "Slatebook")
            if letter.notice:
                elements.write("comment", letter.notice)
        with elements.within("processinfo"):
            elements.write("process", "transfer")
            with elements.within("ignore"):
                for pattern in _IGNORED:
                    elements.write("pattern", pattern)
        with elements.within("hashes"):
            for file in payload:
                _write_hash(elements, file, letter.made)


def _write_hash(elements: _Elements, file: Payload, made: str) -> None:
    written = datetime.fromtimestamp(file.mtime_ns // 10**9, UTC).isoformat()
    with elements.within("hash"):
        elements.write("path", file.path, {"size": str(file.size), "lastmodificationdate": written})
        elements.write("xxh128", file.digest, {"action": "original", "hashdate": made})


def claims(package: Path) -> Iterator[tuple[str, Algorithm, str]]:
    """Yield each file a history vouches for, with algorithm and hash in hex, as its last generation that names it says.

    Raises OSError, and UserProblem where a list is not the one the chain vouches for, cannot be understood, or has
    hashes other than XXH128 for a file.
    """
    latest: dict[str, str] = {}
    for name, reference in _chained(package / FOLDER / CHAIN):
        place = package / FOLDER / name
        data = place.read_bytes()
        if c4(data) != reference:
            raise UserProblem(
                tr("{place} is not the list its chain vouches for: it was changed or damaged.", place=place)
            )
        latest.update(_hashes(_parsed(place, data), place))
    for path, digest in latest.items():
        yield path, Algorithm.XXH128, digest


def _chained(chain: Path) -> Iterator[tuple[str, str]]:
    root = _parsed(chain, chain.read_bytes())
    for entry in root.iter(f"{{{_CHAIN_SPACE}}}hashlist"):
        name = entry.findtext(f"{{{_CHAIN_SPACE}}}path", "")
        if not name or "/" in name or "\\" in name:
            raise UserProblem(tr("{chain} names a list that is not beside it: it is damaged.", chain=chain))
        yield name, entry.findtext(f"{{{_CHAIN_SPACE}}}c4", "")


def _hashes(root: ElementTree.Element, place: Path) -> Iterator[tuple[str, str]]:
    for entry in root.iter(f"{{{_LIST_SPACE}}}hash"):
        path = entry.findtext(f"{{{_LIST_SPACE}}}path", "")
        digest = entry.findtext(f"{{{_LIST_SPACE}}}xxh128", "")
        if not digest:
            raise UserProblem(
                tr(
                    "{place} has no XXH128 hash for {path}; only lists with these can be verified here.",
                    place=place,
                    path=path,
                )
            )
        yield path, digest.lower()


def _parsed(place: Path, data: bytes) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise UserProblem(tr("{place} is damaged ({error}).", place=place, error=error)) from None


def is_vouched_for(path: str) -> bool:
    """Whether a history has to vouch for a file at ``path``."""
    return not path.startswith(f"{FOLDER}/") and Path(path).name != ".DS_Store"
