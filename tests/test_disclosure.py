"""Worked cases: what follows from a few figures, by hand, and what the audit makes of them.

Each guard was taken out once, in turn, and a test here failed, or one of the two files beside it:
the linear programs over sums of few people, the linear algebra, the whole-number ends of statements
and of what is reached, each of the two who know, those who gave the most and the least, what people
of other groups know, the whole of a person, what is fixed, what was said before and what is closer
than that, moves between waves, worlds that count only where all that is said is true.
"""

from __future__ import annotations

import pytest

from quadrantlib.disclosure import AtomFacts, Case, Finding, findings, withhold, withholding
from quadrantlib.rules import TOO_CLOSE
from tests.audits import about_a_whole, about_motion, about_yes, atom, exactly, parts, said

EIGHT = (10, 12, 3, 15, 8, 9, 11, 7)
"""What eight people contributed: 75 together."""
FOUR = (6, 14, 9, 5)
"""And four: 34."""


def found(case: Case) -> list[tuple[tuple[str, ...], int, str]]:
    """What there is to find in a case, all said: from what, about how many, of which kind."""
    return [(each.statements, each.people, each.kind) for each in findings(case, case.statements)]


def test_a_figure_of_everybody_gives_nothing_away() -> None:
    assert withhold(about_motion([atom(*EIGHT)], exactly("all", [1], 75))).kept == ("all",)


def test_a_part_taken_from_the_whole_leaves_one_person() -> None:
    all_of_them, part = exactly("all", [1, 1], 80), exactly("part", [1, 0], 75)
    case = about_motion([atom(*EIGHT), atom(5)], all_of_them, part)
    assert found(case) == [
        (("all", "part"), 1, "solved"),
        (("all", "part"), 1, "pinned"),
    ]


def test_of_two_figures_the_one_less_dear_is_withheld() -> None:
    all_of_them, part = exactly("all", [1, 1], 80, dear=2), exactly("part", [1, 0], 75)
    verdict = withhold(about_motion([atom(*EIGHT), atom(5)], all_of_them, part))
    assert verdict.kept == ("all",)
    assert verdict.withheld == {"part": TOO_CLOSE}
    assert [each.statements for each in verdict.findings] == [("all", "part")]


@pytest.mark.parametrize("rest", [(6, 14, 9, 5), (6, 14, 9, 5, 8, 11)])
def test_what_is_left_of_the_whole_is_found_up_to_six_people(rest: tuple[int, ...]) -> None:
    all_of_them = exactly("all", [1, 1], 75 + sum(rest))
    case = about_motion([atom(*EIGHT), atom(*rest)], all_of_them, exactly("part", [1, 0], 75))
    assert found(case) == [(("all", "part"), len(rest), "solved")]


def test_what_is_left_may_be_told_from_seven_people_on() -> None:
    rest = (6, 14, 9, 5, 8, 11, 10)
    all_of_them = exactly("all", [1, 1], 75 + sum(rest))
    case = about_motion([atom(*EIGHT), atom(*rest)], all_of_them, exactly("part", [1, 0], 75))
    assert not withhold(case).withheld


def test_a_group_of_six_would_leave_four_to_two_who_are_in_it() -> None:
    six, seven = (6, 14, 9, 5, 8, 11), (6, 14, 9, 5, 8, 11, 10)
    one = about_motion([atom(*six)], exactly("group", [1], sum(six)))
    other = about_motion([atom(*seven)], exactly("group", [1], sum(seven)))
    assert found(one) == [(("group",), 6, "solved")]
    assert not found(other)


def test_one_more_than_last_time_is_found_through_what_was_said_then() -> None:
    last_time = exactly("then", [1, 0], 75, fixed=True)
    case = about_motion([atom(*EIGHT), atom(5)], last_time, exactly("now", [1, 1], 80))
    assert withhold(case).kept == ("then",)


