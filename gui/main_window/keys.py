"""The keys of commands as the archivist has chosen them, and the lists they are shown in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from core.settings import Settings
from gui.main_window.actions import COMMANDS, Actions, bare
from gui.player.keys import DESK_KEYS
from gui.words import msg, tr

if TYPE_CHECKING:
    from gui.preferences.keys import KeyLine, KeysChosen

IN_PLAYER = msg("In the player")

ELSEWHERE: Mapping[str, Sequence[tuple[str, str]]] = {
    IN_PLAYER: (
        ("1 – 9", msg("Begin a stretch with the name on that key, and end it; held, for as long as it is held")),
        ("X", msg("A stretch ends where the next one begins, or no longer")),
        ("+, -", msg("Show less or more of the timeline")),
        ("B", msg("Show the boxes of all tags, or none")),
    ),
    msg("On the timeline"): (
        (msg("Up, Down"), msg("Choose a stretch, and go to where it begins")),
        ("[, ]", msg("Let the chosen stretch begin or end at the playhead")),
        (msg("Comma, full stop"), msg("Move the chosen stretch by a picture")),
        ("Shift+B", msg("Draw or move the box of the chosen stretch in the frame")),
        (msg("Menu"), msg("Split the stretch at the playhead, join it with the next, and more")),
        ("Del", msg("Remove the chosen stretch")),
    ),
    msg("On the contact sheet"): (
        ("P", msg("Poster from this frame")),
        ("T", msg("Tag what this frame stands for")),
        ("Ctrl+C", msg("Copy the picture")),
    ),
    msg("Side by side"): (
        ("U", msg("Tie the two clips together, or let them go")),
        (msg("Up, Down"), msg("Choose the clip that keys are for")),
    ),
    msg("Among the clips"): (
        (msg("Arrows, Page, Home, End"), msg("Go from clip to clip; with Shift, select all on the way")),
        (msg("Return"), msg("Open the clip in the player")),
        ("1 – 9", msg("Tag the selected clips with the name on that key")),
        (msg("Comma, full stop"), msg("Look through the clip by its filmstrip, back or on")),
        (msg("Menu"), msg("What can be done with the selected clips")),
    ),
    msg("While typing"): (
        (msg("Up, Down"), msg("Go through what is offered")),
        (msg("Return, Tab"), msg("Take what is marked")),
        (msg("Esc"), msg("Close what is offered, then leave the field")),
    ),
}
"""Keys that are no commands: they mean something in one part of the window only."""


def portable(keys: str) -> str:
    """Return a key sequence as the settings write it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


class Shortcuts:
    """Gives the commands of one window the keys that the settings name, and lets them be changed."""

    def __init__(self, actions: Actions, settings: Settings) -> None:
        self._actions = actions
        self._settings = settings
        self._usual = {command.key: actions.keys(command.key) for command in COMMANDS}
        for key, keys in settings.shortcuts.items():
            if key in self._usual:
                actions.set_keys(key, keys)

    def lines(self) -> list[KeyLine]:
        """Return every command with its keys, and the keys of the player, which stay."""
        from gui.preferences.keys import KeyLine

        commands = [
            KeyLine(
                command.key,
                command.name,
                bare(tr(command.menu.value)),
                self._usual[command.key],
                self._actions.keys(command.key),
            )
            for command in COMMANDS
        ]
        desk = [(tuple(portable(keys) for keys in one.keys), one.tip) for one in DESK_KEYS]
        return [
            *commands,
            *(KeyLine(f"player:{tip}", tr(tip), tr(IN_PLAYER), keys, keys, fixed=True) for keys, tip in desk),
        ]

    def on_chosen(self, chosen: KeysChosen) -> None:
        """Give a command other keys, and keep them in the settings where they are not the usual ones."""
        self._actions.set_keys(chosen.key, chosen.keys)
        others = {key: keys for key, keys in self._settings.shortcuts.items() if key != chosen.key}
        changed = {chosen.key: chosen.keys} if chosen.keys != self._usual[chosen.key] else {}
        self._settings.shortcuts = {**others, **changed}

    def sheet(self) -> dict[str, list[tuple[str, str]]]:
        """Return all keys there are and what they do, by where they count."""
        tips = {command.key: tr(command.tip) for command in COMMANDS}
        found: dict[str, list[tuple[str, str]]] = {}
        for line in self.lines():
            if line.keys:
                words = [QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in line.keys]
                found.setdefault(line.group, []).append((", ".join(words), tips.get(line.key, line.text)))
        for group, keys in ELSEWHERE.items():
            found.setdefault(tr(group), []).extend((tr(key), tr(what)) for key, what in keys)
        return found
