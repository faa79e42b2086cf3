"""The geometry of the map's drawings."""

import itertools
import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from journeys.drawing import heartbeat, height, ribbon, whole_heartbeat

feelings = st.lists(st.none() | st.integers(-2, 2), max_size=30)


def points(path: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_a_line_runs_through_the_middle_of_each_column():
    first, second = heartbeat([2, -2])

    assert points(first)[0] == (50, height(2))
    assert points(second)[-1] == (50, height(-2))


def test_a_line_crosses_a_column_without_a_feeling():
    _first, between, _last = heartbeat([1, None, 1])

    assert points(between)[0] == (0, height(1))
    assert points(between)[-1] == (100, height(1))


def test_one_feeling_makes_no_line():
    assert heartbeat([None, 2, None]) == ["", "", ""]


@given(feelings)
def test_the_pieces_of_neighbours_meet(values):
    paths = heartbeat(values)

    for left, right in itertools.pairwise(paths):
        ends = [y for x, y in points(left) if x == 100]
        starts = [y for x, y in points(right) if x == 0]
        assert ends == starts


@given(feelings)
def test_a_line_stays_between_the_highest_and_the_lowest_feeling(values):
    known = [height(value) for value in values if value is not None]

    for path in heartbeat(values):
        assert all(min(known) <= y <= max(known) for _x, y in points(path))


@given(feelings)
def test_the_whole_line_passes_every_known_feeling(values):
    drawn = points(whole_heartbeat(values))

    for column, value in enumerate(values):
        if value is not None:
            assert (100 * column + 50, height(value)) in drawn


def days(*values: int) -> list[Fraction]:
    return [Fraction(value) for value in values]


def test_the_ribbon_is_true_to_scale():
    drawn = ribbon(tuple(days(-100, -50, 100)), (False, False, True), Fraction(-100), Fraction(100))

    start, quarter, end = (float(dot.at) for dot in drawn.dots)
    assert abs((quarter - start) / (end - start) - 0.25) < 0.01


def test_the_blind_span_ends_at_the_first_contact():
    drawn = ribbon(tuple(days(0, 50, 100)), (False, True, True), Fraction(0), Fraction(100))

    assert float(drawn.blind_width) == float(drawn.contact.at) - 1


def test_without_contact_everything_is_blind():
    drawn = ribbon(tuple(days(0, 100)), (False, False), Fraction(0), Fraction(100))

    assert drawn.contact is None
    assert drawn.blind_width == "96"


def test_a_journey_of_one_moment_can_be_drawn():
    drawn = ribbon(tuple(days(5)), (True,), Fraction(5), Fraction(5))

    assert [dot.at for dot in drawn.dots] == ["1"]
    assert drawn.anchor is None


@given(start=st.integers(-100_000, 0), length=st.integers(0, 200_000))
def test_there_are_never_too_many_ticks(start, length):
    end = Fraction(start + length)

    assert len(ribbon((Fraction(start), end), (False, True), Fraction(start), end).ticks) <= 60
