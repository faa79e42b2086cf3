"""The console: lead a session with buttons that are plain forms."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from journeys.models import Step
from tests.factories import JourneyFactory
from tests.pages import soup
from tests.session_factories import (
    NoteFactory,
    ParticipantFactory,
    RatingFactory,
    RoundFactory,
    WorkshopFactory,
)
from workshops.models import Participant, Round, Workshop


def page(client, workshop):
    response = client.get(workshop.get_absolute_url())
    assert response.status_code == 200
    return soup(response)


def press(client, name, workshop, *rest, **sent):
    return client.post(reverse(f"workshops:{name}", args=[workshop.pk, *rest]), sent, follow=True)


def test_a_session_is_prepared_on_a_journey(as_facilitator, journey, facilitator, steps):
    form = soup(as_facilitator.get(f"{reverse('workshops:workshop-new')}?klantreis={journey.pk}"))
    assert form.select_one(f"input[name=journeys][value='{journey.pk}']").has_attr("checked")

    sent = {"title": "Donderdag", "journeys": [journey.pk], "agenda": "30"}
    response = as_facilitator.post(reverse("workshops:workshop-new"), sent)

    workshop = Workshop.objects.get()
    assert response.url == workshop.get_absolute_url()
    assert (workshop.facilitator, workshop.step, workshop.rounds.count()) == (facilitator, steps[0], 5)


def test_a_session_on_nothing_is_refused_and_the_title_kept(as_facilitator, waterrijk):
    response = as_facilitator.post(reverse("workshops:workshop-new"), {"title": "Donderdag", "agenda": "30"})

    assert response.status_code == 422
    assert "Donderdag" in response.content.decode()


def test_the_journeys_of_another_municipality_are_not_offered(as_facilitator, elsewhere):
    theirs = JourneyFactory(organisation=elsewhere)
    sent = {"title": "Donderdag", "journeys": [theirs.pk], "agenda": "30"}

    assert as_facilitator.post(reverse("workshops:workshop-new"), sent).status_code == 422


def test_rounds_start_stop_and_go_on(as_facilitator, workshop):
    round_ = RoundFactory(workshop=workshop, minutes=5)

    press(as_facilitator, "round-clock", workshop, round_.pk, klok="start")
    press(as_facilitator, "round-clock", workshop, round_.pk, klok="5")
    round_.refresh_from_db()
    assert (round_.state, round_.minutes) == ("running", 10)

    shown = press(as_facilitator, "round-reveal", workshop, round_.pk)
    press(as_facilitator, "round-clock", workshop, round_.pk, klok="stop")
    round_.refresh_from_db()
    assert (round_.state, round_.is_revealed) == ("done", True)
    assert "Iedereen ziet nu" in shown.content.decode()


def test_a_round_that_cannot_start_says_why(as_facilitator, workshop, facilitator):
    round_ = RoundFactory(workshop=workshop)
    workshop.pause(by=facilitator)

    response = press(as_facilitator, "round-clock", workshop, round_.pk, klok="start")

    assert "Dit kan niet in deze ronde." in response.content.decode()


@pytest.mark.parametrize("wanted", ["", "3", "made-up"])
def test_a_clock_knows_no_other_buttons(as_facilitator, workshop, pains, wanted):
    assert press(as_facilitator, "round-clock", workshop, pains.pk, klok=wanted).status_code == 404


def test_the_agenda_is_changed(as_facilitator, workshop):
    first, second = (RoundFactory(workshop=workshop, order=order) for order in range(2))

    press(as_facilitator, "round-new", workshop, kind="vote", minutes=4, votes_each=3)
    press(as_facilitator, "round-move", workshop, second.pk, richting="eerder")
    press(as_facilitator, "round-delete", workshop, first.pk)
    press(as_facilitator, "round-edit", workshop, second.pk, kind="ideas", minutes=7, votes_each=5)

    assert list(workshop.rounds.values_list("kind", "minutes")) == [("ideas", 7), ("vote", 4)]


def test_a_round_of_no_time_is_refused(as_facilitator, workshop):
    response = press(as_facilitator, "round-new", workshop, kind="vote", minutes=0, votes_each=3)

    assert response.status_code == 422
    assert not Round.objects.exists()


def test_everyone_is_brought_to_a_step_and_let_go(as_facilitator, workshop, steps):
    press(as_facilitator, "workshop-step", workshop, stap=steps[1].pk)
    press(as_facilitator, "workshop-control", workshop, volgen="nee")
    press(as_facilitator, "workshop-door", workshop, deur="dicht")
    press(as_facilitator, "workshop-lanes", workshop, baan=["feeling", "pains"])

    workshop.refresh_from_db()
    assert (workshop.step, workshop.follows, workshop.door_open) == (steps[1], False, False)
    assert "feeling" not in workshop.hidden_lanes
    assert "thinking" in workshop.hidden_lanes


def test_pausing_and_taking_up_next_week(as_facilitator, workshop, pains, willow):
    press(as_facilitator, "workshop-state", workshop, staat="pauze")
    Workshop.objects.update(ends_at=timezone.now() + timedelta(days=20))

    press(as_facilitator, "workshop-state", workshop, staat="open")

    workshop.refresh_from_db()
    willow.refresh_from_db()
    assert workshop.is_open
    assert willow.nickname == "Wilg"


def test_ending_asks_first(as_facilitator, workshop, willow):
    address = reverse("workshops:workshop-end", args=[workshop.pk])
    assert as_facilitator.get(address).status_code == 200
    workshop.refresh_from_db()
    assert workshop.is_open

    as_facilitator.post(address)

    workshop.refresh_from_db()
    assert workshop.state == "ended"


def test_one_past_its_time_ends_when_someone_looks(as_viewer, workshop, willow):
    Workshop.objects.update(ends_at=timezone.now() - timedelta(minutes=1))

    assert "afgelopen" in page(as_viewer, workshop).get_text()

    assert Participant.objects.get().nickname == ""


def test_who_leads_sees_all_and_others_only_what_was_shown(
    as_facilitator, as_viewer, workshop, pains, willow
):
    NoteFactory(workshop=workshop, round=pains, participant=willow, step=workshop.step, text="Nog geheim")

    leading, looking = page(as_facilitator, workshop).get_text(), page(as_viewer, workshop).get_text()

    assert "Nog geheim" in leading
    assert "Wilg" in leading
    assert "Nog geheim" not in looking
    assert "Wilg" not in looking
    assert workshop.shown_code not in looking


def test_who_may_only_look_finds_no_buttons(as_viewer, workshop, pains):
    main = page(as_viewer, workshop).select_one("main")

    assert not main.select("form[method=post] button:not([disabled])")


def test_an_editor_leads_nothing(as_editor, workshop, pains):
    assert press(as_editor, "round-clock", workshop, pains.pk, klok="stop").status_code == 403


def test_someone_is_sent_out(as_facilitator, workshop, willow):
    press(as_facilitator, "participant-remove", workshop, willow.pk)

    willow.refresh_from_db()
    assert willow.removed_at
    assert "0 inwoners" in page(as_facilitator, workshop).select_one("#people").get_text()


def test_notes_are_removed_and_grouped(as_facilitator, workshop, pains):
    first, second, third = (NoteFactory(workshop=workshop, round=pains, step=workshop.step) for _ in range(3))
    press(as_facilitator, "note-remove", workshop, third.pk, weg="ja")
    press(as_facilitator, "note-group", workshop, second.pk, bij=first.pk)

    assert list(workshop.notes.standing()) == [first]
    assert page(as_facilitator, workshop).select_one(f"#note-{first.pk} .note__merged").get_text()

    press(as_facilitator, "note-group", workshop, first.pk, bij="")
    assert workshop.notes.standing().count() == 2


def test_a_row_of_another_session_is_not_found(as_facilitator, workshop, waterrijk):
    other = WorkshopFactory(organisation=waterrijk)
    round_, note = RoundFactory(workshop=other), NoteFactory(workshop=other)

    for name, pk in (("round-clock", round_.pk), ("note-remove", note.pk), ("note-harvest", note.pk)):
        assert press(as_facilitator, name, workshop, pk).status_code == 404


def test_what_people_write_is_shown_as_text(as_facilitator, workshop, pains):
    NoteFactory(workshop=workshop, round=pains, step=workshop.step, text="<script>alert(1)</script>")

    assert not page(as_facilitator, workshop).select("main script")


def test_the_console_hears_of_what_it_has_not_seen(as_facilitator, workshop, willow):
    workshop.refresh_from_db()
    stream = reverse("workshops:console-stream", args=[workshop.pk])
    shown = as_facilitator.get(workshop.get_absolute_url())

    seen = as_facilitator.get(stream, {"versie": soup(shown).body["data-seen"]})
    behind = as_facilitator.get(stream, {"versie": "0"})

    assert shown.headers["Seen-After"] == str(workshop.version)
    assert b"again" not in seen.content
    assert b"again" in behind.content


def test_the_list_puts_what_goes_on_first(as_viewer, workshop, waterrijk, willow):
    WorkshopFactory(organisation=waterrijk, title="Later", state="ready", started_at=None, ends_at=None)

    rows = soup(as_viewer.get(reverse("workshops:workshop-list"))).select("tbody tr")

    assert [row.select_one("th").get_text() for row in rows] == [workshop.title, "Later"]


def fill(workshop, steps, times):
    for _ in range(times):
        person = ParticipantFactory(workshop=workshop)
        round_ = RoundFactory(workshop=workshop)
        RatingFactory(participant=person, step=steps[0], round=None)
        note, under = (
            NoteFactory(workshop=workshop, round=round_, participant=person, step=steps[0]) for _ in range(2)
        )
        under.merged_into = note
        under.save()


@pytest.mark.parametrize("name", ["workshop-console", "workshop-harvest", "workshop-report", "workshop-list"])
def test_no_page_asks_more_when_more_came_in(
    as_facilitator, workshop, steps, name, django_assert_num_queries, django_assert_max_num_queries
):
    arguments = [] if name == "workshop-list" else [workshop.pk]
    fill(workshop, steps, 1)
    with django_assert_max_num_queries(40) as few:
        as_facilitator.get(reverse(f"workshops:{name}", args=arguments))
    fill(workshop, steps, 6)
    phase = steps[0].phase
    Step.objects.bulk_create(
        Step(organisation=workshop.organisation, phase=phase, title=f"Stap {n}", order=n)
        for n in range(20, 30)
    )

    with django_assert_num_queries(len(few)):
        as_facilitator.get(reverse(f"workshops:{name}", args=arguments))
