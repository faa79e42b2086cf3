"""What someone did can be undone, and done again: any change, as long as nobody else built on it."""

from collections.abc import Callable, Sequence
from functools import partial

import pytest
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from exchange.importer import import_document
from journeys.changes import changing
from journeys.documents import document_of
from journeys.models import Change, Encounter, Fact, Journey, Pain, Phase, Stays, Step
from journeys.ordering import append, renumber
from journeys.reverting import Changed, Gone
from journeys.undoing import Elsewhere, Nothing, redo, restore, stacks, undo
from tests import factories
from tests.exchange.test_round_trip import real_database, unspoilt
from tests.strategies import documents

TEXTS = st.sampled_from(["Ik bel", "Ik wacht", "", "Ik vraag\nhet na"])


@pytest.fixture
def journey(step) -> Journey:
    return step.phase.journey


def document(journey: Journey) -> dict:
    return document_of(Journey.objects.whole().get(pk=journey.pk))


def write(step: Step, by, **fields) -> None:
    with changing(step.phase.journey, by=by):
        Step.objects.filter(pk=step.pk).update(**fields)


def test_a_text_comes_back(step, journey, editor):
    write(step, editor, doing="Mailt")

    undo(journey, editor)

    step.refresh_from_db()
    assert step.doing == "Belt de praktijk"


def test_what_was_undone_can_be_done_again(step, journey, editor):
    write(step, editor, doing="Mailt")
    undo(journey, editor)

    redo(journey, editor)

    step.refresh_from_db()
    assert step.doing == "Mailt"


def test_a_deleted_step_comes_back_with_all_that_lay_at_it(step, journey, editor):
    factories.StepFactory(phase=step.phase, order=1)
    pain = factories.PainFactory(step=step)
    factories.AddressedPainFactory(
        pain=pain, improvement__journey=journey, improvement__organisation=journey.organisation
    )
    before = document(journey)
    with changing(journey, by=editor):
        Step.objects.get(pk=step.pk).remove()

    undo(journey, editor)

    assert document(journey) == before


def test_a_new_change_forgets_what_was_undone(step, journey, editor):
    write(step, editor, doing="Mailt")
    undo(journey, editor)
    write(step, editor, doing="Appt")

    with pytest.raises(Nothing):
        redo(journey, editor)


def test_everyone_undoes_their_own_changes(step, journey, editor, facilitator):
    write(step, editor, doing="Mailt")
    write(step, facilitator, thinking="Zou het lukken?")

    undo(journey, editor)

    step.refresh_from_db()
    assert (step.doing, step.thinking) == ("Belt de praktijk", "Zou het lukken?")


def test_newer_text_of_someone_else_is_not_undone(step, journey, editor, facilitator):
    write(step, editor, doing="Mailt")
    write(step, facilitator, doing="Appt")

    with pytest.raises(Changed):
        undo(journey, editor)

    step.refresh_from_db()
    assert step.doing == "Appt"


def test_a_step_that_someone_else_put_a_card_at_stays(step, journey, editor, facilitator):
    new = Step(organisation=journey.organisation, phase=step.phase, title="Ik wacht")
    with changing(journey, by=editor):
        new.place_after(step)
    with changing(journey, by=facilitator):
        factories.PainFactory(step=new)

    with pytest.raises(Changed):
        undo(journey, editor)

    assert Step.objects.filter(pk=new.pk).exists()


def test_steps_that_others_added_stay_when_a_deleted_one_comes_back(step, journey, editor, facilitator):
    last = factories.StepFactory(phase=step.phase, order=1, title="Laatste")
    with changing(journey, by=editor):
        Step.objects.get(pk=step.pk).remove()
    with changing(journey, by=facilitator):
        Step(organisation=journey.organisation, phase=step.phase, title="Nieuw").place_after(last)

    undo(journey, editor)

    assert [(one.order, one.title) for one in step.phase.steps.all()] == [
        (0, "Ik bel"),
        (1, "Laatste"),
        (2, "Nieuw"),
    ]


def test_what_points_at_something_that_is_gone_does_not_come_back(step, journey, editor):
    encounter = factories.EncounterFactory(step=step)
    touchpoint = encounter.touchpoint
    with changing(journey, by=editor):
        encounter.delete()
    touchpoint.delete()

    with pytest.raises(Gone):
        undo(journey, editor)

    assert not step.encounters.exists()


def test_there_is_nothing_to_undo_in_a_journey_that_was_only_made(journey, editor):
    with changing(journey, by=editor, kind=Change.Kind.BEGIN):
        factories.PhaseFactory(journey=journey)

    with pytest.raises(Nothing):
        undo(journey, editor)


def test_only_the_last_change_is_undone_by_its_number(step, journey, editor):
    write(step, editor, doing="Mailt")
    first = stacks(journey, editor).done[-1]
    write(step, editor, doing="Appt")

    with pytest.raises(Nothing):
        undo(journey, editor, first)


