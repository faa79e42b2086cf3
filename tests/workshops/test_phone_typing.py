"""What someone is typing on a phone: asked about where it points at one person, kept when a round ends."""

import pytest
from bs4 import BeautifulSoup

from tests.session_factories import NoteFactory
from tests.workshops.test_join_pages import joined
from tests.workshops.test_phone import note_of, page
from workshops.models import Note, Participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(workshop):
    return joined(workshop)


@pytest.fixture
def me(phone) -> Participant:
    return Participant.objects.get(nickname="Wilg")


def test_a_note_that_points_at_one_person_is_asked_about_and_kept_on_purpose(phone, workshop, pains, steps):
    note = note_of(workshop, pains, text="Bel mij op 06-12345678", step=steps[1].pk)

    answer = phone.post("/meedoen/nu/briefjes/", note)
    found = BeautifulSoup(answer.content, "html.parser")
    asked = found.find(id="note-keep")
    assert answer.status_code == 422
    assert "06-12345678" in found.find(id="note-error").get_text()
    assert not asked.find_parent(id="note-personal").has_attr("hidden")
    assert found.select_one("#write [name=step]")["value"] == str(steps[1].pk)
    assert not Note.objects.exists()

    phone.post("/meedoen/nu/briefjes/", note | {"keep_personal": asked["value"]})
    assert Note.objects.get().text == note["text"]


def test_a_note_that_waited_for_a_connection_is_kept_whatever_is_in_it(phone, workshop, pains):
    note = note_of(workshop, pains, text="Bel mij op 06-12345678")

    answer = phone.post("/meedoen/nu/briefjes/", note, headers={"HX-Request": "true"})

    assert answer.status_code == 204
    assert Note.objects.get().text == note["text"]


def test_a_changed_note_is_asked_about_what_is_new_in_it(phone, me, workshop, pains):
    NoteFactory(workshop=workshop, round=pains, participant=me, step=workshop.step, text="Bel 06-12345678")
    url = f"/meedoen/nu/briefjes/{Note.objects.get().pk}/"

    assert phone.post(url, {"kind": "pain", "text": "Bel maar 06-12345678"}).status_code == 302
    assert phone.post(url, {"kind": "pain", "text": "Mail a@voorbeeld.nl"}).status_code == 422


def test_a_round_that_ended_takes_what_somebody_was_writing(phone, workshop, pains, facilitator):
    typed = note_of(workshop, pains, text="Bel 06-12345678")
    pains.stop(facilitator)
    assert page(phone).find(id="write").has_attr("hidden")

    answer = BeautifulSoup(phone.post("/meedoen/nu/briefjes/", typed).content, "html.parser")

    write = answer.find(id="write")
    assert not write.has_attr("hidden")
    assert write.textarea.get_text() == typed["text"]
    assert write.select_one("[name=round]")["value"] == str(pains.pk)


def test_a_pause_takes_what_somebody_was_writing(phone, workshop, pains, facilitator):
    workshop.pause(facilitator)

    write = page(phone).find(id="write")
    assert write.has_attr("data-late")
    assert "tot de werksessie verdergaat" in write.get_text()
    phone.post("/meedoen/nu/briefjes/", note_of(workshop, pains))

    assert Note.objects.get().round == pains


def test_a_note_that_is_being_changed_stays_when_the_session_pauses(phone, me, workshop, pains, facilitator):
    note = NoteFactory(workshop=workshop, round=pains, participant=me, step=workshop.step)
    workshop.pause(facilitator)

    write = page(phone, f"/meedoen/nu/?verander={note.pk}").find(id="write")
    assert not write.has_attr("hidden")
    phone.post(f"/meedoen/nu/briefjes/{note.pk}/", {"kind": "pain", "text": "Anders gezegd"})

    note.refresh_from_db()
    assert note.text == "Anders gezegd"
