"""Steps are placed in time: as known, spread evenly where not known, exact."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from journeys.timeline import placed

STEPS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "offset_days": st.none() | st.integers(-300, 300),
            "duration_days": st.none() | st.integers(0, 90),
        },
    ),
    max_size=12,
)


def days(*offsets: int | None) -> list[dict]:
    return [{"offset_days": offset} for offset in offsets]


def times(*offsets: int | None) -> list[Fraction | None]:
    return [step.time for step in placed(days(*offsets))]


def test_no_steps_have_no_times():
    assert placed([]) == []


def test_known_times_stay_as_they_are():
    assert times(-252, -190, 2) == [-252, -190, 2]


def test_unknown_steps_are_spread_evenly_between_their_neighbours():
    assert times(0, None, None, 10) == [0, Fraction(10, 3), Fraction(20, 3), 10]


def test_spread_works_before_the_anchor_too():
    assert times(-10, None, None, None, -3) == [-10, Fraction(-33, 4), Fraction(-13, 2), Fraction(-19, 4), -3]


def test_steps_before_the_first_known_one_get_its_time():
    assert times(None, None, 5, 7) == [5, 5, 5, 7]


def test_steps_after_the_last_known_one_get_its_time():
    assert times(5, 7, None, None) == [5, 7, 7, 7]


def test_time_never_runs_back():
    assert times(3, 8, 4, 6, 9) == [3, 8, 8, 8, 9]


def test_spread_counts_from_the_times_that_never_run_back():
    assert times(8, 2, None, 10) == [8, 8, 9, 10]


def test_a_step_without_offset_is_estimated_also_at_both_ends():
    assert [step.estimated for step in placed(days(None, 1, None, 5, None))] == [
        True,
        False,
        True,
        False,
        True,
    ]


def test_a_step_moved_by_an_earlier_one_is_not_estimated():
    assert [(step.estimated, step.moved) for step in placed(days(8, 2, 8))] == [
        (False, False),
        (False, True),
        (False, False),
    ]


def test_without_any_known_time_nothing_is_known_nor_estimated():
    assert [tuple(step) for step in placed(days(None, None))] == [(None, None, False, False)] * 2


def test_end_is_time_and_duration():
    steps = [
        {"offset_days": 1, "duration_days": 4},
        {"duration_days": 1},
        {"offset_days": 4, "duration_days": None},
    ]
    assert [step.end for step in placed(steps)] == [5, Fraction(7, 2), 4]


@given(STEPS)
def test_times_never_run_back_and_lie_between_the_known_ones(steps):
    found = placed(steps)
    known = [step["offset_days"] for step in steps if step.get("offset_days") is not None]
    if not known:
        assert all(step.time is None and not step.estimated for step in found)
        return
    assert [step.time for step in found] == sorted(step.time for step in found)
    assert all(known[0] <= step.time <= max(known) for step in found)
    assert sum(step.estimated for step in found) == len(steps) - len(known)
    assert all(step.end >= step.time for step in found)
