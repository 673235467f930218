"""A picture with everything that shows change over time, on a flat frame."""

from __future__ import annotations

from quadrantlib.pictures.picture import Band, Dot, Picture, Table, Text, Trace

OVER_TIME = Picture(
    title="It went up",
    sentence="It went up from 2 to 8.",
    table=Table(("When", "How much"), (("then", "2"), ("now", "8"))),
    marks=(
        Band(((0, 4), (10, 10)), ((0, 0), (10, 6)), "accent"),
        Trace(((0, 2), (5, 3), (10, 8)), "accent"),
        Trace(((0, 5), (10, 5)), "edge", dashed=True, faint=True),
        Dot(10, 8, 0.05, "disc", "accent", "now"),
        Text(0, 10, "ten"),
    ),
    source="Made up",
    tall=0.4,
)
