"""The demo clips that are drawn indoors: a tunnel, a set on a stage, a slate."""

from __future__ import annotations

import cv2
import numpy as np

from core.media.demo_paint import (
    Film,
    Layer,
    Picture,
    Points,
    bloom,
    box,
    disc,
    glow,
    gradient,
    layer,
    lettering,
    limb,
    put,
    put_round,
    shape,
    zoomed,
)
from core.media.demo_scenes import carriages, fjord

CLAP = 2.0
"""The second at which the sticks of the slate meet."""


class Tunnel:
    """From the head of the train: lamps go by, the mouth of the tunnel grows, the valley opens."""

    _SPEED = 15.0
    _LENGTH = 66.0

    def __init__(self) -> None:
        self._film = Film(1280, 720, sway=6)
        margin = self._film.margin
        self._width, self._height = 1280 + 2 * margin, 720 + 2 * margin
        self._centre = (self._width / 2, self._height * 0.46)
        self._valley = self._open_valley()

    def __call__(self, frame: int, time: float) -> Picture:
        travelled = time * self._SPEED
        mouth = self._LENGTH - travelled
        view = zoomed(self._valley, 1 + time * 0.03, self._centre)
        self._track(view, travelled, 40.0)
        if mouth <= 0.4:
            return self._film.expose(view, frame, time)
        picture = np.full_like(view, 6)
        lights = np.zeros((self._height // 4, self._width // 4, 3), np.uint8)
        self._rings(picture, lights, travelled, mouth)
        self._mouth(picture, lights, view, mouth)
        bloom(picture, lights, 42)
        return self._film.expose(picture, frame, time)

    def _rings(self, picture: Picture, lights: Picture, travelled: float, mouth: float) -> None:
        for number in range(int(travelled) + 1, int(travelled + min(mouth, 46)) + 1):
            depth = max(number - travelled, 0.35)
            shade = 92 / (1 + depth * 0.32) * (1.0 if number % 2 else 0.82)
            daylight = 90 / (1 + (mouth - depth) * 0.35)
            warm = int(min(shade + daylight, 230))
            outline = self._arch(depth)
            cv2.fillPoly(picture, [outline], (warm, int(warm * 0.84), int(warm * 0.68)), cv2.LINE_AA)
            cv2.fillPoly(picture, [self._arch(depth * 1.05)], (warm * 6 // 10, warm // 2, warm * 4 // 10), cv2.LINE_AA)
            if number % 4 == 0:
                self._lamps(picture, lights, depth)
        self._track(picture, travelled, mouth)

    def _lamps(self, picture: Picture, lights: Picture, depth: float) -> None:
        for side in (-1, 1):
            x, y = self._centre[0] + side * 610 / depth, self._centre[1] - 330 / depth
            size = min(46 / depth, 60.0)
            disc(picture, x, y, size, "fff1cf")
            disc(lights, x / 4, y / 4, size * 0.62, "e08a3a")

    def _track(self, picture: Picture, travelled: float, mouth: float) -> None:
        x, y = self._centre
        for number in range(int(travelled * 2) + 1, int((travelled + min(mouth, 30)) * 2)):
            depth = max(number / 2 - travelled, 0.35)
            half, level, thick = 340 / depth, y + 430 / depth, 40 / depth
            box(picture, x - half, level, x + half, level + thick, "2a2420")
        far, near = max(min(mouth, 40.0), 0.4), 0.4
        for side in (-1, 1):
            rail = [(x + side * (250 - wide) / depth, y + 430 / depth) for depth, wide in ((far, 9), (near, 9))]
            edge = [(x + side * (250 + wide) / depth, y + 430 / depth) for depth, wide in ((near, 9), (far, 9))]
            shape(picture, rail + edge, "b9ae9e")

    def _mouth(self, picture: Picture, lights: Picture, view: Picture, mouth: float) -> None:
        mask = np.zeros(picture.shape[:2], np.uint8)
        outline = self._arch(mouth)
        cv2.fillPoly(mask, [outline], 255, cv2.LINE_AA)
        put(picture, layer(view, mask), 0, 0)
        cv2.fillPoly(lights, [outline // 4], (150, 142, 128), cv2.LINE_AA)

    def _arch(self, depth: float) -> Points:
        x, y = self._centre
        angles = np.linspace(np.pi, 2 * np.pi, 40)
        top = np.stack([x + 760 / depth * np.cos(angles), y - 40 / depth + 560 / depth * np.sin(angles)], axis=1)
        floor = [[x + 760 / depth, y + 470 / depth], [x - 760 / depth, y + 470 / depth]]
        outline: Points = np.clip(np.concatenate([top, floor]), -30_000, 30_000).round().astype(np.int32)
        return outline

    def _open_valley(self) -> Picture:
        horizon = int(self._centre[1])
        picture = np.zeros((self._height, self._width, 3), np.uint8)
        sky, ridges = fjord(self._width, horizon, seed=83)
        picture[:horizon] = sky
        for number, (over, _) in enumerate(ridges):
            put_round(picture, over, 330 * number, horizon - over.height)
        meadow = [(0.0, "7f9166"), (0.4, "556b45"), (1.0, "26331f")]
        picture[horizon:] = gradient(self._width, self._height - horizon, meadow)
        x, y = self._centre
        slope = 0.98 * (self._height - y)
        shape(picture, [(x - 4, y), (x + 4, y), (x + slope, self._height), (x - slope, self._height)], "6b6259")
        return picture


class Dolly:
    """A camera on rails moves towards a carriage built on a stage."""

    def __init__(self) -> None:
        self._film = Film(1280, 720, sway=1.5)
        margin = self._film.margin
        self._width, self._height = 1280 + 2 * margin, 720 + 2 * margin
        self._back = self._stage()
        self._set = self._carriage_set()
        self._front = self._crew()

    def __call__(self, frame: int, time: float) -> Picture:
        way = (1 - np.cos(np.pi * min(max(time - 0.6, 0) / 6.6, 1))) / 2
        centre = (self._width * 0.52, self._height * 0.52)
        picture = zoomed(self._back, 1 + 0.12 * way, centre)
        put(picture, _closer(self._set, 1 + 0.36 * way, centre), 0, 0)
        put(picture, _closer(self._front, 1 + 0.95 * way, (self._width * 0.40, self._height * 0.35)), 0, 0)
        return self._film.expose(picture, frame, time)

    def _stage(self) -> Picture:
        dark = [(0.0, "0b0d12"), (0.55, "1b1f27"), (0.72, "2c2b2b"), (1.0, "151312")]
        picture = gradient(self._width, self._height, dark)
        box(picture, 150, 84, self._width - 150, 470, "1f7a46")
        glow(picture, (self._width / 2, 260), 520, "57c07d", 0.55)
        for x in range(170, self._width - 150, 92):
            limb(picture, [(x, 84), (x, 470)], 1, "1a6a3d")
        for y in (40, 64):
            limb(picture, [(0, y), (self._width, y)], 5, "3a3f47")
        for x in range(20, self._width, 48):
            limb(picture, [(x, 40), (x + 24, 64), (x + 48, 40)], 2, "3a3f47")
        return picture

    def _carriage_set(self) -> Layer:
        picture = np.zeros((self._height, self._width, 3), np.uint8)
        mask = np.zeros((self._height, self._width), np.uint8)
        train = carriages(1)
        left, top = 300, 318
        picture[top : top + train.height, left : left + train.width] = train.light
        mask[top : top + train.height, left : left + train.width] = 255 - train.through[..., 0]
        box(picture, left - 30, top + 160, left + 730, top + 196, "4a3826")
        mask[top + 160 : top + 196, left - 30 : left + 730] = 255
        glow(picture, (left + 200, top + 60), 240, "ffe2ad", 0.35)
        for x, aim in ((150, 70), (1120, -70)):
            _lamp(picture, mask, x, 200, aim)
        return layer(picture, mask)

    def _crew(self) -> Layer:
        picture = np.zeros((self._height, self._width, 3), np.uint8)
        code = "07080a"
        for rail in (640, 704):
            limb(picture, [(0, rail), (self._width, rail - 26)], 8, "3b3d40")
        box(picture, 330, 590, 600, 622, code)
        for wheel in (362, 470, 566):
            disc(picture, wheel, 630, 17, code)
        limb(picture, [(470, 596), (470, 470)], 22, code)
        box(picture, 400, 398, 520, 470, code)
        box(picture, 516, 412, 590, 456, code)
        disc(picture, 426, 384, 26, code)
        disc(picture, 486, 384, 26, code)
        disc(picture, 408, 414, 5, "ff4b3e")
        limb(picture, [(330, 600), (340, 520), (352, 430)], 44, code)
        limb(picture, [(356, 440), (390, 470), (420, 446)], 18, code)
        disc(picture, 356, 372, 30, code)
        shape(picture, [(322, 366), (398, 366), (380, 338), (334, 338)], code)
        limb(picture, [(1040, 760), (1050, 560), (1056, 470)], 62, code)
        limb(picture, [(1060, 480), (1006, 540), (960, 520)], 22, code)
        disc(picture, 1060, 396, 36, code)
        covered = np.where(picture.max(axis=2) > 0, 255, 0).astype(np.uint8)
        return layer(picture, np.asarray(cv2.GaussianBlur(covered, (0, 0), 1.6), np.uint8))


def _lamp(picture: Picture, mask: Picture, x: float, y: float, aim: float) -> None:
    """A soft box on a stand."""
    parts: tuple[tuple[list[tuple[float, float]], str], ...] = (
        ([(x - 4, y), (x + 4, y), (x + 4, 590), (x - 4, 590)], "15181c"),
        ([(x - 50, 596), (x, 520), (x + 50, 596), (x, 540)], "15181c"),
        ([(x - aim, y - 70), (x + aim * 0.7, y - 44), (x + aim * 0.7, y + 52), (x - aim, y + 78)], "14161a"),
        ([(x + aim * 0.5, y - 52), (x + aim, y - 60), (x + aim, y + 66), (x + aim * 0.5, y + 58)], "fff4d8"),
    )
    for points, code in parts:
        shape(picture, points, code)
        cv2.fillPoly(mask, [np.array(points).round().astype(np.int32)], 255, cv2.LINE_AA)


def _closer(over: Layer, factor: float, centre: tuple[float, float]) -> Layer:
    """Return a layer enlarged around ``centre``, cut to what is in the picture."""
    matrix = np.array([[factor, 0, centre[0] * (1 - factor)], [0, factor, centre[1] * (1 - factor)]])
    size = (over.width, over.height)
    light = cv2.warpAffine(over.light, matrix, size)
    through = cv2.warpAffine(over.through[..., 0], matrix, size, borderMode=cv2.BORDER_CONSTANT, borderValue=255)
    return Layer(np.asarray(light, np.uint8), np.asarray(cv2.merge([through] * 3), np.uint8))


class Slate:
    """A slate close to the lens: it is held, it claps, it leaves."""

    _FIELDS = (
        ("PROD.", "GRAND EXPRESS", 0), ("ROLL", "A017", 0), ("SCENE", "42A", 1), ("TAKE", "3", 1),
        ("DIRECTOR", "C. McQUARRIE", 2), ("DATE", "06-09-20", 2),
    )  # fmt: skip

    def __init__(self) -> None:
        self._film = Film(1280, 720, sway=3)
        margin = self._film.margin
        self._width, self._height = 1280 + 2 * margin, 720 + 2 * margin
        self._back = self._lights_out_of_focus()
        self._board = self._draw_board()

    def __call__(self, frame: int, time: float) -> Picture:
        picture = self._back.copy()
        gone = max(time - 4.0, 0.0) ** 2 * 900
        jolt = 9 * np.exp(-abs(time - CLAP) * 9) * np.sin((time - CLAP) * 60) if time >= CLAP else 0.0
        left, top = 262, 236 + gone + jolt
        put(picture, self._board, left, int(top))
        self._sticks(picture, left, top, self._opening(time))
        _hand(picture, left + 752, top + 372)
        return self._film.expose(picture, frame, time)

    @staticmethod
    def _opening(time: float) -> float:
        """The angle between the sticks: wide, then shut within a fifth of a second."""
        return 0.36 * (1 - min(max((time - CLAP + 0.2) / 0.2, 0.0), 1.0) ** 2)

    def _sticks(self, picture: Picture, left: float, top: float, angle: float) -> None:
        hinge = (left + 14, top - 33)
        _stick(picture, hinge, 0.0, 27, -46)
        _stick(picture, hinge, -angle, -27, 46)
        disc(picture, *hinge, 9, "8d9299")

    def _draw_board(self) -> Layer:
        width, height = 772, 430
        picture = gradient(width, height, [(0, "20242a"), (1, "14171b")])
        for line in (4, 116, 228, 340, 424):
            limb(picture, [(8, line), (width - 8, line)], 3, "e9e5da")
        for line in (6, width - 6):
            limb(picture, [(line, 4), (line, height - 6)], 3, "e9e5da")
        limb(picture, [(488, 4), (488, 340)], 3, "e9e5da")
        for number, (name, value, row) in enumerate(self._FIELDS):
            left = 26 if number % 2 == 0 else 508
            lettering(picture, name, left, 30 + row * 112, 0.5, "b9b5aa", 1)
            lettering(picture, value, left, 90 + row * 112, 1.5 if row < 2 and len(value) < 8 else 1.25, "f6f2e6", 3)
        lettering(picture, "25 FPS   SYNC   INT   DAY", 26, 396, 0.9, "d8d3c6", 2)
        mask = np.zeros((height, width), np.uint8)
        cv2.rectangle(mask, (0, 0), (width - 1, height - 1), 255, -1)
        return layer(picture, mask)

    def _lights_out_of_focus(self) -> Picture:
        picture = gradient(self._width, self._height, [(0, "191b22"), (0.6, "2d2a2b"), (1, "171516")])
        rng = np.random.default_rng(17)
        spots = np.zeros_like(picture)
        for _ in range(46):
            code = ("b9783a", "8c5a33", "35627c", "a06a4a")[int(rng.integers(4))]
            one = np.zeros_like(picture)
            x, y = rng.uniform(0, self._width), rng.normal(self._height * 0.34, 120)
            disc(one, float(x), float(y), float(rng.uniform(18, 58)), code)
            spots = np.asarray(cv2.addWeighted(spots, 1.0, one, float(rng.uniform(0.25, 0.7)), 0), np.uint8)
        return np.asarray(cv2.add(picture, cv2.GaussianBlur(spots, (0, 0), 3)), np.uint8)


def _stick(picture: Picture, hinge: tuple[float, float], turn: float, base: float, lean: float) -> None:
    """One striped stick, turned about the hinge; its stripes lean one way or the other."""
    cosine, sine = np.cos(turn), np.sin(turn)

    def at(x: float, y: float) -> tuple[float, float]:
        return hinge[0] + x * cosine - y * sine, hinge[1] + x * sine + y * cosine

    shape(picture, [at(-14, base - 50), at(758, base - 50), at(758, base), at(-14, base)], "f1ece2")
    for x in range(54, 700, 108):
        corners = [at(x, base), at(x + 54, base), at(x + 54 + lean, base - 50), at(x + lean, base - 50)]
        shape(picture, corners, "16171a")


def _hand(picture: Picture, x: float, y: float) -> None:
    """Fingers that hold the slate at its right edge."""
    shape(picture, [(x + 8, y - 40), (x + 330, y - 10), (x + 340, y + 190), (x + 24, y + 120)], "5d4334")
    for finger in range(4):
        level = y - 34 + finger * 38
        limb(picture, [(x + 60, level + 10), (x - 34, level)], 34, "c9956f" if finger % 2 else "d3a17b")
        disc(picture, x - 36, level - 2, 9, "e7c3a4")
    limb(picture, [(x + 50, y - 30), (x + 70, y + 110)], 44, "c48f6a")
