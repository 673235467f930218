"""What a report says: only what the bands allow, of what may be shown, and always enough to talk.

Seen to fail with its guard taken out: what is withheld (`figure.shown` no longer asked for in
`Found`), groups that differ (`apart` always true), answers too few (`REPORT` set to 1), the order
of answers (not sorted), what cannot be seen (`visible` left out).
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quadrantlib.exercises import CATALOG
from quadrantlib.published import Group
from quadrantlib.reporting import quotes, room
from quadrantlib.reporting.clauses import CLAUSES
from quadrantlib.reporting.cover import cover
from quadrantlib.reporting.desk import CHAPTER, Desk
from quadrantlib.reporting.found import Found
from quadrantlib.rules import TOO_CLOSE
from tests.reports import (
    MEANS,
    SHARES,
    changed,
    figure,
    found,
    grouped,
    published,
    withheld,
)

FIGURES = ("map", "values", "motion", "way", "needs", "keeping", "changes")
every_chapter = pytest.mark.parametrize("name", CHAPTER)


def said(chapter) -> str:
    """All words of a chapter that come from figures."""
    if chapter is None:
        return ""
    pictures = [words for one in chapter.pictures for words in (one.title, one.sentence)]
    cells = [cell for one in chapter.pictures for row in one.table.rows for cell in row]
    sheets = [cell for one in chapter.sheets for row in one.table.rows for cell in row]
    asked = [words for one in chapter.questions for words in (one.ask, one.because)]
    return "\n".join((*pictures, *cells, *chapter.says, *sheets, *asked))


def test_every_answer_that_people_give_has_words_for_several_of_them() -> None:
    told = {
        name: {item.id for item in share.items}
        for name, share in SHARES.items()
        if share.kind in {"one", "several"} and name != "cards"
    }
    assert {name: set(words) for name, words in CLAUSES.items()} == told


def test_the_map_tells_where_the_hours_were_and_what_one_would_be_glad_to_lose() -> None:
    chapter = CHAPTER["map"](found(12))
    assert chapter.pictures[0].title == "About 45 % of your hours were hard and assigned"
    assert "About 25 % of the hours would be a relief to lose." in chapter.pictures[0].sentence
    assert ("Hard and chosen", "under 15 %") in chapter.pictures[0].table.rows


def test_few_people_are_told_in_words_and_many_in_percent() -> None:
    few, many = (CHAPTER["way"](found(people)) for people in (12, 40))
    assert few.pictures[1].title == "Most of you are drifting"
    assert many.pictures[1].title == "About 60 % of you are drifting"


def test_motion_and_moments_stand_side_by_side() -> None:
    chapter = CHAPTER["motion"](found(12))
    assert chapter.pictures[0].title == "Motion 11.4 of 20, moments 1.9 of 5"
    assert (
        "Motion is in the upper half of its range here, and moments are in the lower."
        in chapter.says
    )


def test_cards_are_told_only_where_they_are_shown() -> None:
    assert CHAPTER["values"](found(12)).sheets == ()
    sheet = CHAPTER["values"](found(40)).sheets[0]
    assert sheet.table.rows[0] == ("Autonomy", "45 %")
    assert "It waits for 20 people." in CHAPTER["values"](found(12)).withheld[0]


def test_answers_that_nearly_nobody_gave_share_a_row_and_keep_their_place_in_the_table() -> None:
    picture = CHAPTER["keeping"](found(12)).pictures[-1]
    words = [mark.text for mark in picture.marks if hasattr(mark, "text")]
    assert "Each of the other six" in words
    assert len(picture.table.rows) == len(SHARES["verdict"].items)


def test_what_is_withheld_says_why_once_and_is_told_nowhere_else() -> None:
    held = tuple(withheld("direction", each) for each in ("drifting", "walking"))
    chapter = CHAPTER["way"](found(12, extra=held))
    line = f"Toward the reason, or away from it, “Toward it” and “I am drifting”. {TOO_CLOSE}"
    assert chapter.withheld == (line,)
    assert "drifting" not in said(chapter)


@every_chapter
def test_a_report_in_which_all_is_withheld_still_says_why(name: str) -> None:
    held = tuple(
        withheld(share, item.id, kind="share" if item.most == 1 else "mean")
        for share in MEANS
        for item in SHARES[share].items
    )
    chapter = CHAPTER[name](found(12, means={}, extra=held))
    if name in FIGURES and name != "changes":
        assert chapter.withheld
        assert not chapter.pictures
    if name == "room":
        assert len(chapter.questions) == 3


@every_chapter
def test_a_report_without_any_figure_leaves_a_chapter_out(name: str) -> None:
    chapter = CHAPTER[name](found(12, means={}))
    assert (chapter is None) == (name not in {"room", "protection"})


def drawn():
    """Published figures, any of them withheld or left out."""
    items = [(share, item) for share in MEANS for item in SHARES[share].items]

    def one(share: str, item):
        mean = st.floats(0, item.most, allow_nan=False)
        shown = mean.map(lambda each: figure(SHARES[share], item, each, 12))
        held = st.just(withheld(share, item.id, kind="share" if item.most == 1 else "mean"))
        way = st.sampled_from(["lower", "about the same", "higher"])
        return st.lists(
            st.one_of(shown, shown, held, way.map(lambda w: changed(share, item.id, w))),
            max_size=2,
            unique_by=lambda each: each.kind == "change",
        )

    each = [one(share, item) for share, item in items if share != "cards"]
    return st.tuples(*each).map(lambda lists: tuple(figure for found in lists for figure in found))


@settings(max_examples=30)
@given(drawn())
def test_any_figures_can_be_told(figures) -> None:
    opened = Found(published(12, means={}, extra=figures), CATALOG)
    for name, chapter in CHAPTER.items():
        for picture in told.pictures if (told := chapter(opened)) else ():
            assert picture.title
            assert picture.sentence.endswith(".")
            assert picture.table.rows
            assert all(len(row) == len(picture.table.header) for row in picture.table.rows), name


@settings(max_examples=30)
@given(drawn(), st.floats(0, 1))
def test_what_is_withheld_says_nothing_of_where_it_lies(figures, high: float) -> None:
    moved = tuple(replace(each, high=high) if each.withheld else each for each in figures)
    one, other = (Found(published(12, means={}, extra=each), CATALOG) for each in (figures, moved))
    for chapter in CHAPTER.values():
        assert chapter(one) == chapter(other)


@settings(max_examples=30)
@given(drawn())
def test_there_are_always_three_questions_and_no_two_are_the_same(figures) -> None:
    asked = room.chapter(Found(published(12, means={}, extra=figures), CATALOG)).questions
    assert len({each.ask for each in asked}) == 3


def test_questions_come_from_the_figures_that_tell_most() -> None:
    asked = room.chapter(found(12)).questions
    assert asked[0].because == "Most of you are drifting."
    assert all(each.because for each in asked)
    calm = found(12, means={"direction": {"walking": 0.9, "drifting": 0.05, "changed": 0.05}})
    assert "What keeps you walking that way" in room.chapter(calm).questions[0].ask


def test_groups_stand_in_a_table_each_and_differ_only_where_they_surely_do() -> None:
    chapter = CHAPTER["map"](grouped())
    assert chapter.sheets[0].table.header == ("", "Everybody", "Search", "Data & tools")
    assert chapter.sheets[0].table.rows[0] == ("Hard and assigned", "45 %", "60 %", "25 %")
    line = "Where the hours went, “hard and assigned”: about 60 % in Search, about 25 % in Data"
    assert any(each.startswith(line) for each in chapter.says)


def test_groups_whose_bands_touch_do_not_differ() -> None:
    drifting = next(item for item in SHARES["direction"].items if item.id == "drifting")
    split = tuple(
        figure(SHARES["direction"], drifting, mean, 10, group=group)
        for group, mean in (("search", 0.9), ("data", 0.5))
    )
    groups = (Group("search", "Search", 10), Group("data", "Data", 10))
    chapter = CHAPTER["way"](found(20, extra=split, groups=groups))
    assert chapter.sheets[0].table.rows[1][2:] == ("most", "about half")
    assert not [line for line in chapter.says if "Search" in line]


def test_changes_are_told_as_ways_and_never_as_numbers() -> None:
    moved = (changed("relief", "relief", "lower"), changed("regions", "hard_assigned", "lower"))
    same = changed("direction", "drifting", "about the same")
    chapter = CHAPTER["changes"](found(12, extra=(*moved, same), since="2026-05", wave=2))
    title = "Hours hard and assigned and hours that would be a relief to lose went lower"
    assert chapter.pictures[0].title == title
    assert len(chapter.pictures[0].table.rows) == 3
    assert chapter.says == ("11 of you were there both times.",)
    quiet = CHAPTER["changes"](found(12, extra=(same,), since="2026-05", wave=2))
    assert quiet.pictures == ()
    assert quiet.sheets[0].title == "About the same as last time"


def test_rows_that_say_the_same_of_every_group_are_told_as_one() -> None:
    """Nobody reads eight rows of few; what differs stands on its own."""
    needs = SHARES["unmet"].items
    few = dict.fromkeys((item.id for item in needs), 0.1)
    said = tuple(
        figure(SHARES["unmet"], item, mean, 10, group=group)
        for group, means in (("search", few), ("data", few | {needs[1].id: 0.9}))
        for item, mean in zip(needs, means.values(), strict=True)
    )
    groups = (Group("search", "Search", 10), Group("data", "Data", 10))
    chapter = CHAPTER["needs"](found(20, means={"unmet": few}, extra=said, groups=groups))
    rows = chapter.sheets[0].table.rows
    assert [row[0] for row in rows] == [
        needs[1].label.capitalize(),
        f"Each of the other {['seven', 'eight', 'nine'][len(needs) - 8]}",
    ]
    assert rows[1][2:] == ("few", "few")


def test_of_a_whole_more_of_one_and_less_of_another_is_one_move() -> None:
    went = (
        changed("direction", "walking", "higher"),
        changed("direction", "drifting", "lower"),
        changed("relief", "relief", "lower"),
    )
    chapter = CHAPTER["changes"](found(12, extra=went, since="2026-05", wave=2))
    assert chapter.pictures[0].title == "Two things moved since last time"
    assert len(chapter.pictures[0].table.rows) == 3


ANSWERS = ["b", "A", "c", "d", "e", "f", "g", "H"]


def test_answers_in_words_wait_for_eight_people() -> None:
    few = quotes.chapter("What should we stop?", ANSWERS[:7], 7)
    assert few.quotes == ()
    assert "Fewer than 8 of you" in few.withheld[0]
    assert quotes.chapter("What should we stop?", ANSWERS, 8).quotes == tuple("AbcdefgH")
    assert quotes.chapter("", ANSWERS, 8) is None


@given(st.permutations(ANSWERS))
def test_the_order_of_answers_says_nothing_of_whose_they_are(answers) -> None:
    assert quotes.chapter("Why?", answers, 8) == quotes.chapter("Why?", ANSWERS, 8)


def test_what_cannot_be_seen_is_taken_out_of_answers() -> None:
    odd = [*ANSWERS, "safe\u202egnihtyna\u200b\x1b[2J"]
    assert "safegnihtyna[2J" in quotes.chapter("Why?\u200f", odd, 9).quotes
    assert quotes.chapter("Why?\u200f", odd, 9).title == "Why?"


def test_the_cover_counts_people_and_owns_up_to_files_that_are_missing() -> None:
    front = cover(found(12), turned=2)
    assert front.line == "12 people · November 2026"
    assert "Two files could not be taken in" in front.lead
    assert "could not be taken in" not in cover(found(12)).lead


def test_only_the_rules_that_were_applied_are_told() -> None:
    chapter = CHAPTER["protection"](found(12, rules=("One.", "Two.")))
    assert chapter.points == ("One.", "Two.")


def test_a_desk_says_nothing_of_its_figures_in_its_repr() -> None:
    desk = Desk(found(12))
    assert "45 %" not in repr(desk) + repr(desk.show("map"))
