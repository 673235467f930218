"""Nobody works out of a report what few people answered: each known attack, tried for real.

The attackers read the published table and share no code with the audit. Each attack is tried twice:
with the guard, where it fails, and with the guard taken out, where it succeeds.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from quadrantlib.errors import Refused
from quadrantlib.gathering import Order, gathered
from quadrantlib.published import to_csv
from quadrantlib.reporting.spreadsheet import spreadsheet
from tests.attacks.attacker import Find
from tests.attacks.cohorts import SHAPES, Handed, Scene, scene
from tests.attacks.pipeline import COHORT, reports
from tests.attacks.simulate import Story, finds, story
from tests.attacks.solving import unknowns

HELD = [pytest.param(True, id="with the guard"), pytest.param(False, id="without it")]


def of(*values: int, share: str = "motion", wave: int = 1, group: str = "", first: int = 0):
    """Return one file for each value of one share."""
    return tuple(
        Handed(f"p{first + number:02}", wave, group, {share: value})
        for number, value in enumerate(values)
    )


def told(*tables: Sequence[Handed], teams: bool = False, **guards) -> Story:
    """Return what outsiders know after these reports."""
    scene = Scene("crafted", attribute=teams, reports=tuple(map(tuple, tables)))
    return story(scene, reports(scene, **guards))


def found(told: Story, **how) -> list[Find]:
    """Return what must not be; which of several options it is not, is not held for anybody yet."""
    return [each for each in finds(told, **how) if each.goal != "option"]


def insiders(find: Find) -> set[str]:
    return {file.partition("@")[0] for file in find.insiders}


# Attacks, one by one


def test_what_is_left_of_everybody_without_a_group_is_not_told() -> None:
    """Subtraction across cells: four of a team answered, and everybody less the others is them."""
    search = of(*(9, 12, 14, 8, 11, 10, 13, 9, 12, 10, 11, 14, 9, 8), group="search")
    others = of(18, 2, 6, 11, group="platform", first=14)
    silent = of(*[40] * 8, share="relief", group="platform", first=18)
    files = search + others + silent
    assert not found(told(files, teams=True))
    left = [each for each in found(told(files, teams=True, audit=False)) if each.goal == "set"]
    assert {file[:3] for each in left for file in each.people} >= {"p14", "p15", "p16", "p17"}


def test_a_group_in_which_all_answer_alike_is_not_pinned_by_the_rest() -> None:
    """Homogeneous groups, and an attribute against the whole: the bands alone do not hold it."""
    alike = of(*[20] * 10, group="search")
    rest = of(*(3, 2, 4, 3, 1, 5, 3, 2, 4, 3), group="platform", first=10)
    assert not found(told(alike + rest, teams=True))
    pinned = found(told(alike + rest, teams=True, audit=False))
    assert any(not each.insiders and each.low >= 19 for each in pinned)


@pytest.mark.parametrize("kept", HELD)
def test_one_more_person_in_the_same_wave_is_not_told(kept) -> None:
    """n against n + 1: the ledger refuses the second report; without it, the newcomer is known."""
    twelve = of(*(9, 12, 14, 8, 11, 10, 13, 9, 12, 10, 11, 14))
    tables = [twelve, (*twelve, *of(17, first=12))]
    known = told(*tables, remember=kept)
    newcomer = [each for each in found(known) if each.people == ("p12@1",)]
    assert bool(newcomer) == (not kept)


def test_the_ledger_refuses_what_it_cannot_tell() -> None:
    twelve = of(*(9, 12, 14, 8, 11, 10, 13, 9, 12, 10, 11, 14))
    tables = (twelve, (*twelve, *of(17, first=12)))
    first, second = reports(Scene("again", attribute=False, reports=tables))
    assert first
    assert not second


def test_one_who_left_between_two_waves_is_not_told() -> None:
    """What the others moved by is told in words; even so it can leave the one who is gone bare."""
    before, after = of(*[10] * 8, 20), of(*[11] * 8, wave=2)
    leaks = []
    for seed in map(str, range(8)):
        tables = (before, before + after)
        assert not found(told(*tables, seed=seed))
        bare = found(told(*tables, seed=seed, audit=False))
        leaks += [each for each in bare if each.people == ("p08@1",) and not each.insiders]
    assert any(each.low == 20 for each in leaks)


def test_somebody_who_knows_their_own_answer_learns_no_other() -> None:
    """All that is in the sum is theirs, so there is nothing left for the others."""
    files = of(20, *[0] * 5, 1, 1)
    assert not found(told(files))
    learnt = [each for each in found(told(files, audit=False)) if each.goal == "person"]
    assert any("p00" in insiders(each) for each in learnt)


def test_two_who_compare_notes_learn_no_third_answer() -> None:
    files = of(12, 11, *[0] * 6)
    assert not found(told(files))
    learnt = [each for each in found(told(files, audit=False)) if each.goal == "person"]
    assert learnt
    assert all(insiders(each) == {"p00", "p01"} for each in learnt)


# Seven fakes and one victim


FAKES = (*of(*[4] * 7), *of(17, first=7))


def test_seven_invented_submissions_leave_the_eighth_bare() -> None:
    """No audit helps: who invented seven knows seven answers. So files are counted, or coded."""
    truth = {each.file: each.contributions()["motion"] for each in FAKES[:7]}
    victim = unknowns(SHAPES["motion"], told(FAKES).sums, truth)
    low, high = victim.solver.range("motion", {"p07@1": 1})
    assert high - low < 2


@pytest.mark.parametrize("guard", ["people", "codes"])
def test_counting_heads_or_handing_out_codes_refuses_invented_submissions(guard, tmp_path):
    folder = _folder(tmp_path, FAKES)
    codes = tmp_path / "codes.txt"
    codes.write_text("\n".join(f"REAL-{number}" for number in range(12)))
    asked = {"people": {"people": 1}, "codes": {"codes": codes}}[guard]
    assert gathered(Order(folder)).edition.published.people == 8
    with pytest.raises(Refused):
        gathered(Order(folder, **asked))


def _folder(tmp_path: Path, files: Sequence[Handed]) -> Path:
    """Return a folder with these submissions; only the last has a code that was handed out."""
    folder = tmp_path / "drop"
    folder.mkdir()
    for number, each in enumerate(files, 1):
        value = {
            "format": "quadrant-submission",
            "version": 1,
            "cohort": COHORT,
            "participant": f"{number:064x}",
            "shares": dict(each.shares),
            "code": f"{'REAL' if number == len(files) else 'FAKE'}-{number}",
        }
        (folder / f"{number}.json").write_text(json.dumps(value))
    return folder


# What colleagues know beside the table


def test_knowing_that_answers_come_in_steps_does_not_help() -> None:
    """Whoever counts in percent instead of steps of ten finds nothing to withhold here."""
    assert not [each for each in found(_of(13)) if not each.insiders]


def test_those_who_took_their_files_back_learn_nothing_of_one_another() -> None:
    said = [["autonomy"]] * 6 + [[]] * 14 + [["autonomy"]] + [[]] * 7
    files = of(*said, share="unmet")
    assert not found(told(files, files[:20]))


@pytest.mark.parametrize(
    ("what", "seed"),
    [
        ("a small sum, though nobody else would find one", 58),
        ("what an answer to one item says of the others", 920),
        ("what one who is gone gave, and only they know", 384),
        ("what one gave more than another in another wave", 106),
    ],
)
def test_two_who_compare_notes_do_not_learn(what: str, seed: int) -> None:
    """An audit that forgets to look at this has nothing to withhold there."""
    assert not found(_of(seed)), what


# Cohorts of every kind


def _of(seed: int, **guards) -> Story:
    made = scene(seed)
    return story(made, reports(made, **guards))


LONG = {12, 22, 24, 38}
"""Cohorts that take the attackers ten seconds each: among the thousand, not here."""


def test_no_attack_finds_anybody_in_two_dozen_cohorts() -> None:
    seeds = [seed for seed in range(12, 40) if seed not in LONG]
    assert len(seeds) == 24
    assert not {seed: some[:3] for seed in seeds if (some := found(_of(seed)))}


@pytest.mark.parametrize("seed", [13, 24, 58])
def test_without_the_audit_the_same_attacks_succeed(seed) -> None:
    assert next(iter(finds(_of(seed, audit=False))), None)


def test_the_file_that_the_command_writes_is_the_table_that_is_attacked(tmp_path) -> None:
    published = gathered(Order(_folder(tmp_path, FAKES))).edition.published
    assert spreadsheet(published) == to_csv(published)