def test_what_was_said_long_ago_is_not_found_again() -> None:
    then = exactly("then", [1, 1, 0], 80, fixed=True), exactly("part", [1, 0, 0], 75, fixed=True)
    others = (4, 8, 15, 16, 7, 12, 9, 10)
    case = about_motion(
        [atom(*EIGHT), atom(5), atom(*others)], *then, exactly("now", [0, 0, 1], sum(others))
    )
    assert not found(case)


def test_what_was_half_said_may_not_be_said_closer() -> None:
    then = said("then", [1, 1], 99, 119, fixed=True), exactly("part", [1, 0], 75, fixed=True)
    case = about_motion([atom(*EIGHT), atom(*FOUR)], *then, said("now", [1, 1], 104, 114))
    assert found(case) == [(("now", "part"), 4, "solved")]


@pytest.mark.parametrize("name", ["again", "with the same words"])
def test_what_was_half_said_may_be_said_again(name: str) -> None:
    then = said("then", [1], 24, 44, fixed=True)
    assert not found(about_motion([atom(*FOUR)], then, said(name, [1], 24, 44)))


def _with_a_leaver(change) -> Case:
    """Nine people, of whom eight are there again: their sum moves from 75 to 80."""
    again = atom(10, 12, 8, 15, 8, 9, 11, 7, wave=1)
    then = exactly("then", [1, 1, 0], 92, fixed=True)
    now = exactly("now", [0, 0, 1], 80, dear=2)
    return about_motion([atom(*EIGHT), atom(17), again], then, now, change)


def test_one_who_left_is_hidden_by_a_change_in_words() -> None:
    about_the_same = said("change", [-1, 0, 1], -24, 24)
    assert not withhold(_with_a_leaver(about_the_same)).withheld


def test_one_who_left_is_found_through_a_change_in_numbers() -> None:
    case = _with_a_leaver(said("change", [-1, 0, 1], 4.6, 5.4))
    assert (("change", "now", "then"), 1, "solved") in found(case)
    assert tuple(withhold(case).withheld) == ("change",)


def test_how_a_few_people_moved_is_found_though_neither_wave_is_told() -> None:
    then, now = atom(*FOUR), atom(6, 15, 9, 5, wave=1)
    case = about_motion([then, now], exactly("change", [-1, 1], 1))
    assert found(case) == [(("change",), 4, "solved")]


def test_how_a_few_people_moved_is_found_with_the_help_of_others_who_stood_still() -> None:
    """Eight and eight others gave nothing then and 4 at most now: nobody else moved far."""
    still = [0] * 8
    atoms = [atom(*each, wave=wave) for each in (FOUR, still, still) for wave in (0, 1)]
    case = about_motion(
        atoms,
        exactly("change", [-1, 1, -1, 1, 0, 0], 0),
        said("then", [0, 0, 1, 0, 1, 0], 0, 4),
        said("now", [0, 0, 0, 1, 0, 1], 0, 4),
    )
    assert (("change", "now", "then"), 4, "solved") in found(case)


def test_a_group_of_one_mind_gives_each_of_them_away() -> None:
    case = about_yes([atom(*[1] * 8)], exactly("yes", [1], 8, item="yes"))
    assert found(case) == [(("yes",), 1, "pinned")]


def test_most_of_a_group_of_one_mind_gives_nobody_away() -> None:
    assert not found(about_yes([atom(*[1] * 8)], said("yes", [1], 4.4, 8, item="yes")))


def test_three_sums_of_two_groups_each_give_every_group_away() -> None:
    three = [atom(*FOUR), atom(7, 7, 12, 3), atom(11, 2, 13, 9)]
    sums = (
        exactly("first and second", [1, 1, 0], 63),
        exactly("first and third", [1, 0, 1], 69),
        exactly("second and third", [0, 1, 1], 64),
    )
    case = about_motion(three, *sums)
    assert [(each.people, each.kind) for each in findings(case, sums)][:3] == [(4, "solved")] * 3
    assert all(len(each.statements) == 3 for each in findings(case, sums))
    assert len(withhold(case).kept) == 2


