"""What someone who takes part can do, once, and no more often."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from tests.factories import PainFactory, StepFactory
from tests.session_factories import (
    NoteFactory,
    ParticipantFactory,
    RoundFactory,
    VoteFactory,
    WorkshopFactory,
)
from workshops.models import Note, Rating, Vote
from workshops.refusals import NoDotsLeft, NotInSession, NotNow, Over
from workshops.taking_part import dots_of, feel, put_dots, take_back, unfeel, write


@pytest.fixture
def vote(workshop):
    return RoundFactory(workshop=workshop, kind="vote", votes_each=3, running=True)


@pytest.fixture
def shown(workshop):
    """A note that everyone can see."""
    told = RoundFactory(workshop=workshop, order=50)
    told.started_at = told.ended_at = told.revealed_at = workshop.started_at
    told.save()
    return NoteFactory(workshop=workshop, round=told)


def test_a_note_that_is_sent_twice_is_written_once(willow, pains, steps):
    sent = {"during": pains, "step": steps[0], "kind": "pain", "token": uuid4()}

    first = write(willow, text="Niemand begint erover", **sent)
    again = write(willow, text="Niemand begint erover", **sent)

    assert again == first
    assert Note.objects.count() == 1


def test_a_note_is_kept_on_one_line(willow, pains, steps):
    note = write(
        willow, during=pains, step=steps[0], kind="pain", text="  Niet\n\n duidelijk ", token=uuid4()
    )

    assert note.text == "Niet duidelijk"


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 501, "nul\x00"])
def test_a_text_that_cannot_be_kept_is_refused(willow, pains, steps, text):
    with pytest.raises(ValidationError):
        write(willow, during=pains, step=steps[0], kind="pain", text=text, token=uuid4())


def test_a_note_written_offline_is_taken_after_the_round(willow, pains, steps, facilitator, workshop):
    pains.stop(by=facilitator)
    workshop.pause(by=facilitator)

    write(willow, during=pains, step=steps[0], kind="pain", text="Later gestuurd", token=uuid4())

    assert Note.objects.get().text == "Later gestuurd"


def test_nothing_is_taken_once_it_has_ended(willow, pains, steps, facilitator, workshop):
    workshop.end(by=facilitator)

    with pytest.raises(Over):
        write(willow, during=pains, step=steps[0], kind="pain", text="Te laat", token=uuid4())


def test_who_was_sent_out_writes_nothing_more(willow, pains, steps, facilitator):
    willow.remove(by=facilitator)

    with pytest.raises(Over):
        write(willow, during=pains, step=steps[0], kind="pain", text="Toch nog", token=uuid4())


def test_a_round_that_never_began_takes_no_notes(willow, workshop, steps):
    waiting = RoundFactory(workshop=workshop)

    with pytest.raises(NotNow):
        write(willow, during=waiting, step=steps[0], kind="pain", text="Te vroeg", token=uuid4())


def test_a_step_of_another_journey_is_out_of_reach(willow, pains, waterrijk):
    other = StepFactory(phase__journey__organisation=waterrijk, phase__organisation=waterrijk)

    with pytest.raises(NotInSession):
        write(willow, during=pains, step=other, kind="pain", text="Elders", token=uuid4())
    with pytest.raises(NotInSession):
        feel(willow, step=other, value=1)


def test_a_round_of_another_session_is_out_of_reach(willow, steps, waterrijk):
    other = RoundFactory(workshop=WorkshopFactory(organisation=waterrijk), running=True)

    with pytest.raises(NotInSession):
        write(willow, during=other, step=steps[0], kind="pain", text="Elders", token=uuid4())


def test_what_someone_takes_back_is_gone(willow, workshop, pains, facilitator):
    mine = NoteFactory(workshop=workshop, round=pains, participant=willow)
    theirs = NoteFactory(workshop=workshop, round=pains)

    take_back(willow, mine)
    take_back(willow, theirs)

    assert list(workshop.notes.all()) == [theirs]


def test_one_feeling_a_step_for_each_person(willow, steps):
    feel(willow, step=steps[0], value=-2)
    feel(willow, step=steps[0], value=1)
    feel(willow, step=steps[1], value=0)

    assert dict(Rating.objects.values_list("step", "value")) == {steps[0].pk: 1, steps[1].pk: 0}
    unfeel(willow, steps[0])
    assert Rating.objects.count() == 1


@pytest.mark.parametrize("value", [-3, 3])
def test_a_feeling_off_the_scale_is_refused(willow, steps, value):
    with pytest.raises(ValidationError):
        feel(willow, step=steps[0], value=value)


def test_dots_are_put_and_taken_away_while_the_round_runs(willow, vote, shown):
    assert put_dots(willow, during=vote, note=shown, count=2) == 1
    assert put_dots(willow, during=vote, note=shown, count=2) == 1

    assert dots_of(willow, vote).on_notes == {shown.pk: 2}
    assert put_dots(willow, during=vote, note=shown, count=0) == 3
    assert Vote.objects.count() == 0


def test_nobody_has_more_dots_than_there_are(willow, vote, shown, workshop, steps):
    pain = PainFactory(step=steps[0])
    put_dots(willow, during=vote, note=shown, count=2)

    with pytest.raises(NoDotsLeft):
        put_dots(willow, during=vote, pain=pain, count=2)

    assert put_dots(willow, during=vote, pain=pain, count=1) == 0
    assert dots_of(willow, vote).on_pains == {pain.pk: 1}


def test_the_database_refuses_a_dot_that_was_given_already(willow, vote, shown):
    VoteFactory(participant=willow, round=vote, note=shown, slot=1)

    with pytest.raises(IntegrityError, match="vote_each_dot_once"), transaction.atomic():
        VoteFactory(participant=willow, round=vote, note=shown, slot=1)


def test_dots_are_given_while_the_round_runs(willow, vote, shown, facilitator):
    vote.stop(by=facilitator)

    with pytest.raises(NotNow):
        put_dots(willow, during=vote, note=shown, count=1)


def test_nobody_votes_on_what_not_everyone_can_see(willow, workshop, pains, facilitator):
    vote = RoundFactory(workshop=workshop, kind="vote", order=1)
    vote.start(by=facilitator)
    hidden = NoteFactory(workshop=workshop, round=pains)

    with pytest.raises(NotInSession):
        put_dots(willow, during=vote, note=hidden, count=1)


def test_votes_are_counted_once_the_round_has_ended(willow, workshop, vote, shown, facilitator):
    put_dots(willow, during=vote, note=shown, count=3)
    assert workshop.notes.with_votes().get(pk=shown.pk).dots == 0

    vote.stop(by=facilitator)

    assert workshop.notes.with_votes().get(pk=shown.pk).dots == 3


def test_dots_on_grouped_notes_count_together(workshop, vote, shown, facilitator):
    other = NoteFactory(workshop=workshop, round=shown.round)
    for note in (shown, other):
        put_dots(ParticipantFactory(workshop=workshop), during=vote, note=note, count=2)
    vote.stop(by=facilitator)

    other.merge_into(shown, by=facilitator)

    assert [note.dots for note in workshop.notes.standing().most_voted_first()] == [4]


def test_everything_stays_within_its_organisation(willow, workshop, steps):
    feel(willow, step=steps[0], value=1)

    connection.check_constraints()

    assert Rating.objects.get().organisation == workshop.organisation
