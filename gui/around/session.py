"""What the window on one archive showed when it was left; kept for each archive beside the settings."""

from __future__ import annotations

import hashlib
import logging
from fractions import Fraction
from pathlib import Path

import msgspec

from core.errors import SystemProblem
from core.files import replacing
from core.model.ids import ClipId, MomentId
from core.ports.index import Order
from core.settings import settings_file
from gui.words import tr

log = logging.getLogger(__name__)

MOST_SELECTED = 2_000
"""So many selected clips are remembered; more are hardly missed."""


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """The search with its order, what was selected, how far the clips were scrolled, and what was open.

    ``top`` is the clip at the upper edge, ``top_moment`` the moment where moments were shown, and ``beyond`` how many
    pixels of its line lay above it; ``playing`` is the clip that was open in the player, at ``time``.  ``panes`` is the
    state of the splitter (base64); ``turned`` are sections of the browser that are not (un)folded as at first.
    """

    archive: str
    search: str = ""
    order: Order = Order.ADDED
    backward: bool = False
    parting: str = ""
    selected: tuple[ClipId, ...] = ()
    moments: tuple[MomentId, ...] = ()
    top: ClipId | None = None
    top_moment: MomentId | None = None
    beyond: int = 0
    playing: ClipId | None = None
    time: str = "0"
    panes: str = ""
    browser: bool = True
    inspector: bool = True
    turned: tuple[str, ...] = ()

    @property
    def at(self) -> Fraction:
        """Where the player stood, in seconds; at the beginning where the file does not tell."""
        try:
            return max(Fraction(self.time), Fraction(0))
        except (ValueError, ZeroDivisionError):
            return Fraction(0)


def session_file(archive: Path) -> Path:
    """Return where the session of the archive in the folder ``archive`` is kept."""
    name = hashlib.sha256(str(archive).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return settings_file().parent / "sessions" / f"{name}.json"


def load_session(archive: Path) -> Session:
    """Return the session of an archive; an empty one where there is none or its file is damaged, which is logged."""
    file = session_file(archive)
    try:
        found = msgspec.json.decode(file.read_bytes(), type=Session)
    except FileNotFoundError:
        return Session(archive=str(archive))
    except (OSError, ValueError, RecursionError) as error:  # msgspec's errors are ValueErrors
        log.info("the session in %s is not usable and is left alone: %s", file, error)
        return Session(archive=str(archive))
    return found if found.archive == str(archive) else Session(archive=str(archive))


def save_session(session: Session) -> None:
    """Keep a session, whole or not at all.  Raises SystemProblem."""
    file = session_file(Path(session.archive))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as part:
            part.write_bytes(msgspec.json.encode(session))
    except OSError as error:
        raise SystemProblem(
            tr("How the window stood could not be written to {file}: {strerror}.", file=file, strerror=error.strerror)
        ) from error
