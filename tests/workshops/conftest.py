"""A session on a journey of two steps, that goes on."""

import pytest

from journeys.models import Step
from tests.factories import JourneyFactory, PhaseFactory, StepFactory
from tests.session_factories import ParticipantFactory
from workshops.models import Participant


@pytest.fixture
def journey(waterrijk):
    journey = JourneyFactory(organisation=waterrijk, title="Farah krijgt een kind")
    phase = PhaseFactory(journey=journey, name="Zwanger")
    StepFactory(phase=phase, title="Ik doe een test")
    StepFactory(phase=phase, title="Ik hoor dat we moeten erkennen")
    return journey


@pytest.fixture
def steps(journey) -> list[Step]:
    return list(Step.objects.filter(phase__journey=journey).order_by("order"))


@pytest.fixture
def willow(workshop) -> Participant:
    return ParticipantFactory(workshop=workshop, nickname="Wilg")
