"""What may be said is a table that anybody can read, and JSON that comes back as it was."""

from __future__ import annotations

import csv

from quadrantlib import published
from quadrantlib.published import COLUMNS, Figure
from tests.handed import TEAMS, handed, level
from tests.handed import published as made

FILES = [*level(range(12), team="search"), *level(range(12, 24), team="pay")]
FOUND = made([*FILES, handed(30, team="pay", relief=5)], by=TEAMS).published


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(published.to_csv(FOUND).splitlines()))


def test_the_table_has_a_row_for_each_figure() -> None:
    assert published.to_csv(FOUND).splitlines()[0] == ",".join(COLUMNS)
    assert [(row["share"], row["item"], row["group"]) for row in rows()] == [
        (each.share, each.item, each.group) for each in FOUND.figures
    ]


def test_a_row_says_what_is_shown_and_what_follows_at_most() -> None:
    (row,) = (row for row in rows() if (row["share"], row["group"]) == ("motion", "search"))
    (figure,) = FOUND.of("motion", "search")
    assert (row["shown"], row["kind"], row["people"]) == (figure.shown, "mean", "12")
    assert (float(row["from"]), float(row["to"])) == (figure.low, figure.high)


def test_a_number_that_is_not_told_is_words() -> None:
    people = {(row["share"], row["group"]): row["people"] for row in rows()}
    assert people["motion", "pay"] == "nearly all"
    assert people["relief", ""] == "too few"


def test_what_is_withheld_says_why_and_shows_nothing() -> None:
    (relief,) = (row for row in rows() if (row["share"], row["group"]) == ("relief", ""))
    assert relief["withheld"] == "Fewer than 7 people handed this over."
    assert (relief["shown"], relief["from"], relief["to"]) == ("", "0", "1")


def test_everything_comes_back_from_json() -> None:
    assert published.loads(published.dumps(FOUND)) == FOUND


def test_figures_are_looked_up_by_share_and_group() -> None:
    assert [each.item for each in FOUND.of("direction")] == ["walking", "drifting", "changed"]
    assert FOUND.of("motion", change=True) == ()
    assert all(isinstance(each, Figure) for each in FOUND.of("unmet", "pay"))
