"""What came in becomes part of a journey, once, and can be undone there."""

import pytest

from improvements.models import Improvement
from journeys.models import Change, Evidence, EvidenceAbout, Pain, Step
from journeys.story import Teller
from journeys.undoing import redo, undo
from personas.models import Finding
from tests.factories import PainFactory, StepFactory
from tests.session_factories import (
    NoteFactory,
    ParticipantFactory,
    RatingFactory,
    RoundFactory,
    VoteFactory,
)
from workshops.harvesting import harvest_feeling, harvest_note, harvest_order
from workshops.models import Harvest
from workshops.refusals import HarvestedAlready, NotInSession, NotNow
from workshops.room import median_face


@pytest.fixture
def note(workshop, pains, willow, steps):
    return NoteFactory(
        workshop=workshop, round=pains, participant=willow, step=steps[1], text="Niemand begint erover"
    )


def harvested(note, facilitator, into="pain", **more):
    return harvest_note(note, into=into, text=note.text, step=note.step, by=facilitator, **more)


def test_a_note_becomes_a_pain_at_its_step(note, steps, facilitator):
    harvested(note, facilitator, severity=3)

    pain = Pain.objects.get()
    assert (pain.text, pain.step, pain.severity) == ("Niemand begint erover", steps[1], 3)


def test_a_note_becomes_a_line_of_needs(note, steps, facilitator):
    Step.objects.filter(pk=steps[1].pk).update(needs="Rust")

    harvested(note, facilitator, into="need")

    assert Step.objects.get(pk=steps[1].pk).needs == "Rust\nNiemand begint erover"


def test_a_note_becomes_a_step_behind_its_own(note, journey, facilitator):
    harvested(note, facilitator, into="step")

    titles = list(
        Step.objects.filter(phase__journey=journey).order_by("order").values_list("title", flat=True)
    )
    assert titles[1:] == ["Ik hoor dat we moeten erkennen", "Niemand begint erover"]


def test_a_note_becomes_an_improvement_with_an_owner_and_a_day(note, journey, steps, facilitator):
    pain = PainFactory(step=steps[1])

    harvested(note, facilitator, into="improvement", pains=[pain], owner=facilitator)

    made = Improvement.objects.get()
    assert (made.journey, made.owner_person, made.status) == (journey, facilitator, "planned")
    assert list(made.addresses.all()) == [pain]
    assert not Finding.objects.exists(), "an idea proves nothing"


def test_grouped_notes_become_one_thing(note, workshop, pains, steps, facilitator):
    under = NoteFactory(workshop=workshop, round=pains, step=steps[1], participant__kind="resident")
    under.merge_into(note, by=facilitator)

    told = harvested(note, facilitator)

    assert Pain.objects.count() == 1
    assert told.harvest.people == 2
    assert set(workshop.notes.values_list("harvest", flat=True)) == {told.harvest.pk}


def test_it_counts_as_evidence_of_who_was_in_the_room(note, workshop, pains, steps, journey, facilitator):
    colleague = ParticipantFactory(workshop=workshop, kind="staff")
    NoteFactory(workshop=workshop, round=pains, step=steps[1], participant=colleague).merge_into(
        note, by=facilitator
    )
    vote = RoundFactory(workshop=workshop, kind="vote", order=1)
    vote.start(by=facilitator)
    vote.stop(by=facilitator)
    VoteFactory(participant=ParticipantFactory(workshop=workshop, kind="resident"), round=vote, note=note)

    harvested(note, facilitator)

    assert dict(Finding.objects.values_list("kind", "people")) == {"resident": 2, "staff": 1}
    finding = Finding.objects.get(kind="resident")
    assert workshop.title in finding.source
    assert finding.found_on
    about = EvidenceAbout.objects.get(evidence__finding=finding)
    assert (about.pain, about.evidence.journey) == (Pain.objects.get(), journey)


def test_nothing_is_harvested_twice(note, facilitator):
    harvested(note, facilitator)

    with pytest.raises(HarvestedAlready):
        harvested(note, facilitator)

    assert Pain.objects.count() == 1


def test_it_is_one_change_that_says_where_it_was_made(note, journey, facilitator):
    harvested(note, facilitator)

    change = journey.changes.get()
    assert (change.source, change.user) == (Change.Source.WORKSHOP, facilitator)
    assert Teller(journey).told([change])[0].words.startswith("werksessie: ")


