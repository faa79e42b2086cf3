"""Steps and phases move, come and go; their order never has a gap."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeys.arranging import EmptiesPhase, Place, Vanished, move_steps, remove_steps
from journeys.copying import duplicate_steps
from journeys.models import Stays, Step
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


def test_several_steps_move_together_in_the_order_they_have(journey):
    move_steps([step(journey, "c"), step(journey, "a")], Place(journey.phases.last()))

    assert route(journey) == ["b", "acd"]


def test_a_step_behind_one_that_moves_along_comes_behind_the_one_before(journey):
    move_steps([step(journey, "b"), step(journey, "c")], Place(journey.phases.first(), step(journey, "c")))

    assert route(journey) == ["abc", "d"]


@pytest.mark.parametrize("gone", ["a", "b"])
def test_what_someone_else_took_away_is_no_place_to_go_and_does_not_move(journey, gone):
    moving, after = step(journey, "a"), step(journey, "b")
    step(journey, gone).remove()

    with pytest.raises(Vanished):
        move_steps([moving], Place(after.phase, after))


def test_moving_all_steps_out_of_a_phase_is_refused(journey):
    with pytest.raises(EmptiesPhase) as refused:
        move_steps([step(journey, "d"), step(journey, "a")], Place(journey.phases.first()))

    assert refused.value.phase == journey.phases.last()
    assert route(journey) == ["abc", "d"]


def test_several_steps_go_with_the_phases_that_have_none_left(journey):
    remove_steps([step(journey, "b"), step(journey, "d")], journey)

    assert route(journey) == ["ac"]


def test_not_all_steps_of_a_journey_go(journey):
    with pytest.raises(Stays):
        remove_steps([step(journey, title) for title in "abcd"], journey)

    assert route(journey) == ["abc", "d"]


def test_copies_of_several_steps_stand_behind_the_last(journey):
    duplicate_steps([step(journey, "a"), step(journey, "c")])

    assert route(journey) == ["abcac", "d"]


numbers = st.integers(min_value=0, max_value=30)
actions = st.sampled_from(["left", "right", "remove", "insert", "move", "duplicate", "phase", "copy phase"])
several = st.lists(st.tuples(actions, st.lists(numbers, min_size=1, max_size=4), numbers), max_size=10)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(several)
def test_whatever_is_done_leaves_a_permutation_without_a_gap(journey, done):
    with transaction.atomic():
        for action, chosen, at in done:
            count = Step.objects.filter(phase__journey=journey).count()
            more = act(journey, action, chosen, at)
            assert Step.objects.filter(phase__journey=journey).count() == count + more
            phases = list(journey.phases.all())
            assert [phase.order for phase in phases] == list(range(len(phases)))
            for phase in phases:
                orders = [row.order for row in phase.steps.all()]
                assert orders
                assert orders == list(range(len(orders)))
        transaction.set_rollback(True)


def act(journey, action: str, chosen: list[int], at: int) -> int:
    """Do something somewhere; how many steps more there are after it."""
    steps = list(Step.objects.filter(phase__journey=journey).order_by("phase__order", "order"))
    rows = list(dict.fromkeys(steps[number % len(steps)] for number in sorted(chosen)))
    target = steps[at % len(steps)]
    place = Place(target.phase, target if at % 2 else None)
    phases = list(journey.phases.all())
    phase = phases[at % len(phases)]
    doing = {
        "left": lambda: target.move(-1) or 0,
        "right": lambda: target.move(+1) or 0,
        "remove": lambda: remove_steps(rows, journey) or -len(rows),
        "insert": lambda: (
            Step(organisation=journey.organisation, phase=target.phase).place_after(target) or 1
        ),
        "move": lambda: len(move_steps(rows, place)) * 0,
        "duplicate": lambda: len(duplicate_steps(rows)) if len(steps) < 40 else 0,
        "phase": lambda: phase.move(-1 if at % 2 else 1) or 0,
        "copy phase": lambda: phase.duplicate().steps.count() if len(steps) < 40 else 0,
    }
    try:
        return doing[action]()
    except Stays:
        return 0
