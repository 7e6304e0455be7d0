"""Authority files in whatever form, read and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from core.errors import SystemProblem
from core.exchange.authority_csv import read_csv, write_csv
from core.exchange.authority_skos import read_skos, write_skos
from core.files import replacing
from core.model.vocabulary import Entry
from core.words import tr

FORMS: Mapping[str, Callable[[Iterable[Entry], Path], None]] = {"csv": write_csv, "skos": write_skos}
"""What writes each form of an authority file."""

_JSON = (".json", ".jsonld")


def form_of(path: Path) -> str:
    """Return the form that the ending of ``path`` stands for."""
    return "skos" if path.suffix.lower() in _JSON else "csv"


def read_authority(path: Path) -> Sequence[Entry]:
    """Return the entries in the file at ``path``; raises FileProblem where it cannot be read."""
    return list(read_skos(path) if form_of(path) == "skos" else read_csv(path))


def write_authority(entries: Iterable[Entry], target: Path, form: str) -> int:
    """Write ``entries`` to ``target``, whole or not at all, and return how many; raises SystemProblem."""
    entries = sorted(entries, key=lambda entry: entry.id)
    try:
        with replacing(target) as part:
            FORMS[form](entries, part)
    except OSError as error:
        raise SystemProblem(
            tr(
                "The authority file could not be written to {target}: {reason}.",
                target=target,
                reason=error.strerror,
            )
        ) from error
    return len(entries)
