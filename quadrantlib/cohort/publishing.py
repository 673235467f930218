"""From submissions to what may be said of them: counted, coarsened, audited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quadrantlib.cohort.applied import applied
from quadrantlib.cohort.candidates import drawn
from quadrantlib.cohort.checking import Told, told
from quadrantlib.cohort.counting import Counted, counted
from quadrantlib.cohort.remembering import report_of
from quadrantlib.cohort.scopes import notes, scopes
from quadrantlib.cohort.tables import table
from quadrantlib.cohort.waves import away, gone
from quadrantlib.disclosure import Finding
from quadrantlib.invitation import Attribute, Invitation
from quadrantlib.ledger import Past, Report
from quadrantlib.published import Figure, Published
from quadrantlib.rules import DISTRIBUTIONS, REPORT, in_words
from quadrantlib.shares import Share
from quadrantlib.submitted import Submission


@dataclass(frozen=True, slots=True)
class Edition:
    """A report as it may be made.

    Attributes
    ----------
    report:
        What the ledger has to hold before anybody sees `published`.
    findings:
        What could have been worked out, had everything been shown.
    """

    published: Published
    report: Report
    findings: tuple[Finding, ...]


def publish(  # noqa: PLR0913  what is counted, what is asked of it, and what was said before
    submissions: Iterable[Submission],
    shares: Sequence[Share],
    invitation: Invitation,
    *,
    by: Attribute | None = None,
    past: Past = Past(),  # noqa: B008  frozen
    checked: Collection[str] = (),
    audit: bool = True,
) -> Edition:
    """Return what may be said of a cohort.

    Parameters
    ----------
    submissions:
        All that are there, of one cohort, each person's at most once a month. They are gone
        through twice, so it must begin anew each time: a list, or an object with `__iter__`.
    invitation:
        What they answer.
    by:
        The invitation's attribute, if there is to be a breakdown by it.
    past:
        What earlier reports of the cohort said.
    checked:
        Names of rules that the caller applied.
    audit:
        Only the tests that attack a report switch this off.

    Raises
    ------
    Refused
        If there must be no report: too few people, or too few who came or left since the last.
    """
    found = counted(submissions, shares, by, past)
    parts = tuple(_parts(found, shares, audit=audit))
    figures = tuple(figure for part in parts for figure in part.figures)
    names = [*checked, *applied(found, figures)]
    published = _published(found, figures, in_words(names), invitation, by)
    report = report_of(found, [each for part in parts for each in part.kept])
    return Edition(published, report, tuple(each for part in parts for each in part.findings))


def _parts(counted: Counted, shares: Sequence[Share], *, audit: bool) -> Iterator[Told]:
    whom, draw = scopes(counted), drawn(counted.tally.secret)
    wave, past = counted.wave, counted.past
    files = away(counted.roll)
    for share in shares:
        long = len(share.items) > DISTRIBUTIONS
        if counted.people >= DISTRIBUTIONS or not long:
            rows = table(share, counted.tally, wave.number, gone(files, past, share.name))
            items = {item.id for item in share.items}
            said = [each for each in past.said(share.name) if each.item in items]
            before = [rows.before(each) for each in said]
            yield told(rows, whom[:1] if long else whom, before, draw, audit=audit)


def _published(
    counted: Counted,
    figures: tuple[Figure, ...],
    rules: tuple[str, ...],
    invitation: Invitation,
    by: Attribute | None,
) -> Published:
    tally, enough = counted.tally, counted.tally.answered >= REPORT
    return Published(
        cohort=invitation.cohort,
        month=tally.month,
        since=counted.wave.since,
        wave=counted.wave.number,
        people=counted.people,
        ask=by.ask if by and counted.circles else "",
        groups=tuple(each.group for each in counted.circles),
        figures=figures,
        notes=notes(counted, by=by is not None),
        rules=rules,
        question=invitation.question,
        answered=tally.answered if enough else 0,
        answers=tally.answers if enough else (),
    )
