"""Which fonts a printed keepsake is set in.

Those that packages ship come first, so that it looks the same everywhere; the machine's own are
asked only for letters that these lack.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from typing import Any

SERIF, SANS = "Libertinus Serif", "Noto Sans"
PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
"""They hold font files and nothing else, and are never imported."""
EAST_ASIAN = {"JP": re.compile("[\u3040-\u30ff]"), "KR": re.compile("[\uac00-\ud7af]")}
"""One sign is drawn in several ways: the letters beside it say which."""


@cache
def fonts() -> Any:
    """Return every font there is, as Typst takes them; those of packages are found first."""
    from typst import Fonts

    specs = [find_spec(name) for name in PACKAGES]
    places = [place for spec in specs if spec for place in spec.submodule_search_locations or ()]
    return Fonts(font_paths=places)


def families(first: str, text: str) -> list[str]:
    """Return `first` and then whatever it takes to set `text`, of the families that are there."""
    there = fonts().families()
    noto = sorted(name for name in there if name.startswith("Noto "))
    ours = f"Noto Sans CJK {_region(text)}"
    plain = [name for name in noto if "CJK" not in name and "Emoji" not in name]
    wanted = [first, SANS, *plain, ours, "Noto Emoji", SERIF]
    return [name for name in dict.fromkeys(wanted) if name in there]


def _region(text: str) -> str:
    return next((name for name, letters in EAST_ASIAN.items() if letters.search(text)), "SC")
