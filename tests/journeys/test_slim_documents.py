"""What the overview computes is what every other screen computes."""

import pytest

from exchange.worked_example import load_example
from journeys.analysis import analyse
from journeys.documents import document_of
from journeys.figures import figures_of
from journeys.models import Journey, Step
from journeys.slim_documents import slim_documents
from tests.factories import (
    AddressedPainFactory,
    EvidenceFactory,
    FindingFactory,
    ImprovementFactory,
    LandingFactory,
)

# What a slim document leaves out.
TEXTS = {
    "title",
    "first_contact",
    "low_points",
    "unwanted_encounters",
    "residents",
    "departments",
    "handovers",
}
TEXTS |= {"process_wait_days", "process_work_minutes"}


def without_texts(analysis) -> dict:
    figures = figures_of(analysis)
    return {name: value for name, value in figures["journey"].items() if name not in TEXTS}


def slim(journey: Journey):
    (document,) = slim_documents(Journey.objects.filter(pk=journey.pk))
    for place, step in enumerate(document["phases"][0]["steps"]):
        step["title"] = str(place)
    for improvement in document["improvements"]:
        improvement["title"] = ""
    return analyse(document)


@pytest.fixture
def example(db) -> list[Journey]:
    return load_example()


def test_figures_are_those_of_the_whole_document(example):
    for journey in Journey.objects.whole():
        whole, small = analyse(document_of(journey)), slim(journey)
        assert without_texts(small) == without_texts(whole)
        assert [step.time for step in small.steps] == [step.time for step in whole.steps]
        assert small.low_points == whole.low_points


def test_evidence_and_improvements_count_as_in_the_whole_document(example):
    journey = example[0]
    step = Step.objects.filter(phase__journey=journey, pains__isnull=False).first()
    finding = FindingFactory(organisation=journey.organisation, kind="resident")
    evidence = EvidenceFactory(journey=journey, finding=finding, order=99)
    evidence.evidence_about.create(organisation=journey.organisation, step=step, order=0)
    evidence.evidence_about.create(organisation=journey.organisation, pain=step.pains.first(), order=1)
    dropped = ImprovementFactory(journey=journey, status="dropped")
    AddressedPainFactory(improvement=dropped, pain=step.pains.first())
    LandingFactory(improvement=ImprovementFactory(journey=journey))
    whole = Journey.objects.whole().get(pk=journey.pk)
    assert without_texts(slim(journey)) == without_texts(analyse(document_of(whole)))


def test_number_of_queries_does_not_follow_the_number_of_journeys(example, django_assert_num_queries):
    for journeys in (Journey.objects.filter(pk=example[0].pk), Journey.objects.all()):
        with django_assert_num_queries(11):
            slim_documents(journeys)
