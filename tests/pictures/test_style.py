"""Text is readable and shapes are visible, on every ground, in both schemes."""

from __future__ import annotations

import pytest

from quadrantlib.pictures.style import DARK, LIGHT, TINT, css_variables
from quadrantlib.quadrant import REGIONS

SCHEMES = {"light": LIGHT, "dark": DARK}
Color = tuple[float, float, float]


def rgb(code: str) -> Color:
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def luminance(color: Color) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """After WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grounds(tokens: dict[str, str]) -> list[Color]:
    papers = [rgb(tokens["paper"]), rgb(tokens["raised"])]
    return papers + [mixed(rgb(tokens[name]), paper) for name in REGIONS for paper in papers]


def mixed(color: Color, paper: Color) -> Color:
    red, green, blue = (TINT * c + (1 - TINT) * p for c, p in zip(color, paper, strict=True))
    return red, green, blue


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["ink", "quiet"])
def test_text_is_readable_on_paper_and_on_every_region(scheme, name) -> None:
    tokens = SCHEMES[scheme]
    assert min(contrast(rgb(tokens[name]), ground) for ground in grounds(tokens)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", [*REGIONS, "edge"])
def test_marks_are_visible_on_paper_and_on_every_region(scheme, name) -> None:
    tokens = SCHEMES[scheme]
    assert min(contrast(rgb(tokens[name]), ground) for ground in grounds(tokens)) >= 3


def test_both_schemes_name_the_same_colors() -> None:
    assert LIGHT.keys() == DARK.keys()
    assert all(f"--q-{name.replace('_', '-')}:" in css_variables() for name in LIGHT)
