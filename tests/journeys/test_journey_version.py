"""A journey's version rises with anything on its map, whichever way it is written."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from select import select

import pytest
from django.db import connection, transaction

from journeys.models import Journey
from journeys.models.journey import CHANNEL
from tests import factories


@pytest.fixture
def step(waterrijk):
    return factories.StepFactory(
        organisation=waterrijk, phase__organisation=waterrijk, phase__journey__organisation=waterrijk
    )


def version_of(journey: Journey) -> int:
    return Journey.objects.values_list("version", flat=True).get(pk=journey.pk)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "make",
    [
        lambda step: factories.FactFactory(step=step),
        lambda step: factories.PainFactory(step=step),
        lambda step: factories.EncounterFactory(step=step),
        lambda step: factories.ProcessStepFactory(step=step),
        lambda step: factories.StepFactory(phase=step.phase),
        lambda step: factories.PhaseFactory(journey=step.phase.journey),
        lambda step: factories.EvidenceFactory(journey=step.phase.journey),
        lambda step: factories.ImprovementFactory(journey=step.phase.journey),
        lambda step: type(step).objects.filter(pk=step.pk).update(doing="belt"),
        lambda step: step.delete(),
        lambda step: Journey.objects.filter(pk=step.phase.journey_id).update(title="Anders"),
    ],
)
def test_a_write_raises_the_version(step, make):
    before = version_of(step.phase.journey)

    make(step)

    assert version_of(step.phase.journey) > before


@pytest.mark.django_db(transaction=True)
def test_an_improvement_raises_every_journey_whose_pain_it_addresses(step, waterrijk):
    improvement = factories.ImprovementFactory(organisation=waterrijk, journey__organisation=waterrijk)
    factories.AddressedPainFactory(improvement=improvement, pain=factories.PainFactory(step=step))
    before = version_of(step.phase.journey)

    improvement.title = "Beter"
    improvement.save()

    assert version_of(step.phase.journey) == before + 1


@pytest.mark.django_db(transaction=True)
def test_a_catalogue_change_raises_the_version_of_the_organisation(waterrijk):
    touchpoint = factories.TouchpointFactory(organisation=waterrijk)
    waterrijk.refresh_from_db()
    before = waterrijk.version

    touchpoint.name = "Anders"
    touchpoint.save()

    waterrijk.refresh_from_db()
    assert waterrijk.version == before + 1


@pytest.mark.django_db(transaction=True)
def test_another_journey_keeps_its_version(step, waterrijk):
    other = factories.JourneyFactory(organisation=waterrijk)
    before = version_of(other)

    factories.PainFactory(step=step)

    assert version_of(other) == before


@pytest.mark.django_db(transaction=True)
def test_who_listens_is_told_at_commit_of_the_newer_version(step):
    with listening() as heard:
        with transaction.atomic():
            type(step).objects.filter(pk=step.pk).update(doing="belt")
            assert heard() == []

        journey = step.phase.journey
        told = {"journey": journey.pk, "organisation": journey.organisation_id, "based_on": None}
        assert heard(patience=10) == [{**told, "version": version_of(journey)}]


@contextmanager
def listening() -> Iterator[Callable[..., list[dict]]]:
    """What another connection hears meanwhile."""
    parameters = connection.get_connection_params()
    other = connection.Database.connect(**{**parameters, "cursor_factory": None})
    other.autocommit = True
    other.cursor().execute(f"LISTEN {CHANNEL}")

    def heard(patience: float = 0) -> list[dict]:
        select([other], [], [], patience)
        other.poll()
        notices, other.notifies[:] = list(other.notifies), []
        return [json.loads(notice.payload) for notice in notices]

    try:
        yield heard
    finally:
        other.close()
