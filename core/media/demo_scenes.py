"""What the demo clips show, drawn picture by picture."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from core.media.demo_paint import (
    Film,
    Layer,
    Picture,
    box,
    disc,
    forest,
    glow,
    gradient,
    hills,
    layer,
    lettering,
    limb,
    put,
    put_round,
    reflection,
    ridge,
    shape,
    snow,
    zoomed,
)

Painter = Callable[[int, float], Picture]
"""Returns the picture for (frame, seconds)."""

WAVE_START, WAVE_END = 6.0, 9.0
"""The seconds between which the figure on the train roof waves."""

CLOSE_START, CLOSE_END = 4.0, 9.6
"""The seconds between which the camera is close to it."""


def fjord(width: int, horizon: int, seed: int = 3) -> tuple[Picture, list[tuple[Layer, float]]]:
    """Return a sky over water at dusk, and the mountains before it with how fast each passes (pixels a second)."""
    sky = gradient(width, horizon, [(0, "24406b"), (0.45, "6f93b5"), (0.78, "e9c3a0"), (1, "f8dcae")])
    glow(sky, (width * 0.30, horizon * 0.92), horizon * 0.75, "ffd9a0", 0.85)
    far_tops, mid_tops, near_tops = (ridge(2 * width, rough, seed + n) for n, rough in enumerate((1.18, 1.2, 1.45)))
    far = hills(2 * width, int(horizon * 0.62), far_tops, [(0, "6d86a6"), (0.6, "93a9be"), (1, "d9c6b4")])
    far = snow(far, 0.50, "f5efe8", seed)
    mid = hills(2 * width, int(horizon * 0.46), mid_tops * 0.9, [(0, "3f5c7a"), (0.7, "6d8598"), (1, "a7a9a5")])
    mid = snow(mid, 0.62, "dfe3e8", seed + 5)
    near = forest(2 * width, int(horizon * 0.36), near_tops, [(0, "1f3b46"), (0.6, "2b4c50"), (1, "4a6662")], seed)
    return sky, [(far, 5.0), (mid, 14.0), (near, 46.0)]


class TrainRoof:
    """A figure on the roof of a carriage that runs along a fjord; it waves for three seconds."""

    def __init__(self) -> None:
        self._film = Film(1280, 720, sway=5)
        margin = self._film.margin
        self._width, self._height = 1280 + 2 * margin, 720 + 2 * margin
        self._horizon = 392
        self._sky, self._ridges = fjord(self._width, self._horizon)
        self._carriages = carriages(6)
        self._ballast = _ballast(2048, 200)
        self._bank = _bank(2048, 74)
        self._puffs = [_puff(size, size) for size in range(3)]

    def __call__(self, frame: int, time: float) -> Picture:
        picture = np.zeros((self._height, self._width, 3), np.uint8)
        picture[: self._horizon] = self._sky
        for ridge_layer, speed in self._ridges:
            put_round(picture, ridge_layer, speed * time, self._horizon - ridge_layer.height)
        picture[self._horizon : self._horizon + 170] = reflection(picture[: self._horizon], 170, "23404f")
        put_round(picture, self._bank, 340 * time, 520)
        picture[560:] = _rolled(self._ballast, int(time * 1500), self._width)[: self._height - 560]
        self._smoke(picture, time)
        drift = 70 * np.sin(time * 0.45) - 30
        put_round(picture, self._carriages, 520 - drift, 446)
        bob = np.sin(time * 7.3) * 1.2
        figure(picture, 742 + drift, 463 + bob, 170, time, waves=WAVE_START <= time < WAVE_END)
        if CLOSE_START <= time < CLOSE_END:
            picture = self._from_close(picture, 742 + drift * 0.8)
        return self._film.expose(picture, frame, time)

    def _from_close(self, picture: Picture, x: float, factor: float = 1.9) -> Picture:
        """The same with another lens, the figure a little right of the middle."""
        aim = (self._width * 0.54, self._height * 0.52)
        centre = ((factor * x - aim[0]) / (factor - 1), (factor * 392 - aim[1]) / (factor - 1))
        return zoomed(picture, factor, centre)

    def _smoke(self, picture: Picture, time: float) -> None:
        for number in range(11):
            age = (time * 0.32 + number / 11) % 1.0
            x = -180 + age * 1500
            y = 330 - age * 150 + 26 * np.sin(number * 2.1 + time * 0.6)
            put(picture, self._puffs[number % 3], int(x), int(y))


def _rolled(band: Picture, shift: int, width: int) -> Picture:
    rolled: Picture = np.roll(band, -(shift % band.shape[1]), axis=1)[:, :width]
    return rolled


def _puff(size: int, seed: int) -> Layer:
    """A cloud of steam, soft at its edges."""
    rng = np.random.default_rng(seed + 40)
    mask = np.zeros((190, 330), np.uint8)
    for _ in range(16):
        x, y = rng.normal(165, 52), rng.normal(98, 20)
        cv2.circle(mask, (int(x), int(y)), int(rng.uniform(14, 30 + size * 4)), 120, -1, cv2.LINE_AA)
    mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), 17), np.uint8)
    return layer(gradient(330, 190, [(0, "fff2e0"), (1, "c9c3c4")]), mask)


def _ballast(width: int, height: int) -> Picture:
    """The track bed as it streaks by, with the near rail."""
    rng = np.random.default_rng(21)
    stones = rng.normal(0, 34, (height, width)).astype(np.float32)
    streaked = cv2.blur(np.hstack([stones, stones]), (61, 1))[:, width // 2 : width // 2 + width]
    bed = gradient(width, height, [(0, "3b3a3c"), (0.35, "57524e"), (1, "2b2a2b")]) + streaked[..., None] * 2.2
    picture = np.clip(bed, 0, 255).astype(np.uint8)
    for left in range(0, width, 128):
        box(picture, left, 80, left + 74, 98, "40362f")
    picture[69:75], picture[75:86] = (196, 186, 172), (84, 76, 72)
    return np.asarray(cv2.blur(picture, (25, 1)), np.uint8)


def _bank(width: int, height: int) -> Layer:
    """Grass and low bushes between the water and the track."""
    tops = ridge(width, 0.9, 77, 120) * 0.55 + 0.3
    return hills(width, height, tops, [(0, "4d5b3b"), (0.5, "38462f"), (1, "262c22")])


def carriages(count: int) -> Layer:
    """Return a train of ``count`` lit carriages in the livery of the Grand Express."""
    length, height = 700, 190
    picture = np.zeros((height, length * count, 3), np.uint8)
    mask = np.zeros((height, length * count), np.uint8)
    for number in range(count):
        left = number * length
        _carriage(picture[:, left : left + length], mask[:, left : left + length], number)
    return layer(picture, mask)


def _carriage(picture: Picture, mask: Picture, number: int) -> None:
    height, length = mask.shape
    right = length - 22
    paint = [(0.0, "8b97a3"), (0.10, "46505c"), (0.12, "173a5e"), (0.75, "0f2741"), (1.0, "0b1118")]
    picture[:] = gradient(length, height, paint)
    roof = np.array([[14, 30], [40, 14], [right - 40, 14], [right - 14, 30]], np.int32)
    cv2.fillPoly(mask, [roof], 255, cv2.LINE_AA)
    cv2.rectangle(mask, (8, 28), (right - 8, 150), 255, -1)
    cv2.rectangle(mask, (right - 8, 52), (length, 146), 255, -1)
    cv2.rectangle(mask, (0, 52), (8, 146), 255, -1)
    box(picture, right - 8, 30, length, 150, "0a0d12")
    box(picture, 0, 30, 8, 150, "0a0d12")
    for top, bottom in ((34, 37), (112, 115), (140, 142)):
        box(picture, 8, top, right - 8, bottom, "c8a455")
    for window in range(7):
        _window(picture, 44 + window * 88, number * 7 + window)
    lettering(picture, "GRAND EXPRESS", 214, 133, 0.62, "dcb968", 1)
    for bogie in (110, right - 110):
        box(picture, bogie - 70, 150, bogie + 70, 160, "14171b")
        cv2.rectangle(mask, (bogie - 70, 150), (bogie + 70, 160), 255, -1)
        for wheel in (bogie - 42, bogie + 42):
            disc(picture, wheel, 166, 19, "22262b")
            disc(picture, wheel, 166, 8, "6a6f75")
            cv2.circle(mask, (wheel, 166), 20, 255, -1, cv2.LINE_AA)


def _window(picture: Picture, left: int, seed: int) -> None:
    """One window, warm from within; behind some of them somebody sits."""
    light = gradient(64, 58, [(0, "fff0c2"), (0.5, "ffd588"), (1, "d98f45")])
    rng = np.random.default_rng(seed)
    if rng.uniform() < 0.45:
        x = float(rng.uniform(18, 46))
        disc(light, x, 30, 8, "5a3b26")
        limb(light, [(x - 9, 58), (x, 44), (x + 9, 58)], 13, "5a3b26")
    disc(light, 56, 50, 6, "fff7dd")
    box(light, 0, 0, 9, 58, "8e3b32")
    box(light, 55, 0, 64, 58, "8e3b32")
    picture[46:104, left : left + 64] = light
    cv2.rectangle(picture, (left - 2, 44), (left + 65, 105), (200, 164, 85), 2)


def figure(picture: Picture, x: float, foot: float, tall: float, time: float, *, waves: bool) -> None:
    """Draw somebody with feet at (x, foot), ``tall`` pixels high, coat in the wind; an arm is up while it waves."""
    u = tall / 100
    flap = np.sin(time * 11) * 3 * u

    def at(dx: float, up: float) -> tuple[float, float]:
        return x + dx * u, foot - up * u

    limb(picture, [at(-9, 2), at(-6, 26), at(-2, 48)], 9 * u, "1d2129")
    limb(picture, [at(10, 2), at(8, 26), at(2, 48)], 9 * u, "242933")
    limb(picture, [at(-11, 1), at(-5, 1)], 5 * u, "0f1114")
    limb(picture, [at(8, 1), at(14, 1)], 5 * u, "0f1114")
    tail = (at(-26, 40)[0] - flap, at(0, 38)[1] + flap * 0.4)
    shape(picture, [at(-9, 80), at(10, 80), at(11, 44), at(-6, 42), tail, at(-12, 60)], "5b3a2a")
    shape(picture, [at(2, 80), at(10, 80), at(11, 44), at(5, 44)], "7a4f37")
    limb(picture, [at(-8, 77), at(-14, 62), at(-13, 48)], 6.5 * u, "4f3225")
    disc(picture, *at(-13, 46), 3.2 * u, "d9a582")
    swing = np.sin((time - WAVE_START) * 2 * np.pi * 1.4) * 10 if waves else 0.0
    arm = [at(9, 77), at(19, 84), at(19 + swing, 104)] if waves else [at(9, 77), at(15, 62), at(15, 48)]
    limb(picture, arm, 6.5 * u, "6b4531")
    disc(picture, *arm[-1], 3.6 * u, "e2b08c")
    limb(picture, [at(1, 80), at(1, 86)], 6 * u, "cf9a78")
    disc(picture, *at(1, 92), 7.6 * u, "dba985")
    shape(picture, [at(-7, 93), at(-6, 100), at(2, 102), at(9, 98), at(8.5, 94), at(2, 97), at(-4, 95)], "2c211b")
    disc(picture, *at(-3, 97), 4.6 * u, "2c211b")


class CraneShot:
    """A camera crane rises over the crew beside the line, against the evening."""

    def __init__(self) -> None:
        self._film = Film(1280, 720, sway=2)
        margin = self._film.margin
        self._width, self._height = 1280 + 2 * margin, 720 + 2 * margin
        self._horizon = 560
        self._sky, self._ridges = fjord(self._width, self._horizon, seed=29)
        glow(self._sky, (self._width * 0.72, self._horizon * 0.62), 210, "ffb36b", 0.9)
        disc(self._sky, self._width * 0.72, self._horizon * 0.62, 34, "fff3d6")
        self._meadow = gradient(self._width, 420, [(0, "44543f"), (0.25, "2f3b31"), (1, "12171a")])
        self._train = carriages(3)

    def __call__(self, frame: int, time: float) -> Picture:
        rise = 1 - np.cos(np.pi * min(time / 6.5, 1.0))
        picture = np.zeros((self._height, self._width, 3), np.uint8)
        horizon = int(330 + rise * 95)
        picture[:horizon] = self._sky[self._horizon - horizon :]
        for depth, (ridge_layer, _) in enumerate(self._ridges):
            put_round(picture, ridge_layer, 140 * depth + 60, horizon + depth * 3 - ridge_layer.height)
        ground = self._height - horizon
        picture[horizon:] = self._meadow[:ground]
        put(picture, self._train, int(-time * 120), horizon - 80)
        lower = horizon + 165 + rise * 8
        for number, (x, tall) in enumerate(((150, 120), (236, 112), (1010, 118), (1120, 128))):
            _crew(picture, x, lower + 40 + number % 2 * 22, tall)
        _crane(picture, 470, lower + 60, -0.08 + rise * 0.26)
        return self._film.expose(picture, frame, time)


def _crew(picture: Picture, x: float, foot: float, tall: float, code: str = "0d1116") -> None:
    """Somebody of the crew, in silhouette."""
    u = tall / 100

    def at(dx: float, up: float) -> tuple[float, float]:
        return x + dx * u, foot - up * u

    limb(picture, [at(-7, 0), at(-3, 48)], 10 * u, code)
    limb(picture, [at(7, 0), at(3, 48)], 10 * u, code)
    shape(picture, [at(-13, 80), at(13, 80), at(9, 42), at(-9, 42)], code)
    limb(picture, [at(11, 77), at(18, 62), at(27, 66)], 7 * u, code)
    limb(picture, [at(-11, 77), at(-15, 58), at(-11, 46)], 7 * u, code)
    disc(picture, *at(0, 92), 8 * u, code)
    shape(picture, [at(-9, 94), at(15, 94), at(8, 101), at(-7, 101)], code)


def _crane(picture: Picture, x: float, foot: float, tilt: float) -> None:
    """A camera crane that leans on its tripod at (x, foot), its arm raised by ``tilt`` radians."""
    code, top = "0b0e13", foot - 180
    for leg in (-62, 0, 62):
        limb(picture, [(x + leg, foot), (x, top)], 8, code)
    cosine, sine = np.cos(tilt), np.sin(tilt)

    def along(reach: float, aside: float = 0.0) -> tuple[float, float]:
        return x + reach * cosine - aside * sine, top - reach * sine - aside * cosine

    limb(picture, [along(-190), along(520)], 7, code)
    limb(picture, [along(-190, 6), along(0, 44), along(520, 4)], 3, code)
    for reach in range(-120, 520, 64):
        limb(picture, [along(reach), along(reach + 32, 36 - abs(reach) * 0.06)], 2, code)
    shape(picture, [along(-232, 26), along(-176, 26), along(-176, -34), along(-232, -34)], code)
    head = along(526)
    limb(picture, [head, (head[0], head[1] + 34)], 8, code)
    box(picture, head[0] - 34, head[1] + 30, head[0] + 30, head[1] + 72, code)
    box(picture, head[0] + 28, head[1] + 38, head[0] + 66, head[1] + 62, code)
    disc(picture, head[0] - 22, head[1] + 24, 15, code)
    disc(picture, head[0] + 14, head[1] + 24, 15, code)
    disc(picture, head[0] - 20, head[1] + 44, 3, "ff4b3e")


class PhoneClip:
    """The train passes a fence, filmed upright by somebody at the roadside."""

    def __init__(self) -> None:
        self._film = Film(720, 1280, sway=13, grain=2.6)
        margin = self._film.margin
        self._width, self._height = 720 + 2 * margin, 1280 + 2 * margin
        self._horizon = 690
        self._sky, self._ridges = fjord(self._width, self._horizon, seed=51)
        self._meadow = gradient(self._width, 700, [(0, "6d8458"), (0.3, "4f6a41"), (1, "24351f")])
        self._train = carriages(3)
        self._grass = _grass(self._width, 300)

    def __call__(self, frame: int, time: float) -> Picture:
        picture = np.zeros((self._height, self._width, 3), np.uint8)
        picture[: self._horizon] = self._sky
        for number, (ridge_layer, _) in enumerate(self._ridges):
            put_round(picture, ridge_layer, 200 * number, self._horizon - ridge_layer.height)
        picture[self._horizon :] = self._meadow[: self._height - self._horizon]
        left = 900 - (time - 0.3) * 620
        put(picture, self._train, int(left), 640)
        figure(picture, left + 1130, 656, 120, time + WAVE_START, waves=True)
        picture[826:836] = (58, 52, 48)
        _fence(picture, 930)
        put(picture, self._grass, 0, self._height - 300)
        return self._film.expose(picture, frame, time)


def _fence(picture: Picture, top: float) -> None:
    width = picture.shape[1]
    for rail in (top + 22, top + 92):
        limb(picture, [(-10, rail + 6), (width + 10, rail - 6)], 13, "7b6650")
        limb(picture, [(-10, rail + 2), (width + 10, rail - 10)], 4, "9d8569")
    for post in range(40, width, 208):
        box(picture, post, top, post + 26, top + 190, "6a5642")
        box(picture, post, top, post + 8, top + 190, "8d765c")


def _grass(width: int, height: int) -> Layer:
    """Blades close to the lens, out of focus."""
    rng = np.random.default_rng(5)
    mask = np.zeros((height, width), np.uint8)
    for x in range(-10, width + 10, 4):
        tall, lean = float(rng.uniform(60, height - 40)), float(rng.normal(0, 34))
        points = np.array([[x - 6, height], [x + 6, height], [x + lean, height - tall]]).round().astype(np.int32)
        cv2.fillPoly(mask, [points], 255, cv2.LINE_AA)
    mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), 4), np.uint8)
    return layer(gradient(width, height, [(0, "55733e"), (1, "14210f")]), mask)
