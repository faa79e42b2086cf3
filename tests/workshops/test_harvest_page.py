"""The harvest and the report, as a facilitator uses them."""

import pytest
from django.urls import reverse

from improvements.models import Improvement
from journeys.models import Pain, Step
from tests.factories import PainFactory
from tests.pages import soup
from tests.session_factories import (
    NoteFactory,
    ParticipantFactory,
    RatingFactory,
    RoundFactory,
    VoteFactory,
)


@pytest.fixture
def note(workshop, pains, willow, steps):
    return NoteFactory(
        workshop=workshop, round=pains, participant=willow, step=steps[1], text="Niemand begint erover"
    )


def harvest(client, note, **sent):
    return client.post(reverse("workshops:note-harvest", args=[note.workshop_id, note.pk]), sent, follow=True)


def test_the_harvest_opens_where_something_waits(as_facilitator, workshop, note):
    shown = soup(as_facilitator.get(workshop.harvest_address)).select_one("main").get_text()

    assert "Niemand begint erover" in shown


def test_an_idea_becomes_an_improvement_in_english(as_facilitator, facilitator, workshop, note):
    note.kind = "idea"
    note.save()
    facilitator.language = "en"
    facilitator.save()

    shown = soup(as_facilitator.get(workshop.harvest_address))

    assert "Put on the journey as improvement" in shown.select_one(f"#note-{note.pk}-first").get_text()


def test_a_note_of_a_step_that_is_gone_gets_another(as_facilitator, workshop, note, steps):
    workshop.step = None
    workshop.save()
    steps[1].remove()

    shown = soup(as_facilitator.get(workshop.harvest_address)).select_one("main").get_text()
    assert "Niemand begint erover" in shown
    assert harvest(as_facilitator, note, als="pain", meteen="ja").status_code == 422

    sent = {"text": note.text, "step": steps[0].pk, "severity": "2"}
    harvest(as_facilitator, note, als="pain", **sent)
    assert Pain.objects.get().step == steps[0]


def test_one_press_makes_a_note_a_pain(as_facilitator, note, steps):
    response = harvest(as_facilitator, note, als="pain", meteen="ja")

    assert Pain.objects.get().step == steps[1]
    assert "Op de klantreis als knelpunt" in response.content.decode()
    assert not soup(response).select(f"#note-{note.pk} form")


def test_pressing_twice_makes_one(as_facilitator, note):
    harvest(as_facilitator, note, als="pain", meteen="ja")

    again = harvest(as_facilitator, note, als="pain", meteen="ja")

    assert Pain.objects.count() == 1
    assert "Dit staat al op de klantreis." in again.content.decode()


def test_it_can_be_changed_first(as_facilitator, note, steps, facilitator):
    address = reverse("workshops:note-harvest", args=[note.workshop_id, note.pk])
    form = soup(as_facilitator.get(f"{address}?als=improvement"))
    assert form.select_one("textarea[name=text]").get_text().strip() == "Niemand begint erover"

    sent = {"text": "Begin erover", "step": steps[0].pk, "owner": str(facilitator), "follow_up": "2027-03-01"}
    harvest(as_facilitator, note, als="improvement", **sent)

    made = Improvement.objects.get()
    assert (made.title, made.owner_person, str(made.follow_up)) == ("Begin erover", facilitator, "2027-03-01")


@pytest.mark.parametrize("sent", [{"text": ""}, {"text": "x" * 501}, {"text": "Goed", "step": "999999"}])
def test_what_cannot_be_kept_is_told_beside_its_field(as_facilitator, note, steps, sent):
    response = harvest(as_facilitator, note, als="pain", severity="2", **{"step": steps[1].pk, **sent})

    assert response.status_code == 422
    assert soup(response).select(".utrecht-form-field-error-message, [aria-invalid=true]")
    assert not Pain.objects.exists()


