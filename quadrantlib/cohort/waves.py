"""Which files are this wave's, and with which of the wave before they are compared.

Files that no earlier report has seen are fresh. Without any, the last wave is told once more. If a
fresh file is from somebody who is in the last report, a new wave has begun, and only fresh files
count; otherwise the last wave has grown. Of several fresh files of one person, the latest counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from quadrantlib.errors import Refused
from quadrantlib.ledger import Past, What, Who
from quadrantlib.rules import REPORT, SMALLEST
from quadrantlib.submitted import Submission
from quadrantlib.tally import Placed

SAFE = "Nothing was written, and earlier reports stay as they are."


@dataclass(frozen=True, slots=True)
class Kind:
    """What files have in common that cannot be told apart by what was handed over."""

    month: str
    option: str
    shares: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is remembered of a file: nothing that was answered, only that it was."""

    who: Who
    kind: Kind


@dataclass(frozen=True, slots=True)
class Wave:
    """Which files count.

    Attributes
    ----------
    number:
        From 1 on.
    since:
        The month of the wave that it is compared with.
    now:
        The files of this wave.
    then:
        The files of the wave before that are still there.
    both:
        Of files of this wave and of the one before whose people are compared: their shares that
        are in both files.
    """

    number: int
    since: str
    now: frozenset[What]
    then: frozenset[What] = frozenset()
    both: Mapping[What, frozenset[str]] = field(default_factory=dict)


def noted(
    submissions: Iterable[Submission], past: Past, seen: dict[What, Seen]
) -> Iterator[Submission]:
    """Yield the submissions as they come, and note in `seen` what is there, file by file."""
    kinds: dict[Kind, Kind] = {}
    for each in submissions:
        option = next(iter(each.belongs.values()), "")
        kind = Kind(each.month, option, frozenset(each.shares))
        seen[past.what(each)] = Seen(past.who(each), kinds.setdefault(kind, kind))
        yield each


def wave_of(seen: Mapping[What, Seen], past: Past) -> Wave:
    """Return which of the files that are there count.

    Raises
    ------
    Refused
        If there are too few for a report, or if so few came or left since the last report of the
        same wave that both together would give them away.
    """
    known = past.files()
    fresh = frozenset(_latest(seen)) - known
    number = _number(fresh, seen, past)
    again = bool(past.reports) and number == past.reports[-1].wave
    before = _members(past, number) if again else frozenset()
    now = fresh | (before & seen.keys())
    if again:
        _check_changes(now, past)
    if len(now) < REPORT:
        raise _too_few(len(now), known=bool(past.reports), new=bool(past.reports) and not again)
    return _compared(Wave(number, "", now), seen, past)


def placed(submissions: Iterable[Submission], wave: Wave, past: Past) -> Iterator[Placed]:
    """Yield the submissions that count, each with where it stands."""
    shares = {each.share: 0 for report in past.reports for each in report.said}
    bits = {share: _bits(past, share) for share in shares}
    for each in submissions:
        what = past.what(each)
        both = wave.both.get(what, frozenset())
        if what in wave.now or what in wave.then:
            sets = past.sets(what)
            earlier = {share: sets & mask for share, mask in bits.items()} if sets else {}
            yield Placed(each, what not in wave.now, both, earlier)


Away = Mapping[tuple[int, int], int]
"""(wave, the sets in which a file stood) → how many such files."""


def away(wave: Wave, past: Past) -> Away:
    """Return the files of earlier reports that are not there any more."""
    waves = {what: report.wave for report in past.reports for what, _ in report.members()}
    there = wave.now | wave.then
    return Counter((n, past.sets(what)) for what, n in waves.items() if what not in there)


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


def _latest(seen: Mapping[What, Seen]) -> Iterator[What]:
    """Yield each person's file of the latest month."""
    last: dict[Who, What] = {}
    for what, file in seen.items():
        other = last.setdefault(file.who, what)
        if (file.kind.month, what) > (seen[other].kind.month, other):
            last[file.who] = what
    yield from last.values()


def _number(fresh: frozenset[What], seen: Mapping[What, Seen], past: Past) -> int:
    if not past.reports:
        return 1
    last = past.reports[-1]
    people = {who for _, who in last.members()}
    return last.wave + any(seen[what].who in people for what in fresh)


def _members(past: Past, number: int) -> frozenset[What]:
    reports = [report for report in past.reports if report.wave == number]
    return frozenset(what for report in reports for what, _ in report.members())


def _check_changes(now: frozenset[What], past: Past) -> None:
    last = frozenset(what for what, _ in past.reports[-1].members())
    for changed, happened in ((now - last, "came to"), (last - now, "left")):
        if 0 < len(changed) < SMALLEST:
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


def _compared(wave: Wave, seen: Mapping[What, Seen], past: Past) -> Wave:
    """Return the wave, with the files whose people are in this one and in the one before."""
    earlier = [report for report in past.reports if report.wave == wave.number - 1]
    theirs = {who: what for report in earlier for what, who in report.members() if what in seen}
    wave = replace(wave, then=frozenset(theirs.values()))
    pairs = [(what, theirs[seen[what].who]) for what in wave.now if seen[what].who in theirs]
    if len(pairs) < REPORT:
        return wave
    both = {
        each: seen[what].kind.shares & seen[then].kind.shares
        for what, then in pairs
        for each in (what, then)
    }
    return replace(wave, since=earlier[-1].month, both=both)
