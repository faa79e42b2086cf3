"""Nine months look like nine months: every day is as wide as any other, at every scale."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.time_axis import AFTER, BEFORE, SCALES, TICK, WIDEST, WIDTH, spread, ticks, time_axis

days = st.fractions(-100_000, 100_000, max_denominator=60)
scales = st.sampled_from(sorted(SCALES))


@st.composite
def spans(draw) -> tuple[Fraction, Fraction]:
    start, end = sorted((draw(days), draw(days)))
    return start, end


@given(spans(), scales, st.none() | st.floats(-200_000, 200_000))
def test_days_are_equally_wide_and_can_be_read_back(span, scale, middle):
    axis = time_axis(*span, SCALES[scale], middle)

    assert axis.at(span[0] + 1) - axis.at(span[0]) == pytest.approx(axis.per_day, rel=1e-6)
    assert axis.day(axis.at(span[1])) == pytest.approx(float(span[1]), abs=1e-6)
    assert WIDTH <= axis.width <= WIDEST


@given(spans(), scales, st.none() | st.floats(-200_000, 200_000))
def test_an_axis_that_shows_all_has_both_ends_on_it(span, scale, middle):
    axis = time_axis(*span, SCALES[scale], middle)

    assert axis.earlier or axis.at(span[0]) >= BEFORE - 0.01
    assert axis.later or axis.at(span[1]) <= axis.width - AFTER + 0.01


@given(spans(), scales, st.floats(-200_000, 200_000))
def test_ticks_have_room_and_stand_on_the_axis(span, scale, middle):
    marks = ticks(time_axis(*span, SCALES[scale], middle)).marks

    assert all(later[0] - earlier[0] >= TICK - 0.01 for earlier, later in pairwise(marks))
    assert len(marks) <= WIDEST / TICK + 1


@pytest.mark.parametrize(
    ("start", "end", "scale", "unit"),
    [
        *[(-270, 90, "alles", "month"), (-3650, 3650, "alles", "year"), (0, 0, "alles", "day")],
        *[(-3650, 3650, "maanden", "month"), (-270, 90, "weken", "week"), (-270, 90, "dagen", "day")],
        (-270, 90, "jaren", "year"),
    ],
)
def test_the_unit_is_the_one_that_people_count_in(start, end, scale, unit):
    assert ticks(time_axis(Fraction(start), Fraction(end), SCALES[scale], None)).unit == unit


def test_the_anchor_moment_is_a_tick():
    axis = time_axis(Fraction(-270), Fraction(90), None, None)

    assert (axis.at(0), 0) in ticks(axis).marks


def test_twenty_years_in_days_show_a_stretch_around_the_middle():
    axis = time_axis(Fraction(0), Fraction(7300), SCALES["dagen"], 3000.0)

    assert axis.width == WIDEST
    assert axis.middle == pytest.approx(3000)
    assert axis.earlier
    assert axis.later


def test_a_middle_beyond_the_journey_shows_its_end():
    axis = time_axis(Fraction(0), Fraction(7300), SCALES["dagen"], 99_999.0)

    assert axis.earlier
    assert not axis.later


@given(st.lists(days, max_size=40).map(sorted))
def test_steps_of_one_day_stand_apart_and_in_order(times):
    places = spread(times)

    assert all(earlier.day < later.day for earlier, later in pairwise(places))
    assert all(0 <= place.day - time < 1 for place, time in zip(places, times, strict=True))


def test_a_step_with_a_moment_of_its_own_stands_at_it():
    assert [(place.day, place.nth, place.count) for place in spread([Fraction(-3), Fraction(0)])] == [
        (-3, 1, 1),
        (0, 1, 1),
    ]


def test_steps_of_an_afternoon_share_their_day():
    assert [place.day for place in spread([Fraction(0)] * 4)] == [
        0,
        Fraction(1, 4),
        Fraction(1, 2),
        Fraction(3, 4),
    ]
