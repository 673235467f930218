"""Journals to make keepsakes of, and what is written in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

from quadrantlib.exercises import CATALOG, by_slug
from quadrantlib.journal import Journal
from quadrantlib.keepsake.blocks import Chapter, Keepsake, Said
from quadrantlib.keepsake.document import keepsake
from quadrantlib.keepsake.wording import printable
from tests.generated import JUNK, answers_to

TODAY = date(2026, 11, 22)
STARTED = "2026-11-03"


def journal(**answers: Any) -> Journal:
    """Return a journal with a round of each exercise that is named; `_` stands for `-`.

    A list holds the answers of several rounds, a month apart, the oldest first.
    """
    rounds = {
        slug.replace("_", "-"): [
            _round(place, each)
            for place, each in enumerate(given if isinstance(given, list) else [given])
        ]
        for slug, given in answers.items()
    }
    value = Journal.new("x" * 22).value
    return Journal({**value, "revision": 1, "rounds": rounds})


def _round(place: int, answers: Mapping[str, Any]) -> dict[str, Any]:
    started = f"2026-{8 + place:02}-03"
    return {
        "id": f"r{place}",
        "started": started,
        "updated": f"{started}T18:04:11Z",
        "answers": answers,
    }


def book(**answers: Any) -> Keepsake:
    """Return the keepsake of such a journal."""
    return keepsake(CATALOG, journal(**answers), TODAY)


def chapter(slug: str, *rounds: Mapping[str, Any]) -> Chapter:
    """Return the chapter of one exercise with these rounds."""
    found = book(**{slug: list(rounds)})
    return next(each for each in found.chapters if each.slug == slug)


def answer(slug: str, name: str, *rounds: Mapping[str, Any]) -> Any:
    """Return the block that holds the answer to a question; None where it is not told."""
    ask = by_slug(slug).question(name).ask
    return next((one.block for one in chapter(slug, *rounds).answers if one.ask == ask), None)


def journals(*, strange: bool = False) -> st.SearchStrategy[Journal]:
    """Draw journals with answers to any questions of a few exercises, in one round or two."""
    slug = st.sampled_from([each.slug for each in CATALOG])
    some = st.lists(slug, min_size=1, max_size=3, unique=True)
    return some.flatmap(
        lambda slugs: st.fixed_dictionaries(
            {
                each: st.lists(
                    answers_to(by_slug(each).questions, JUNK if strange else None),
                    min_size=1,
                    max_size=2,
                )
                for each in slugs
            }
        )
    ).map(lambda given: journal(**given))


def words_in(value: Any) -> Iterator[str]:
    """Yield every text in some JSON, its printable part, without the blanks around it."""
    if isinstance(value, str) and printable(value).strip():
        yield printable(value.strip())
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from words_in(each)


def said_in(found: Keepsake) -> Iterator[Said]:
    """Yield every answer of a keepsake."""
    for each in found.chapters:
        yield from each.answers
        for then in each.earlier:
            yield from then.answers
