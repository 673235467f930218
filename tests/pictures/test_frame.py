"""Where marks lie on a frame that may be flatter than it is wide."""

from __future__ import annotations

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.pictures.frame import Frame
from quadrantlib.pictures.picture import HIGH, LOW, SPAN, Dot

inside = st.floats(LOW, HIGH, allow_nan=False)
widths = st.floats(100, 1000)
shares = st.floats(0.2, 1.5)


@given(inside, inside, widths, shares)
def test_what_lies_inside_is_drawn_inside(x, y, width, tall) -> None:
    frame = Frame(width, tall)
    across, down = frame.at((x, y))
    assert -1e-6 <= across <= frame.width + 1e-6
    assert -1e-6 <= down <= frame.height + 1e-6


@given(inside, widths, shares)
def test_higher_up_is_a_share_of_the_height(y, width, tall) -> None:
    frame = Frame(width, tall)
    assert frame.down(y) / frame.height == pytest.approx((HIGH - y) / SPAN)


@pytest.mark.parametrize("tall", [0.3, 1])
def test_beyond_the_frame_a_unit_is_a_point(tall) -> None:
    frame = Frame(500, tall)
    assert frame.down(HIGH + 12) == pytest.approx(-12)
    assert frame.down(LOW - 12) == pytest.approx(frame.height + 12)
    assert frame.across(HIGH + 12) == pytest.approx(512)


@given(shares)
def test_a_flatter_frame_leaves_a_dot_as_large_as_it_was(tall) -> None:
    dot = Dot(5, 5, pi, "disc", "ink")
    x, y, radius = Frame(SPAN * 10, tall).circle(dot)
    assert radius == pytest.approx(10)
    assert (x, y) == pytest.approx((SPAN * 5, SPAN * 5 * tall))
    box = Frame(SPAN * 10, tall).around(dot)
    assert (box.right - box.left, box.bottom - box.top) == pytest.approx((20, 20))
