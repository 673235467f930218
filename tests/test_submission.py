"""What is handed over is what was offered, less what was left out, and nothing else.

Seen to fail with a participant that is no keyed digest, with the journal's id in the file, with a
month that has a day, and with `kept` that keeps everything.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quadrantlib import telling
from quadrantlib.errors import Refused
from quadrantlib.exercises import CATALOG
from quadrantlib.invitation import Invitation
from quadrantlib.journal import Journal, parse
from quadrantlib.submission import kept, offer, participant, submission
from quadrantlib.submitted import faults_in_submission, shares_of
from tests.generated import JUNK, answers_to
from tests.submissions import ASKED, COHORT

TODAY = date(2026, 11, 22)
PLAIN = Invitation(COHORT)
SAMPLE = telling.journal_in(Path(__file__).parent.parent / "data" / "sample-journal.json")
EMPTY = parse(
    '{"format": "quadrant-journal", "version": 1, "id": "abc", "revision": 0, "rounds": {}}'
)


def made(journal: Journal = SAMPLE, *, without: tuple[str, ...] = (), **added: Any) -> dict:
    to = added.pop("to", PLAIN)
    offered = kept(offer(journal, CATALOG, TODAY), without)
    return json.loads(submission(journal, offered, to, **added))


def test_it_holds_its_head_and_a_value_for_each_field_that_was_offered() -> None:
    found = made()
    offered = {each.name: each.value for each in offer(SAMPLE, CATALOG, TODAY)}
    assert list(found) == ["format", "version", "cohort", "participant", "month", "shares"]
    assert found["shares"] | {"month": found["month"]} == offered
    assert found["month"] == "2026-11"


def test_what_is_offered_stands_in_the_order_of_the_workbook_and_in_words() -> None:
    offered = offer(SAMPLE, CATALOG, TODAY)
    assert [each.name for each in offered] == [*(s.name for s in shares_of(CATALOG)), "month"]
    told = {each.name: (each.title, each.words) for each in offered}
    assert told["relief"] == ("Hours that would be a relief to lose", "about 40 % of the hours")
    assert told["month"] == ("Month", "November 2026")


@pytest.mark.parametrize("name", [each.name for each in offer(SAMPLE, CATALOG, TODAY)])
def test_a_field_that_is_left_out_is_not_there_and_the_others_are(name: str) -> None:
    whole, left = made(), made(without=(name,))
    whole["shares"].pop(name, None)
    whole.pop("month" if name == "month" else "", None)
    assert left == whole


def test_a_field_that_is_not_offered_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refused) as refused:
        made(without=("salary", "relief"))
    assert "There are: regions, relief, holds" in refused.value.now


def test_where_nothing_is_left_nothing_is_made() -> None:
    with pytest.raises(Refused, match="There is nothing to hand over"):
        made(without=tuple(share.name for share in shares_of(CATALOG)))
    with pytest.raises(Refused, match="There is nothing to hand over"):
        made(EMPTY, without=("relief",))


# ---- who it is -------------------------------------------------------------------------------


def test_a_participant_is_the_keyed_digest_of_the_cohorts_name() -> None:
    # RFC 2104, worked out by hand: H(key ^ opad, H(key ^ ipad, text))
    key, text = SAMPLE.value["id"].encode().ljust(64, b"\0"), COHORT.casefold().encode()
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in key) + text).digest()
    outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in key) + inner).hexdigest()
    assert participant(SAMPLE, COHORT) == outer == made()["participant"]


def test_it_is_the_same_in_one_cohort_and_another_in_any_other() -> None:
    other = replace(SAMPLE, value=SAMPLE.value | {"id": "another"})
    assert participant(SAMPLE, COHORT.upper()) == participant(SAMPLE, COHORT)
    assert participant(SAMPLE, f"  {COHORT} \u200b") == participant(SAMPLE, COHORT)
    assert participant(SAMPLE, "Cafe\u0301") == participant(SAMPLE, "Café")
    marks = {participant(SAMPLE, COHORT), participant(SAMPLE, "B"), participant(other, COHORT)}
    assert len(marks) == 3


def test_the_journals_id_is_not_in_it() -> None:
    assert SAMPLE.value["id"] not in json.dumps(made())
    key = SAMPLE.value["id"].encode()
    assert made()["participant"] != hmac.digest(COHORT.encode(), key, "sha256").hex()


# ---- what a person adds ----------------------------------------------------------------------


def test_a_group_an_answer_and_a_code_are_added_where_they_are_asked_for() -> None:
    found = made(to=ASKED, belongs="pay", answer="  Less\u202e of\nit. ", code="K7PQ-93XM")
    assert found["belongs"] == {"team": "pay"}
    assert found["answer"] == "Less of it."
    assert found["code"] == "K7PQ-93XM"
    assert {"belongs", "answer", "code"}.isdisjoint(made(to=ASKED))


@pytest.mark.parametrize(
    ("to", "added", "sentence"),
    [
        (PLAIN, {"belongs": "pay"}, "does not ask which group"),
        (ASKED, {"belongs": "sales"}, "Choose one of: search, pay."),
        (PLAIN, {"answer": "Less."}, "asks no question"),
        (ASKED, {"answer": "x" * 501}, "It may have 500 characters."),
        (PLAIN, {"code": "no code"}, "letters, digits and hyphens"),
        (PLAIN, {"code": "x" * 41}, "letters, digits and hyphens"),
    ],
)
def test_what_was_not_asked_for_or_does_not_fit_is_refused(to, added, sentence: str) -> None:
    with pytest.raises(Refused, match=re.escape(sentence)) as refused:
        made(to=to, **added)
    assert "Nothing was written." in str(refused.value)


# ---- whatever lies in a journal --------------------------------------------------------------


def journal_of(answers: dict[str, dict[str, Any]]) -> Journal:
    one = {"id": "r1", "started": "2026-11-20", "updated": "2026-11-20T18:04:11Z"}
    rounds = {slug: [{**one, "answers": each}] for slug, each in answers.items()}
    return replace(EMPTY, value=EMPTY.value | {"rounds": rounds})


SHARING = [exercise for exercise in CATALOG if exercise.shares]


@given(
    answers=st.fixed_dictionaries(
        {}, optional={each.slug: answers_to(each.questions, JUNK) for each in SHARING}
    )
)
def test_whatever_was_answered_what_leaves_fits(answers: dict[str, dict[str, Any]]) -> None:
    journal = journal_of(answers)
    offered = offer(journal, CATALOG, TODAY)
    assert all(each.words and each.title for each in offered)
    if offered:
        value = json.loads(submission(journal, offered, PLAIN))
        assert not faults_in_submission(value, CATALOG)
