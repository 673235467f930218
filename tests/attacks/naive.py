"""The report that everybody writes first: exact means, wherever at least five answered.

It is the yardstick: what the attacker finds here shows that the attacker can find something.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from tests.attacks.cohorts import SHARES, Handed

FEWEST = 5
HEADER = ("share", "item", "group", "kind", "people", "shown", "from", "to", "withheld")


def publish(files: Sequence[Handed], fewest: int = FEWEST) -> str:
    """Write the table for everybody and for each group, means to one decimal."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEADER)
    for group in ("", *sorted({each.group for each in files} - {""})):
        table.writerows(_rows(group, [e for e in files if group in ("", e.group)], fewest))
    return out.getvalue()


def _rows(group: str, files: Sequence[Handed], fewest: int) -> Iterator[tuple[object, ...]]:
    for share in SHARES:
        given = [share.contributions(e.shares[share.name]) for e in files if share.name in e.shares]
        if len(given) < fewest:
            continue
        for item in share.items:
            mean = sum(each[item.id] for each in given) / len(given)
            half = 0.05 if item.most > 1 else 0.005
            ends = max(0, mean - half) / item.most, min(item.most, mean + half) / item.most
            kind = "mean" if item.most > 1 else "share"
            yield share.name, item.id, group, kind, len(given), "see ends", *ends, ""
