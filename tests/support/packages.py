"""Originals on a card, packed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from core.app import Archive
from core.catalog.edits import AddClips
from core.export.formats import FORMATS
from core.export.package import PackageJob, PackageReport, Wish
from core.export.package_check import package_problems
from core.export.package_formats import PACKAGE_FORMATS, format_of
from core.export.package_plan import Shelf
from core.fixity.work import WorkProgress, no_report
from core.model.clip import Clip
from core.model.media import MediaFile
from tests.support.model import a_clip

TODAY = date(2026, 11, 22)


def shot(archive: Archive, path: Path, content: bytes = b"", **fields: Any) -> Clip:
    """Write an original and take it into the archive."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content or path.name.encode() * 1000)
    file = MediaFile(path=str(path), size=path.stat().st_size, mtime_ns=path.stat().st_mtime_ns)
    clip = a_clip(path.name, **({"files": (file,)} | fields))
    archive.catalog.apply(AddClips((clip,)))
    return clip


def shelf_of(archive: Archive, **fields: Any) -> Shelf:
    given_fields: dict[str, Any] = {
        "clip": archive.catalog.clip,
        "vocabulary": archive.vocabulary,
        "stills": archive.stills,
        "remember": archive.catalog.note,
        "formats": {"csv": FORMATS["csv"]},
    }
    return Shelf(**(given_fields | fields))


def wish_for(target: Path, **fields: Any) -> Wish:
    given_fields: dict[str, Any] = {"format": target.name, "target": target, "title": "Grand Express", "today": TODAY}
    return Wish(**({"sheets": ("csv",)} | given_fields | fields))


def packed(
    archive: Archive,
    target: Path,
    *clips: Clip,
    report: Callable[[WorkProgress], None] = no_report,
    shelf: Shelf | None = None,
    **fields: Any,
) -> PackageReport:
    job = PackageJob(shelf or shelf_of(archive), wish_for(target, **fields))
    return job.run([clip.id for clip in clips], report)


def media_of(package: Path) -> Path:
    return package / PACKAGE_FORMATS[package.name].payload / "media"


def scratch_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.unfinished")


def unfinished_media(target: Path) -> Path:
    return media_of(scratch_of(target) / target.name)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def problems(package: Path) -> list[str]:
    form = format_of(package)
    assert form is not None
    return package_problems(package, form)
