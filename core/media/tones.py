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
