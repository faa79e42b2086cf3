"""What a process remembers of a journey goes forward with every change, and is never stale."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.importer import import_document
from journeys.changes import changing
from journeys.documents import document_of
from journeys.journal import touched_in
from journeys.journey_map import map_of
from journeys.models import Change, Journey, Step
from journeys.remembered import drawn_lately, forget, patched, whole_journey
from tests import factories
from tests.exchange.test_round_trip import real_database, unspoilt
from tests.journeys.acts import NEEDS_NO_STEPS, Choose, act
from tests.strategies import documents


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    forget()


@settings(real_database)
@given(documents(), st.integers(1, 4), st.data())
def test_bringing_forward_gives_what_loading_anew_gives(db, imported, times, data):
    with unspoilt() as organisation:
        journey = import_document(imported, organisation, by=None)
        choose = Choose(data, factories.MembershipFactory(organisation=organisation).user)
        remembered = Journey.objects.whole().get(pk=journey.pk)
        last = journey.changes.order_by("pk").last()
        for _time in range(times):
            act(journey, choose, leave_out=NEEDS_NO_STEPS)

        contexts = journey.changes.after(last).values_list("context", flat=True)
        forward = patched(remembered, touched_in(contexts), version=9)

        anew = Journey.objects.whole().get(pk=journey.pk)
        assert document_of(forward) == document_of(anew)
        assert forward.loaded_phases == anew.loaded_phases


@pytest.mark.django_db(transaction=True)
def test_a_change_loads_only_what_it_touched(step, editor, django_assert_max_num_queries):
    journey = step.phase.journey
    first = whole_journey(journey.pk)
    with changing(journey, by=editor):
        Step.objects.filter(pk=step.pk).update(doing="Mailt")

    with django_assert_max_num_queries(4):
        second = whole_journey(journey.pk)

    assert second.loaded_phases[0].loaded_steps[0].doing == "Mailt"
    assert first.loaded_phases[0].loaded_steps[0].doing == "Belt de praktijk"


@pytest.mark.django_db(transaction=True)
def test_what_is_written_by_no_change_is_loaded_anew(step):
    journey = step.phase.journey
    whole_journey(journey.pk)
    Step.objects.filter(pk=step.pk).update(doing="Mailt")

    assert whole_journey(journey.pk).loaded_phases[0].loaded_steps[0].doing == "Mailt"


@pytest.mark.django_db(transaction=True)
def test_a_name_in_the_catalogue_is_loaded_anew(step):
    journey = step.phase.journey
    encounter = factories.EncounterFactory(step=step)
    whole_journey(journey.pk)
    encounter.touchpoint.name = "Anders"
    encounter.touchpoint.save()

    [shown] = whole_journey(journey.pk).loaded_phases[0].loaded_steps[0].loaded_encounters
    assert shown.touchpoint.name == "Anders"


@pytest.mark.django_db(transaction=True)
def test_a_change_knows_the_version_that_it_made(step, editor):
    journey = step.phase.journey
    with changing(journey, by=editor):
        Step.objects.filter(pk=step.pk).update(doing="Mailt")

    journey.refresh_from_db()
    assert Change.objects.get().version == journey.version


@pytest.mark.django_db(transaction=True)
def test_of_a_step_that_was_not_touched_the_picture_is_not_drawn_again(step, editor):
    journey = step.phase.journey
    other = factories.StepFactory(phase=step.phase)
    _journey, before = drawn_lately(journey.pk, ())
    with changing(journey, by=editor):
        factories.PainFactory(step=step)

    _journey, after = drawn_lately(journey.pk, ())

    pictures = {picture.id: picture for picture in before.steps}
    drawn_again = {picture.id for picture in after.steps if pictures[picture.id] is not picture}
    assert drawn_again == {step.pk}
    assert other.pk in pictures


@settings(real_database, max_examples=40)
@given(documents(), st.data())
def test_a_map_with_pictures_from_before_is_the_map_drawn_anew(db, imported, data):
    with unspoilt() as organisation:
        journey = import_document(imported, organisation, by=None)
        choose = Choose(data, factories.MembershipFactory(organisation=organisation).user)
        remembered = Journey.objects.whole().get(pk=journey.pk)
        before = map_of(remembered)
        last = journey.changes.order_by("pk").last()
        act(journey, choose, leave_out=NEEDS_NO_STEPS)

        contexts = journey.changes.after(last).values_list("context", flat=True)
        forward = patched(remembered, touched_in(contexts), version=9)

        assert map_of(forward, before=before) == map_of(forward)
