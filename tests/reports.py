"""Made-up published figures, for tests of what a report says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quadrantlib import bands
from quadrantlib.exercises import CATALOG
from quadrantlib.published import Figure, Group, Published
from quadrantlib.reporting.found import Found
from quadrantlib.rules import TOO_CLOSE, in_words
from quadrantlib.shares import Item, Share

SHARES = {share.name: share for each in CATALOG for share in each.shares}
MEANS: Mapping[str, Mapping[str, float]] = {
    "regions": {
        "hard_assigned": 44,
        "easy_assigned": 22,
        "easy_chosen": 14,
        "hard_chosen": 12,
        "on_the_line": 8,
    },
    "relief": {"relief": 27},
    "holds": {"yes": 0.3, "partly": 0.5, "no": 0.2},
    "direction": {"walking": 0.35, "drifting": 0.58, "changed": 0.07},
    "motion": {"motion": 11.4},
    "moments": {"moments": 1.9},
    "signs": {"signs": 1.4},
    "circle": {
        "self_direction": 0.66,
        "benevolence": 0.75,
        "conformity_tradition": 0.2,
        "achievement": 0.5,
        "security": 0.42,
        "unassigned": 0.5,
    },
    "cards": {"honesty": 0.4, "autonomy": 0.45, "growth": 0.36, "family": 0.3},
    "role": {"leading": 0.25, "sharing": 0.5, "supporting": 0.25},
    "unmet": {"recovery": 0.6, "recognition": 0.4, "meaning": 0.2, "autonomy": 0.3},
    "verdict": {"treadmill": 0.3, "too_early": 0.4, "moving_toward": 0.3},
    "deposited": {"deposited": 36},
    "days": {"none": 0.4, "1-7": 0.4, "8-14": 0.2, "15+": 0.0},
}
"""Share → item → mean contribution; 0 where nothing is said."""


def figure(share: Share, item: Item, mean: float, people: int, **more: Any) -> Figure:
    """A figure as it would be published."""
    told = bands.band(item, people, round(mean * people), 0.5)
    ends = float(told.low / item.most), float(told.high / item.most)
    kind = "share" if item.most == 1 else "mean"
    fields = {"group": "", "kind": kind, "people": people, "shown": told.shown} | more
    return Figure(share.name, item.id, low=ends[0], high=ends[1], **fields)


def withheld(name: str, item: str, why: str = TOO_CLOSE, **more: Any) -> Figure:
    """A figure that is held back."""
    fields = {"group": "", "kind": "share", "people": 12, "shown": ""} | more
    return Figure(name, item, low=0.0, high=1.0, withheld=why, **fields)


def changed(name: str, item: str, shown: str) -> Figure:
    """How a figure changed since the wave before."""
    low, high = {"lower": (-1, -0.05), "about the same": (-0.15, 0.15), "higher": (0.05, 1)}[shown]
    return Figure(name, item, "", "change", 11, shown, low, high)


def published(people: int = 12, means: Any = MEANS, extra: tuple[Figure, ...] = (), **more: Any):
    """All that a report may say of a made-up cohort; `extra` figures stand for those they name."""
    told = {(each.share, each.item) for each in extra if not each.group and each.kind != "change"}
    figures = [each for each in _figures(people, means) if (each.share, each.item) not in told]
    fields: dict[str, Any] = {
        "cohort": "Platform, autumn",
        "month": "2026-11",
        "since": "",
        "wave": 1,
        "people": people,
        "ask": "",
        "groups": (),
        "figures": (*figures, *extra),
        "notes": (),
        "rules": in_words(["report", "nobody", "bands", "audit", "withheld", "limits"]),
        "question": "",
        "answered": 0,
        "answers": (),
    }
    return Published(**(fields | more))


def found(people: int = 12, **more: Any) -> Found:
    """The same, opened."""
    return Found(published(people, **more), CATALOG)


def grouped(people: int = 40) -> Found:
    """A cohort with a breakdown in which two groups differ."""
    regions = SHARES["regions"]
    items = {item.id: item for item in regions.items}
    split = tuple(
        figure(regions, items[item], mean, size, group=group)
        for group, size, means in (
            ("search", 22, {"hard_assigned": 60, "hard_chosen": 5}),
            ("data", 18, {"hard_assigned": 25, "hard_chosen": 30}),
        )
        for item, mean in means.items()
    )
    groups = (Group("search", "Search", 22), Group("data", "Data & tools", 18))
    return found(people, extra=split, groups=groups, ask="Which team are you in?")


def _figures(people: int, means: Any) -> Iterator[Figure]:
    for name, given in means.items():
        share = SHARES[name]
        if name == "cards" and people < 20:
            yield from (withheld(name, each.id, "It waits for 20 people.") for each in share.items)
            continue
        for item in share.items:
            yield figure(share, item, given.get(item.id, 0), people)
