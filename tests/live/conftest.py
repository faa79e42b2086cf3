"""What the tests of the streams share."""

import pytest

from journeys.models import Journey
from live import hub, kinds
from live.kinds import Kind
from tests.factories import StepFactory
from tests.live.counting import Silent, Sums


@pytest.fixture
def sums(monkeypatch) -> Sums:
    kind = Sums()
    monkeypatch.setattr(hub, "Listener", Silent)
    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register(Kind("sums", {"counted": lambda told, topic: told["number"] == topic.number}, kind.draw))
    return kind


@pytest.fixture
def journey(waterrijk) -> Journey:
    """A journey of one step."""
    step = StepFactory(phase__journey__organisation=waterrijk, title="Ik bel de gemeente")
    return step.phase.journey
