"""Brushes for the demo clips: skies, ridges, light, people, film.  Pictures are RGB, uint8, (height, width, 3)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from core.values import dataclass

Picture = npt.NDArray[np.uint8]
Colour = tuple[int, int, int]
Points = npt.NDArray[np.int32]

_SUBPIXEL_BITS = 4


def colour(code: str) -> Colour:
    """Return the colour written as six hex digits."""
    return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)


def gradient(width: int, height: int, stops: Sequence[tuple[float, str]]) -> Picture:
    """Return a picture that runs from top to bottom through ``stops``: (place 0..1, hex colour)."""
    places = [place for place, _ in stops]
    ramp = np.linspace(0.0, 1.0, height)
    channels = [np.interp(ramp, places, [colour(code)[channel] for _, code in stops]) for channel in range(3)]
    column = np.stack(channels, axis=1)[:, None, :]
    # Half a step of noise keeps the encoder from drawing bands into a smooth sky.
    noise = np.random.default_rng(1).uniform(-0.5, 0.5, (height, width, 1))
    return np.clip(column + noise + 0.5, 0, 255).astype(np.uint8)


def glow(picture: Picture, centre: tuple[float, float], radius: float, code: str, strength: float = 1.0) -> None:
    """Add light of one colour that fades with the distance from ``centre``."""
    height, width = picture.shape[:2]
    y, x = np.ogrid[:height, :width]
    distance = ((x - centre[0]) ** 2 + (y - centre[1]) ** 2) / radius**2
    light = np.exp(-distance * 2.2)[..., None] * np.array(colour(code)) * strength
    room = 255.0 - picture
    picture[:] = (picture + room * np.clip(light / 255.0, 0, 1)).astype(np.uint8)


@dataclass(frozen=True)
class Layer:
    """Something in front of a picture: its light already weighted, and how much of what lies behind comes through."""

    light: Picture
    through: Picture

    @property
    def width(self) -> int:
        return int(self.light.shape[1])

    @property
    def height(self) -> int:
        return int(self.light.shape[0])


def layer(picture: Picture, mask: npt.NDArray[np.uint8]) -> Layer:
    """Return ``picture`` as a layer where ``mask`` (0..255) is what it covers."""
    cover = cv2.merge([mask, mask, mask])
    return Layer(_u8(cv2.multiply(picture, cover, scale=1 / 255)), _u8(255 - cover))


def put(picture: Picture, over: Layer, left: int, top: int) -> None:
    """Lay ``over`` on ``picture`` with its corner at (left, top); what stands out is cut off."""
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + over.width, width), min(top + over.height, height)
    if x0 >= x1 or y0 >= y1:
        return
    there = picture[y0:y1, x0:x1]
    rows, columns = slice(y0 - top, y1 - top), slice(x0 - left, x1 - left)
    behind = cv2.multiply(there, over.through[rows, columns], scale=1 / 255)
    there[:] = cv2.add(behind, over.light[rows, columns])


def put_round(picture: Picture, over: Layer, shift: float, top: int) -> None:
    """Lay an endless band on ``picture``: ``over`` repeated sideways, moved left by ``shift`` pixels."""
    left = -int(shift) % over.width - over.width
    while left < picture.shape[1]:
        put(picture, over, left, top)
        left += over.width


def ridge(width: int, rough: float, seed: int, waves: int = 48) -> npt.NDArray[np.float64]:
    """Return heights 0..1 of a ridge whose two ends meet; ``rough`` near 1 is rocky, 2 is rolling."""
    rng = np.random.default_rng(seed)
    x = np.linspace(0.0, 2.0 * np.pi, width, endpoint=False)
    heights = np.zeros(width)
    for wave in range(1, waves + 1):
        heights += np.abs(np.sin(wave * x + rng.uniform(0, 2 * np.pi))) / wave**rough * rng.uniform(0.6, 1.0)
    heights -= heights.min()
    return np.asarray(heights / heights.max())


def hills(width: int, height: int, tops: npt.NDArray[np.float64], fill: Sequence[tuple[float, str]]) -> Layer:
    """Return everything below a ridge, coloured from the top of the layer down."""
    mask = np.zeros((height * 2, width * 2), np.uint8)
    cv2.fillPoly(mask, [_under(tops, width, height)], 255)
    return layer(gradient(width, height, fill), _half(mask))


def snow(under: Layer, line: float, code: str, seed: int) -> Layer:
    """Return ``under`` with snow on what rises above ``line`` (0 bottom .. 1 top), ragged at its lower edge."""
    height, width = under.height, under.width
    rag = ridge(width, 0.75, seed, 90) * 0.22
    above = (1.0 - np.arange(height) / height)[:, None] > (line + rag)[None, :]
    lit = (ridge(width, 0.8, seed + 1, 60) > 0.45)[None, :]
    white = np.where(above, np.where(lit, 235, 150), 0).astype(np.uint8)
    cover = cv2.GaussianBlur(white, (5, 3), 0)[..., None] / 255.0 * (1.0 - under.through / 255.0)
    light = under.light * (1 - cover) + np.array(colour(code)) * cover
    return Layer(light.astype(np.uint8), under.through)


def forest(
    width: int, height: int, tops: npt.NDArray[np.float64], fill: Sequence[tuple[float, str]], seed: int
) -> Layer:
    """Return a hill with conifers standing along its ridge."""
    rng = np.random.default_rng(seed)
    mask = np.zeros((height * 2, width * 2), np.uint8)
    cv2.fillPoly(mask, [_under(tops * 0.7, width, height)], 255)
    for foot in range(0, width, 5):
        x = (foot + int(rng.integers(-2, 3))) % width
        base = height - tops[x] * 0.7 * height + 6
        _conifer(mask, x * 2, base * 2, float(rng.uniform(0.10, 0.26)) * height * 2)
    return layer(gradient(width, height, fill), _half(mask))


def _conifer(mask: Picture, x: float, base: float, tall: float) -> None:
    for tier in range(4):
        top, bottom = base - tall * (1 - tier * 0.2), base - tall * (0.62 - tier * 0.2)
        half = tall * (0.09 + tier * 0.045)
        points = np.array([[x, top], [x + half, bottom], [x - half, bottom]]).round().astype(np.int32)
        cv2.fillPoly(mask, [points], 255)


def reflection(above: Picture, height: int, tint: str) -> Picture:
    """Return still water that mirrors ``above``: flipped, smeared along the surface, darkened towards the viewer."""
    width = above.shape[1]
    small = cv2.resize(above, (width // 2, height // 2), interpolation=cv2.INTER_AREA)[::-1]
    smeared = cv2.resize(cv2.GaussianBlur(small, (17, 3), 0), (width, height))
    depth = (np.linspace(0.2, 0.62, height) * 255).astype(np.uint8)[:, None, None]
    dark = np.broadcast_to(depth, (height, width, 3)).copy()
    surface = cv2.multiply(np.full_like(smeared, colour(tint)), dark, scale=1 / 255)
    return _u8(cv2.add(surface, cv2.multiply(smeared, 255 - dark, scale=1 / 255)))


def bloom(picture: Picture, lights: Picture, spread: float) -> None:
    """Add light that spreads: ``lights`` is a quarter of the size of ``picture``."""
    height, width = picture.shape[:2]
    soft = cv2.GaussianBlur(lights, (0, 0), spread / 4)
    cv2.add(picture, cv2.resize(soft, (width, height)), dst=picture)


def zoomed(picture: Picture, factor: float, centre: tuple[float, float]) -> Picture:
    """Return ``picture`` enlarged around ``centre``, in its own size."""
    matrix = np.array([[factor, 0, centre[0] * (1 - factor)], [0, factor, centre[1] * (1 - factor)]])
    size = (picture.shape[1], picture.shape[0])
    return _u8(cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def limb(picture: Picture, points: Sequence[tuple[float, float]], width: float, code: str) -> None:
    """Draw a bent stroke with round ends through ``points``."""
    scale = 1 << _SUBPIXEL_BITS
    path = np.array(points) * scale
    for start, end in pairwise(path):
        cv2.line(picture, _pair(start), _pair(end), colour(code), max(1, round(width)), cv2.LINE_AA, _SUBPIXEL_BITS)
    for joint in path:
        cv2.circle(picture, _pair(joint), round(width * scale / 2), colour(code), -1, cv2.LINE_AA, _SUBPIXEL_BITS)


def shape(picture: Picture, points: Sequence[tuple[float, float]], code: str) -> None:
    """Fill a polygon."""
    path = (np.array(points) * (1 << _SUBPIXEL_BITS)).round().astype(np.int32)
    cv2.fillPoly(picture, [path], colour(code), cv2.LINE_AA, _SUBPIXEL_BITS)


def box(picture: Picture, left: float, top: float, right: float, bottom: float, code: str) -> None:
    """Fill a rectangle."""
    shape(picture, [(left, top), (right, top), (right, bottom), (left, bottom)], code)


def disc(picture: Picture, x: float, y: float, radius: float, code: str) -> None:
    """Fill a circle."""
    scale = 1 << _SUBPIXEL_BITS
    centre = (round(x * scale), round(y * scale))
    cv2.circle(picture, centre, round(radius * scale), colour(code), -1, cv2.LINE_AA, _SUBPIXEL_BITS)


def lettering(picture: Picture, text: str, left: float, base: float, size: float, code: str, weight: int = 2) -> None:
    """Write ``text`` with its base line at (left, base)."""
    place = (round(left), round(base))
    cv2.putText(picture, text, place, cv2.FONT_HERSHEY_DUPLEX, size, colour(code), weight, cv2.LINE_AA)


class Film:
    """What happens to every picture on its way: the unsteady hand, the lens's darker corners, the grain."""

    def __init__(self, width: int, height: int, *, sway: float, grain: float = 1.8, seed: int = 7) -> None:
        self._size = (width, height)
        self._sway = sway
        rng = np.random.default_rng(seed)
        noise = rng.normal(0, grain, (height + 64, width + 64, 1)).repeat(3, axis=2)
        self._lighter: Picture = np.clip(noise, 0, 255).astype(np.uint8)
        self._darker: Picture = np.clip(-noise, 0, 255).astype(np.uint8)
        self._offsets = rng.integers(0, 64, (997, 2))
        self._corners = _corners(width, height)

    @property
    def margin(self) -> int:
        """How many pixels a picture needs on each side for the hand to move in."""
        return int(self._sway * 2) + 4

    def expose(self, picture: Picture, frame: int, time: float) -> Picture:
        """Return ``picture`` (larger by the margin on each side) as it looks on film."""
        x = np.sin(time * 1.7) * 0.6 + np.sin(time * 4.1 + 1) * 0.3 + np.sin(time * 9.7 + 2) * 0.1
        y = np.sin(time * 2.3 + 4) * 0.6 + np.sin(time * 5.3) * 0.3 + np.sin(time * 11.1 + 1) * 0.1
        centre = (picture.shape[1] / 2 - 0.5 + x * self._sway, picture.shape[0] / 2 - 0.5 + y * self._sway)
        seen = cv2.getRectSubPix(picture, self._size, centre)
        seen = cv2.multiply(seen, self._corners, scale=1 / 255)
        down, right = self._offsets[frame % len(self._offsets)]
        part = np.s_[down : down + self._size[1], right : right + self._size[0]]
        return _u8(cv2.subtract(cv2.add(seen, self._lighter[part]), self._darker[part]))


def _corners(width: int, height: int) -> Picture:
    y, x = np.ogrid[:height, :width]
    reach = ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) / 0.5
    return np.clip(255 * (1 - 0.34 * reach**1.4), 0, 255).astype(np.uint8)[..., None].repeat(3, axis=2)


def _under(tops: npt.NDArray[np.float64], width: int, height: int) -> Points:
    xs = np.arange(width) * 2
    ys = (1.0 - tops) * height * 2
    base = [[width * 2, ys[0]], [width * 2, height * 2], [0, height * 2]]
    outline: Points = np.concatenate([np.stack([xs, ys], axis=1), base]).round().astype(np.int32)
    return outline


def _half(mask: npt.NDArray[np.uint8]) -> Picture:
    return _u8(cv2.resize(mask, (mask.shape[1] // 2, mask.shape[0] // 2), interpolation=cv2.INTER_AREA))


def _pair(point: npt.NDArray[np.float64]) -> tuple[int, int]:
    return round(float(point[0])), round(float(point[1]))


def _u8(picture: object) -> Picture:
    return np.asarray(picture, dtype=np.uint8)