def test_personal_data_is_asked_about_before_it_is_kept(as_facilitator, workshop, pains, steps):
    note = NoteFactory(workshop=workshop, round=pains, step=steps[0], text="Bel mij op 06-12345678")

    response = harvest(as_facilitator, note, als="pain", meteen="ja")

    assert response.status_code == 422
    assert "06-12345678" in response.content.decode()
    assert not Pain.objects.exists()


def test_the_hartslag_is_taken_over_by_hand(as_facilitator, workshop, steps):
    RatingFactory(participant=ParticipantFactory(workshop=workshop), step=steps[0], value=-2, round=None)
    address = f"{workshop.harvest_address}?stap={steps[0].pk}"
    assert soup(as_facilitator.get(address)).select_one("#take-feeling")
    assert Step.objects.get(pk=steps[0].pk).feeling is None

    response = as_facilitator.post(
        reverse("workshops:step-feeling", args=[workshop.pk, steps[0].pk]), follow=True
    )

    assert Step.objects.get(pk=steps[0].pk).feeling == -2
    assert not soup(response).select_one("#take-feeling")


def test_pains_stand_in_the_order_that_votes_give_them(as_facilitator, workshop, steps, facilitator):
    texts = ("Eerst", "Daarna", "Het meest gekozen")
    pains = [PainFactory(step=steps[0], order=order, text=text) for order, text in enumerate(texts)]
    vote = RoundFactory(workshop=workshop, kind="vote", started_at=workshop.started_at)
    vote.start(by=facilitator)
    VoteFactory(participant=ParticipantFactory(workshop=workshop), round=vote, note=None, pain=pains[2])
    vote.stop(by=facilitator)

    shown = soup(as_facilitator.get(f"{workshop.harvest_address}?stap={steps[0].pk}"))

    lines = [" ".join(line.get_text().split()) for line in shown.select(".harvest__order li")]
    assert lines == ["Het meest gekozen 1 stip", "Eerst 0 stippen", "Daarna 0 stippen"]


def test_the_report_tells_numbers_and_what_was_decided(
    as_viewer, as_facilitator, workshop, note, pains, facilitator
):
    ParticipantFactory(workshop=workshop, kind="staff", nickname="Reiger")
    sent = {
        "text": "Begin erover",
        "step": note.step_id,
        "owner": "De verloskundigen",
        "follow_up": "2027-03-01",
    }
    harvest(as_facilitator, note, als="improvement", **sent)

    report = soup(as_viewer.get(reverse("workshops:workshop-report", args=[workshop.pk])))

    text = " ".join(report.select_one("main").get_text().split())
    assert "De verloskundigen" in text
    assert "1 maart 2027" in text
    assert "Niemand begint erover" in text
    assert "Wilg" not in text
    assert "Reiger" not in text


def test_what_was_never_shown_stays_out_of_the_report(as_viewer, workshop, note):
    report = soup(as_viewer.get(reverse("workshops:workshop-report", args=[workshop.pk])))

    assert "Niemand begint erover" not in report.get_text()


def test_an_editor_harvests_nothing(as_editor, note):
    assert harvest(as_editor, note, als="pain", meteen="ja").status_code == 403


@pytest.mark.parametrize("into", ["", "feeling", "made-up"])
def test_a_note_becomes_nothing_else(as_facilitator, note, into):
    address = reverse("workshops:note-harvest", args=[note.workshop_id, note.pk])

    expected = 200 if into == "" else 404

    assert as_facilitator.get(f"{address}?als={into}").status_code == expected


def test_a_note_whose_step_was_deleted_stands_in_the_report(as_viewer, workshop, note, facilitator):
    note.round.reveal(facilitator)
    note.step.delete()

    report = soup(as_viewer.get(reverse("workshops:workshop-report", args=[workshop.pk])))

    last = report.select(".report__step")[-1].get_text()
    assert "Bij een stap die sindsdien is verwijderd" in last
    assert "Niemand begint erover" in last
