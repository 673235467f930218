"""A journal in which every private field sings, and an ear for every way of spelling its songs."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

from quadrantlib.exercises import CATALOG
from quadrantlib.kinds import Beads, Cards, Many, Piles
from quadrantlib.questions import Amount, Choice, Day, Group, Question, Rows, Scale, Words

WORD = "Zyzzyva & <Kanarienvögel>"
CORE = "Zyzzyva"
MONEY = 734251
DAY = "1987-03-14"


def number_for(question: Amount) -> float:
    """Return a number that fits the question, and that nothing else would ever say."""
    return question.most - 0.109375


def answers(questions: Sequence[Question]) -> dict[str, Any]:
    """Return answers in which everything that can carry a canary does; and one unknown field."""
    found: dict[str, Any] = {"salary": MONEY, "diary": WORD}
    for question in questions:
        if isinstance(question, Words):
            found[question.name] = WORD
        elif isinstance(question, Amount):
            found[question.name] = number_for(question)
        elif isinstance(question, Day):
            found[question.name] = DAY
        elif isinstance(question, Group):
            found[question.name] = answers(question.parts)
        elif isinstance(question, Rows):
            found[question.name] = [{"id": "a", **answers(question.columns)}]
        elif isinstance(question, Cards):
            found[question.name] = [WORD]
        elif isinstance(question, Piles):
            found[question.name] = {WORD: question.piles[0].id}
        elif isinstance(question, Beads):
            found[question.name] = {WORD: 1}
    return found


def journal() -> dict[str, Any]:
    """Return a journal of one round of everything."""
    one = {"id": "r1", "started": "2026-11-20", "updated": "2026-11-20T18:04:11Z"}
    rounds = {each.slug: [{**one, "answers": answers(each.questions)}] for each in CATALOG}
    head = {"format": "quadrant-journal", "version": 1, "id": "x" * 22, "revision": 1}
    return {**head, "note": WORD, "rounds": rounds}


def full_journal(name: str = WORD) -> dict[str, Any]:
    """Return a journal in which every private field sings, and every other has an answer."""
    value = journal()
    for exercise in CATALOG:
        (one,) = value["rounds"][exercise.slug]
        one["answers"] = _answered(exercise.questions, one["answers"])
    return value | {"id": name}


def heard(blob: str | bytes) -> list[str]:
    """Return every song that can be heard in `blob`, in any spelling."""
    data = blob.encode("utf-8", "surrogatepass") if isinstance(blob, str) else blob
    return [song for song, spelling in songs() if spelling in data]


@cache
def songs() -> tuple[tuple[str, bytes], ...]:
    """Return every song with each of its spellings, as bytes."""
    amounts = {
        number_for(q) for e in CATALOG for q in _inside(e.questions) if isinstance(q, Amount)
    }
    texts = {WORD, CORE, DAY, *_written(MONEY), *(t for n in amounts for t in _written(n))}
    return tuple((text, spelling) for text in sorted(texts) for spelling in set(_spelled(text)))


def _written(number: float) -> Iterator[str]:
    yield from (f"{number}", f"{number:,}", f"{number:,}".replace(",", "\u202f"))
    yield from (f"{number:,}".replace(",", " "), f"{number:,}".replace(",", "."), f"{number:e}")
    mantissa, exponent = f"{number:.15e}".split("e")
    short = mantissa.rstrip("0")
    yield from (f"{short}e{int(exponent)}", f"{short}e{exponent}", f"{short}E{int(exponent)}")
    if number >= 100_000:
        yield f"{number / 1000:.0f}k"


def _spelled(text: str) -> Iterator[bytes]:
    for written in (
        text,
        json.dumps(text)[1:-1],
        html.escape(text),
        quote(text),
        ascii(text)[1:-1],
    ):
        yield written.encode()
    yield from (text.encode("utf-16-le"), text.encode("utf-16-be"))
    yield from (text.encode().hex().encode(), text[::-1].encode())
    for before in range(3):  # wherever the text may begin in what was encoded
        coded = base64.b64encode(b"\0" * before + text.encode())
        middle = coded[4 if before else 0 : -4]
        if len(middle) >= 8:
            yield middle


def _chosen(question: Question, value: Any) -> Any:
    """Return `value` with every choice in it made, so that there is something to hand over."""
    if isinstance(question, Choice):
        return question.options[0].id
    if isinstance(question, Many):
        return [question.options[0].id]
    if isinstance(question, Scale):
        return question.high
    if isinstance(question, Rows):
        return [{**value[0], **_answered(question.columns, value[0])}]
    return _answered(question.parts, value or {}) if hasattr(question, "parts") else value


def _answered(questions: Sequence[Question], answers: dict[str, Any]) -> dict[str, Any]:
    made = {q.name: _chosen(q, answers.get(q.name)) for q in questions}
    return answers | {name: value for name, value in made.items() if value is not None}


def _inside(questions: Sequence[Question]) -> Iterator[Question]:
    from quadrantlib.questions import walk

    return walk(tuple(questions))
