"""What the person at this machine prefers, declared once: name, type, default and the words for it."""

from __future__ import annotations

import enum
import getpass
import logging
import os
from dataclasses import field, fields
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
import platformdirs

from core.errors import SystemProblem
from core.files import replacing
from core.log import HOME_VARIABLE
from core.values import dataclass
from core.words import msg, tr

log = logging.getLogger(__name__)

RECENT_LIMIT = 10


class Theme(enum.StrEnum):
    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"


class Language(enum.StrEnum):
    """What the window may speak, by the codes of ISO 639-1."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


@dataclass(slots=True, kw_only=True)
class Settings:
    """The settings of one person; an attribute an option, written by :meth:`save`."""

    theme: Theme = field(default=Theme.SYSTEM, metadata={"text": msg("Colours of the window")})
    language: Language = field(default=Language.SYSTEM, metadata={"text": msg("Language of the window")})
    author: str = field(default="", metadata={"text": msg("Your name, as the history of an archive shows it")})
    recent_archives: tuple[str, ...] = field(default=(), metadata={"text": msg("Archives opened last, newest first")})
    sheet_columns: tuple[str, ...] = field(
        default=(), metadata={"text": msg("Columns of the tag sheet, in order (none: the usual)")}
    )
    sheet_presets: dict[str, tuple[str, ...]] = field(
        default_factory=dict, metadata={"text": msg("Columns of tag sheets, in order, saved by name")}
    )
    sheet_format: str = field(default="xlsx", metadata={"text": msg("Format of the tag sheet chosen last")})
    sheet_mappings: dict[str, dict[str, str]] = field(
        default_factory=dict, metadata={"text": msg("Columns of sheets that come back, by name: theirs to ours")}
    )
    sheet_folder: str = field(default="", metadata={"text": msg("Folder the last tag sheet was written to")})
    window_geometry: str = field(default="", metadata={"text": msg("Place and size of the window (base64)")})
    window_state: str = field(default="", metadata={"text": msg("Arrangement of the parts of the window (base64)")})
    card_width: int = field(default=240, metadata={"text": msg("Width of a card in the grid, in pixels")})
    clip_list: bool = field(default=False, metadata={"text": msg("Clips are shown as a list")})
    list_columns: str = field(default="", metadata={"text": msg("Columns of the list: order, widths, choice (base64)")})
    shortcuts: dict[str, tuple[str, ...]] = field(
        default_factory=dict, metadata={"text": msg("Keys of commands, where they are not the usual ones")}
    )
    ask_before_import: bool = field(default=True, metadata={"text": msg("Show what a drop will do before it does it")})
    import_copies: bool = field(default=False, metadata={"text": msg("Originals were copied into the archive last")})
    palette_uses: dict[str, int] = field(
        default_factory=dict, metadata={"text": msg("How often what was chosen in the command palette")}
    )

    @classmethod
    def load(cls, path: Path | None = None) -> Settings:
        """Return the settings kept in ``path`` (default: :func:`settings_file`).

        A file that cannot be read is set aside beside it and a value that makes no sense falls back to its default;
        both are logged and neither is an error.
        """
        path = path or settings_file()
        found = _read(path)
        kinds = get_type_hints(cls)
        settings = cls()
        for option in fields(cls):
            if option.name in found:
                try:
                    setattr(settings, option.name, msgspec.convert(found[option.name], kinds[option.name]))
                except msgspec.ValidationError as error:
                    log.warning("%s: %s is not usable (%s)", path, option.name, error)
        return settings

    def save(self, path: Path | None = None) -> None:
        """Write the settings to ``path`` (default: :func:`settings_file`), whole or not at all.

        Options of a newer Slatebook that the file holds are kept.  Raises SystemProblem.
        """
        path = path or settings_file()
        document = {**_read(path), **msgspec.to_builtins(self)}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(path) as part:
                part.write_bytes(msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n")
        except OSError as error:
            words = tr("The settings could not be written to {path}: {why}.", path=path, why=error.strerror)
            raise SystemProblem(words) from error

    def remember_archive(self, folder: Path) -> None:
        """Put ``folder`` first among the recent archives."""
        shown = str(folder)
        others = [archive for archive in self.recent_archives if archive != shown]
        self.recent_archives = (shown, *others)[:RECENT_LIMIT]


def option_texts() -> dict[str, str]:
    """Return what each option is called, by its name, in the language of the window."""
    return {option.name: tr(option.metadata["text"]) for option in fields(Settings)}


def settings_file() -> Path:
    """Return where the settings lie: this system's folder for them, or $SLATEBOOK_CONFIG."""
    home = os.environ.get(HOME_VARIABLE)
    folder = Path(home) if home else platformdirs.user_config_path("slatebook", appauthor=False)
    return folder / "settings.json"


def archivist() -> str:
    """Return who is at the machine: by name where the settings know it, else as the system does."""
    if author := Settings.load().author.strip():
        return author
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a process without a login name
        return ""


def _read(path: Path) -> dict[str, Any]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        log.warning("%s cannot be read (%s); going on without it", path, error)
        return {}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        _set_aside(path, str(error))
        return {}


def _set_aside(path: Path, reason: str) -> None:
    aside = path.with_name(f"{path.name}.unreadable")
    try:
        path.replace(aside)
    except OSError as error:
        log.warning("%s is unreadable (%s) and could not be set aside (%s)", path, reason, error)
    else:
        log.warning("%s is unreadable (%s); it now lies at %s", path, reason, aside)
