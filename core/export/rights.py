"""Rights statements: the twelve of rightsstatements.org, by their code and URI."""

from __future__ import annotations

from collections.abc import Mapping

from core.errors import UserProblem
from core.words import tr

STATEMENTS: Mapping[str, str] = {
    "InC": "In copyright",
    "InC-OW-EU": "In copyright, EU orphan work",
    "InC-EDU": "In copyright, educational use permitted",
    "InC-NC": "In copyright, non-commercial use permitted",
    "InC-RUU": "In copyright, rights-holder unlocatable or unidentifiable",
    "NoC-CR": "No copyright, contractual restrictions",
    "NoC-NC": "No copyright, non-commercial use only",
    "NoC-OKLR": "No copyright, other known legal restrictions",
    "NoC-US": "No copyright, United States",
    "CNE": "Copyright not evaluated",
    "UND": "Copyright undetermined",
    "NKC": "No known copyright",
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
