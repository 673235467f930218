"""A picture for a painter that sets letters itself: the drawing without them, and where they stand.

A typesetter that draws an SVG knows one font for its letters; those it sets itself find another
where a sign is missing, and stay text.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, fromstring, register_namespace, tostring

from quadrantlib.pictures.picture import Picture
from quadrantlib.pictures.style import LIGHT
from quadrantlib.pictures.svg import paint

SVG = "http://www.w3.org/2000/svg"
WIDTH = 560
"""Pixels, of the drawing's frame."""
AROUND = 24
"""Pixels left free around it, for marks that hang over."""
_VARIABLE = re.compile(r"var\(--q-([a-z-]+)\)")

register_namespace("", SVG)


def drawing(picture: Picture) -> dict[str, Any]:
    """Return `picture` in the light colors, JSON-ready.

    Returns
    -------
    dict
        `svg`: the marks. `width`, `height`, `around`: in pixels; the frame begins `around` from the
        left and from above. `letters`: each with `text`, `x` and `y` (in pixels from the frame's
        upper left corner; `y` is the line they stand on), `anchor`, `size` and `fill`.
    """
    root = fromstring(paint(picture, WIDTH))  # noqa: S314  our own painter's work
    letters = [_letters(each, picture.above) for each in root.iter(f"{{{SVG}}}text")]
    for parent in list(root.iter()):
        for child in [each for each in parent if _is_words(each)]:
            parent.remove(child)
    width, height = WIDTH, float(root.attrib["height"])
    box = (-AROUND, -AROUND, width + 2 * AROUND, height + 2 * AROUND)
    root.set("viewBox", " ".join(f"{each:g}" for each in box))
    root.attrib |= {"width": f"{box[2]:g}", "height": f"{box[3]:g}"}
    svg = _VARIABLE.sub(_light, tostring(root, encoding="unicode"))
    return {"svg": svg, "width": width, "height": height, "around": AROUND, "letters": letters}


def _is_words(element: Element) -> bool:
    return element.tag in {f"{{{SVG}}}{name}" for name in ("text", "title", "desc")}


def _letters(text: Element, above: float) -> dict[str, Any]:
    return {
        "text": text.text or "",
        "x": float(text.attrib["x"]),
        "y": float(text.attrib["y"]) + above,
        "anchor": text.attrib.get("text-anchor", "start"),
        "size": float(text.attrib["font-size"]),
        "fill": _VARIABLE.sub(_light, text.attrib["fill"]),
    }


def _light(found: re.Match[str]) -> str:
    name = found[1].replace("-", "_")
    return "sans-serif" if name == "sans" else LIGHT[name]
