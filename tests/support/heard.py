"""What a screen reader is told of a program that runs: ``python3 heard.py NAME``, with the system's ``dbus``.

Walks the tree that AT-SPI gives (https://gnome.pages.gitlab.gnome.org/at-spi2-core/devel-docs/) and writes, as JSON, of
each thing that is shown its role, its name, whether keys can reach it, and how many things it says are in it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import dbus

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_FOCUSABLE, _SHOWING = 11, 25
"""Bits of the state; https://docs.gtk.org/atspi2/enum.StateType.html."""
_MOST = 40
"""So many of the things in one are looked at."""


def main(name: str) -> None:
    session = dbus.SessionBus()
    status = session.get_object("org.a11y.Bus", "/org/a11y/bus")
    bus = dbus.bus.BusConnection(status.GetAddress(dbus_interface="org.a11y.Bus"))
    heard: list[dict[str, Any]] = []
    for program in bus.get_object(*_REGISTRY, introspect=False).GetChildren(dbus_interface=_ACCESSIBLE):
        if name in _told(bus.get_object(*program, introspect=False), "Name").lower():
            _walk(bus, program, heard)
    json.dump(heard, sys.stdout)


def _told(thing: Any, what: str) -> str:
    return str(thing.Get(_ACCESSIBLE, what, dbus_interface="org.freedesktop.DBus.Properties"))


def _walk(bus: Any, place: tuple[str, str], heard: list[dict[str, Any]]) -> None:
    thing = bus.get_object(*place, introspect=False)
    low, high = thing.GetState(dbus_interface=_ACCESSIBLE)
    state, count = int(low) | int(high) << 32, int(_told(thing, "ChildCount"))
    if state >> _SHOWING & 1:
        role = str(thing.GetRoleName(dbus_interface=_ACCESSIBLE))
        keys = bool(state >> _FOCUSABLE & 1)
        heard.append({"role": role, "name": _told(thing, "Name"), "keys": keys, "count": count})
    for at in range(min(count, _MOST)):
        _walk(bus, thing.GetChildAtIndex(at, dbus_interface=_ACCESSIBLE), heard)


if __name__ == "__main__":
    main(sys.argv[1])
