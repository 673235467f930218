"""The fields of the reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quadrantlib.exercise import Round
from quadrantlib.exercises.values import circle, questions, sorting
from quadrantlib.exercises.values.cards import Hand, Row, hand_in, rows_in
from quadrantlib.exercises.values.deck import LADDER
from quadrantlib.questions import Answers, answered

Figures = dict[str, Any]


def figures(answers: Answers, earlier: Sequence[Round]) -> Figures:
    """Return every field that can be said; what cannot is absent.

    Returns
    -------
    dict
        JSON-ready. A row has `id` and `name`; shares are fractions.

        `left`: how many cards of the chosen deck lie on no pile yet.
        `very`, `finalists_named`, `top_named`, `core_named`: rows, one narrower than the other; the
        first two in the order of dealing, the last two with what matters most first.
        `top`, `core`: the ids alone.
        `circle`: region → share of the finalists, `unassigned` too; they sum to 1.
        `circle_cards`: the finalists as rows, each with its `region` and its `place` among the
        five, from 1, or None.
        `tensions`: see `circle.tensions`.
        `ladder_defaults`, `defaults_kept`: rows of the ladder's cards among the finalists; of those
        kept each with `whose`, None where nothing was said.
        `core_ways`: rows of the core, each with `behaviors` (a list) and `slippery`, or None.
        `ways`: those behaviors as rows, to take one up; `small_thing`: what was taken up, as text.
        `option_checks`: rows to hold an option against a value, id `<option>.<card>`.
        `options`: rows, each with `fits` (card → −2 … +2, as far as said) and their sum `fit`.
        `paired`, `agreement`: rows of the first five as the pairs have them; `same` answers `of` so
        many asked twice.
        `kept`: `since` a date, the rows that `stayed`, `came` and `went`, and `of` how many.
    """
    hand = hand_in(answers)
    found = {
        "left": hand.left if hand.piles else None,
        **_chosen(hand),
        **_circle(hand),
        **_pairs(hand, answers),
        **_lived(hand, answers),
        **_decided(hand, answers),
        "kept": _kept(hand, earlier),
    }
    return {name: value for name, value in found.items() if value not in (None, [], {})}


def _chosen(hand: Hand) -> Figures:
    return {
        "very": hand.rows(hand.very),
        "finalists_named": hand.rows(hand.finalists),
        "top": list(hand.top),
        "top_named": hand.rows(hand.top),
        "core": list(hand.core),
        "core_named": hand.rows(hand.core),
        "ladder_defaults": hand.rows(_ladder(hand)),
    }


def _ladder(hand: Hand) -> list[str]:
    return [card for card in LADDER if card in hand.finalists]


def _circle(hand: Hand) -> Figures:
    places = {card: place for place, card in enumerate(hand.top, 1)}
    rows = [
        row | {"region": circle.region(row["id"]), "place": places.get(row["id"])}
        for row in hand.rows(hand.finalists)
    ]
    return {
        "circle": circle.shares(hand.finalists),
        "circle_cards": rows,
        "tensions": circle.tensions(hand.rows(hand.finalists)),
    }


def _pairs(hand: Hand, answers: Answers) -> Figures:
    pairs = rows_in(questions.PAIRS, answers)
    agreed = sorting.agreement(hand.finalists, pairs)
    return {"paired": hand.rows(hand.paired), "agreement": agreed}


def _lived(hand: Hand, answers: Answers) -> Figures:
    said = {row["id"]: row for row in rows_in(questions.CORE_WAYS, answers)}
    ways = [_way(row, said.get(row["id"], {})) for row in hand.rows(hand.core)]
    whose = {row["id"]: row.get("whose") for row in rows_in(questions.DEFAULTS, answers)}
    return {
        "core_ways": ways,
        "ways": [
            {"id": f"{way['id']}.{place}", "name": behavior}
            for way in ways
            for place, behavior in enumerate(way["behaviors"])
        ],
        "defaults_kept": [
            row | {"whose": whose.get(row["id"])} for row in hand.rows(_ladder(hand))
        ],
        "small_thing": (answered(questions.SMALL_THING, answers) or "").strip() or None,
    }


def _decided(hand: Hand, answers: Answers) -> Figures:
    options = [row for row in rows_in(questions.OPTIONS, answers) if row.get("name", "").strip()]
    fits = {row["id"]: row.get("fit") for row in rows_in(questions.HOLDS, answers)}
    top = hand.rows(hand.top)
    return {
        "option_checks": [_check(option, card) for option in options for card in top],
        "options": [_option(option, hand, fits) for option in options if top],
    }


def _way(core: Row, said: Row) -> Row:
    done = [said.get(name, "").strip() for name in ("behavior", "other_behavior")]
    slippery = said.get("slippery", "").strip() or None
    return core | {"behaviors": [each for each in done if each], "slippery": slippery}


def _check(option: Row, card: Row) -> Row:
    return {"id": f"{option['id']}.{card['id']}", "name": f"{option['name']} — {card['name']}"}


def _option(option: Row, hand: Hand, fits: Row) -> Row:
    held = {card: fits.get(f"{option['id']}.{card}") for card in hand.top}
    said = {card: fit for card, fit in held.items() if fit is not None}
    own = {"id": option["id"], "name": option["name"]}
    return own | {"fits": said, "fit": sum(said.values()) if said else None}


def _kept(hand: Hand, earlier: Sequence[Round]) -> Figures | None:
    """Return what stayed among the five since the newest earlier round that has any."""
    hands = [(each, hand_in(each.answers)) for each in reversed(earlier)]
    last, before = next(((each, then) for each, then in hands if then.top), (None, hand))
    if last is None or not hand.top:
        return None
    return {
        "since": last.started.isoformat(),
        "stayed": hand.rows(card for card in hand.top if card in before.top),
        "came": hand.rows(card for card in hand.top if card not in before.top),
        "went": before.rows(card for card in before.top if card not in hand.top),
        "of": len(before.top),
    }
