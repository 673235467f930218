"""An invitation says whom a submission is for and what is asked; anything else in it is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from quadrantlib.errors import Unreadable
from quadrantlib.invitation import Invitation, faults_in_invitation, invitation_schema, parse
from tests.submissions import ASKED, INVITED

HEAD = {"format": "quadrant-invitation", "version": 1, "cohort": "Platform"}
ASKS = INVITED["attribute"]


def asking(**other: Any) -> dict[str, Any]:
    return HEAD | {"attribute": ASKS | other}


UNFIT = {
    "no object": ([], ["the file should be an object"]),
    "empty": (
        {},
        [
            "format should be “quadrant-invitation”",
            "version should be 1",
            "cohort should be words, at most 100 characters",
        ],
    ),
    "a cohort that cannot be seen": (
        HEAD | {"cohort": "\u200b"},
        ["cohort should be words, at most 100 characters"],
    ),
    "a field of its own": (HEAD | {"<b>": 1}, ["'<b>' is not a field here"]),
    "one option": (
        asking(options=ASKS["options"][:1]),
        ["attribute.options should be a list of 2 to 50"],
    ),
    "two of one id": (
        asking(options=ASKS["options"][:1] * 2),
        ["attribute.options[1].id is taken"],
    ),
    "the name that merged groups have": (
        asking(options=[{"id": "others", "label": "The others"}, ASKS["options"][0]]),
        ["attribute.options[0].id is taken"],
    ),
    "an option that is none": (
        asking(options=["search", {"id": "a b", "label": 1, "size": 3}]),
        [
            "attribute.options[0] should be an object",
            "attribute.options[1].size is not a field here",
            "attribute.options[1].id should be letters, digits, hyphens and underscores",
            "attribute.options[1].label should be words, at most 100 characters",
        ],
    ),
    "an attribute without words": (
        asking(ask=None),
        ["attribute.ask should be words, at most 200 characters"],
    ),
    "a long question": (
        HEAD | {"question": "x" * 301},
        ["question should be words, at most 300 characters"],
    ),
}


def test_an_invitation_is_read_as_it_was_written() -> None:
    assert parse(json.dumps(INVITED)) == ASKED
    assert parse(json.dumps(HEAD)) == Invitation("Platform")


def test_its_words_are_read_without_what_cannot_be_seen() -> None:
    odd = HEAD | {"cohort": " Plat\u202eform\n", "question": "What\x1b[31m?"}
    assert parse(json.dumps(odd)) == Invitation("Platform", question="What[31m?")


@pytest.mark.parametrize(("value", "told"), UNFIT.values(), ids=UNFIT)
def test_what_does_not_fit_is_told_all_at_once(value: Any, told: list[str]) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(json.dumps(value))
    assert all(each in refused.value.what for each in told)
    assert len(faults_in_invitation(value)) == len(told)


@pytest.mark.parametrize(("value", "_told"), UNFIT.values(), ids=UNFIT)
def test_the_schema_refuses_what_the_walk_does_but_for_ids_and_what_is_seen(
    value: Any, _told: list[str]
) -> None:
    beyond = any(reason == "is taken" for _, reason in faults_in_invitation(value))
    unseen = isinstance(value, dict) and value.get("cohort") == "\u200b"
    assert Draft202012Validator(invitation_schema()).is_valid(value) == (beyond or unseen)


def test_the_schema_takes_what_fits() -> None:
    Draft202012Validator.check_schema(invitation_schema())
    Draft202012Validator(invitation_schema()).validate(INVITED)


def test_an_option_is_found_by_its_id() -> None:
    assert ASKED.attribute.label("pay") == "Payments"
    assert ASKED.attribute.label("nobody") == ""
