"""Every form a hand-over package can have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from core.export import bagit, mhl
from core.export.payload import Letter, Payload
from core.fixity.hashing import Algorithm
from core.values import dataclass

Claim = tuple[str, Algorithm, str]


@dataclass(frozen=True, slots=True)
class PackageFormat:
    """``payload`` is the folder that holds everything but the tags (empty: the package itself).

    ``mark`` is the file by which such a package is told; ``write_tags`` raises OSError, ``claims`` yields what the
    manifests say and raises OSError and UserProblem; ``is_vouched_for`` tells whether they have to speak of a path.
    """

    name: str
    words: str
    algorithm: Algorithm
    payload: str
    mark: str
    write_tags: Callable[[Path, Sequence[Payload], Letter], None]
    claims: Callable[[Path], Iterator[Claim]]
    is_vouched_for: Callable[[str], bool]


_ALL = (
    PackageFormat(
        "bagit",
        "BagIt bag (archives and libraries)",
        Algorithm.SHA256,
        bagit.PAYLOAD,
        bagit.DECLARATION,
        bagit.write_tags,
        bagit.claims,
        bagit.is_vouched_for,
    ),
    PackageFormat(
        "mhl",
        "Media hash list (ASC MHL, for productions)",
        Algorithm.XXH128,
        "",
        f"{mhl.FOLDER}/{mhl.CHAIN}",
        mhl.write_tags,
        mhl.claims,
        mhl.is_vouched_for,
    ),
)

PACKAGE_FORMATS: Mapping[str, PackageFormat] = {form.name: form for form in _ALL}


def format_of(folder: Path) -> PackageFormat | None:
    """Return the format of the package ``folder`` is; None where it is none."""
    return next((form for form in _ALL if (folder / form.mark).is_file()), None)
