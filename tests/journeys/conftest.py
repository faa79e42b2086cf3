"""The step that tests of the map edit, and the address of its journey."""

import pytest

from journeys.models import Step
from tests import factories


@pytest.fixture
def step(waterrijk) -> Step:
    return factories.StepFactory(
        organisation=waterrijk,
        phase__journey__organisation=waterrijk,
        title="Ik bel",
        doing="Belt de praktijk",
        order=0,
    )


@pytest.fixture
def url(step) -> str:
    return f"/klantreizen/{step.phase.journey_id}/"
