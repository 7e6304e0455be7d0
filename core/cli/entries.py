"""The verbs about names: entry list, show, add, rename, change, alias, merge, apart, remove and hygiene."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from core.app import Archive, open_archive
from core.catalog.edits import AddEntry, ChangeEntry, RemoveEntry, counted
from core.catalog.hygiene import Fault, MarkDifferent, looked_over
from core.catalog.merging import Carrying, Conflict, MergeEntries, MergePreview, Taken, merge_preview
from core.catalog.naming import years
from core.cli.naming import did_you_mean, entry_named, kind_of, known_date
from core.cli.opening import open_to_read
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.export.columns import sheet_id
from core.model.codec import to_document
from core.model.ids import EntryId
from core.model.vocabulary import Alias, Entry
from core.search.fold import fold

NOTHING = "none"
"""Takes a parent, a date or an id away."""


def list_names(options: Namespace, terminal: Terminal) -> int:
    """List names, with how many clips carry each."""
    with open_to_read(options.archive) as archive:
        uses = archive.counts(archive.search(""))
        entries = [entry for entry in archive.vocabulary.all(kind_of(options.kind)) if _has(entry, options.search)]
        told = [_summary(archive, entry, uses) for entry in entries]
    if options.json:
        terminal.show({"count": len(told), "entries": told})
        return 0
    for entry in told:
        terminal.say(f"{sheet_id(entry['id'])}  {entry['kind']:<10}  {entry['clips']:>7,}  {entry['shown']}")
    terminal.tell(f"{counted(told, 'name')}.")
    return 0


def _has(entry: Entry, words: str) -> bool:
    return all(any(word in fold(name) for name in entry.names) for word in fold(words).split())


def _summary(archive: Archive, entry: Entry, uses: Mapping[EntryId, int]) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": str(entry.kind),
        "label": entry.label,
        "shown": archive.vocabulary.shown(entry.id),
        "clips": uses.get(entry.id, 0),
    }


def show(options: Namespace, terminal: Terminal) -> int:
    """Tell everything known of one name."""
    with open_to_read(options.archive) as archive:
        entry = entry_named(archive, options.name, kind_of(options.kind))
        document = _document(archive, entry)
    if options.json:
        terminal.show(document)
        return 0
    terminal.say(document["shown"])
    for name, value in _lines(document):
        if value:
            terminal.say(f"  {name:<14}{value}")
    return 0


def _document(archive: Archive, entry: Entry) -> dict[str, Any]:
    words = archive.vocabulary
    merged = sorted(words.merged_into(entry.id) - {entry.id})
    parent = words.get(entry.parent) if entry.parent else None
    return {
        **to_document(entry),
        **_summary(archive, entry, archive.counts(archive.search(""))),
        "parent": {"id": parent.id, "label": words.label(parent.id)} if parent else None,
        "within": [{"id": child, "label": words.label(child)} for child in _children(archive, entry)],
        "merged": [{"id": one, "label": found.label} for one in merged if (found := words.raw(one))],
    }


def _children(archive: Archive, entry: Entry) -> list[EntryId]:
    below = (archive.vocabulary.raw(child) for child in archive.vocabulary.leading_to(entry.id))
    return [child.id for child in below if child is not None and child.redirect is None]


def _lines(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "id", sheet_id(told["id"])
    yield "kind", told["kind"]
    yield "clips", f"{told['clips']:,}"
    yield "aliases", "; ".join(alias_words(Alias(**alias)) for alias in told["aliases"])
    yield "within", told["parent"]["label"] if told["parent"] else ""
    yield "holds", "; ".join(child["label"] for child in told["within"])
    yield "existed", " to ".join(filter(None, (told["existed_from"] or "…", told["existed_to"]))).removesuffix("…")
    yield "released", told["released"]
    yield "directors", "; ".join(told["directors"])
    yield "ids", " ".join(f"{scheme}:{value}" for scheme, value in sorted(told["external_ids"].items()))
    yield "merged in", "; ".join(f"{one['label']} ({sheet_id(one['id'])})" for one in told["merged"])
    yield "note", told["note"].replace("\n", "\n" + " " * 16)


def alias_words(alias: Alias) -> str:
    """Return an alias as the command line reads it: "Том Круз@ru"."""
    return f"{alias.text}@{alias.language}" if alias.language else alias.text


def read_alias(text: str) -> Alias:
    """Return the alias in ``text``, a language after the last @; raises UserProblem where there is no name."""
    name, sign, language = text.rpartition("@")
    named = Alias(text=name.strip(), language=language.strip()) if sign else Alias(text=text.strip())
    if not named.text:
        raise UserProblem(f"“{text}” is no alias; write a name, or a name and its language: “Том Круз@ru”.")
    return named


# changing -----------------------------------------------------------------------------------------------------------
def add(options: Namespace, terminal: Terminal) -> int:
    """Put a new name into the vocabulary; one that is near a known one only with --new."""
    with open_archive(options.archive) as archive:
        kind = kind_of(options.kind)
        assert kind is not None, "the option is required"
        label = " ".join(options.name.split())
        same = archive.vocabulary.find_exact(kind, label)
        if same and not options.new:
            raise UserProblem(f"There is a {kind} called {same[0].label} already; --new makes another of that name.")
        near = archive.vocabulary.near_names(label, (kind,))
        if near and not options.new:
            raise UserProblem(f"{did_you_mean(near)} If “{label}” is somebody or something else, add --new.")
        entry = Entry(id=archive.catalog.new_entry_id(), kind=kind, label=label)
        archive.catalog.apply(AddEntry(_changed(archive, entry, options)))
        return _tell_entry(archive, entry.id, options, terminal, f"New {kind}: {label}.")


def rename(options: Namespace, terminal: Terminal) -> int:
    """Give an entry another name; what it was called stays an alias with --keep."""
    with open_archive(options.archive) as archive:
        entry = entry_named(archive, options.name, kind_of(options.kind))
        label = " ".join(options.new_name.split())
        kept = (Alias(text=entry.label),) if options.keep else ()
        names = {alias.text: alias for alias in (*kept, *entry.aliases)}  # an alias keeps its language
        aliases = tuple(alias for text, alias in names.items() if text != label)
        change = archive.catalog.apply(ChangeEntry(replace(entry, label=label, aliases=aliases)))
        return _tell_entry(archive, entry.id, options, terminal, f"{change.label}.")


def alias(options: Namespace, terminal: Terminal) -> int:
    """Give an entry other names, or take some away; a language may follow: “Том Круз@ru”."""
    with open_archive(options.archive) as archive:
        entry = entry_named(archive, options.name, kind_of(options.kind))
        added = [read_alias(text) for text in options.add]
        removed = {read_alias(text).text for text in options.remove}
        unknown = removed - {known.text for known in entry.aliases}
        if unknown or not (added or removed):
            raise UserProblem(f"{entry.label} has no alias {'; '.join(sorted(unknown))}." if unknown else _ALIAS_HELP)
        replaced = {one.text for one in added} | removed
        kept = (known for known in entry.aliases if known.text not in replaced)
        change = archive.catalog.apply(ChangeEntry(replace(entry, aliases=(*kept, *dict.fromkeys(added)))))
        return _tell_entry(archive, entry.id, options, terminal, f"{change.label}.")


_ALIAS_HELP = "Say which alias to --add or to --remove."


def change(options: Namespace, terminal: Terminal) -> int:
    """Set what an entry lies in, its dates, ids, directors and note."""
    with open_archive(options.archive) as archive:
        entry = entry_named(archive, options.name, kind_of(options.kind))
        step = archive.catalog.apply(ChangeEntry(_changed(archive, entry, options)))
        return _tell_entry(archive, entry.id, options, terminal, f"{step.label}." if step else "Nothing to change.")


def _changed(archive: Archive, entry: Entry, options: Namespace) -> Entry:
    """Return ``entry`` with what the options say of it."""
    if options.parent is not None:
        parent = None if options.parent == NOTHING else entry_named(archive, options.parent, entry.kind).id
        entry = replace(entry, parent=parent)
    for field in ("existed_from", "existed_to", "released"):
        if (value := getattr(options, field)) is not None:
            given: dict[str, Any] = {field: "" if value == NOTHING else known_date(value)}
            entry = replace(entry, **given)
    if options.director is not None:
        entry = replace(entry, directors=tuple(name for name in options.director if name != NOTHING))
    if options.note is not None:
        entry = replace(entry, note=options.note.strip())
    return replace(entry, external_ids=_with_ids(entry.external_ids, options.id or ()))


def _with_ids(known: Mapping[str, str], texts: Iterable[str]) -> dict[str, str]:
    ids = dict(known)
    for text in texts:
        scheme, colon, value = (part.strip() for part in text.partition(":"))
        if not (colon and scheme and value):
            raise UserProblem(f"“{text}” is no id; write a register and an id, such as wikidata:Q37079.")
        ids[scheme.lower()] = value
    return {scheme: value for scheme, value in ids.items() if value != NOTHING}


def _tell_entry(archive: Archive, entry: EntryId, options: Namespace, terminal: Terminal, sentence: str) -> int:
    found = archive.vocabulary.get(entry)
    if options.json and found is not None:
        terminal.show(_document(archive, found))
    else:
        terminal.say(sentence)
    return 0


def remove(options: Namespace, terminal: Terminal) -> int:
    """Take a name out of the vocabulary and off every clip that carries it."""
    with open_archive(options.archive) as archive:
        entry = entry_named(archive, options.name, kind_of(options.kind))
        clips = archive.counts(archive.search("")).get(entry.id, 0)
        step = archive.catalog.apply(RemoveEntry(entry.id))
    if options.json:
        terminal.show({"removed": entry.id, "label": entry.label, "clips": clips})
    else:
        terminal.say(f"{step.label}; “undo” brings it back.")
    return 0


# merging ------------------------------------------------------------------------------------------------------------
def merge(options: Namespace, terminal: Terminal) -> int:
    """Merge names into another, which their ids and aliases lead to from then on; no clip is touched."""
    kind = kind_of(options.kind)
    with open_to_read(options.archive) if options.preview else open_archive(options.archive) as archive:
        winner = entry_named(archive, options.into, kind)
        losers = tuple(entry_named(archive, name, kind or winner.kind).id for name in options.losers)
        taking = _taken(archive, losers, options.take)
        carrying = Carrying(archive.index.clips_with, archive.catalog.clip)
        seen = merge_preview(losers, winner.id, archive.vocabulary, carrying, taking)
        if not options.preview:
            archive.catalog.apply(MergeEntries(losers, winner.id, taking))
    if options.json:
        terminal.show({"preview": options.preview, **to_document(seen)})
    else:
        _tell_merge(seen, taking, terminal, preview=options.preview)
    return 0


def _taken(archive: Archive, losers: tuple[EntryId, ...], texts: Iterable[str]) -> frozenset[Taken]:
    """Return in what a loser is right: "wikidata" where there is one loser, else "Tom Cruze:wikidata"."""
    taken = set()
    for text in texts:
        name, _, field = text.rpartition(":")
        if not name and len(losers) > 1:
            raise UserProblem(f"Say whose {text} to take: “NAME:{text}”.")
        entry = entry_named(archive, name, None).id if name else losers[0]
        taken.add((entry, field.replace("-", "_")))
    return frozenset(taken)


def _tell_merge(seen: MergePreview, taking: frozenset[Taken], terminal: Terminal, *, preview: bool) -> None:
    names = ", ".join(loser.label for loser in seen.losers)
    terminal.say(f"{'Would merge' if preview else 'Merged'} {names} into {seen.winner.label}:")
    clips = range(seen.clips)
    terminal.say(f"  {counted(clips)} more under {seen.winner.label}; {counted(range(seen.shared))} had both.")
    if seen.moments:
        terminal.say(f"  {counted(range(seen.moments), 'tag')} on moments among them.")
    if seen.aliases:
        terminal.say(f"  aliases gained: {'; '.join(map(alias_words, seen.aliases))}")
    if seen.external_ids:
        terminal.say(f"  ids gained: {' '.join(f'{scheme}:{value}' for scheme, value in seen.external_ids.items())}")
    if seen.filled:
        terminal.say(f"  filled in: {', '.join(field.replace('_', ' ') for field in seen.filled)}")
    if seen.children:
        terminal.say(f"  lie in it from then on: {'; '.join(child.label for child in seen.children)}")
    for conflict in seen.conflicts:
        terminal.say(_conflict_words(conflict, (conflict.loser, conflict.field) in taking))
    for warning in seen.warnings:
        terminal.tell(warning)


def _conflict_words(conflict: Conflict, taken: bool) -> str:
    kept, dropped = (conflict.dropped, conflict.kept) if taken else (conflict.kept, conflict.dropped)
    hint = "" if taken else f" (--take {conflict.field.replace('_', '-')} keeps the other)"
    return f"  conflict: {conflict.field.replace('_', ' ')} stays {kept}, not {dropped}{hint}"


def apart(options: Namespace, terminal: Terminal) -> int:
    """Remember that two names much alike are two, so that hygiene does not list them again."""
    kind = kind_of(options.kind)
    with open_archive(options.archive) as archive:
        one, other = (entry_named(archive, name, kind) for name in (options.name, options.other))
        step = archive.catalog.apply(MarkDifferent(one.id, other.id))
    if options.json:
        terminal.show({"entries": [one.id, other.id], "changed": bool(step)})
    else:
        terminal.say(f"{step.label}." if step else "That is known already.")
    return 0


def hygiene(options: Namespace, terminal: Terminal) -> int:
    """List what wants a second look: near duplicates, unused names, names without ids, lost parents."""
    with open_to_read(options.archive) as archive:
        report = looked_over(archive.index.entries(), archive.counts(archive.search("")))
        faults = [fault for fault in Fault if options.fault in (None, fault.name.lower().replace("_", "-"))]
        found = [finding for fault in faults for finding in report.of(fault)]
        if options.json:
            terminal.show(
                {
                    "count": len(found),
                    "findings": [
                        {
                            "fault": finding.fault.name.lower().replace("_", "-"),
                            "entries": [
                                {"id": entry.id, "kind": str(entry.kind), "label": entry.label}
                                for entry in finding.entries
                            ],
                            "detail": finding.detail,
                        }
                        for finding in found
                    ],
                }
            )
            return 1 if found else 0
        for fault in faults:
            of_it = report.of(fault)
            if of_it:
                terminal.say(f"{fault.capitalize()} ({len(of_it):,}):")
            for finding in of_it:
                terminal.say(f"  {' / '.join(_told(entry) for entry in finding.entries)}")
    terminal.tell(f"{counted(found, 'finding')}.")
    return 1 if found else 0


def _told(entry: Entry) -> str:
    known = years(entry)
    return f"{entry.label}{f' {known}' if known else ''} ({entry.kind}, {sheet_id(entry.id)})"