def test_wide_bands_protect_what_is_left_of_the_whole() -> None:
    case = about_yes(
        [atom(1, 1, 1, 1, 0, 0, 0, 0), atom(1, 0, 0, 1)],
        said("all", [1, 1], 0.3 * 12, 0.7 * 12, item="yes"),
        said("part", [1, 0], 0.3 * 8, 0.7 * 8, item="yes"),
    )
    assert not withhold(case).withheld


def test_narrow_rounding_does_not_since_sums_are_whole_numbers() -> None:
    case = about_yes(
        [atom(1, 1, 1, 1, 0, 0, 0, 0), atom(1, 0, 0, 1)],
        said("all", [1, 1], 0.475 * 12, 0.525 * 12, item="yes"),
        said("part", [1, 0], 0.475 * 8, 0.525 * 8, item="yes"),
    )
    assert found(case)[0] == (("all", "part"), 4, "solved")


def test_rounding_does_not_add_up_since_each_sum_is_a_whole_number() -> None:
    eight = (1, 1, 1, 1, 0, 0, 0, 0)
    case = about_yes(
        [atom(*eight), atom(*eight), atom(1, 0, 0, 1)],
        said("all", [1, 1, 1], 9.6, 10.4, item="yes"),
        said("first", [1, 0, 0], 3.6, 4.4, item="yes"),
        said("second", [0, 1, 0], 3.6, 4.4, item="yes"),
    )
    assert found(case)[0] == (("all", "first", "second"), 4, "solved")


def test_half_a_person_is_a_whole_one() -> None:
    """Twice their answer is 1 or 2."""
    eight = (1, 1, 1, 1, 0, 0, 0, 0)
    case = about_yes(
        [atom(*eight), atom(1), atom(*eight)],
        exactly("with the first", [1, 1, 0], 5, item="yes"),
        exactly("with the others", [0, 1, 1], 5, item="yes"),
        said("without", [1, 0, 1], 8, 9, item="yes"),
    )
    assert found(case)[0] == (("with the first", "with the others", "without"), 1, "solved")


def test_means_are_as_close_as_sums() -> None:
    mean = said("all", [1 / 12, 1 / 12], 109 / 12 - 0.05, 109 / 12 + 0.05)
    case = about_motion([atom(*EIGHT), atom(*FOUR)], mean, exactly("part", [1, 0], 75))
    assert found(case) == [(("all", "part"), 4, "solved")]


def test_a_sum_that_counts_some_people_twice_is_found() -> None:
    """2a + b = (a + b + c) + (a + d) − (c + d) is known, though neither a, b nor a + b is."""
    two, three, eight, others = (9, 8), (5, 4, 7), EIGHT, (4, 8, 15, 16, 7, 12, 9, 10)
    a, b, c, d = (sum(each) for each in (two, three, eight, others))
    case = about_motion(
        [atom(*two), atom(*three), atom(*eight), atom(*others)],
        exactly("abc", [1, 1, 1, 0], a + b + c),
        exactly("ad", [1, 0, 0, 1], a + d),
        exactly("cd", [0, 0, 1, 1], c + d),
    )
    assert (("abc", "ad", "cd"), 5, "solved") in found(case)


def test_two_who_compare_notes_pin_the_others_if_they_hold_most_of_the_sum() -> None:
    case = about_motion([atom(16, 5, 1, 1, 0, 0, 1, 0)], exactly("all", [1], 24))
    assert found(case) == [(("all",), 1, "pinned")]


def test_two_who_compare_notes_learn_little_where_all_are_alike() -> None:
    assert not found(about_motion([atom(*[3] * 8)], exactly("all", [1], 24)))


def test_two_who_hold_the_least_pin_the_others_from_above() -> None:
    case = about_motion([atom(4, 15, 19, 19, 20, 20, 19, 20)], exactly("all", [1], 136))
    assert found(case) == [(("all",), 1, "pinned")]


