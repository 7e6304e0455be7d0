"""What cameras call themselves."""

from __future__ import annotations


def camera_name(make: str, model: str) -> str:
    """Return make and model as one name, without saying the make twice ("Canon", "Canon EOS R6")."""
    make, model = make.strip(), model.strip()
    if make and model.casefold().startswith(make.split()[0].casefold()):
        return model
    return f"{make} {model}".strip()
