"""Lines are drawn from card to card, and from the line of sight to a card."""

from hypothesis import given
from hypothesis import strategies as st

from journeys.behind_counter.lines import pieces
from journeys.behind_counter.relations import track
from journeys.behind_counter.work import Work


def work(number: int, step: int = 0, department: str = "Balie", **more) -> Work:
    return Work(id=number, title="doet iets", step=step, department=department, **more)


def test_a_hand_over_goes_along_the_giver_and_down_to_the_taker():
    drawn = pieces([work(1), work(2, 1, "Post")], columns=[0, 2], lanes=[0, 2])

    assert drawn[0, 0] == ["out-over", "start"]
    assert drawn[0, 1] == ["across-over"]
    assert drawn[0, 2] == ["turn-down", "start-through"]
    assert drawn[1, 2] == ["pass", "start-through"]
    assert drawn[2, 2] == ["in-down", "start"]


def test_work_that_comes_back_goes_up_again():
    drawn = pieces([work(1, department="Post"), work(2)], columns=[0, 1], lanes=[1, 0])

    assert drawn[1, 1] == ["turn-up"]
    assert drawn[0, 1] == ["in-up"]


def test_work_that_stays_is_no_hand_over():
    drawn = pieces([work(1), work(2)], columns=[0, 1], lanes=[0, 0])

    assert drawn[0, 1] == ["in-same"]


def test_what_has_no_department_hands_nothing_over():
    drawn = pieces([work(1), work(2, department=""), work(3)], columns=[0, 1, 2], lanes=[0, 1, 0])

    assert drawn[1, 1] == []
    assert drawn[0, 1] == ["across-same"]


def test_only_the_first_of_a_step_is_started_by_it():
    drawn = pieces([work(1), work(2)], columns=[0, 1], lanes=[0, 0])

    assert "start" in drawn[0, 0]
    assert "start" not in drawn[0, 1]


def test_a_relation_comes_up_through_the_lanes_above_it():
    drawn = pieces([work(1, awaited_by=1, needed_by=2)], columns=[0], lanes=[2])

    assert drawn[0, 0] == ["start-through", "wait-through", "need-through"]
    assert drawn[2, 0] == ["start", "wait", "need"]


def test_relations_that_would_touch_stand_above_each_other():
    some = [work(1, awaited_by=2), work(2, needed_by=2), work(3, 2, needed_by=3)]
    drawn = track(some, columns=[0, 1, 3], widths=[100] * 5, starts=[0, 2, 3, 4])

    assert [line.y for line in drawn.relations] == [34, 56, 34]
    assert drawn.width == 500


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_a_track_is_never_higher_than_what_it_holds(pairs):
    some = [work(number, step, awaited_by=to) for number, (step, to) in enumerate(pairs)]
    drawn = track(some, list(range(len(some))), [50] * max(20, len(some)), list(range(10)))

    assert len(drawn.relations) == len(some)
    assert all(0 < line.y < drawn.height for line in drawn.relations)
    taken = [(line.y, *sorted((line.x1, line.x2))) for line in drawn.relations]
    for place, (level, first, last) in enumerate(taken):
        for other, start, end in taken[place + 1 :]:
            assert level != other or last < start or end < first
