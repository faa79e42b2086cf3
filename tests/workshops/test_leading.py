"""What a facilitator does with a session and its rounds."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from journeys.arranging import Stays
from tests.factories import JourneyFactory, StepFactory
from tests.session_factories import (
    HarvestFactory,
    NoteFactory,
    ParticipantFactory,
    RatingFactory,
    RoundFactory,
    WorkshopFactory,
)
from tests.workshops.listening import listening
from workshops.agendas import BY_NAME
from workshops.models import Participant, Round, Workshop
from workshops.refusals import HarvestedAlready, NotInSession, NotNow, Over
from workshops.taking_part import seen, write


def prepared(facilitator, waterrijk, *journeys, agenda="60") -> Workshop:
    return Workshop.prepare(
        organisation=waterrijk,
        title="Nieuw",
        journeys=journeys,
        by=facilitator,
        agenda=BY_NAME[agenda].parts,
    )


@pytest.mark.parametrize("name", ["30", "60", "120"])
def test_a_ready_made_agenda_takes_as_long_as_it_says(name):
    assert BY_NAME[name].minutes == int(name)


def test_a_prepared_session_begins_at_the_first_step_with_its_agenda(facilitator, waterrijk, journey, steps):
    workshop = prepared(facilitator, waterrijk, journey)

    assert (workshop.state, workshop.step) == ("ready", steps[0])
    assert [part.kind for part in workshop.rounds.all()][-2:] == ["vote", "agree"]
    assert len(workshop.code) == 6


def test_two_sessions_never_share_a_code(facilitator, waterrijk, journey, monkeypatch):
    codes = iter(["CCCCCC", "CCCCCC", "DDDDDD"])
    monkeypatch.setattr("workshops.models.workshop.new_code", lambda: next(codes))
    first, second = (Workshop(organisation=waterrijk, title="Sessie", code="CCCCCC") for _ in range(2))

    first.save_with_a_free_code()
    second.save_with_a_free_code()

    assert (first.code, second.code) == ("CCCCCC", "DDDDDD")


def test_only_one_round_runs(workshop, pains, facilitator):
    ideas = RoundFactory(workshop=workshop, kind="ideas", order=1)

    ideas.start(by=facilitator)

    pains.refresh_from_db()
    assert (pains.state, ideas.state) == ("done", "running")
    assert workshop.current_round() == ideas


def test_starting_a_round_that_runs_leaves_its_clock(pains, facilitator):
    began = pains.started_at

    pains.start(by=facilitator)

    assert pains.started_at == began


def test_no_round_starts_while_the_session_is_paused(workshop, pains, facilitator):
    workshop.pause(by=facilitator)

    with pytest.raises(NotNow):
        pains.start(by=facilitator)

    assert workshop.current_round() is None
    workshop.open(by=facilitator)
    pains.start(by=facilitator)
    assert workshop.current_round() == pains


def test_extending_gives_time_from_now_where_it_was_up(workshop, pains, facilitator):
    Round.objects.update(minutes=5, started_at=timezone.now() - timedelta(minutes=8))

    pains.extend(5, by=facilitator)

    assert timedelta(minutes=4) < pains.ends_at - timezone.now() <= timedelta(minutes=5)


def test_a_round_that_waits_moves_and_goes(workshop, pains, facilitator):
    ideas, vote = (
        RoundFactory(workshop=workshop, kind=kind, order=n) for n, kind in ((1, "ideas"), (2, "vote"))
    )

    vote.move(-1, by=facilitator)
    ideas.remove(by=facilitator)

    assert list(workshop.rounds.values_list("kind", "order")) == [("pains", 0), ("vote", 1)]
    with pytest.raises(Stays):
        vote.move(1, by=facilitator)


def test_a_round_that_began_stays(pains, facilitator):
    with pytest.raises(NotNow):
        pains.remove(by=facilitator)


def test_revealing_shows_what_everyone_wrote(workshop, pains, willow, facilitator):
    mine = NoteFactory(workshop=workshop, round=pains, participant=willow)
    theirs = NoteFactory(workshop=workshop, round=pains)
    assert list(workshop.notes.visible_to(willow)) == [mine]

    pains.reveal(by=facilitator)

    assert list(workshop.notes.visible_to(willow)) == [mine, theirs]


def test_everyone_is_brought_to_a_step_of_the_session_alone(workshop, steps, facilitator, waterrijk):
    workshop.bring_to(steps[1], by=facilitator)

    assert workshop.step == steps[1]
    with pytest.raises(NotInSession):
        workshop.bring_to(StepFactory(phase__journey__organisation=waterrijk), by=facilitator)


def test_ending_wipes_names_tokens_and_the_code(workshop, willow, pains, facilitator):
    NoteFactory(workshop=workshop, round=pains, participant=willow)

    workshop.end(by=facilitator)

    willow.refresh_from_db()
    pains.refresh_from_db()
    assert (willow.nickname, willow.digest, workshop.code) == ("", None, "")
    assert (workshop.state, pains.state, workshop.notes.count()) == ("ended", "done", 1)


def test_no_history_keeps_a_name_or_a_note(workshop, willow, pains):
    NoteFactory(workshop=workshop, round=pains, participant=willow, text="Dit gaat weg")

    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if name.endswith("event")]

    assert not {"workshops_participantevent", "workshops_noteevent"} & set(tables)


def test_a_session_past_its_time_is_over_and_the_command_ends_it(workshop, willow, capsys):
    Workshop.objects.update(ends_at=timezone.now() - timedelta(hours=1))
    workshop.refresh_from_db()
    assert workshop.is_over

    call_command("end_workshops")

    workshop.refresh_from_db()
    assert workshop.state == "ended"
    assert workshop.ended_at == workshop.ends_at
    assert Participant.objects.get().nickname == ""
    assert "1" in capsys.readouterr().out


def test_who_came_a_day_before_it_began_is_forgotten(facilitator, waterrijk, journey):
    workshop = prepared(facilitator, waterrijk, journey)
    early, late = (ParticipantFactory(workshop=workshop) for _ in range(2))
    Participant.objects.filter(pk=early.pk).update(joined_at=timezone.now() - timedelta(days=2))

    Workshop.objects.end_due()

    early.refresh_from_db()
    late.refresh_from_db()
    assert (early.nickname, early.digest) == ("", None)
    assert late.nickname
    workshop.refresh_from_db()
    assert workshop.state == "ready"


def test_two_sessions_on_one_journey_do_not_mix(workshop, journey, steps, waterrijk):
    other = JourneyFactory(organisation=waterrijk)
    elsewhere = StepFactory(phase__journey=other, phase__organisation=waterrijk)
    second = WorkshopFactory(organisation=waterrijk, on=[other, journey])

    assert list(workshop.steps()) == steps
    assert list(second.steps()) == [elsewhere, *steps]
    assert second.step == elsewhere


def test_a_step_that_goes_leaves_its_notes(workshop, pains, willow, steps):
    note = NoteFactory(workshop=workshop, round=pains, participant=willow, step=steps[0])
    RatingFactory(participant=willow, step=steps[0])

    steps[0].remove()
    connection.check_constraints()

    note.refresh_from_db()
    workshop.refresh_from_db()
    assert (note.step, workshop.step) == (None, None)


def test_a_journey_that_goes_leaves_the_session(workshop, pains, steps, journey):
    NoteFactory(workshop=workshop, round=pains, step=steps[0])

    journey.delete()
    connection.check_constraints()

    workshop.refresh_from_db()
    assert (workshop.journeys_in_order(), workshop.notes.count()) == ([], 1)


def test_nothing_is_led_once_it_is_over(workshop, pains, steps, facilitator):
    workshop.end(by=facilitator)

    for act in (workshop.open, workshop.pause, workshop.close_door, workshop.let_go, pains.start):
        with pytest.raises(Over):
            act(by=facilitator)


def test_lanes_are_hidden_by_their_names(workshop, facilitator):
    workshop.show_lanes(["processes", "made-up", "facts"], by=facilitator)

    assert workshop.hidden_lanes == ["facts", "processes"]


def test_a_removed_note_leaves_its_group(workshop, pains, facilitator):
    head, under = (NoteFactory(workshop=workshop, round=pains) for _ in range(2))
    under.merge_into(head, by=facilitator)
    assert list(workshop.notes.standing()) == [head]

    head.remove(by=facilitator)
    assert list(workshop.notes.standing()) == [under]

    head.put_back(by=facilitator)
    assert workshop.notes.standing().count() == 2


def test_what_is_on_the_journey_is_not_grouped_any_more(workshop, pains, facilitator):
    harvest = HarvestFactory(workshop=workshop)
    head, under = (NoteFactory(workshop=workshop, round=pains, harvest=harvest) for _ in range(2))

    with pytest.raises(HarvestedAlready):
        under.merge_into(head, by=facilitator)


@pytest.mark.django_db(transaction=True)
def test_who_listens_hears_once_of_each_change(workshop, willow, pains, steps):
    workshop.refresh_from_db()
    before = workshop.version
    with listening("workshop_changed") as heard:
        write(willow, during=pains, step=steps[0], kind="pain", text="Hoor je mij?", token=uuid4())
        Participant.objects.update(seen_at=timezone.now() - timedelta(minutes=2))
        willow.refresh_from_db()
        seen(willow)

        assert heard() == [{"workshop": workshop.pk, "version": before + 1}]


def test_versions_follow_everything_that_is_written(workshop, waterrijk):
    other = WorkshopFactory(organisation=waterrijk)
    workshop.refresh_from_db()
    before = workshop.version

    # A test is one transaction, in which a version is raised once: whether it was is all that can be seen.
    Workshop.objects.update(version_transaction=None)
    ParticipantFactory(workshop=workshop)

    workshop.refresh_from_db()
    assert workshop.version > before
    other.refresh_from_db()
    assert other.version_transaction is None
