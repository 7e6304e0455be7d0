"""Taking one still out: to the clipboard, or into a file."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from core.app import Archive
from core.errors import SystemProblem
from core.export.embargo import holding
from core.files import replace_file
from core.model.ids import ClipId, StillId
from core.model.time import clock
from gui.frames.reading import SheetFrame
from gui.words import tr

_UNSAFE = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')


def picture_of(archive: Archive, still: StillId) -> QImage:
    """Return the whole still; raises SystemProblem where its file is not there."""
    image = QImage(str(archive.stills.path(still)))
    if image.isNull():
        raise SystemProblem(
            tr("The still {path} cannot be read. “check” lists what is missing.", path=archive.stills.path(still))
        )
    return image


def copied(archive: Archive, still: StillId, image: QImage) -> QMimeData:
    """Return what goes to the clipboard: the picture for programs that paint, its file for those that attach."""
    data = QMimeData()
    data.setImageData(image)
    data.setUrls([QUrl.fromLocalFile(str(archive.stills.path(still)))])
    return data


def save_still(archive: Archive, still: StillId, target: Path) -> None:
    """Write the still to ``target`` byte for byte, whole or not at all.  Raises SystemProblem."""
    source = archive.stills.path(still)
    try:
        replace_file(target, source.read_bytes())
    except OSError as error:
        raise SystemProblem(
            tr("The still could not be saved to {target}: {strerror}.", target=target, strerror=error.strerror)
        ) from error


def name_for(frame: SheetFrame) -> str:
    """Return what the file of a still is called at first: the clip and the time, fit for every file system."""
    stem = _UNSAFE.sub("_", Path(frame.clip_name).stem).strip(". ") or tr("still")
    return f"{stem} {clock(frame.frame.time).replace(':', '.')}.jpg"


def held_back(archive: Archive, clip: ClipId) -> str:
    """Return why nothing of ``clip`` should leave the house today; nothing where it may."""
    known = archive.catalog.clip(clip)
    embargo = holding(known, archive.vocabulary, archive.today) if known is not None else None
    return embargo.why if embargo is not None else ""
