"""What someone did can be undone, and done again: any change, as long as nobody else built on it."""

import pytest

from journeys.changes import changing
from journeys.documents import document_of
from journeys.models import Change, Journey, Step
from journeys.reverting import Changed, Gone, Stuck
from journeys.undoing import Elsewhere, Nothing, redo, stacks, undo
from tests import factories
from tests.journeys.editing import parsed


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


def test_a_step_comes_back_without_what_is_gone_and_that_is_told(as_editor, step, journey, url):
    factories.StepFactory(phase=step.phase, order=1)
    kept = factories.PainFactory(step=step)
    gone = [factories.EncounterFactory(step=step, order=order).touchpoint for order in range(2)]
    stays = factories.EncounterFactory(step=step, order=2).touchpoint
    as_editor.post(f"{url}stappen/{step.pk}/verwijderen/")
    for touchpoint in gone:
        touchpoint.delete()

    answer = as_editor.post(f"{url}ongedaan/", follow=True)

    step.refresh_from_db()
    assert [(one.touchpoint, one.order) for one in step.encounters.all()] == [(stays, 0)]
    assert step.pains.get() == kept
    assert (
        "Niet terug, want intussen verwijderd: ontmoeting (2)." in parsed(answer).select_one("#messages").text
    )


def test_a_step_that_came_back_without_something_can_be_taken_away_again(step, journey, editor):
    factories.StepFactory(phase=step.phase, order=1)
    touchpoint = factories.EncounterFactory(step=step).touchpoint
    with changing(journey, by=editor):
        Step.objects.get(pk=step.pk).remove()
    touchpoint.delete()
    undo(journey, editor)

    redo(journey, editor)
    assert not Step.objects.filter(pk=step.pk).exists()
    undo(journey, editor)
    assert Step.objects.filter(pk=step.pk).exists()


def test_a_step_of_a_phase_that_is_gone_does_not_come_back(step, journey, editor, facilitator):
    phase = factories.PhaseFactory(journey=journey, order=1)
    first, last = [factories.StepFactory(phase=phase, order=order) for order in range(2)]
    factories.EncounterFactory(step=first)
    with changing(journey, by=editor):
        Step.objects.get(pk=first.pk).remove()
    with changing(journey, by=facilitator):
        Step.objects.get(pk=last.pk).remove()

    with pytest.raises(Stuck):
        undo(journey, editor)


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


def test_undoing_again_passes_by_what_is_stuck(step, journey, editor, facilitator):
    write(step, editor, thinking="Zou het lukken?")
    write(step, editor, needs="Rust")
    write(step, editor, doing="Mailt")
    write(step, facilitator, doing="Appt")
    with pytest.raises(Changed) as stuck:
        undo(journey, editor)

    for _time in range(2):
        undo(journey, editor, before=stuck.value.number)

    step.refresh_from_db()
    assert (step.thinking, step.needs, step.doing) == ("", "", "Appt")
    with pytest.raises(Nothing):
        undo(journey, editor, before=stuck.value.number)


def test_what_was_passed_by_is_undone_after_all_once_it_can_be(step, journey, editor, facilitator):
    write(step, editor, doing="Mailt")
    write(step, facilitator, doing="Appt")
    with pytest.raises(Changed):
        undo(journey, editor)
    undo(journey, facilitator)

    undo(journey, editor)

    step.refresh_from_db()
    assert step.doing == "Belt de praktijk"
