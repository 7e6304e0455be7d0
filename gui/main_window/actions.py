"""Every command of the window once: what it is called, its icon, its keys, where it stands."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from core.values import dataclass
from gui.style.icons import icon
from gui.words import msg, tr


class Menu(enum.StrEnum):
    """The menus, in their order."""

    FILE = msg("&File")
    EDIT = msg("&Edit")
    CLIP = msg("&Clip")
    VIEW = msg("&View")
    HELP = msg("&Help")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the archivist can ask of the window.

    ``text`` and ``tip`` are looked up where they are shown; ``keys`` are portable key sequences; ``break_before`` draws
    a line above it in its menu.
    """

    key: str
    menu: Menu
    text: str
    tip: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    checkable: bool = False
    break_before: bool = False

    @property
    def name(self) -> str:
        """What it is called where it stands in no menu."""
        return bare(tr(self.text))


COMMANDS: tuple[Command, ...] = (
    Command("new_archive", Menu.FILE, "&New archive…", "Make a new, empty archive", "folder-plus", ("Ctrl+Shift+N",)),
    Command("open_archive", Menu.FILE, "&Open archive…", "Open another archive", "folder-open", ("Ctrl+O",)),
    Command("import_files", Menu.FILE, "&Import files…", "Bring clips and stills in",
            "import", ("Ctrl+I",), break_before=True),
    Command("import_folder", Menu.FILE, "Import &folder…", "Bring in all clips and stills of a folder",
            "folder", ("Ctrl+Shift+I",)),
    Command("imports", Menu.FILE, "Impor&ts…", "What is being imported, what waits, and what earlier imports did",
            "inbox", ("Ctrl+Alt+I",)),
    Command("watch_folders", Menu.FILE, "Watche&d folders…", "Folders that clips come in from by themselves",
            "folder-open", ("Ctrl+Alt+W",)),
    Command("pause_import", Menu.FILE, "&Pause import", "Pause the import, or let it go on", "pause", ("Ctrl+P",)),
    Command("cancel_import", Menu.FILE, "&Cancel import", "Stop importing; what has come in stays", "circle-x",
            ("Ctrl+Shift+C",)),
    Command("show_failures", Menu.FILE, "&What could not be read…", "List the files that could not be read, and why",
            "list", ("Ctrl+Shift+F",)),
    Command("dismiss_import", Menu.FILE, "Hide the import", "Hide the result of the import", "x"),
    Command("export", Menu.FILE, "&Export tag sheet…", "Write a sheet, markers, sidecars or a contact sheet",
            "sheet", ("Ctrl+E",),
            break_before=True),
    Command("import_sheet", Menu.FILE, "Import ret&urned sheet…", "See what a sheet that comes back would change",
            "file-input", ("Ctrl+Shift+E",)),
    Command("package", Menu.FILE, "&Hand over a package…", "Copy originals, sheets and sidecars, verified", "package",
            ("Ctrl+Shift+P",)),
    Command("import_names", Menu.FILE, "Import na&mes…", "Take people, places and productions over from a file",
            "book-down", break_before=True),
    Command("export_names", Menu.FILE, "E&xport names…", "Write people, places and productions for another archive",
            "book-up"),
    Command("sample", Menu.FILE, "Open the &sample archive", "Make and open a small archive of rendered, tagged clips",
            "clapperboard", break_before=True),
    Command("close", Menu.FILE, "C&lose window", "Close this window; everything is saved", "x", ("Ctrl+W",),
            break_before=True),
    Command("quit", Menu.FILE, "&Quit", "Leave Slatebook; everything is saved", "log-out", ("Ctrl+Q",)),
    Command("undo", Menu.EDIT, "&Undo", "Take the last step back", "undo-2", ("Ctrl+Z",)),
    Command("redo", Menu.EDIT, "&Redo", "Do the step again", "redo-2", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("history", Menu.EDIT, "&History…", "List every step, see what it changed, and undo any of them", "list",
            ("Ctrl+H",)),
    Command("find", Menu.EDIT, "&Find", "Go to the search field", "search", ("Ctrl+F",), break_before=True),
    Command("moments", Menu.EDIT, "&Moments instead of clips", "Find the moments that answer, each with its frame",
            "brackets", ("Ctrl+M",), checkable=True),
    Command("save_search", Menu.EDIT, "Sa&ve this search…", "Keep the search under a name, in the browser", "bookmark",
            ("Ctrl+S",)),
    Command("show_all", Menu.EDIT, "Show the &whole archive", "Clear the search", "archive",
            ("Ctrl+Shift+A",)),
    Command("clear", Menu.EDIT, "&Step back", "Leave the field, then clear the search, then the selection",
            "circle-x", ("Esc",)),
    Command("select_all", Menu.EDIT, "Select &all", "Select every clip of the result", "list-checks", ("Ctrl+A",),
            break_before=True),
    Command("play", Menu.CLIP, "&Play", "Open the clip in the player, or go back to the clips", "play",
            ("Ctrl+Space",)),
    Command("contact_sheet", Menu.CLIP, "&Contact sheet", "Show all keyframes of the selected clips, or go back",
            "images", ("G", "Ctrl+G")),
    Command("compare", Menu.CLIP, "Compare side &by side", "Play two selected clips side by side, tied together",
            "columns-2", ("Ctrl+Shift+G",)),
    Command("tag", Menu.CLIP, "&Tag…", "Go to the tag field of the selected clips", "tag", ("T",)),
    Command("copy_tags", Menu.CLIP, "Copy ta&gs", "Copy the tags that all selected clips carry", "tag",
            ("Ctrl+Alt+C",)),
    Command("paste_tags", Menu.CLIP, "P&aste tags…", "Put the copied tags on the selected clips, as one step", "plus",
            ("Ctrl+Alt+V",)),
    Command("mark_moment", Menu.CLIP, "&Mark a moment…", "Name a stretch of the clip", "bookmark-plus", ("M",)),
    Command("mark_looked", Menu.CLIP, "Mar&k as looked at", "Note that all of the selected clips was looked at",
            "eye", ("Ctrl+Alt+L",), break_before=True),
    Command("mark_unlooked", Menu.CLIP, "Mark as &not looked at",
            "Note that the selected clips are still to be looked at", "eye-off", ("Ctrl+Alt+N",)),
    Command("retry", Menu.CLIP, "Tr&y again", "Read the files of the selected clips again", "refresh-cw", ("F5",),
            break_before=True),
    Command("show_file", Menu.CLIP, "&Show in folder", "Show the original in your file manager", "folder-open",
            ("Ctrl+Shift+R",)),
    Command("open_file", Menu.CLIP, "&Open with another program", "Play the original in your usual player",
            "external-link", ("Ctrl+Return",)),
    Command("verify", Menu.CLIP, "&Verify originals…", "Read originals whole and compare with what was recorded",
            "shield-check", ("Ctrl+Shift+V",), break_before=True),
    Command("relink", Menu.CLIP, "&Find moved originals…", "Look for originals that were moved or renamed",
            "scan-search", ("Ctrl+Shift+M",)),
    Command("find_copies", Menu.CLIP, "&Look for copies", "Compare all clips, and note which look alike", "copy"),
    Command("due", Menu.CLIP, "&Due soon…", "List what becomes free of its embargo", "calendar-clock",
            ("Ctrl+Shift+U",)),
    Command("remove", Menu.CLIP, "&Remove from archive", "Take the selected clips out; originals stay where they are",
            "trash-2", ("Del",), break_before=True),
    Command("palette", Menu.VIEW, "&Command palette…", "Do anything, go anywhere: commands, names, searches, archives",
            "command", ("Ctrl+K",)),
    Command("bigger", Menu.VIEW, "&Bigger stills", "Make the cards bigger", "zoom-in", ("Ctrl++", "Ctrl+="),
            break_before=True),
    Command("smaller", Menu.VIEW, "&Smaller stills", "Make the cards smaller", "zoom-out", ("Ctrl+-",)),
    Command("list_view", Menu.VIEW, "As a &list", "Show clips as a list with columns, or as cards", "table",
            ("Ctrl+L",), checkable=True),
    Command("by_day", Menu.VIEW, "By d&ay", "Part clips by the day they were shot", "calendar-days", ("Ctrl+J",),
            checkable=True),
    Command("by_location", Menu.VIEW, "By l&ocation", "Part clips by the locations they are tagged with", "map-pin",
            ("Ctrl+Shift+J",), checkable=True),
    Command("by_production", Menu.VIEW, "By prod&uction", "Part clips by the productions they are tagged with",
            "clapperboard", ("Ctrl+Alt+J",), checkable=True),
    Command("show_browser", Menu.VIEW, "B&rowser", "Show or hide people, locations and productions", "panel-left",
            ("F7",), checkable=True, break_before=True),
    Command("show_inspector", Menu.VIEW, "&Inspector", "Show or hide what is known of the clip", "panel-right",
            ("F8",), checkable=True),
    Command("vocabulary", Menu.VIEW, "&Names…", "People, locations, productions and keywords: rename, merge, tidy up",
            "users", ("F6",)),
    Command("dark", Menu.VIEW, "&Dark", "Use dark colours", "moon", ("Ctrl+Shift+D",), checkable=True,
            break_before=True),
    Command("preferences", Menu.EDIT, "&Preferences…", "The colours of the window, and where settings and log lie",
            "settings", ("Ctrl+,",), break_before=True),
    Command("shortcuts", Menu.HELP, "&Keys and searching", "How to search, and all keys", "keyboard", ("F1", "?")),
    Command("troubles", Menu.HELP, "&What went wrong…", "List what Slatebook had to warn of, newest first",
            "scroll-text", ("Ctrl+Shift+W",)),
    Command("show_log", Menu.HELP, "Show &log file", "Show where Slatebook writes what went wrong", "file-text",
            ("Ctrl+Shift+L",)),
    Command("about", Menu.HELP, "&About Slatebook", "Version and licences", "info", ("Shift+F1",)),
)  # fmt: skip

_WRITING = (
    "import_files", "import_folder", "undo", "redo", "tag", "mark_moment", "retry", "remove", "verify", "import_sheet",
    "import_names", "relink", "paste_tags", "find_copies",
    "mark_looked", "mark_unlooked",
)  # fmt: skip
_ON_SELECTION = (
    "play", "contact_sheet", "tag", "copy_tags", "paste_tags", "retry", "show_file", "open_file", "mark_looked",
    "mark_unlooked", "remove",
)  # fmt: skip
_MANY = 3
"""With so many selected clips or more the same can be done."""


class Actions:
    """The commands as actions of one window."""

    def __init__(self, window: QWidget) -> None:
        self._actions = {command.key: _action(command, window) for command in COMMANDS}
        self._offered: tuple[int, bool, bool] | None = None
        window.addActions(list(self._actions.values()))

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def set_keys(self, key: str, keys: Sequence[str]) -> None:
        """Give a command other keys, portable key sequences; its tooltip tells them."""
        action = self._actions[key]
        action.setShortcuts([QKeySequence(one) for one in keys])
        explain(action, action.statusTip())

    def keys(self, key: str) -> tuple[str, ...]:
        """Return the keys of a command as they are now, as portable key sequences."""
        return tuple(one.toString(QKeySequence.SequenceFormat.PortableText) for one in self._actions[key].shortcuts())

    def connect(self, verbs: Mapping[str, Callable[[], None]]) -> None:
        """Have each command call its verb."""
        for key, verb in verbs.items():
            self._actions[key].triggered.connect(_without_state(verb))

    def enable(self, enabled: bool, *keys: str) -> None:
        """Make commands available or not."""
        for key in keys:
            self._actions[key].setEnabled(enabled)

    def offer(self, *, selected: int, found: bool, writing: bool) -> None:
        """Make available what can be done with so many selected clips, touching nothing where that is as before.

        ``found`` says whether any clips are shown, ``writing`` whether the archive may be changed.
        """
        offered = min(selected, _MANY), found, writing
        if offered == self._offered:
            return
        self._offered = offered
        self.enable(selected > 0, *_ON_SELECTION)
        self.enable(selected == 1, "mark_moment")
        self.enable(selected == 2, "compare")
        self.enable(found, "export", "select_all")
        if not writing:
            self.enable(False, *_WRITING)


def _without_state(verb: Callable[[], None]) -> Callable[[bool], None]:
    return lambda _checked: verb()


def _action(command: Command, window: QWidget) -> QAction:
    action = QAction(tr(command.text), window)
    action.setObjectName(command.key)
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    action.setCheckable(command.checkable)
    if command.icon:
        action.setIcon(icon(command.icon))
    explain(action, tr(command.tip))
    return action


def bare(text: str) -> str:
    """Return the text of a menu without its mnemonic and the dots that announce a question."""
    return text.replace("&", "").removesuffix("…").rstrip()


def explain(action: QAction, tip: str) -> None:
    """Give ``action`` a tooltip that ends in its shortcut."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(tr("{tip} ({keys})", tip=tip, keys=keys) if keys else tip)
    action.setStatusTip(tip)
