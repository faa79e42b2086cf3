"""Steps and phases move, come and go; their order never has a gap."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeys.models import Phase, Stays, Step
from tests import factories


@pytest.fixture
def journey(waterrijk):
    """Two phases: a b c, and d."""
    journey = factories.JourneyFactory(organisation=waterrijk)
    for order, titles in enumerate(["abc", "d"]):
        phase = factories.PhaseFactory(journey=journey, order=order)
        for place, title in enumerate(titles):
            factories.StepFactory(phase=phase, title=title, order=place)
    return journey


def route(journey) -> list[str]:
    return ["".join(step.title for step in phase.steps.all()) for phase in journey.phases.all()]


def step(journey, title: str) -> Step:
    return Step.objects.get(phase__journey=journey, title=title)


def test_a_step_moves_within_its_phase(journey):
    step(journey, "a").move(+1)

    assert route(journey) == ["bac", "d"]


def test_a_step_moves_over_the_edge_into_the_next_phase(journey):
    step(journey, "c").move(+1)

    assert route(journey) == ["ab", "cd"]


def test_a_step_moves_back_to_the_end_of_the_phase_before(journey):
    step(journey, "c").move(+1)
    step(journey, "c").move(-1)

    assert route(journey) == ["abc", "d"]


@pytest.mark.parametrize(("title", "direction"), [("a", -1), ("d", +1), ("d", -1)])
def test_a_step_stays_where_it_cannot_go(journey, title, direction):
    with pytest.raises(Stays):
        step(journey, title).move(direction)

    assert route(journey) == ["abc", "d"]


def test_a_new_step_comes_after_another(journey):
    first = step(journey, "a")
    Step(organisation=journey.organisation, phase=first.phase, title="x").place_after(first)

    assert route(journey) == ["axbc", "d"]


def test_the_only_step_of_a_phase_takes_the_phase_along(journey):
    step(journey, "d").remove()

    assert route(journey) == ["abc"]


def test_the_last_step_of_a_journey_stays(journey):
    for title in "dcb":
        step(journey, title).remove()

    with pytest.raises(Stays):
        step(journey, "a").remove()
    assert route(journey) == ["a"]


def test_a_phase_moves_with_its_steps(journey):
    journey.phases.last().move(-1)

    assert route(journey) == ["d", "abc"]


def test_the_only_phase_stays(journey):
    journey.phases.last().remove()

    with pytest.raises(Stays):
        journey.phases.get().remove()


moves = st.lists(
    st.tuples(st.sampled_from("abcdxy"), st.sampled_from(["left", "right", "remove", "insert"])), max_size=12
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(moves)
def test_random_moves_leave_a_permutation_without_a_gap(journey, steps):
    Phase.objects.filter(journey=journey).delete()
    phase = factories.PhaseFactory(journey=journey, order=0)
    factories.StepFactory(phase=phase, title="a", order=0)
    factories.StepFactory(phase=factories.PhaseFactory(journey=journey, order=1), title="b", order=0)
    expected = {"a", "b"}

    for title, action in steps:
        act(journey, title, action, expected)

    assert sorted("".join(route(journey))) == sorted(expected)
    for found in journey.phases.all():
        assert [row.order for row in found.steps.all()] == list(range(found.steps.count()))
        assert found.steps.exists()


def act(journey, title: str, action: str, expected: set[str]) -> None:
    row = Step.objects.filter(phase__journey=journey, title=title).first()
    if action == "insert" and row is None:
        after = Step.objects.filter(phase__journey=journey).first()
        Step(organisation=journey.organisation, phase=after.phase, title=title).place_after(after)
        expected.add(title)
    elif row is not None and action != "insert":
        try:
            row.remove() if action == "remove" else row.move(-1 if action == "left" else 1)
            expected -= {title} if action == "remove" else set()
        except Stays:
            pass
