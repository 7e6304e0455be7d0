"""archive.json: what an archive folder is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage

from core.errors import ArchiveProblem
from core.files import replace_file
from core.model.codec import from_document, from_json, to_document, to_json
from core.storage.troubles import told_of
from core.values import dataclass
from core.words import tr

FORMAT = 1
"""The version of the archive's form; a Slatebook refuses a newer one than it knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What archive.json says; ``author`` is who signs its history, empty where each person signs for themselves."""

    format: int
    id: str
    name: str
    created: str
    author: str = ""


class _WholeFile(Storage):
    """TinyDB's one-file form, replaced in one step instead of overwritten in place."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, dict[str, Any]] | None:
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return None
        tables: dict[str, dict[str, Any]] = from_json(data)
        return tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        replace_file(self._path, to_json(data))


def write_description(path: Path, description: Description) -> None:
    """Write archive.json.  Raises SystemProblem."""
    # In one step: to truncate and insert, as TinyDB would, leaves an empty file where it is killed in between.
    with told_of(path.parent):
        _WholeFile(path).write({TinyDB.default_table_name: {"1": to_document(description)}})


def read_description(path: Path, newest: int = FORMAT) -> Description:
    """Return what archive.json says; raises ArchiveProblem where there is no archive of ``newest`` form or older."""
    if not path.is_file():
        raise ArchiveProblem(
            tr("{parent} is not a Slatebook archive: it has no {name}.", parent=path.parent, name=path.name)
        )
    try:
        with told_of(path.parent), TinyDB(path, storage=_WholeFile) as database:
            documents = database.all()
        description = from_document(dict(documents[0]), Description)
    except (ValueError, IndexError, AttributeError, TypeError):
        raise ArchiveProblem(
            tr("{path} is damaged; restore that file from a backup of the archive.", path=path)
        ) from None
    if description.format > newest:
        raise ArchiveProblem(
            tr(
                "{parent} was made by a newer Slatebook (format {format}, this one knows {newest}). "
                "Open it with the newer one; nothing was changed.",
                parent=path.parent,
                format=description.format,
                newest=newest,
            )
        )
    return description
