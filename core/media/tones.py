"""Pictures made for bright screens, brought to what an ordinary one shows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from core.media.probe import HLG

WHITE_NITS = 203.0
"""Diffuse white in HDR, ITU-R BT.2408."""

PEAK_NITS = 1000.0

_M1, _M2 = 2610 / 16384, 2523 / 4096 * 128
_C1, _C2, _C3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
_A, _B, _C = 0.17883277, 0.28466892, 0.55991073
_TO_709 = np.array([[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]], np.float32)
"""BT.2020 to BT.709 primaries, linear RGB (ITU-R BT.2087)."""

_LUMA_2020 = np.array([0.2627, 0.6780, 0.0593], np.float32)

Floats = npt.NDArray[np.float32]

_STEPS = 128
"""So many steps of each channel a table has."""

_HIGH_BITS = 0x00701C07
_DITHER = np.array([[0, 4, 1, 5], [6, 2, 7, 3], [1, 5, 0, 4], [7, 3, 6, 2]], np.uint32) * np.uint32(0x00100401)
"""Up to a step of the table, spread over four by four pixels, for all three channels at once."""


class ToneTable:
    """What :func:`shown` does, looked up: fast enough for a picture at the speed of life.

    Three channels of seven bits make two million colours; what lies between two of them is spread over neighbouring
    pixels, so that no bands show.
    """

    def __init__(self, transfer: int) -> None:
        self.transfer = transfer
        steps = np.round(np.arange(_STEPS) * (65535 / (_STEPS - 1))).astype(np.uint16)
        table = np.empty((_STEPS, _STEPS, _STEPS, 4), np.uint8)
        grid = np.empty((_STEPS, _STEPS, 3), np.uint16)
        grid[..., 0], grid[..., 1] = steps[None, :], steps[:, None]
        for number, red in enumerate(steps):
            grid[..., 2] = red
            table[number, ..., :3] = shown(grid, transfer)
        table[..., 3] = 255
        self._table = table.view(np.uint32).reshape(-1)

    def shown(self, packed: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
        """Return pixels of ten bits a channel (blue lowest, red highest) as pixels of eight."""
        height, width = packed.shape
        spread = np.tile(_DITHER, (-(-height // 4), -(-width // 4)))[:height, :width]
        # Each channel 0..1023 is brought to 0..1016, so that none runs over into the next when it is spread.
        at = packed & np.uint32(0x3FFFFFFF)
        at -= (at >> np.uint32(7)) & np.uint32(_HIGH_BITS)
        at += spread
        number = (at >> np.uint32(3)) & np.uint32(0x7F)
        number |= (at >> np.uint32(6)) & np.uint32(0x3F80)
        number |= (at >> np.uint32(9)) & np.uint32(0x1FC000)
        found: npt.NDArray[np.uint32] = self._table[number]
        return found


def shown(bgr: npt.NDArray[np.uint16], transfer: int) -> npt.NDArray[np.uint8]:
    """Return a BT.2020 picture coded with PQ or HLG (``transfer``, a code point of ITU-T H.273) as sRGB.

    Colours keep their hue: the curve works on the brightest channel, then the gamut is narrowed.
    """
    rgb: Floats = bgr[..., ::-1].astype(np.float32) / np.float32(65535)
    light = _hlg_light(rgb) if transfer == HLG else _pq_light(rgb)
    light /= WHITE_NITS
    brightest = np.maximum(light.max(axis=2, keepdims=True), 1e-6)
    light *= _roll_off(brightest) / brightest
    narrow = np.clip(light @ _TO_709.T, 0, 1)
    return (_srgb(narrow)[..., ::-1] * 255 + 0.5).astype(np.uint8)


def _pq_light(coded: Floats) -> Floats:
    """Return nits (SMPTE ST 2084)."""
    power = coded ** (1 / _M2)
    light: Floats = 10_000 * (np.maximum(power - _C1, 0) / (_C2 - _C3 * power)) ** (1 / _M1)
    return light


def _hlg_light(coded: Floats) -> Floats:
    """Return nits on a screen of 1,000 (ARIB STD-B67, ITU-R BT.2100)."""
    scene = np.where(coded <= 0.5, coded**2 / 3, (np.exp((coded - _C) / _A) + _B) / 12).astype(np.float32)
    luma = np.maximum(scene @ _LUMA_2020, 1e-6)[..., None]
    light: Floats = PEAK_NITS * luma**0.2 * scene
    return light


def _roll_off(light: Floats) -> Floats:
    """Return light 0.. as 0..1: straight below the knee, highlights up to the peak bent softly under white."""
    knee, peak = 0.6, PEAK_NITS / WHITE_NITS
    over = np.clip((light - knee) / (peak - knee), 0, 1)
    bent = knee + (1 - knee) * (1 - (1 - over) ** ((peak - knee) / (1 - knee)))
    rolled: Floats = np.where(light <= knee, light, bent).astype(np.float32)
    return rolled


def _srgb(light: Floats) -> Floats:
    """Return linear light coded for a screen (IEC 61966-2-1)."""
    coded: Floats = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055).astype(np.float32)
    return coded
