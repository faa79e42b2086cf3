"""Where only words of steps changed, the map is the one from before with those words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.importer import import_document
from journeys.changes import changing
from journeys.documents import WORDS, document_of
from journeys.journal import touched_in
from journeys.journey_map import map_of
from journeys.models import Journey, Step
from journeys.pictures import MapPicture
from journeys.redrawing import Redrawn, Seen, redrawn
from journeys.remembered import drawn_lately, forget, patched
from journeys.rewording import reworded
from tests import factories
from tests.exchange.test_round_trip import real_database, unspoilt
from tests.journeys.acts import NEEDS_NO_STEPS, Choose, act
from tests.strategies import documents_with_situations


@settings(real_database, max_examples=40)
@given(documents_with_situations(), st.data())
def test_new_words_give_the_map_that_is_drawn_anew(db, imported, data):
    document, situations = imported
    with unspoilt() as organisation:
        was = Journey.objects.whole().get(pk=import_document(document, organisation, by=None).pk)
        before = map_of(was, situations)

        steps = [step for phase in was.loaded_phases for step in phase.loaded_steps]
        for step in (step for step in steps if data.draw(st.booleans())):
            words = data.draw(st.dictionaries(st.sampled_from(WORDS), st.sampled_from(["", "Belt", "Wacht"])))
            Step.objects.filter(pk=step.pk).update(**words)

        now = patched(was, {Step: {step.pk for step in steps}}, version=9)
        told = reworded(before, was, now)
        assert told == map_of(now, situations)
        assert told.analysis.document == document_of(now)
        assert told.sources == map_of(now, situations).sources
        assert _redrawn(was, before, now, told) == _redrawn(was, before, now, map_of(now, situations))


@settings(real_database, max_examples=40)
@given(documents_with_situations(), st.data())
def test_whatever_else_changed_it_is_not_taken_for_words(db, imported, data):
    document, situations = imported
    with unspoilt() as organisation:
        journey = import_document(document, organisation, by=None)
        choose = Choose(data, factories.MembershipFactory(organisation=organisation).user)
        was = Journey.objects.whole().get(pk=journey.pk)
        before, last = map_of(was, situations), journey.changes.order_by("pk").last()
        act(journey, choose, leave_out=NEEDS_NO_STEPS)

        contexts = journey.changes.after(last).values_list("context", flat=True)
        now = patched(was, touched_in(contexts), version=9)
        assert reworded(before, was, now) in (None, map_of(now, situations))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", [{"title": "Mailt"}, {"feeling": -2}, {"offset_days": 9}])
def test_what_figures_follow_from_is_more_than_words(step, change):
    was = Journey.objects.whole().get(pk=step.phase.journey_id)
    Step.objects.filter(pk=step.pk).update(**change)
    assert reworded(map_of(was), was, patched(was, {Step: {step.pk}}, version=9)) is None


@pytest.mark.django_db(transaction=True)
def test_a_cell_that_is_saved_computes_no_figure_anew(step, editor):
    forget()
    journey = step.phase.journey
    _journey, before = drawn_lately(journey.pk, ())
    with changing(journey, by=editor):
        Step.objects.filter(pk=step.pk).update(doing="Mailt")

    _journey, after = drawn_lately(journey.pk, ())

    assert after.steps[0].doing.text == "Mailt"
    assert after.analysis.sight is before.analysis.sight


def _redrawn(was: Journey, before: MapPicture, now: Journey, after: MapPicture) -> Redrawn:
    return redrawn(Seen(was, before), Seen(now, after), "")
