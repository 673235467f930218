"""Putting cards in order by asking which of two matters more: a merge sort, replayed.

Nothing of the sort is stored but what was answered. The browser asks and Python reads, so both
replay the same sort over the same answers, and must agree on what comes next:

1. `ids` are the cards, in an order that stays (the rows of the figure `finalists_named`).
2. Sort top-down. A list of one is sorted. Otherwise cut it at `n // 2`, rounded down; sort the
   left part to its end, then the right part, then merge them.
3. Merge by asking for the two heads, as (head of left, head of right). The winner goes next; when
   one side is empty the rest of the other follows. Hence `a` always stands before `b` in `ids`.
4. An answer is a row of `pairs` with `a`, `b` and `winner`, which is one of the two. Its id is
   "<a>:<b>", but `a` and `b` count, not the id. A row whose winner is neither is no answer; where
   two rows have the same `a` and `b`, the later counts. Rows for other pairs are left alone.
5. The first pair in that run without an answer is the next one.
6. Once sorted, five of the n pairs of the run (all, if fewer) are asked again with sides swapped,
   as (b, a): those at the places `i * n // k`, for i from 0 below k = min(5, n), in that order.
   A swapped row never takes part in the sort; it only says how far the answers agree.

Ten cards take at most 25 questions: n⌈lg n⌉ − 2^⌈lg n⌉ + 1 (Knuth, TAOCP 3, 5.2.4).
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Pair = tuple[str, str]
AGAIN = 5
"""So many pairs are asked a second time."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """How far a sort has come.

    Attributes
    ----------
    asked:
        The pairs that the sort went through, in order.
    next:
        The pair it waits for; None once it is through.
    order:
        The cards, what matters most first; None before it is through.
    """

    asked: tuple[Pair, ...]
    next: Pair | None
    order: tuple[str, ...] | None


def replay(ids: Sequence[str], pairs: Iterable[Mapping[str, Any]]) -> Sorted:
    """Return how far the answers in `pairs` sort `ids`."""
    winners, asked, run = _winners(pairs), list[Pair](), _sort(list(ids))
    try:
        pair = next(run)
        while pair in winners:
            asked.append(pair)
            pair = run.send(winners[pair])
    except StopIteration as done:
        return Sorted(tuple(asked), None, tuple(done.value))
    return Sorted(tuple(asked), pair, None)


def sorted_ids(ids: Sequence[str], pairs: Iterable[Mapping[str, Any]]) -> list[str] | None:
    """Return `ids`, what matters most first; None while a pair of the sort is open.

    >>> sorted_ids(["fun", "order"], [{"a": "fun", "b": "order", "winner": "order"}])
    ['order', 'fun']
    """
    order = replay(ids, pairs).order
    return None if order is None else list(order)


def next_pair(ids: Sequence[str], pairs: Iterable[Mapping[str, Any]]) -> Pair | None:
    """Return the next pair to ask, first of the sort, then of those asked again; None at the end.

    >>> next_pair(["fun", "order"], [])
    ('fun', 'order')
    >>> next_pair(["fun", "order"], [{"a": "fun", "b": "order", "winner": "order"}])
    ('order', 'fun')
    """
    rows = list(pairs)
    run, winners = replay(ids, rows), _winners(rows)
    return run.next or next((pair for pair in again(run.asked) if pair not in winners), None)


def again(asked: Sequence[Pair]) -> list[Pair]:
    """Return the pairs to ask a second time, spread over those `asked`, with sides swapped."""
    few = min(AGAIN, len(asked))
    spread = [asked[place * len(asked) // few] for place in range(few)]
    return [(b, a) for a, b in spread]


def agreement(ids: Sequence[str], pairs: Iterable[Mapping[str, Any]]) -> dict[str, int] | None:
    """Return `same` answers `of` so many pairs asked twice; None before any was."""
    rows = list(pairs)
    winners = _winners(rows)
    twice = [(a, b) for b, a in again(replay(ids, rows).asked) if (b, a) in winners]
    same = sum(winners[a, b] == winners[b, a] for a, b in twice)
    return {"same": same, "of": len(twice)} if twice else None


def _winners(pairs: Iterable[Mapping[str, Any]]) -> dict[Pair, str]:
    sides = [(row.get("a"), row.get("b"), row.get("winner")) for row in pairs]
    return {(a, b): winner for a, b, winner in sides if a and b and winner in (a, b)}


def _sort(ids: list[str]) -> Generator[Pair, str, list[str]]:
    """Yield the pairs to compare, be sent the winner of each, and return the order."""
    middle = len(ids) // 2
    if not middle:
        return ids
    left = yield from _sort(ids[:middle])
    right = yield from _sort(ids[middle:])
    merged = []
    while left and right:
        winner = yield left[0], right[0]
        merged.append((left if winner == left[0] else right).pop(0))
    return merged + left + right