def test_what_was_done_in_two_journeys_at_once_is_not_undone_in_one(step, journey, editor):
    other = factories.make(Step, journey.organisation)
    with changing(journey, by=editor), changing(other.phase.journey, by=editor):
        Step.objects.filter(pk__in=[step.pk, other.pk]).update(doing="Mailt")

    with pytest.raises(Elsewhere):
        undo(journey, editor)


def test_nothing_written_is_nothing_to_undo(journey, editor):
    with changing(journey, by=editor):
        pass

    assert not journey.changes.exists()


# Things that people do, each to a row that chance picks.


def steps_of(journey: Journey) -> list[Step]:
    return list(Step.objects.filter(phase__journey=journey).order_by("phase__order", "order"))


def do_write(journey: Journey, choose: Callable) -> None:
    step = choose(steps_of(journey))
    Step.objects.filter(pk=step.pk).update(doing=choose(["", "Ik bel"]), feeling=choose([None, -2, 1]))


def do_move(journey: Journey, choose: Callable) -> None:
    choose(steps_of(journey)).move(choose([-1, 1]))


def do_add(journey: Journey, choose: Callable) -> None:
    step = choose(steps_of(journey))
    Step(organisation_id=journey.organisation_id, phase=step.phase, title="Nieuw").place_after(step)


def do_remove(journey: Journey, choose: Callable) -> None:
    choose(steps_of(journey)).remove()


def do_phase(journey: Journey, choose: Callable) -> None:
    phase = choose(list(journey.phases.all()))
    if choose([True, False]):
        return phase.move(choose([-1, 1]))
    return phase.remove()


def do_add_phase(journey: Journey, choose: Callable) -> None:
    phase = Phase(organisation_id=journey.organisation_id, journey=journey, name="Nieuw")
    phase.place_after(choose([None, *journey.phases.all()]))
    Step(organisation_id=journey.organisation_id, phase=phase, title="Eerste").place_after(None)


def do_add_card(journey: Journey, choose: Callable) -> None:
    step, model = choose(steps_of(journey)), choose([Pain, Fact])
    card = model(organisation_id=journey.organisation_id, step=step, text="Nieuw")
    append(card, model.objects.filter(step=step))


def do_remove_card(journey: Journey, choose: Callable) -> None:
    model = choose([Pain, Fact, Encounter, apps.get_model("processes.ProcessStep")])
    cards = list(model.objects.filter(step__phase__journey=journey).order_by("pk"))
    if cards:
        card = choose(cards)
        card.delete()
        renumber(model.objects.filter(step=card.step_id))


def do_improve(journey: Journey, choose: Callable) -> None:
    pains = list(Pain.objects.filter(step__phase__journey=journey).order_by("pk"))
    improvement = journey.improvements.create(organisation_id=journey.organisation_id, title="Beter")
    if pains:
        values = {"organisation_id": journey.organisation_id, "pain": choose(pains)}
        improvement.addressed_pains.create(**values)


def do_rename(journey: Journey, choose: Callable) -> None:
    Journey.objects.filter(pk=journey.pk).update(title=choose(["Anders", "Nog anders"]))


ACTS = [value for name, value in globals().items() if name.startswith("do_")]


def act(journey: Journey, by, choose: Callable, leave_out: Sequence[Callable] = ()) -> None:
    """One of those things; a journey without steps is only renamed."""
    acts = [one for one in ACTS if one not in leave_out]
    if not journey.phases.filter(steps__isnull=False).exists():
        acts = [do_nothing if do_rename in leave_out else do_rename]
    try:
        with changing(journey, by=by):
            choose(acts)(journey, choose)
    except Stays:
        pass


def do_nothing(journey: Journey, choose: Callable) -> None:
    """Also a thing that people do."""


@real_database
@given(documents(), st.integers(1, 8), st.data())
def test_any_changes_of_any_journey_undone_give_the_old_document_back(db, imported, times, data):
    choose = partial(chosen, data)
    with unspoilt() as organisation:
        journey = import_document(imported, organisation, by=None)
        user = factories.MembershipFactory(organisation=organisation).user
        documents_then = [document(journey)]
        for _time in range(times):
            act(journey, user, choose)
            if document(journey) != documents_then[-1]:
                documents_then.append(document(journey))

        for expected in reversed(documents_then[:-1]):
            while document(journey) != expected:
                undo(journey, user)
        for expected in documents_then[1:]:
            while document(journey) != expected:
                redo(journey, user)

        start = journey.changes.get(kind=Change.Kind.BEGIN)
        restore(journey, start, user)
        assert document(journey) == documents_then[0]


def chosen(data: st.DataObject, options: list):
    return data.draw(st.sampled_from(options))
