"""The phone of someone who takes part: the group's step, a feeling, notes and dots."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.conftest import signed_in
from tests.factories import StepFactory
from tests.session_factories import NoteFactory, RoundFactory, WorkshopFactory
from tests.workshops.test_join_pages import PHONE, joined
from workshops.models import Note, Participant, Rating, Round, Vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(workshop) -> Client:
    return joined(workshop)


@pytest.fixture
def me(phone) -> Participant:
    return Participant.objects.get(nickname="Wilg")


@pytest.fixture
def ballot(workshop, pains, facilitator, me) -> tuple[Round, Note]:
    note = NoteFactory(workshop=workshop, round=pains, step=workshop.step, text="Samenwonen lijkt genoeg")
    pains.reveal(facilitator)
    pains.stop(facilitator)
    vote = RoundFactory(workshop=workshop, kind=Round.Kind.VOTE, votes_each=3, order=5)
    vote.start(facilitator)
    return vote, note


def page(client: Client, url: str = PHONE) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def note_of(workshop, during, **other) -> dict:
    return {
        "kind": "pain",
        "text": "Niemand begint erover",
        "round": during.pk,
        "step": workshop.step_id,
        "token": uuid4(),
        **other,
    }


def test_it_shows_the_step_of_the_group_and_follows(phone, workshop, steps, facilitator, pains):
    assert page(phone).h1.get_text() == "Ik doe een test"

    workshop.bring_to(steps[1], facilitator)

    assert page(phone).h1.get_text() == "Ik hoor dat we moeten erkennen"
    assert "Stap 2 van 2" in page(phone).select_one(".at__where").get_text()


def test_looking_around_is_possible_once_the_facilitator_lets_go(phone, workshop, steps, facilitator, pains):
    elsewhere = f"{PHONE}?stap={steps[1].pk}"
    assert page(phone, elsewhere).h1.get_text() == steps[0].title
    assert not page(phone).select(".around")

    workshop.let_go(facilitator)

    looking = page(phone, elsewhere)
    assert looking.h1.get_text() == steps[1].title
    assert looking.select_one(".around__back").get_text() == f"Terug naar de groep: {steps[0].title}"
    assert page(phone).select_one("#way-after")["href"] == f"?stap={steps[1].pk}"


def test_a_step_of_another_session_is_not_shown(phone, workshop, waterrijk, facilitator, pains):
    workshop.let_go(facilitator)
    other = WorkshopFactory(organisation=waterrijk)
    foreign = StepFactory(phase__journey__organisation=waterrijk, phase__organisation=waterrijk)

    assert page(phone, f"{PHONE}?stap={foreign.pk}").h1.get_text() == workshop.step.title
    assert phone.post("/meedoen/nu/gevoel/", {"step": foreign.pk, "value": 1}).status_code == 404
    assert other.participants.count() == 0


def test_a_feeling_is_chosen_and_chosen_otherwise(phone, workshop, me, pains):
    for value in (-2, 1):
        phone.post("/meedoen/nu/gevoel/", {"step": workshop.step_id, "value": value})

    assert [rating.value for rating in Rating.objects.filter(participant=me)] == [1]
    assert page(phone).select_one("[name=value][checked]")["value"] == "1"


def test_a_note_is_private_until_it_is_shown_and_sent_once(phone, workshop, me, pains, facilitator):
    sent = note_of(workshop, pains)
    for _ in range(3):
        phone.post("/meedoen/nu/briefjes/", sent)
    other = joined(workshop, "Reiger")

    assert Note.objects.of(me).count() == 1
    assert "nog niet op de muur" in page(phone).select_one(".mine__note").get_text()
    assert "Niemand begint erover" not in page(other, "/meedoen/nu/stemmen/").get_text()

    pains.reveal(facilitator)

    assert "Niemand begint erover" in page(other, "/meedoen/nu/stemmen/").get_text()


def test_an_own_note_can_be_changed_until_it_is_shown(phone, workshop, me, pains, facilitator):
    phone.post("/meedoen/nu/briefjes/", note_of(workshop, pains))
    note = Note.objects.get()
    url = f"/meedoen/nu/briefjes/{note.pk}/"

    form = page(phone, f"{PHONE}?verander={note.pk}").select_one("#write form")
    assert (form["action"], form.textarea.get_text()) == (url, note.text)
    phone.post(url, {"kind": "idea", "text": "Zeg het bij de echo"})
    note.refresh_from_db()
    assert (note.kind, note.text) == ("idea", "Zeg het bij de echo")

    pains.reveal(facilitator)
    refused = phone.post(url, {"kind": "idea", "text": "Toch anders"}, headers={"HX-Request": "true"})

    assert refused.status_code == 409
    note.refresh_from_db()
    assert note.text == "Zeg het bij de echo"


def test_an_own_note_is_taken_away_and_nobody_else_s(phone, workshop, me, pains):
    theirs = NoteFactory(workshop=workshop, round=pains, step=workshop.step)
    phone.post("/meedoen/nu/briefjes/", note_of(workshop, pains))
    mine = Note.objects.of(me).get()

    for note in (mine, mine, theirs):
        assert phone.post(f"/meedoen/nu/briefjes/{note.pk}/weg/").headers["Location"] == PHONE

    assert list(Note.objects.all()) == [theirs]
    assert phone.post(f"/meedoen/nu/briefjes/{theirs.pk}/", {"kind": "pain", "text": "x"}).status_code == 404


@pytest.mark.parametrize("text", ["", "   ", "x" * 501])
def test_a_note_that_can_t_be_kept_keeps_its_text_on_screen(phone, workshop, pains, text):
    answer = phone.post("/meedoen/nu/briefjes/", note_of(workshop, pains, text=text))

    found = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 422
    assert found.find(id="note-text").get_text() == text
    assert found.find(id="note-error")
    assert not Note.objects.exists()


def test_what_is_written_is_escaped(phone, workshop, pains):
    phone.post("/meedoen/nu/briefjes/", note_of(workshop, pains, text="<script>alert(1)</script>"))

    assert "<script>alert" not in phone.get(PHONE).content.decode()


def test_a_note_sent_late_is_taken(phone, workshop, me, pains, facilitator):
    workshop.pause(facilitator)

    answer = phone.post("/meedoen/nu/briefjes/", note_of(workshop, pains), headers={"HX-Request": "true"})

    assert answer.status_code == 204
    assert Note.objects.of(me).count() == 1


def test_dots_are_set_not_added_and_never_more_than_there_are(phone, me, ballot):
    vote, note = ballot
    dots = {"round": vote.pk, "note": note.pk}

    for _ in range(2):
        phone.post("/meedoen/nu/stippen/", {**dots, "count": 2})
    assert Vote.objects.filter(participant=me, note=note).count() == 2
    assert page(phone, "/meedoen/nu/stemmen/").select_one("#left [data-left]").get_text() == "nog 1"

    refused = phone.post("/meedoen/nu/stippen/", {**dots, "count": 4}, headers={"HX-Request": "true"})
    assert refused.status_code == 422
    phone.post("/meedoen/nu/stippen/", {**dots, "count": 0})
    assert not Vote.objects.exists()


def test_dots_are_counted_for_all_when_the_round_ends(phone, me, ballot, facilitator):
    vote, note = ballot
    phone.post("/meedoen/nu/stippen/", {"round": vote.pk, "note": note.pk, "count": 3})
    other = joined(Round.objects.get(pk=vote.pk).workshop, "Reiger")
    assert not page(other, "/meedoen/nu/stemmen/").select(".ballot__count")

    vote.stop(facilitator)

    assert page(other, "/meedoen/nu/stemmen/").select_one(".ballot__count").get_text() == "3 stippen"


def test_waiting_and_paused_are_told_in_plain_words(phone, workshop, facilitator, waterrijk):
    workshop.pause(facilitator)
    assert "gepauzeerd" in page(phone).select_one(".notice").get_text()

    ready = WorkshopFactory(organisation=waterrijk, state="ready", started_at=None, ends_at=None)
    assert "wachten" in page(joined(ready)).select_one(".notice").get_text()


def test_forty_notes_ask_no_more_of_the_database_than_one(
    phone, workshop, me, pains, facilitator, django_assert_max_num_queries
):
    pains.reveal(facilitator)
    page(phone), page(phone, "/meedoen/nu/stemmen/")
    for number in range(40):
        NoteFactory(
            workshop=workshop, round=pains, step=workshop.step, participant=me, text=f"Briefje {number}"
        )

    with django_assert_max_num_queries(12):
        phone.get(PHONE)
    with django_assert_max_num_queries(13):
        phone.get("/meedoen/nu/stemmen/")


def test_thirty_people_take_part_at_once(workshop, pains, facilitator, steps):
    phones = [joined(workshop, f"Mens {number}") for number in range(30)]

    for number, client in enumerate(phones):
        client.post("/meedoen/nu/gevoel/", {"step": steps[0].pk, "value": number % 5 - 2})
        client.post("/meedoen/nu/briefjes/", note_of(workshop, pains, text=f"Briefje {number}"))

    pains.reveal(facilitator)
    wall = BeautifulSoup(
        signed_in(facilitator).get(reverse("workshops:projector", args=[workshop.pk])).content, "html.parser"
    )
    assert Note.objects.count() == Rating.objects.count() == 30
    assert [bar.get_text(strip=True) for bar in wall.select(".spread dd")] == ["6"] * 5
    assert "en nog 27" in wall.select_one(".at-step__more").get_text()


def told(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_a_phone_is_told_what_shows_on_it_and_not_each_note(phone, workshop, pains, steps, facilitator):
    url = f"/meedoen/nu/live/?versie={page(phone).body['data-seen']}"
    assert "event: update" not in told(phone, url)
    joined(workshop, "Reiger").post("/meedoen/nu/briefjes/", note_of(workshop, pains))
    assert "event: update" not in told(phone, url)

    workshop.bring_to(steps[1], facilitator)

    assert "event: update" in told(phone, url)


def test_who_takes_part_no_more_is_told_nothing(phone, me, facilitator):
    me.remove(facilitator)

    assert phone.get("/meedoen/nu/live/").status_code == 410
    assert Client().get("/meedoen/nu/live/").status_code == 410


def test_a_session_on_a_journey_without_steps_says_what_it_is_called(waterrijk):
    empty = WorkshopFactory(organisation=waterrijk, title="Nog leeg")
    RoundFactory(workshop=empty, running=True)

    assert page(joined(empty)).h1.get_text() == "Nog leeg"


def test_who_reads_the_notes_of_everyone_is_led_to_the_round_that_goes_on(
    phone, workshop, ballot, facilitator
):
    votes = "/meedoen/nu/stemmen/"
    assert not page(phone, votes).select(".big-button")
    ballot[0].stop(facilitator)
    assert not page(phone, votes).select(".big-button")

    RoundFactory(workshop=workshop, kind=Round.Kind.IDEAS, order=9).start(facilitator)

    link = page(phone, votes).select_one(".big-button")
    assert link.get_text() == "Doe mee: ideeën"
    assert link["href"] == PHONE


def test_what_is_drawn_again_holds_the_time_that_is_left(phone, workshop, pains):
    parts = {"HX-Request": "true", "HX-Request-Type": "partial"}
    for url in (PHONE, "/meedoen/nu/stemmen/"):
        answer = BeautifulSoup(phone.get(url, headers=parts).content, "html.parser")

        assert answer.select_one("#room")
        assert answer.select_one("hx-partial[hx-target='#room-head'] #timer [data-timer]")


def test_a_note_in_a_round_that_is_shown_already_is_not_promised_to_wait(phone, workshop, pains, facilitator):
    assert "Anderen zien het pas als" in page(phone).select_one("#note-privacy").get_text()

    pains.reveal(facilitator)

    assert "iedereen ziet het meteen" in page(phone).select_one("#note-privacy").get_text()
