"""A process step points at the step that waits for it, and at the one that depends on it."""

import pytest
from django.core.exceptions import ValidationError

from journeys.arranging import Place
from journeys.changes import changing
from journeys.copying import duplicate_steps
from journeys.copying_elsewhere import copy_lane, copy_to
from journeys.desiring import desire
from journeys.documents import document_of
from journeys.models import Journey, Step
from journeys.undoing import undo
from processes.models import Process, ProcessStep
from tests import factories
from tests.pages import page, soup, texts, wrong_fields
from tests.process_factories import ProcessFactory


@pytest.fixture
def step(waterrijk) -> Step:
    return factories.StepFactory(
        organisation=waterrijk, phase__journey__organisation=waterrijk, title="Wij doen aangifte", order=1
    )


@pytest.fixture
def earlier(step) -> Step:
    return factories.StepFactory(phase=step.phase, title="Ons kind is geboren", order=0)


@pytest.fixture
def later(step) -> Step:
    return factories.StepFactory(phase=step.phase, title="Wij krijgen de hielprik", order=2)


@pytest.fixture
def row(step, later) -> ProcessStep:
    shared = ProcessFactory(organisation=step.organisation, name="Geboorte inschrijven")
    return factories.ProcessStepFactory(
        step=step,
        title="Stuurt bericht",
        order=0,
        awaited_by=step,
        needed_by=later,
        part_of=shared,
        seen=True,
    )


@pytest.fixture
def url(step) -> str:
    return f"/klantreizen/{step.phase.journey_id}/"


def whole(journey: Journey) -> dict:
    return document_of(Journey.objects.whole().get(pk=journey.pk))


def offered(found, name: str) -> list[str]:
    return texts(found.select(f"select[name={name}] option"))


def test_only_steps_from_its_own_on_are_offered(as_editor, step, earlier, later, url):
    found = page(as_editor, f"{url}stappen/{step.pk}/processtappen/nieuw/")

    assert offered(found, "awaited_by") == ["–", "2. Wij doen aangifte", "3. Wij krijgen de hielprik"]
    assert offered(found, "needed_by") == ["–", "3. Wij krijgen de hielprik"]


def test_what_hangs_together_is_saved(as_editor, step, later, url):
    typed = {"title": "Stuurt bericht", "seen": "on", "awaited_by": step.pk, "needed_by": later.pk}
    as_editor.post(
        f"{url}stappen/{step.pk}/processtappen/nieuw/", typed | {"shared_process": " Geboorte  inschrijven "}
    )

    made = step.process_steps.get()
    assert (made.seen, made.awaited_by, made.needed_by) == (True, step, later)
    assert made.part_of.name == "Geboorte inschrijven"


def test_a_shared_process_that_is_there_is_used(as_editor, row, step, url):
    typed = {"title": "Belt", "shared_process": "geboorte inschrijven"}
    as_editor.post(f"{url}stappen/{step.pk}/processtappen/nieuw/", typed)

    assert Process.objects.get().process_steps.count() == 2


def test_an_earlier_step_or_one_of_another_journey_is_refused(as_editor, step, earlier, url):
    other = factories.StepFactory(
        phase__journey__organisation=step.organisation, organisation=step.organisation
    )
    for wrong in (earlier, other):
        typed = {"title": "Stuurt bericht", "needed_by": wrong.pk}
        response = as_editor.post(f"{url}stappen/{step.pk}/processtappen/nieuw/", typed)

        assert response.status_code == 422
        assert wrong_fields(soup(response)) == ["needed_by"]
    assert not step.process_steps.exists()


def test_a_step_of_another_journey_is_no_step_to_wait(row, step):
    row.awaited_by = factories.StepFactory(
        phase__journey__organisation=step.organisation, organisation=step.organisation
    )
    with pytest.raises(ValidationError):
        row.full_clean()


def test_a_step_that_goes_is_waited_for_no_more_until_it_comes_back(row, step, later, editor):
    journey = step.phase.journey
    before = whole(journey)
    with changing(journey, by=editor):
        Step.objects.get(pk=later.pk).remove()
    row.refresh_from_db()
    assert row.needed_by is None

    undo(journey, editor)

    assert whole(journey) == before


def test_a_copy_in_the_same_journey_points_at_the_same_steps_or_their_copies(row, step, later, editor):
    with changing(step.phase.journey, by=editor):
        [copy, last] = duplicate_steps([step, later])

    made = copy.process_steps.get()
    assert (made.awaited_by, made.needed_by, made.part_of) == (copy, last, row.part_of)


def test_a_desired_journey_points_at_its_own_steps(row, step, later, editor):
    desired = desire(step.phase.journey, title="Straks", solved=[], by=editor)

    made = ProcessStep.objects.get(step__phase__journey=desired)
    assert (made.awaited_by.origin, made.needed_by.origin) == (step.origin, later.origin)
    assert made.needed_by.phase.journey == desired


def test_copied_elsewhere_it_lets_go_of_steps_that_stay(row, step, waterrijk, editor):
    other = factories.PhaseFactory(organisation=waterrijk, journey__organisation=waterrijk)
    with changing(other.journey, by=editor):
        [copy] = copy_to([step], Place(other))

    made = copy.process_steps.get()
    assert (made.awaited_by, made.needed_by) == (copy, None)


def test_a_lane_that_is_copied_points_at_steps_of_the_same_title(row, later, waterrijk, editor):
    other = factories.PhaseFactory(organisation=waterrijk, journey__organisation=waterrijk)
    there = factories.StepFactory(phase=other, title="wij doen aangifte", order=0)
    with changing(other.journey, by=editor):
        copy_lane("processes", later.phase.journey, other.journey)

    made = there.process_steps.get()
    assert (made.awaited_by, made.needed_by) == (there, None)
    assert copy_lane("processes", later.phase.journey, other.journey).there == 1
