"""J, K and L as editing desks have them."""

from __future__ import annotations

import pytest

from gui.player.transport import Transport

FORWARD, BACK = 1, -1


@pytest.mark.parametrize(
    ("keys", "rate"),
    [
        ((FORWARD,), 1),
        ((FORWARD, FORWARD), 2),
        ((FORWARD,) * 6, 4),
        ((FORWARD, FORWARD, BACK), -1),
        ((BACK, BACK, BACK), -3),
        ((BACK, FORWARD), 1),
    ],
)
def test_each_press_goes_faster_or_turns_round(keys: tuple[int, ...], rate: float) -> None:
    transport = Transport()
    for key in keys:
        transport = transport.shuttle(key)

    assert transport.rate == rate


def test_slow_is_half_the_speed_either_way() -> None:
    assert Transport().shuttle(FORWARD, slow=True).rate == 0.5
    assert Transport(3).shuttle(BACK, slow=True).rate == -0.5
    assert Transport(0.5).shuttle(FORWARD).rate == 1


def test_space_pauses_at_any_speed_and_plays_from_rest() -> None:
    assert Transport(-3).toggle().rate == 0
    assert Transport().toggle().rate == 1


def test_k_rests_and_is_held_until_it_is_let_go() -> None:
    held = Transport(2).hold(down=True)

    assert (held.rate, held.held) == (0, True)
    assert held.hold(down=False) == Transport()
