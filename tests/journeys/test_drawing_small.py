"""The geometry of a journey in small."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from journeys.drawing_small import Axis, drawn, shared_axis
from journeys.small import SmallJourney, first_sentence, in_small

DOCUMENT = {
    "id": 1,
    "life_event": {"id": 1, "name": "Een kind krijgen", "anchor": "geboorte"},
    "persona": {"id": 1, "name": "Farah", "situation": "27 jaar, eerste kind. Woont samen."},
    "journey": {"title": "Wij krijgen ons eerste kind", "kind": "as_is", "organisation": ""},
    "interviews": 0,
}
steps = st.lists(
    st.fixed_dictionaries(
        {
            "feeling": st.none() | st.integers(-2, 2),
            "offset_days": st.none() | st.integers(-(2**31), 2**31 - 1),
            "duration_days": st.none() | st.integers(0, 2**31 - 1),
            "encounters": st.just([]) | st.just([{"touchpoint": "own"}]),
        }
    ),
    max_size=12,
)


def small(steps: list[dict]) -> SmallJourney:
    touchpoints = [{"key": "own", "channel": "counter", "party": {"name": "Burgerzaken", "kind": "own"}}]
    return in_small({**DOCUMENT, "touchpoints": touchpoints, "phases": [{"steps": steps}]})


def step(offset_days: int | None = None, feeling: int | None = None, own: bool = False) -> dict:
    return {
        "offset_days": offset_days,
        "feeling": feeling,
        "encounters": [{"touchpoint": "own"}] if own else [],
    }


@given(st.lists(steps, min_size=1, max_size=4))
def test_everything_lies_on_the_card(many):
    journeys = [small(steps) for steps in many]
    axis = shared_axis(journeys)
    for drawing in filter(None, (drawn(journey, axis) for journey in journeys)):
        marks = (drawing.contact, drawing.anchor, drawing.start, drawing.lowest)
        places = [drawing.blind_x, drawing.blind_x + drawing.blind_width, *drawing.ticks]
        places += [mark.x for mark in marks if mark]
        assert all(0 <= place <= 100 for place in places)
        assert drawing.blind_width >= 0
        assert len(drawing.ticks) <= 15


@given(steps)
def test_labels_never_touch(steps):
    drawing = drawn(small(steps), shared_axis([small(steps)]))
    if drawing and drawing.start and drawing.anchor:
        assert abs(drawing.anchor.x - drawing.start.x) >= 32


def test_days_before_the_first_contact_are_out_of_sight():
    journey = small([step(-100, 1), step(-50, own=True), step(0)])
    drawing = drawn(journey, Axis(-100, 0))
    assert (drawing.blind_x, drawing.contact.x) == (2, 50)
    assert drawing.blind_x + drawing.blind_width == 50


def test_journey_that_never_meets_us_is_out_of_sight_to_its_end():
    drawing = drawn(small([step(-100), step(0)]), Axis(-100, 0))
    assert drawing.contact is None
    assert drawing.blind_x + drawing.blind_width == 98


def test_one_axis_holds_all_journeys_and_the_anchor_moment():
    axis = shared_axis([small([step(-100), step(-20)]), small([step(-30), step(-10)])])
    assert (axis.low, axis.high) == (-100, 0)


def test_lowest_of_the_low_points_has_the_face():
    journey = small([step(-30, 1), step(-20, -1), step(-10, 1), step(-5, -2), step(0, 2)])
    assert journey.lowest == (-5, -2)
    assert drawn(journey, Axis(-30, 0)).lowest.feeling == -2


def test_journey_that_is_never_low_has_no_face():
    assert drawn(small([step(-30, 1), step(0, 0)]), Axis(-30, 0)).lowest is None


def test_journey_without_known_days_is_spread_by_step():
    drawing = drawn(small([step(), step(own=True), step()]), Axis(-1000, 1000))
    assert (drawing.contact.x, drawing.ticks, drawing.start) == (50, (), None)


def test_anchor_without_a_name_is_not_drawn():
    journey = replace(small([step(-30), step(0)]), anchor="")
    assert drawn(journey, Axis(-30, 0)).anchor is None


def test_journey_without_steps_has_no_drawing():
    assert drawn(small([]), Axis(0, 0)) is None


def test_someone_is_known_by_the_first_sentence():
    assert first_sentence(DOCUMENT["persona"]["situation"]) == "27 jaar, eerste kind"
    assert first_sentence(" \n") == ""
