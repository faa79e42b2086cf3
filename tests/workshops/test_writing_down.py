"""Whoever leads writes down what someone without a phone says."""

import pytest
from django.urls import reverse

from tests.pages import soup
from tests.session_factories import NoteFactory, RoundFactory, WorkshopFactory
from workshops.harvesting import people_behind
from workshops.models import Note
from workshops.refusals import NotInSession, NotNow, Over
from workshops.reporting import Report
from workshops.writing_down import write_down

SAID = {"kind": "need", "text": "Niemand begint erover"}


def address(workshop, step) -> str:
    return f"{reverse('workshops:note-write', args=[workshop.pk])}?stap={step.pk}"


def form_at(client, url):
    return soup(client.get(url)).select_one("#note-write form")


def test_a_note_is_of_the_room_and_of_nobody(as_facilitator, workshop, pains, willow, facilitator):
    shown = as_facilitator.post(address(workshop, workshop.step), SAID, follow=True)

    note = Note.objects.get()
    assert (note.kind, note.text, note.step, note.round) == (*SAID.values(), workshop.step, pains)
    assert note.participant is None
    assert people_behind(workshop, [note]) == {}
    assert "aan de regie geschreven" in soup(shown).select_one(f"#note-{note.pk}").get_text()

    pains.reveal(by=facilitator)
    assert Report.of(workshop).kinds == [("behoefte", 1)]


def test_it_is_written_at_the_step_where_it_was_begun(as_facilitator, workshop, pains, steps, facilitator):
    action = form_at(as_facilitator, workshop.get_absolute_url())["action"]
    workshop.bring_to(steps[1], by=facilitator)

    as_facilitator.post(action, SAID)

    assert Note.objects.get().step == steps[0]


def test_whoever_comes_back_to_it_finds_the_form_of_that_step_open(as_facilitator, workshop, pains, steps):
    shown = form_at(as_facilitator, address(workshop, steps[1]))

    assert steps[1].title in shown.h3.get_text()
    assert shown.find_parent("details").has_attr("open")


@pytest.mark.parametrize("text", ["", "   ", "x" * 501, "met\x00teken"])
def test_what_cannot_be_kept_is_told_beside_the_text(as_facilitator, workshop, pains, text):
    answer = as_facilitator.post(address(workshop, workshop.step), {"kind": "pain", "text": text})

    assert answer.status_code == 422
    assert soup(answer).select("#note-write [data-invalid] [id$=error]")
    assert not Note.objects.exists()


def test_personal_data_is_asked_about_and_kept_on_purpose(as_facilitator, workshop, pains):
    sent = {"kind": "pain", "text": "Bel 06-12345678"}
    asked = soup(as_facilitator.post(address(workshop, workshop.step), sent))

    assert asked.select_one("#note-write textarea").get_text(strip=True) == sent["text"]
    keep = asked.select_one("#note-write [name=keep_personal]")["value"]
    as_facilitator.post(address(workshop, workshop.step), sent | {"keep_personal": keep})

    assert Note.objects.get().text == sent["text"]


def test_sent_twice_it_is_written_once(as_facilitator, workshop, pains):
    once = form_at(as_facilitator, workshop.get_absolute_url()).select_one("[name=once]")["value"]
    for _ in range(2):
        as_facilitator.post(address(workshop, workshop.step), SAID | {"once": once})

    assert Note.objects.count() == 1


def test_without_a_round_of_notes_there_is_no_form(as_facilitator, workshop, facilitator):
    RoundFactory(workshop=workshop, kind="vote", running=True)
    assert form_at(as_facilitator, workshop.get_absolute_url()) is None

    answer = as_facilitator.post(address(workshop, workshop.step), SAID, follow=True)

    assert "Dit hoort niet bij deze werksessie." in answer.content.decode()
    assert not Note.objects.exists()


def test_a_pause_does_not_take_the_form_away(as_facilitator, workshop, pains, facilitator):
    workshop.pause(by=facilitator)

    assert form_at(as_facilitator, workshop.get_absolute_url())


def test_only_who_leads_writes_there(as_viewer, as_editor, workshop, pains):
    assert form_at(as_viewer, workshop.get_absolute_url()) is None
    assert as_editor.post(address(workshop, workshop.step), SAID).status_code == 403


def test_it_is_refused_for_a_step_or_a_round_elsewhere_and_when_all_is_over(
    workshop, pains, steps, waterrijk, facilitator
):
    theirs = NoteFactory(workshop=WorkshopFactory(organisation=waterrijk)).round
    waiting = RoundFactory(workshop=workshop, order=7)
    said = {**SAID, "by": facilitator}
    with pytest.raises(NotInSession):
        write_down(theirs, step=steps[0], **said)
    with pytest.raises(NotNow):
        write_down(waiting, step=steps[0], **said)
    workshop.end(by=facilitator)
    with pytest.raises(Over):
        write_down(pains, step=steps[0], **said)
