"""Rights statements: the twelve of rightsstatements.org, by their code and URI."""

from __future__ import annotations

from collections.abc import Mapping

from core.errors import UserProblem
from core.words import msg, tr

STATEMENTS: Mapping[str, str] = {
    "InC": msg("In copyright"),
    "InC-OW-EU": msg("In copyright, EU orphan work"),
    "InC-EDU": msg("In copyright, educational use permitted"),
    "InC-NC": msg("In copyright, non-commercial use permitted"),
    "InC-RUU": msg("In copyright, rights-holder unlocatable or unidentifiable"),
    "NoC-CR": msg("No copyright, contractual restrictions"),
    "NoC-NC": msg("No copyright, non-commercial use only"),
    "NoC-OKLR": msg("No copyright, other known legal restrictions"),
    "NoC-US": msg("No copyright, United States"),
    "CNE": msg("Copyright not evaluated"),
    "UND": msg("Copyright undetermined"),
    "NKC": msg("No known copyright"),
}
"""What each code says (https://rightsstatements.org/page/1.0/)."""

_BASE = "http://rightsstatements.org/vocab/"


def statement_uri(text: str) -> str:
    """Return the URI of a rights statement given as its code or its URI, empty for ``none``.

    Raises UserProblem where it is neither.
    """
    wanted = text.strip()
    if wanted.casefold() in ("", "none"):
        return ""
    code = statement_code(wanted) or wanted
    for known in STATEMENTS:
        if known.casefold() == code.casefold():
            return f"{_BASE}{known}/1.0/"
    raise UserProblem(
        tr("“{text}” is no rights statement; give its URI or one of {known}.", text=text, known=", ".join(STATEMENTS))
    )


def statement_code(uri: str) -> str:
    """Return the code of a rights statement's URI (http or https, /vocab/ or /page/); empty where it is none."""
    _, found, rest = uri.partition("://rightsstatements.org/")
    kind, _, code = rest.partition("/")
    return code.split("/")[0] if found and kind in ("vocab", "page") else ""
