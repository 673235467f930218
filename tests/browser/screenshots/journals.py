"""Journals as people leave them: a believable month, and the ones that try a page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

Answers = Mapping[str, Any]
TODAY = datetime.now().astimezone().date()

# name · if gone · who put it there · chosen · hard · hours · for work · anyway
Line = tuple[str, int, str, float, float, float, str, str | None]
MONTH: tuple[Line, ...] = (
    ("The billing migration", -1, "assigned", 1.4, 8.3, 88, "yes", "no"),
    ("Sprint meetings", 0, "inherited", 1.9, 3.2, 26, "yes", None),
    ("On-call week", -1, "escalated", 0.8, 7.2, 36, "yes", "unsure"),
    ("Support tickets", 0, "filed", 3.1, 2.2, 18, "yes", None),
    ("Reviewing Ana’s design", 1, "chosen", 7.4, 6.3, 12, "yes", None),
    ("Evenings with the kids", 1, "chosen", 9.1, 3.9, 42, "no", None),
    ("Cooking and shopping", 0, "inherited", 5.6, 2.6, 30, "no", None),
    ("Driving my father", 1, "inherited", 4.2, 6.4, 14, "no", "yes"),
    ("Phone in bed", -1, "chosen", 6.3, 0.6, 22, "no", None),
    ("Learning the cello", 1, "chosen", 9.4, 8.1, 9, "no", None),
)
LONG = "Untangling the quarterly reporting mess."
ELSEWHERE = (
    (
        "اجتماعات التخطيط الأسبوعية",
        "الاعتناء بوالدتي",
        "كتابة التقارير الشهرية للإدارة",
        "تعلّم العود",
    ),
    ("四半期計画の会議とその準備", "照顾父母", "写项目周报和月度总结材料", "학교 행사 준비"),
)


def task(line: Line, row_id: str) -> dict[str, Any]:
    """Return a row with every answer but those that are None."""
    names = ("name", "if_gone", "origin", "autonomy", "difficulty", "hours", "for_work", "anyway")
    found = dict(zip(names, line, strict=True))
    return {"id": row_id} | {name: value for name, value in found.items() if value is not None}


def tasks(lines: Sequence[Line] = MONTH) -> list[dict[str, Any]]:
    """Return rows for `lines`."""
    return [task(line, f"task{number}") for number, line in enumerate(lines)]


def without(rows: Sequence[Mapping[str, Any]], *names: str) -> list[dict[str, Any]]:
    """Return the rows as they were before these columns were asked."""
    return [{key: value for key, value in row.items() if key not in names} for row in rows]


def asked() -> list[dict[str, Any]]:
    """Return the rows as they were before anything but the names was asked."""
    return [{"id": row["id"], "name": row["name"]} for row in tasks()]


def named(names: Sequence[str], lines: Sequence[Line] = MONTH) -> list[dict[str, Any]]:
    """Return the month with other names on its first tasks."""
    renamed = [(name, *line[1:]) for name, line in zip(names, lines, strict=False)]
    return tasks([*renamed, *lines[len(renamed) :]])


def month(days_ago: int = 0, **changes: Any) -> dict[str, Any]:
    """Return a round of a month with everything in it, `changes` put in its place."""
    full = {
        "guess": 2.5,
        "tasks": tasks(),
        "belongs": "A talk about what we learned, for people who were not there.",
        "claim": {
            "what": "The cello, with the door shut",
            "when": saturday().isoformat(),
            "place": "In the study",
        },
        "portion": 5,
    }
    answers = {name: value for name, value in (full | changes).items() if value is not None}
    return written(answers, days_ago)


def written(answers: Answers, days_ago: int = 0, row_id: str = "") -> dict[str, Any]:
    """Return a round with these answers, begun so many days ago."""
    started = TODAY - timedelta(days=days_ago)
    return {
        "id": row_id or f"round{days_ago}",
        "started": started.isoformat(),
        "updated": f"{started.isoformat()}T18:04:11+00:00",
        "answers": dict(answers),
    }


def saturday() -> date:
    """Return the next one, which may be today."""
    return TODAY + timedelta(days=(5 - TODAY.weekday()) % 7)


def five() -> list[dict[str, Any]]:
    """Return five rounds, four weeks apart, in which some things move."""
    rounds = []
    for back in range(4, -1, -1):
        rows = [row | moved(row, back) for row in tasks()]
        kept = {"claim_kept": "yes"} if back else {}
        rounds.append(month(back * 28, tasks=rows, **kept))
    return rounds


def moved(row: Mapping[str, Any], back: int) -> dict[str, float]:
    """Return where a task lay and how long it took so many rounds ago."""
    if row["id"] not in {"task0", "task2", "task7", "task9"}:
        return {}
    pull = 0.9 * back if row["autonomy"] > 4 else -0.2 * back
    return {
        "autonomy": round(min(10, max(0, row["autonomy"] - pull)), 1),
        "hours": row["hours"] + 6 * back,
    }


def day(days_ago: int) -> str:
    """Return the day so many days ago."""
    return (TODAY - timedelta(days=days_ago)).isoformat()


def claim(days_ago: int) -> dict[str, str]:
    """Return thirty minutes that were to be so many days ago."""
    return {"what": "The cello, with the door shut", "when": day(days_ago)}


def journal(*rounds: Mapping[str, Any], version: int = 1) -> str:
    """Return a journal with these rounds of the ten tasks, oldest first, as text."""
    return whole({"ten-tasks": rounds}, version)


def whole(rounds: Mapping[str, Sequence[Mapping[str, Any]]], version: int = 1) -> str:
    """Return a journal with these rounds, by exercise, as text."""
    value = {
        "format": "quadrant-journal",
        "version": version,
        "id": "a-journal-for-pictures",
        "revision": 7,
        "rounds": rounds,
    }
    return json.dumps(value, ensure_ascii=False, indent=1)
