from __future__ import annotations

from collections import Counter
from pathlib import Path

from core.model.clip import Status
from core.search.fields import FIELDS
from core.search.values import HAVING, being, main_names
from tests.core.search.test_parser import TODAY

GUIDE = (Path(__file__).parents[3] / "docs" / "search.md").read_text(encoding="utf-8")


def test_no_two_fields_answer_to_the_same_name() -> None:
    names = Counter(name for field in FIELDS for name in (field.name, *field.aliases))
    assert [name for name, times in names.items() if times > 1] == []


def test_the_guide_names_every_field_and_every_value_that_can_be_listed() -> None:
    names = [f"{name}:" for field in FIELDS for name in (field.name, *field.aliases) if not _is_plural(name)]
    values = [*main_names(HAVING), *being(TODAY), *(status.value for status in Status)]
    assert [name for name in (*names, *values) if name not in GUIDE] == []


def _is_plural(name: str) -> bool:
    return name.endswith("s") and any(field.name == name[:-1] for field in FIELDS)
