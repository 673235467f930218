"""Which files are this wave's, and with which of the wave before they are compared.

Files that no earlier report has seen are fresh. Without any, the last wave is told once more. If a
fresh file is from somebody who is in the last report, a new wave has begun, and only fresh files
count; otherwise the last wave has grown. Of several fresh files of one person, the latest counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quadrantlib.cohort.roll import Roll
from quadrantlib.errors import Refused
from quadrantlib.ledger import Past, Said
from quadrantlib.rules import REPORT, SMALLEST
from quadrantlib.submitted import Submission
from quadrantlib.tally import Placed

SAFE = "Nothing was written, and earlier reports stay as they are."


@dataclass(frozen=True, slots=True)
class Wave:
    """Which files count: the roll knows of each of them, this says what they are together.

    Attributes
    ----------
    number:
        From 1 on.
    since:
        The month of the wave that it is compared with; empty: it is compared with none.
    both:
        How many people are compared: they are in this wave and in the one before.
    """

    number: int
    since: str = ""
    both: int = 0


def noted(submissions: Iterable[Submission], roll: Roll) -> Iterator[Submission]:
    """Yield the submissions as they come, and note on the roll that they are there."""
    for each in submissions:
        roll.note(each)
        yield each


def wave_of(roll: Roll, past: Past) -> Wave:
    """Find out which of the files that are there count, and note it on the roll.

    Raises
    ------
    Refused
        If there are too few for a report, or if so few came or left since the last report of the
        same wave that both together would give them away.
    """
    roll.take_fresh()
    number = _number(roll, past)
    again = bool(past.reports) and number == past.reports[-1].wave
    if again:
        roll.take_again(number)
        _check_changes(roll, len(past.reports) - 1)
    if (people := roll.count()) < REPORT:
        raise _too_few(people, known=bool(past.reports), new=bool(past.reports) and not again)
    return _compared(number, roll, past)


def placed(submissions: Iterable[Submission], roll: Roll, past: Past) -> Iterator[Placed]:
    """Yield the submissions that count, each with where it stands."""
    bits = {share: _bits(past, share) for report in past.reports for share in _shares(report.said)}
    for each in submissions:
        place = roll.place(each)
        if place.now or place.before:
            sets = roll.earlier(each)
            earlier = {share: sets & mask for share, mask in bits.items()} if sets else {}
            yield Placed(each, place.before, place.both, earlier)


Away = Mapping[tuple[int, int], int]
"""(wave, the sets in which a file stood) → how many such files."""


def away(roll: Roll) -> Away:
    """Return the files of earlier reports that are not there any more."""
    return Counter(roll.away())


def gone(files: Away, past: Past, share: str) -> dict[tuple[int, int], int]:
    """Return the files that are not there any more, of those that a figure of `share` was about.

    (their wave, the sets in which they stood) → how many.
    """
    mask, found = _bits(past, share), Counter[tuple[int, int]]()
    for (number, sets), size in files.items():
        if sets & mask:
            found[number, sets & mask] += size
    return found


def _bits(past: Past, share: str) -> int:
    numbers = [number for each in past.said(share) for number in (each.plus, each.minus)]
    return sum({1 << number for number in numbers if number is not None})


def _shares(said: Iterable[Said]) -> set[str]:
    return {each.share for each in said}


def _number(roll: Roll, past: Past) -> int:
    if not past.reports:
        return 1
    return past.reports[-1].wave + roll.returned(len(past.reports) - 1)


def _check_changes(roll: Roll, report: int) -> None:
    for changed, happened in ((roll.came(report), "came to"), (roll.left(report), "left")):
        if 0 < changed < SMALLEST:
            raise Refused(
                f"Fewer than {SMALLEST} people {happened} this wave since its last report: both "
                "reports together would tell what they answered.",
                SAFE,
                f"Put the files back as they were, or wait until at least {SMALLEST} changed.",
            )


def _too_few(people: int, *, known: bool, new: bool) -> Refused:
    if not known:
        return Refused(
            f"There are too few submissions: {people}, and a report needs {REPORT}.",
            "Nothing was written.",
            f"Ask more people, and make the report once there are {REPORT}.",
        )
    if not new:
        return Refused(
            f"The last report of this cohort was made of other files. Of those, {people} can be "
            f"used here, and a report needs {REPORT}.",
            SAFE,
            "Put its files back, with their codes. To begin anew, as when practising, name another "
            "folder with -o.",
        )
    return Refused(
        f"Somebody who is in the last report handed in again, so a new wave has begun; it has too "
        f"few submissions: {people}, and a report needs {REPORT}.",
        SAFE,
        f"Wait until {REPORT} people handed in again, or take the new files out of the folder.",
    )


def _compared(number: int, roll: Roll, past: Past) -> Wave:
    """Return the wave, compared with the one before where enough people are in both."""
    earlier = [report for report in past.reports if report.wave == number - 1]
    both = roll.compare_with(number - 1)
    if both < REPORT:
        return Wave(number)
    roll.pair()
    return Wave(number, earlier[-1].month, both)
