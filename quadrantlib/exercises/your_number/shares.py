"""What of it may leave: which way the number goes, and never an amount of money."""

from __future__ import annotations

from operator import methodcaller

from quadrantlib.questions import Option
from quadrantlib.shares import One

VERDICTS = (
    Option("reached", "It is reached"),
    Option("passed_and_moved", "It was passed, and it moved on"),
    Option("never_at_this_rate", "It is not reached at this rate"),
    Option("too_early", "It is too early to tell"),
    Option("treadmill", "Running faster, and the line moves too"),
    Option("moving_toward", "Moving toward it"),
    Option("slipping", "The way grows shorter more slowly than time goes by"),
    Option("deferring", "The number moves away"),
    Option("off_plan", "Off the way that was planned"),
)
"""Each verdict, as it may be said of several people."""

SHARES = (
    One(
        name="verdict",
        title="Toward the number, or away from it",
        of=(),
        take=methodcaller("get", "verdict"),
        options=VERDICTS,
    ),
)
