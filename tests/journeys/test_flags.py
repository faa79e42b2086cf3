"""Labels along the time line never lie over each other, keep their order, and each hangs on its own pole."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.flags import FARTHEST, GAP, POLE, flags, lanes, least_room

WIDTH, ROOM = 176.0, 1200.0
places_on = st.lists(st.floats(0, ROOM), max_size=70).map(sorted)


def over_each_other(one, other) -> bool:
    return one.row == other.row and abs(one.left - other.left) < WIDTH


@given(places_on)
def test_no_two_labels_lie_over_each_other(places):
    assert not any(over_each_other(*pair) for pair in combinations(flags(places, WIDTH, ROOM), 2))


@given(places_on)
def test_no_pole_runs_through_a_label(places):
    found = flags(places, WIDTH, ROOM)
    for pole in found:
        below = [label for label in found if label.row < pole.row]
        assert not any(label.left <= pole.left <= label.left + WIDTH for label in below)


@given(places_on)
def test_labels_keep_the_order_of_their_places(places):
    found = flags(places, WIDTH, ROOM)

    assert len(found) == len(places)
    assert all(earlier.left < later.left for earlier, later in pairwise(found))


@given(places_on)
def test_every_label_stays_within_the_room(places):
    assert all(-0.001 <= flag.left <= ROOM - WIDTH + 0.001 for flag in flags(places, WIDTH, ROOM))


@given(st.lists(st.floats(0, 24_000), max_size=20).map(sorted))
def test_poles_stand_near_their_places_where_there_is_room(places):
    found = flags(places, WIDTH, 24_000 + WIDTH)

    assert max((abs(flag.left - at) for flag, at in zip(found, places, strict=True)), default=0) <= FARTHEST


def test_a_label_with_room_of_its_own_stands_at_its_place():
    assert [(flag.left, flag.row) for flag in flags([0, 300, 600], WIDTH, ROOM)] == [
        (0, 0),
        (300, 0),
        (600, 0),
    ]


def test_close_ones_stand_in_rows_the_first_farthest_away():
    assert [(flag.left, flag.row) for flag in flags([100, 110, 125], WIDTH, ROOM)] == [
        (100, 2),
        (110, 1),
        (125, 0),
    ]


def test_at_the_same_place_poles_stand_side_by_side():
    lefts = [flag.left for flag in flags([500] * 3, WIDTH, ROOM)]

    assert [later - earlier for earlier, later in pairwise(lefts)] == [POLE, POLE]
    assert lefts[1] == pytest.approx(500)


def test_nothing_to_hang_hangs_nothing():
    assert flags([], WIDTH, ROOM) == []


@pytest.mark.parametrize("count", [1, 60, 300])
def test_the_least_room_is_enough(count):
    room = least_room(count, WIDTH)

    assert len(flags([room / 2] * count, WIDTH, room)) == count


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 300)), max_size=40))
def test_stretches_in_one_lane_never_touch(given_stretches):
    stretches = sorted((start, start + length) for start, length in given_stretches)
    chosen = lanes(stretches)

    for (one, lane), (other, other_lane) in combinations(zip(stretches, chosen, strict=True), 2):
        assert lane != other_lane or one[1] < other[0]


def test_stretches_that_follow_each_other_share_a_lane():
    assert lanes([(0, 10), (5, 20), (11, 30), (21, 22)]) == [0, 1, 0, 1]


def test_blocks_keep_a_gap():
    found = flags([0, 10, 190, 200], WIDTH, ROOM)

    assert found[2].left - found[1].left >= WIDTH + GAP or found[2].row > found[1].row
