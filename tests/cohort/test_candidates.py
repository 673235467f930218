"""What a figure states about the sum behind it, for whoever knows what can be contributed."""

from quadrantlib.cohort.candidates import Candidate, Scope, candidates
from quadrantlib.cohort.tables import EVERYBODY, Row, Table
from quadrantlib.tally import Atom, Sums
from tests.handed import SHARES


def stated(share: str, counts: dict[int, int]) -> tuple[float, float, str]:
    """Return the ends of the sum that the share's first figure states, and what is shown."""
    people, item = sum(counts.values()), SHARES[share].items[0].id
    sums = Sums(people, {((item, given),): number for given, number in counts.items()})
    table = Table(SHARES[share], (Row(Atom(), 0, people, sums),))
    scope = Scope(files=EVERYBODY, people=people, dear=1, few="")
    found = next(iter(candidates(table, scope, people, lambda _: 0.5)))
    assert isinstance(found, Candidate)
    return found.statement.low, found.statement.high, found.figure.shown


def test_between_two_steps_no_sum_lies() -> None:
    """Twelve people in steps of 5 %: 40 % tells 37.5 to 42.5, a sum of 450 to 510.

    Without the steps its ends would be 450 and 510 too; of thirteen, 487.5 and 552.5 are none.
    """
    assert stated("relief", {40: 12}) == (450, 510, "40 %")
    assert stated("relief", {40: 13}) == (490, 550, "40 %")


def test_contributions_of_ten_add_up_to_tens() -> None:
    """Nine people in steps of 10 %: 37.5 to 42.5 are 337.5 to 382.5, so 340 to 380."""
    assert stated("deposited", {40: 9}) == (340, 380, "40 %")


def test_a_count_of_people_is_a_whole_number() -> None:
    """Motion of eleven people, 7.0: 6.95 to 7.05 are 76.45 to 77.55, so 77."""
    assert stated("motion", {7: 11}) == (77, 77, "7.0")
