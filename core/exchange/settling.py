"""Settling, in words, who is meant by names nobody is certainly known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.errors import UserProblem
from core.exchange.names import Fate, Names, Settled, Unmatched, can_be_made
from core.exchange.preview import House
from core.model.ids import EntryId
from core.words import tr

NEW, LEFT_OUT = "+", "-"


def settled_from(words: Iterable[str], unmatched: Iterable[Unmatched], house: House) -> Settled:
    """Return what ``words`` decide about ``unmatched``: each is written ``NAME=WHOM``.

    WHOM is a name or an id this archive knows, ``+`` to make a new entry, ``-`` to leave the name out.  Raises
    UserProblem where a name is not among ``unmatched``, or whom it means is not certain.
    """
    unmatched = list(unmatched)
    names = Names(house.vocabulary, house.history, house.new_entry_id)
    return {(name.kind, name.name): whom for text in words for name, whom in _decisions(text, unmatched, names)}


def _decisions(text: str, unmatched: list[Unmatched], names: Names) -> Iterator[tuple[Unmatched, EntryId | Fate]]:
    told, sign, whom = (part.strip() for part in text.rpartition("="))
    if not (told and sign and whom):
        raise UserProblem(
            tr(
                "“{text}” settles nothing; write NAME=WHOM, NAME={new} for a new one, or NAME={left_out}.",
                text=text,
                new=NEW,
                left_out=LEFT_OUT,
            )
        )
    meant = [name for name in unmatched if name.name == told]
    if not meant:
        open_names = ", ".join(f"“{name.name}”" for name in unmatched) or "none"
        raise UserProblem(
            tr(
                "The sheet leaves nobody called “{told}” open; of its names these are: {open_names}.",
                told=told,
                open_names=open_names,
            )
        )
    if whom == LEFT_OUT:
        yield from ((name, Fate.LEFT_OUT) for name in meant)
    elif whom == NEW:
        yield from ((name, _new(name)) for name in meant)
    else:
        found = [(name, names.find(name.kind, whom)) for name in meant]
        known = [(name, entry) for name, entry in found if entry is not None and not isinstance(entry, Unmatched)]
        if not known:
            raise UserProblem(
                tr(
                    "“{told}” cannot be “{whom}”: no {kind} here is certainly called so.",
                    told=told,
                    whom=whom,
                    kind=meant[0].kind,
                )
            )
        yield from known


def _new(name: Unmatched) -> Fate:
    if not can_be_made(name):
        raise UserProblem(tr("Several are called “{name}” already; say which is meant, by its id.", name=name.name))
    return Fate.NEW
