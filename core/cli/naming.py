"""Who is meant by a name on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from core.app import Archive
from core.catalog.vocabulary import Match
from core.errors import UserProblem
from core.export.columns import ID_PREFIX, sheet_id
from core.export.embargo import last_day
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind

_FEWEST_DIGITS = 4


def kind_of(option: str | None) -> EntryKind | None:
    """Return the kind that an option names, None where it names none."""
    return EntryKind(option) if option else None


def entry_named(archive: Archive, name: str, kind: EntryKind | None) -> Entry:
    """Return the entry with that id, the beginning of it, or that name; raises UserProblem where not just one has.

    An entry that was merged is found under what it leads to.
    """
    by_id = _by_id(archive, name)
    kinds = tuple(EntryKind) if kind is None else (kind,)
    found = by_id or [entry for one in kinds for entry in archive.vocabulary.find_exact(one, name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserProblem(f"“{name}” may be any of these: {listed(archive, found)}. Say which by its id.")
    raise UserProblem(unknown(archive, name, kind))


def _by_id(archive: Archive, name: str) -> list[Entry]:
    digits = name.removeprefix(ID_PREFIX).lower()
    if len(digits) < _FEWEST_DIGITS or (digits == name.lower() and not any(map(str.isdigit, digits))):
        return []
    known = archive.vocabulary.get(EntryId(digits))
    if known is not None:
        return [known]
    return [entry for entry in archive.vocabulary.all() if entry.id.startswith(digits)]


def listed(archive: Archive, entries: Sequence[Entry]) -> str:
    """Return entries of one name so that they can be told apart, each with its id."""
    return ", ".join(f"{archive.vocabulary.shown(entry.id)} ({sheet_id(entry.id)})" for entry in entries)


def unknown(archive: Archive, name: str, kind: EntryKind | None) -> str:
    """Return that nobody is called so, and who may be meant."""
    near = archive.vocabulary.near_names(name, tuple(EntryKind) if kind is None else (kind,))
    labels = [match.shown for match in near] or archive.vocabulary.close_names(name, kind)
    hint = f" Did you mean {' or '.join(labels)}?" if labels else ""
    nobody = f"No {kind}" if kind else "Nothing"
    return f"{nobody} is called “{name}”.{hint}"


def did_you_mean(near: Sequence[Match]) -> str:
    """Return the question who of those with a near name is meant."""
    return f"Did you mean {' or '.join(match.shown for match in near)}?"


def known_date(text: str) -> str:
    """Return a date of any precision as it is written; raises UserProblem where it is none."""
    if last_day(text) is None:
        raise UserProblem(f"“{text}” is no date; write 1962, 1962-07 or 1962-07-03.")
    return text
