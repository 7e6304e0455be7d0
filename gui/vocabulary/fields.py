"""An entry's lists as lines of text, and back."""

from __future__ import annotations

from collections.abc import Mapping

from core.errors import UserProblem
from core.model.vocabulary import Alias
from gui.words import tr

_SCHEMES = ("wikidata", "imdb", "viaf", "geonames", "tgn")


def alias_lines(aliases: tuple[Alias, ...]) -> str:
    """Return aliases one a line, a language in brackets after it: "Zug nach Norden [de]"."""
    return "\n".join(f"{alias.text} [{alias.language}]" if alias.language else alias.text for alias in aliases)


def read_aliases(lines: str) -> tuple[Alias, ...]:
    """Return the aliases in ``lines``, each once."""
    found = (_alias(line.strip()) for line in lines.splitlines() if line.strip())
    return tuple(dict.fromkeys(found))


def _alias(line: str) -> Alias:
    text, bracket, language = line.rpartition("[")
    if bracket and language.endswith("]") and text.strip():
        return Alias(text=text.strip(), language=language[:-1].strip())
    return Alias(text=line)


def id_lines(ids: Mapping[str, str]) -> str:
    """Return ids one a line: "wikidata: Q37079"."""
    return "\n".join(f"{scheme}: {value}" for scheme, value in ids.items())


def read_ids(lines: str) -> dict[str, str]:
    """Return the ids in ``lines``; raises UserProblem for a line that is none."""
    found: dict[str, str] = {}
    for line in filter(None, (line.strip() for line in lines.splitlines())):
        scheme, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or not scheme or not value:
            schemes = ", ".join(_SCHEMES)
            raise UserProblem(
                tr(
                    "“{line}” is no id; write one a line, such as “wikidata: Q37079” ({schemes}).",
                    line=line,
                    schemes=schemes,
                )
            )
        found[scheme.lower()] = value
    return found
