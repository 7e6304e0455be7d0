"""The measures and colours everything is drawn with; no Qt, so that a test can do sums on them."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from core.values import dataclass

RADIUS = 6
"""Corner radius of fields, posters and buttons, in device-independent pixels."""

RADIUS_SMALL = 4
"""Corner radius of chips and badges."""


class Space(enum.IntEnum):
    """Distances, in device-independent pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class ThemeChoice(enum.StrEnum):
    AUTO = "auto"
    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class KindColours:
    """How one kind of authority entry is shown: ``text`` on ``fill``, or on any surface."""

    text: str
    fill: str
    edge: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One set of colours, each "#rrggbb".

    Surfaces from back to front are ``base`` (the grid), ``window``, ``panel``, ``field`` and ``raised`` (menus).
    ``text``, ``secondary``, ``faint``, ``accent_text``, ``danger``, ``warning`` and ``success`` may stand on any of
    them; ``hint`` is what an empty field says, in a field or on the window, as little like what is written there as can
    be read.
    """

    name: str
    dark: bool
    base: str
    window: str
    panel: str
    field: str
    raised: str
    hover: str
    pressed: str
    hairline: str
    outline: str
    text: str
    secondary: str
    faint: str
    hint: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    selection: str
    selection_text: str
    danger: str
    warning: str
    success: str
    poster_empty: str
    badge: str
    badge_text: str
    kinds: Mapping[str, KindColours]

    def kind(self, kind: str) -> KindColours:
        """Return the colours of an entry kind; plain ones for a kind that has none."""
        return self.kinds.get(kind) or KindColours(self.secondary, self.hover, self.outline)

    @property
    def surfaces(self) -> tuple[str, ...]:
        return (self.base, self.window, self.panel, self.field, self.raised, self.hover, self.selection)


DARK = Theme(
    name="dark",
    dark=True,
    base="#131417",
    window="#18191c",
    panel="#1b1c20",
    field="#222429",
    raised="#26282d",
    hover="#2a2c32",
    pressed="#32353c",
    hairline="#2b2d33",
    outline="#3d4048",
    text="#ecedef",
    secondary="#b3b7bf",
    faint="#9b9fa9",
    hint="#8a8e97",
    accent="#f0a73a",
    accent_hover="#f7b653",
    on_accent="#1d1405",
    accent_text="#f3b352",
    selection="#33291a",
    selection_text="#fff6e6",
    danger="#ff968c",
    warning="#f3b352",
    success="#7fd39a",
    poster_empty="#202226",
    badge="#0c0d0f",
    badge_text="#f4f4f5",
    kinds={
        "person": KindColours("#8fc1ff", "#1b2a3e", "#2d4566"),
        "location": KindColours("#86d6a0", "#182d22", "#294a38"),
        "production": KindColours("#cdb0ff", "#2a2340", "#473c69"),
        "keyword": KindColours("#86d0d6", "#182c30", "#29484e"),
    },
)

LIGHT = Theme(
    name="light",
    dark=False,
    base="#eeeeec",
    window="#f5f5f3",
    panel="#fafaf8",
    field="#ffffff",
    raised="#ffffff",
    hover="#e9e9e6",
    pressed="#dfdfdb",
    hairline="#dededa",
    outline="#c4c4be",
    text="#1b1c1f",
    secondary="#4b4e55",
    faint="#5b5e66",
    hint="#6c6f77",
    accent="#f0a73a",
    accent_hover="#e69a26",
    on_accent="#1d1405",
    accent_text="#7d4a00",
    selection="#fbe7c6",
    selection_text="#2b1c02",
    danger="#a3201a",
    warning="#7d4a00",
    success="#1a6135",
    poster_empty="#dcdcd8",
    badge="#0c0d0f",
    badge_text="#f4f4f5",
    kinds={
        "person": KindColours("#174f96", "#deeafb", "#b4cef2"),
        "location": KindColours("#185c33", "#dbf0e1", "#acd8ba"),
        "production": KindColours("#5b33a0", "#eae2fa", "#cfbdf0"),
        "keyword": KindColours("#0d565b", "#d7eff0", "#a6d6d9"),
    },
)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
