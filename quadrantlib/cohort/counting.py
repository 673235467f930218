"""A cohort counted: which files are its own, what they add up to, and who stands together."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quadrantlib.cohort.groups import Circle, circles
from quadrantlib.cohort.roll import Roll
from quadrantlib.cohort.waves import Wave, noted, placed, wave_of
from quadrantlib.invitation import Attribute
from quadrantlib.ledger import Past
from quadrantlib.shares import Share
from quadrantlib.submitted import Submission
from quadrantlib.tally import Placed, Tally, tallied


@dataclass(frozen=True, slots=True)
class Counted:
    """What there is to tell figures from.

    Attributes
    ----------
    roll:
        Every file that is there, whether it counts or not, and where it stands.
    circles:
        The groups of a breakdown.
    """

    roll: Roll
    wave: Wave
    past: Past
    tally: Tally
    circles: tuple[Circle, ...]

    @property
    def people(self) -> int:
        """Return how many people are in this wave."""
        return sum(self.tally.people.values())


def counted(
    submissions: Iterable[Submission], shares: Sequence[Share], by: Attribute | None, past: Past
) -> Counted:
    """Return the cohort, counted.

    Raises
    ------
    Refused
        If there must be no report.
    """
    roll = Roll(past)
    passing = noted(submissions, roll)
    # A first report counts every file, unless somebody handed in twice: one pass is enough.
    tally = None if past.reports else tallied(map(Placed, passing), shares)
    deque(passing, maxlen=0)
    wave = wave_of(roll, past)
    if tally is None or roll.others():
        tally = tallied(placed(submissions, roll, past), shares)
    return Counted(roll, wave, past, tally, circles(tally.people, by) if by else ())
