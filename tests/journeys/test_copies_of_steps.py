"""A copy of a step or a phase takes along all that lies there."""

import pytest

from improvements.models import AddressedPain
from journeys.models import Step
from journeys.models.step import StepSituation
from tests import factories


@pytest.fixture
def full(waterrijk) -> Step:
    """A step with one of everything."""
    step = factories.StepFactory(
        organisation=waterrijk,
        phase__journey__organisation=waterrijk,
        title="Ik bel",
        doing="Belt",
        feeling=-2,
        offset_days=-30,
        order=0,
    )
    journey = step.phase.journey
    situation = factories.SituationFactory(life_event=journey.life_event)
    StepSituation.objects.create(organisation=waterrijk, step=step, situation=situation)
    factories.FactFactory(step=step, text="Binnen drie dagen")
    factories.EncounterFactory(step=step, wanted=False)
    pain = factories.PainFactory(step=step, text="Lang wachten", severity=3)
    factories.ProcessStepFactory(step=step, title="Intake")
    evidence = factories.EvidenceFactory(journey=journey)
    factories.EvidenceAboutFactory(evidence=evidence, step=step, pain=None, order=0)
    factories.EvidenceAboutFactory(evidence=evidence, step=None, pain=pain, order=1)
    improvement = factories.ImprovementFactory(journey=journey)
    AddressedPain.objects.create(organisation=waterrijk, improvement=improvement, pain=pain)
    return step


def told(step: Step) -> dict:
    """All that a step says, without numbers of rows."""
    return {
        "step": (step.title, step.doing, step.feeling, step.offset_days),
        "situations": [str(row.situation) for row in step.step_situations.all()],
        "facts": [row.text for row in step.facts.all()],
        "encounters": [(row.touchpoint_id, row.wanted) for row in step.encounters.all()],
        "pains": [(row.text, row.severity) for row in step.pains.all()],
        "process": [row.title for row in step.process_steps.all()],
        "rests on": [row.evidence_id for row in step.evidence_about.all()],
        "pains rest on": [row.evidence_id for pain in step.pains.all() for row in pain.evidence_about.all()],
        "measures": [row.improvement_id for pain in step.pains.all() for row in pain.addressed_pains.all()],
    }


def test_a_copy_of_a_step_says_all_that_the_step_says(full):
    copy = full.duplicate()

    assert told(copy) == told(full)
    assert all(told(copy).values())
    assert list(full.phase.steps.all()) == [full, copy]


def test_the_original_keeps_what_it_had(full):
    before = told(full)

    full.duplicate()

    assert told(full) == before


def test_a_copy_of_a_phase_has_copies_of_its_steps(full):
    factories.StepFactory(phase=full.phase, title="Ik wacht", order=1)

    copy = full.phase.duplicate()

    first, second = copy.steps.all()
    assert (told(first), second.title) == (told(full), "Ik wacht")
    assert list(full.phase.journey.phases.all()) == [full.phase, copy]


@pytest.mark.parametrize("cards", [1, 8])
def test_a_copy_takes_as_many_queries_whatever_lies_there(full, cards, django_assert_max_num_queries):
    for order in range(1, cards):
        factories.PainFactory(step=full)
        factories.StepFactory(phase=full.phase, order=order)

    with django_assert_max_num_queries(27):
        full.duplicate()