def test_two_of_another_group_pin_by_what_they_know_of_theirs() -> None:
    """Twelve of sixteen are theirs: of the eight others together, four said yes or none did."""
    theirs, others = atom(1, 1, 0, 0, 0, 0, 0, 0), atom(*[0] * 8)
    case = about_yes([theirs, others], said("all", [1, 1], 0, 2, item="yes"))
    assert {each.kind for each in findings(case, case.statements)} == {"pinned"}
    apart = about_yes([theirs, others], said("all", [1, 1], 0, 3, item="yes"))
    assert not found(apart)


def test_what_adds_up_gives_away_the_item_that_is_not_told() -> None:
    items = parts("alone", "together", "travelling", most=100)
    half = exactly("alone", [1], 380, item="alone"), exactly("together", [1], 380, item="together")
    case = about_a_whole(items, [atom(*[(45, 50, 5), (50, 45, 5)] * 4)], *half)
    assert findings(case, half) == (Finding(("alone", "together"), 1, "pinned", "travelling"),)


def test_who_said_neither_of_two_said_the_third() -> None:
    items = parts("for", "against", "neither", most=1)
    none = exactly("for", [1], 0, item="for"), exactly("against", [1], 0, item="against")
    case = about_a_whole(items, [atom(*[(0, 0, 1)] * 8)], *none)
    assert {each.item for each in findings(case, none)} == {"for", "against", "neither"}
    assert len(withhold(case).withheld) == 2


def test_that_nobody_said_one_of_three_is_not_told() -> None:
    """Neither by its own figure nor by two others that leave nothing over."""
    items = parts("for", "against", "neither", most=1)
    people = [atom(*[(1, 0, 0), (0, 1, 0)] * 4)]
    none = about_a_whole(items, people, exactly("neither", [1], 0, item="neither"))
    assert found(none) == [(("neither",), 1, "pinned")]
    both = exactly("for", [1], 4, item="for"), exactly("against", [1], 4, item="against")
    assert [each.item for each in findings(about_a_whole(items, people, *both), both)] == [
        "neither"
    ]


def test_what_two_know_that_others_did_not_say_is_no_answer_yet() -> None:
    """The two who said neither know that nobody else did; what each of the others said is open."""
    items = parts("for", "against", "neither", most=1)
    people = [atom(*[(0, 0, 1)] * 2, *[(1, 0, 0), (0, 1, 0)] * 4)]
    case = about_a_whole(items, people, exactly("neither", [1], 2, item="neither"))
    assert not found(case)


def test_what_nobody_knows_any_more_helps_nobody() -> None:
    then = AtomFacts(9, ())
    case = about_motion([then, atom(*EIGHT, wave=1)], exactly("now", [0, 1], 75))
    assert not found(case)


def test_figures_that_contradict_one_another_are_refused() -> None:
    case = about_motion([atom(*EIGHT)], exactly("one", [1], 75), exactly("other", [1], 76))
    with pytest.raises(ValueError, match="contradict"):
        withhold(case)
    both = exactly("one", [1, 1], 75), exactly("other", [1, 1], 76)
    with pytest.raises(ValueError, match="contradict"):
        withhold(about_motion([atom(*EIGHT), atom(*FOUR)], *both))


def test_where_the_fewest_are_too_hard_to_find_none_that_is_withheld_could_be_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(withholding, "ROUNDS", 0)
    sums = [
        exactly("dear", [1, 1], 109, dear=3),
        exactly("part", [1, 0], 75, dear=2),
        exactly("rest", [0, 1], 34),
        exactly("again", [1, 0], 75),
    ]
    verdict = withhold(about_motion([atom(*EIGHT), atom(*FOUR)], *sums))
    assert verdict.kept == ("dear",)
    assert set(verdict.withheld) == {"part", "rest", "again"}


def test_nothing_said_is_nothing_to_find() -> None:
    verdict = withhold(about_motion([atom(*EIGHT)]))
    assert (verdict.kept, verdict.withheld, verdict.findings) == ((), {}, ())
