from hypothesis import given
from hypothesis import strategies as st

from quadrantlib.rounding import to_step, to_steps


def test_the_largest_remainders_get_what_is_owed():
    # 57 %, 13 %, 20 %, 0 %, 10 %: floors 55, 10, 20, 0, 10 leave 5 for the 3 of the second
    parts = {"a": 0.57, "b": 0.13, "c": 0.2, "d": 0.0, "e": 0.1}
    assert to_steps(parts) == {"a": 55, "b": 15, "c": 20, "d": 0, "e": 10}


def test_equal_remainders_go_to_the_first_names():
    assert to_steps(dict.fromkeys("abcdef", 1 / 6)) == {
        **dict.fromkeys("ab", 20),
        **dict.fromkeys("cdef", 15),
    }


@given(st.lists(st.integers(0, 400), min_size=1, max_size=9).filter(any), st.sampled_from([5, 10]))
def test_parts_of_a_whole_stay_a_whole_and_near_what_they_were(hours: list[int], step: int):
    parts = {str(place): each / sum(hours) for place, each in enumerate(hours)}
    found = to_steps(parts, step)
    assert sum(found.values()) == 100
    assert all(value % step == 0 for value in found.values())
    assert all(abs(found[name] - 100 * parts[name]) < step + 1e-6 for name in parts)


@given(st.floats(0, 1), st.sampled_from([5, 10]))
def test_one_part_goes_to_the_nearest_step(fraction: float, step: int):
    found = to_step(fraction, step)
    assert found % step == 0
    assert abs(found - 100 * fraction) <= step / 2 + 1e-6
