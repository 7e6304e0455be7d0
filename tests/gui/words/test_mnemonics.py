"""Menus can be gone through by letter in every language."""

from __future__ import annotations

from collections import Counter

import pytest

from gui.main_window.actions import COMMANDS, Menu
from tests.support.translations import FORMS, Key, catalogue

RECENT = "Open &recent"
LANGUAGES = ("en", *FORMS)


def letter(text: str) -> str:
    at = text.replace("&&", "").find("&")
    return text.replace("&&", "")[at + 1].casefold() if at >= 0 else ""


def said(language: str, texts: list[str]) -> list[str]:
    known: dict[Key, tuple[str, ...]] = catalogue(language) if language != "en" else {}
    return [known.get((text, ""), (text,))[0] for text in texts]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("menu", Menu)
def test_no_letter_stands_for_two_commands_of_a_menu(language: str, menu: Menu) -> None:
    texts = [command.text for command in COMMANDS if command.menu is menu]
    texts += [RECENT] if menu is Menu.FILE else []
    letters = Counter(filter(None, map(letter, said(language, texts))))
    assert not [one for one, times in letters.items() if times > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_stands_for_two_menus(language: str) -> None:
    letters = [letter(text) for text in said(language, [menu.value for menu in Menu])]
    assert len(set(letters)) == len(letters)
    assert all(letters)


@pytest.mark.parametrize("language", FORMS)
def test_what_can_be_reached_by_letter_in_english_can_be_in_all(language: str) -> None:
    lost = [
        text for text in (command.text for command in COMMANDS) if letter(text) and not letter(*said(language, [text]))
    ]
    assert not lost
