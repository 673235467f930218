"""What past years say of your number, once somebody has brought them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from quadrantlib.errors import Refused
from quadrantlib.exercise import Reading
from quadrantlib.exercises.your_number.history import history
from quadrantlib.exercises.your_number.replay import Start, Timing, replay
from quadrantlib.exercises.your_number.stand import RATE, said
from quadrantlib.exercises.your_number.wording import rate
from quadrantlib.phrases import count
from quadrantlib.questions import Answers

STOCKS, YEARS = 0.6, 30
HARDEST = 3


def heard(text: str, answers: Answers) -> Reading:
    """Return how often your number would have lasted in the years that `text` holds.

    Parameters
    ----------
    text:
        A CSV table: `year`, `stocks_nominal`, `bonds_nominal`, `inflation`, as fractions.
    answers:
        Those of the round: `w`, `stocks`, `replay_years` and `timing`, each with its usual value.

    Returns
    -------
    Reading
        Figures: `starts` and `lasted`, how many years one could have begun in and in how many of
        them it never ran short; `years`, `w`, `stocks`, `timing`; `worst`, rows with `year`,
        `short` (in which year of living on it, None if never) and `bearable` (the largest w that
        would have lasted), the hardest first.

    Raises
    ------
    Refused
        If the file cannot be read, or holds too few years.
    """
    past = history(text)
    w, stocks = said("w", answers), said("stocks", answers)
    w, stocks = RATE if w is None else w, STOCKS if stocks is None else stocks
    years = round(said("replay_years", answers) or YEARS)
    timing: Timing = said("timing", answers) or "start"
    if len(past) < years:
        raise _too_short(len(past), years)
    starts = replay(past, w, years, stocks, timing)
    worst = sorted(starts, key=lambda each: (each.bearable, each.year))[:HARDEST]
    lived = {"years": years, "w": w, "stocks": stocks, "timing": timing}
    return Reading(
        figures={**lived, **_figures(starts, worst)},
        says=tuple(_says(starts, worst, years, w)),
        aside=tuple(_aside(worst, stocks, timing)),
    )


def _figures(starts: Sequence[Start], worst: Sequence[Start]) -> dict[str, Any]:
    return {
        "starts": len(starts),
        "lasted": sum(each.short is None for each in starts),
        "worst": [asdict(each) for each in worst],
    }


def _too_short(held: int, years: int) -> Refused:
    return Refused(
        f"That file holds {count(held, 'year')}, and {count(years, 'year')} are to be lived "
        "through.",
        "Nothing of it was kept, and your answers are as they were.",
        "Bring a longer one, or choose fewer years.",
    )


def _says(starts: Sequence[Start], worst: Sequence[Start], years: int, w: float) -> Iterator[str]:
    lasted = sum(each.short is None for each in starts)
    span = f"{starts[0].year}" + (f" to {starts[-1].year}" if len(starts) > 1 else "")
    yield (
        f"Living on {rate(w)} of it a year, rising with prices, for {count(years, 'year')}: "
        f"from {lasted} of {len(starts)} {'start' if len(starts) == 1 else 'starts'}, {span}, "
        "it never ran short."
    )
    yield f"The hardest: {'; '.join(_told(each) for each in worst)}."
    yield "Past years are not the next ones. It is our own arithmetic, and no advice."


def _told(start: Start) -> str:
    end = "which lasted" if start.short is None else f"which ran short in year {start.short}"
    return f"{start.year}, {end} and would have borne {rate(round(start.bearable, 4))} a year"


def _aside(worst: Sequence[Start], stocks: float, timing: str) -> Iterator[str]:
    yield (
        f"Counted with {rate(stocks)} in stocks and the rest in bonds, put back to that every "
        f"year; each year’s money is taken out at its {timing}, and rises with prices."
    )
    if worst[0].short is None:
        yield "No start in these years ran short. Other countries and times had harder ones."
