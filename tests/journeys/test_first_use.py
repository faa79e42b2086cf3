"""Who has nothing yet is led from home to a first journey; what is done ticks itself off."""

import pytest
from django.core.cache import cache

from journeys.models import Encounter, Journey
from tests import factories
from tests.factories import JourneyFactory, PhaseFactory, StepFactory
from tests.pages import links, page


@pytest.fixture
def journey(waterrijk) -> Journey:
    return JourneyFactory(organisation=waterrijk)


def guide(client):
    cache.clear()  # a version is raised once a transaction, and a test is one
    return page(client, "/").select_one(".first-use")


def now(client) -> str | None:
    """Where the step that comes next leads to."""
    return links(guide(client).select_one("[aria-current=step]"))[0]


def test_what_comes_next_is_told_until_the_days_out_of_sight_are_there(as_editor, waterrijk, journey):
    phase = PhaseFactory(journey=journey)
    steps = [StepFactory(phase=phase) for _ in range(2)]
    assert now(as_editor) == journey.get_absolute_url()
    assert len(guide(as_editor).select("[data-done]")) == 1

    steps.append(StepFactory(phase=phase))
    assert len(guide(as_editor).select("[data-done]")) == 2
    own = factories.OwnTouchpointFactory(organisation=waterrijk)
    factories.make(Encounter, waterrijk, step=steps[-1], touchpoint=own)
    assert len(guide(as_editor).select("[data-done]")) == 3
    assert now(as_editor) == f"{journey.get_absolute_url()}tabel/"

    for step, day in ((steps[0], -252), (steps[-1], -66)):
        step.offset_days = day
        step.save()

    assert "186" in guide(as_editor).h2.get_text()
    assert not guide(as_editor).select("[aria-current]")


def test_a_journey_that_begins_with_us_is_not_there_yet(as_editor, waterrijk, journey):
    phase = PhaseFactory(journey=journey)
    steps = [StepFactory(phase=phase, offset_days=day) for day in (0, 1, 2)]
    own = factories.OwnTouchpointFactory(organisation=waterrijk)
    factories.make(Encounter, waterrijk, step=steps[0], touchpoint=own)

    assert guide(as_editor).select("[aria-current=step]")


def test_who_has_two_journeys_needs_no_guide(as_editor, waterrijk, journey):
    JourneyFactory(organisation=waterrijk)

    assert guide(as_editor) is None


def test_who_may_only_look_is_not_led(as_viewer, journey):
    assert guide(as_viewer) is None
