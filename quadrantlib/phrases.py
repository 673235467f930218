"""Numbers, days and names as they stand in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

LONGEST = 60
"""Characters of a name that are shown."""
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def percent(fraction: float) -> str:
    """Return a fraction as a whole percentage.

    >>> percent(0.5797), percent(0.002), percent(0)
    ('58 %', 'less than 1 %', '0 %')
    """
    points = fraction * 100
    return "less than 1 %" if 0 < points < 0.5 else f"{round(points)} %"


def about(fraction: float) -> str:
    """Return a fraction as a part that does not pretend to be exact.

    >>> about(0.5797), about(0.002), about(0.997), about(1), about(0)
    ('about 58 %', 'less than 1 %', 'nearly all', 'all', 'none')
    """
    if fraction <= 0:
        return "none"
    if 0.995 <= fraction <= 1 + 1e-9:
        return "all" if fraction > 1 - 1e-9 else "nearly all"
    return percent(fraction) if fraction < 0.005 else f"about {percent(fraction)}"


def hours(amount: float) -> str:
    """Return hours, to the half below ten and whole from there.

    >>> hours(0.1), hours(0.5), hours(1), hours(2.4), hours(80), hours(1234.5)
    ('a few minutes', 'half an hour', 'one hour', '2.5 hours', '80 hours', '1,234 hours')
    """
    size = round(amount) if amount >= 10 else round(amount * 2) / 2
    named = {0: "a few minutes" if amount else "no hours", 0.5: "half an hour", 1: "one hour"}
    return named.get(size, f"{size:,g} hours" if size < 10 else f"{size:,.0f} hours")


def money(amount: float, currency: str = "") -> str:
    """Return an amount of money in whole units, with the code of its currency.

    >>> money(120_000, "EUR"), money(-4_999.6, "JPY"), money(0.2)
    ('EUR 120,000', 'JPY −5,000', '0')
    """
    figure = f"{round(amount):,}".replace("-", "−")
    return f"{currency} {figure}".strip()


def rough_money(amount: float, currency: str = "") -> str:
    """Return an amount that was worked out, to three digits that count.

    >>> rough_money(1_142_857.14, "EUR"), rough_money(-999_900, "USD")
    ('EUR 1,140,000', 'USD −1,000,000')
    """
    return money(float(f"{amount:.3g}"), currency)


def in_words(number: int) -> str:
    """Return a number that stands alone, in words up to ten.

    >>> in_words(0), in_words(3), in_words(12)
    ('none', 'three', '12')
    """
    return ("none", *SMALL[1:])[number] if number < len(SMALL) else str(number)


def count(number: int, noun: str) -> str:
    """Return a number of things, in words up to ten.

    >>> count(1, "task"), count(2, "task"), count(12, "task")
    ('one task', 'two tasks', '12 tasks')
    """
    return f"{in_words(number) if number else 'no'} {noun}{'' if number == 1 else 's'}"


def quoted(name: str) -> str:
    """Return a name in curly quotes, on one line, without a full stop, and cut where it is long.

    >>> quoted("Sprint  planning."), quoted(" ")
    ('“Sprint planning”', 'something without a name')
    >>> quoted("What somebody wrote in a sentence that has no end, and goes on")
    '“What somebody wrote in a sentence that has no end, and goes…”'
    """
    line = " ".join(name.split())
    if not line:
        return "something without a name"
    if len(line) > LONGEST:
        return f"“{_cut(line)}…”"
    return f"“{line.removesuffix('.') if not line.endswith('..') else line}”"


def _cut(line: str) -> str:
    """Return the words of `line` that fit; of one word without an end, what fits."""
    room = line[: LONGEST - 1]
    words = room.rpartition(" ")[0] if line[LONGEST - 1] != " " else room
    return (words if len(words) > LONGEST // 2 else room).rstrip(" ,;:.")


def listed(parts: Sequence[str]) -> str:
    """Return a list as it is said.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def day(when: date, today: date) -> str:
    """Return a day as it is said, with its year if that is not this one.

    >>> day(date(2026, 10, 5), date(2026, 11, 22)), day(date(2025, 1, 31), date(2026, 11, 22))
    ('5 October', '31 January 2025')
    """
    return f"{when.day} {when:%B}" + (f" {when.year}" if when.year != today.year else "")


def sentence(text: str) -> str:
    """Return `text` with its first letter raised."""
    return text[:1].upper() + text[1:]
