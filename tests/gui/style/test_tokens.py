from __future__ import annotations

import itertools

import pytest

from gui.style.tokens import DARK, LIGHT, Theme, contrast

THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
TEXTS = ("text", "secondary", "faint", "accent_text", "danger", "warning", "success")
READABLE = 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#ffffff", "#ffffff") == 1


@THEMES
@pytest.mark.parametrize("role", TEXTS)
def test_every_text_can_be_read_on_every_surface(theme: Theme, role: str) -> None:
    worst = min(theme.surfaces, key=lambda surface: contrast(getattr(theme, role), surface))
    assert contrast(getattr(theme, role), worst) >= READABLE, f"{role} on {worst}"


@THEMES
def test_every_kind_can_be_read_on_its_tint_and_every_surface(theme: Theme) -> None:
    assert set(theme.kinds) == {"person", "location", "production", "keyword"}
    for kind, colours in theme.kinds.items():
        for ground in (colours.fill, *theme.surfaces):
            assert contrast(colours.text, ground) >= READABLE, f"{kind} on {ground}"


@THEMES
def test_text_on_fills_can_be_read(theme: Theme) -> None:
    for text, fill in (
        (theme.on_accent, theme.accent),
        (theme.on_accent, theme.accent_hover),
        (theme.selection_text, theme.selection),
        (theme.badge_text, theme.badge),
        (theme.secondary, theme.poster_empty),
        (theme.danger, theme.poster_empty),
        (theme.text, theme.pressed),
    ):
        assert contrast(text, fill) >= READABLE, f"{text} on {fill}"


@THEMES
def test_a_hint_can_be_read_and_is_told_from_what_is_written(theme: Theme) -> None:
    for ground in (theme.field, theme.window):
        assert contrast(theme.hint, ground) >= READABLE
        assert contrast(theme.text, ground) > 2.5 * contrast(theme.hint, ground)


@THEMES
def test_the_focus_ring_is_seen_on_every_surface(theme: Theme) -> None:
    # WCAG asks 3:1 of what is no text; the amber ring is told by its place on light ground, so text carries it there.
    ring = theme.accent if theme.dark else theme.accent_text
    assert all(contrast(ring, surface) >= 3 for surface in theme.surfaces)


@THEMES
def test_kinds_are_told_apart(theme: Theme) -> None:
    for one, other in itertools.combinations(theme.kinds.values(), 2):
        assert one.text != other.text
        assert one.fill != other.fill