def test_what_is_undone_can_be_harvested_again(note, journey, facilitator):
    harvested(note, facilitator)

    undo(journey, facilitator)

    assert not Pain.objects.exists()
    assert not Evidence.objects.exists()
    assert not Harvest.objects.there_still().exists()
    harvested(note, facilitator)
    assert Pain.objects.count() == 1
    assert Finding.objects.count() == 1


def test_what_is_done_again_is_harvested_again_too(note, journey, facilitator):
    harvested(note, facilitator)
    undo(journey, facilitator)

    redo(journey, facilitator)

    assert Harvest.objects.there_still().count() == 1
    with pytest.raises(HarvestedAlready):
        harvested(note, facilitator)


@pytest.mark.parametrize("into", ["need", "step", "improvement"])
def test_undoing_frees_whatever_it_became(note, journey, facilitator, into):
    harvested(note, facilitator, into=into)
    assert Harvest.objects.there_still().count() == 1

    undo(journey, facilitator)

    assert not Harvest.objects.there_still().exists()


def test_a_note_that_was_removed_or_grouped_stays_where_it_is(note, workshop, pains, steps, facilitator):
    other = NoteFactory(workshop=workshop, round=pains, step=steps[1])
    note.merge_into(other, by=facilitator)
    with pytest.raises(NotInSession):
        harvested(note, facilitator)

    other.remove(by=facilitator)
    with pytest.raises(NotInSession):
        harvested(other, facilitator)


def test_it_goes_to_a_step_of_the_session_alone(note, waterrijk, facilitator):
    elsewhere = StepFactory(phase__journey__organisation=waterrijk, phase__organisation=waterrijk)

    with pytest.raises(NotInSession):
        harvest_note(note, into="pain", text="Elders", step=elsewhere, by=facilitator)

    assert not Pain.objects.exists()


def test_the_session_may_have_ended(note, workshop, facilitator):
    workshop.end(by=facilitator)

    told = harvested(note, facilitator)

    assert told.harvest.people == 1


@pytest.mark.parametrize(
    ("values", "face"),
    [((-2, -1, -1, 0, 2), -1), ((-2, -1), -2), ((1, 2), 2), ((0, 1), 1), ((-1, 1), 0), ((0,), 0), ((), None)],
)
def test_the_feeling_in_the_middle_is_a_face(values, face):
    assert median_face(values) == face


def feel(workshop, step, *values, kind="resident"):
    for value in values:
        RatingFactory(
            participant=ParticipantFactory(workshop=workshop, kind=kind), step=step, value=value, round=None
        )


def test_what_the_room_feels_becomes_the_hartslag(workshop, steps, journey, facilitator):
    feel(workshop, steps[0], -2, -2, -1)
    feel(workshop, steps[0], 1, kind="staff")

    told = harvest_feeling(workshop, steps[0], by=facilitator)

    assert Step.objects.get(pk=steps[0].pk).feeling == -2
    assert told.harvest.people == 4
    assert "−2" in told.harvest.text
    assert dict(Finding.objects.values_list("kind", "people")) == {"resident": 3, "staff": 1}
    assert set(EvidenceAbout.objects.values_list("step", flat=True)) == {steps[0].pk}
    assert journey.changes.count() == 1


def test_the_same_feeling_is_taken_over_once(workshop, steps, journey, facilitator):
    feel(workshop, steps[0], -1)
    harvest_feeling(workshop, steps[0], by=facilitator)

    with pytest.raises(HarvestedAlready):
        harvest_feeling(workshop, steps[0], by=facilitator)

    undo(journey, facilitator)
    harvest_feeling(workshop, steps[0], by=facilitator)
    assert Step.objects.get(pk=steps[0].pk).feeling == -1


def test_where_nobody_felt_anything_there_is_nothing_to_take(workshop, steps, facilitator):
    with pytest.raises(NotNow):
        harvest_feeling(workshop, steps[0], by=facilitator)


def test_votes_become_the_order_of_pains(workshop, steps, facilitator):
    first, second, third = (PainFactory(step=steps[0], order=order) for order in range(3))
    vote = RoundFactory(workshop=workshop, kind="vote", started_at=workshop.started_at)
    for pain, dots in ((second, 1), (third, 2)):
        for _ in range(dots):
            person = ParticipantFactory(workshop=workshop)
            VoteFactory(participant=person, round=vote, note=None, pain=pain)
    with pytest.raises(NotNow):
        harvest_order(workshop, steps[0], by=facilitator)
    vote.stop(by=facilitator)

    harvest_order(workshop, steps[0], by=facilitator)

    assert list(Pain.at(steps[0])) == [third, second, first]
    with pytest.raises(HarvestedAlready):
        harvest_order(workshop, steps[0], by=facilitator)
