"""The door: by the code on the wall, with a made-up name, and nothing that helps who guesses."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from workshops.models import Participant
from workshops.ticket import COOKIE

pytestmark = pytest.mark.django_db
JOIN, PHONE = "/meedoen/", "/meedoen/nu/"


def door(workshop) -> str:
    return reverse("workshops:join-code", args=[workshop.code])


def joined(workshop, nickname="Wilg", kind="resident") -> Client:
    client = Client()
    response = client.post(door(workshop), {"nickname": nickname, "kind": kind})
    assert response.headers["Location"] == PHONE
    return client


def text_of(response) -> str:
    return BeautifulSoup(response.content, "html.parser").main.get_text(" ", strip=True)


def test_the_typed_code_leads_to_the_door_whatever_its_spaces_and_capitals(client, workshop):
    typed = f" {workshop.code[:3].lower()} {workshop.code[3:]}-"

    assert client.post(JOIN, {"code": typed}).headers["Location"] == door(workshop)


def test_the_door_offers_a_name_and_asks_nothing_personal(client, workshop):
    page = BeautifulSoup(client.get(door(workshop)).content, "html.parser")

    fields = {field["name"] for field in page.main.select("input:not([type=hidden])")}
    assert fields == {"nickname", "kind"}
    assert page.find(id="id_nickname")["value"]


def test_someone_joins_as_who_they_say(workshop):
    joined(workshop, "Reiger", "staff")

    participant = Participant.objects.get()
    assert (participant.nickname, participant.kind) == ("Reiger", "staff")


def test_the_ticket_is_out_of_reach_of_scripts_and_other_sites_and_pages(workshop):
    cookie = joined(workshop).cookies[COOKIE]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == JOIN
    assert int(cookie["max-age"]) > 24 * 3600


def test_coming_back_with_the_ticket_makes_nobody_twice(workshop):
    client = joined(workshop)

    assert client.get(door(workshop)).headers["Location"] == PHONE
    assert client.post(door(workshop), {"nickname": "Nog een", "kind": "staff"}).headers["Location"] == PHONE
    assert client.get(JOIN).headers["Location"] == PHONE
    assert Participant.objects.count() == 1


def test_a_form_that_is_sent_twice_makes_one_participant(workshop):
    fields = BeautifulSoup(Client().get(door(workshop)).content, "html.parser").main
    sent = {"nickname": "Wilg", "kind": "resident", "once": fields.select_one("[name=once]")["value"]}
    first, second = Client(), Client()  # the second press goes out before the first has its ticket

    for client in (first, second):
        assert client.post(door(workshop), sent).headers["Location"] == PHONE

    assert Participant.objects.count() == 1
    assert second.get(PHONE).status_code == 200


def test_another_form_and_a_made_up_token_are_other_people(workshop):
    for once in ("", "made-up", "made-up"):
        Client().post(door(workshop), {"nickname": "Wilg", "kind": "resident", "once": once})

    assert Participant.objects.count() == 3


def test_an_old_form_is_not_the_one_who_used_this_phone_before(workshop):
    page = BeautifulSoup(Client().get(door(workshop)).content, "html.parser").main
    sent = {"nickname": "Wilg", "kind": "resident", "once": page.select_one("[name=once]")["value"]}
    Client().post(door(workshop), sent)
    Participant.objects.update(joined_at=timezone.now() - timedelta(hours=1))

    assert Client().post(door(workshop), sent).headers["Location"] == PHONE
    assert Participant.objects.count() == 2


def test_who_is_in_stays_in_when_the_door_closes(workshop, facilitator):
    client = joined(workshop)
    workshop.close_door(facilitator)

    assert client.get(PHONE).status_code == 200
    assert client.get(door(workshop)).headers["Location"] == PHONE


def test_a_wrong_old_or_closed_code_is_answered_alike(client, workshop, facilitator):
    wrong = client.get("/meedoen/CCCCCC/")
    workshop.close_door(facilitator)
    closed = client.get(door(workshop))
    code = workshop.code
    workshop.end(facilitator)
    old = client.get(reverse("workshops:join-code", args=[code]))

    assert wrong.status_code == closed.status_code == old.status_code == 404
    told = {text_of(answer).replace(f"{code[:3]} {code[3:]}", "CCC CCC") for answer in (wrong, closed, old)}
    assert len(told) == 1
    assert "deur" in told.pop()


def test_the_code_that_was_typed_is_kept(client):
    page = BeautifulSoup(client.get("/meedoen/ccc%20ccc/").content, "html.parser")

    assert page.find(id="id_code")["value"] == "CCC CCC"


def test_guessing_is_stopped_even_for_the_right_code(client, workshop):
    for _ in range(21):
        client.get("/meedoen/CCCCCC/")

    answer = client.get(door(workshop))

    assert answer.status_code == 429
    assert "id_nickname" not in answer.content.decode()


def test_without_a_choice_the_form_keeps_the_name(client, workshop):
    answer = client.post(door(workshop), {"nickname": "<b>Wilg</b>"})

    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 422
    assert page.find(id="id_nickname")["value"] == "<b>Wilg</b>"
    assert page.find(id="kind-error")


def test_a_name_is_escaped_and_bound(workshop):
    client = joined(workshop, "<i>Uil</i>")

    assert "&lt;i&gt;Uil&lt;/i&gt;" in client.get(PHONE).content.decode()
    assert Client().post(door(workshop), {"nickname": "x" * 31, "kind": "staff"}).status_code == 422


def test_a_ticket_of_somebody_else_s_making_is_refused(client, workshop):
    joined(workshop)
    client.cookies[COOKIE] = f"{workshop.pk}:verzonnen:handtekening"

    assert client.get(PHONE).headers["Location"] == JOIN
    assert client.post("/meedoen/nu/gevoel/").status_code == 401


def test_somebody_in_a_session_sees_no_other_page(workshop, journey):
    client = joined(workshop)

    for url in (journey.get_absolute_url(), "/", reverse("workshops:projector", args=[workshop.pk])):
        assert client.get(url).headers["Location"].startswith("/account/inloggen/")


def test_after_the_end_the_phone_says_so(workshop, facilitator):
    client = joined(workshop)
    workshop.end(facilitator)

    assert "Deze werksessie is voorbij" in text_of(client.get(PHONE))
    assert client.post("/meedoen/nu/gevoel/").status_code == 410


def test_who_was_sent_out_is_told(workshop, facilitator):
    client = joined(workshop)
    Participant.objects.get().remove(facilitator)

    assert "doet nu niet mee" in text_of(client.get(PHONE))


def test_stopping_gives_the_phone_to_somebody_else(workshop):
    client = joined(workshop)

    client.post("/meedoen/nu/stoppen/")

    assert client.get(PHONE).headers["Location"] == JOIN
