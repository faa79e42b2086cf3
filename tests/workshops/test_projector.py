"""The wall of a session: the step, what the room feels and writes, and how to join."""

import re
from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from tests.conftest import signed_in
from tests.session_factories import NoteFactory, ParticipantFactory, RoundFactory
from workshops.models import Participant, Round
from workshops.qr import QUIET, qr_code
from workshops.taking_part import feel, put_dots

pytestmark = pytest.mark.django_db


def address(workshop, **query) -> str:
    return reverse("workshops:projector", args=[workshop.pk], query=query)


def wall(client, workshop, **query) -> BeautifulSoup:
    response = client.get(address(workshop, **query))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def notes_on(page: BeautifulSoup) -> list[str]:
    return [note.p.get_text() for note in page.select(".wall-note:not(.wall-note--hidden)")]


def test_before_it_begins_the_wall_tells_how_to_join(as_facilitator, workshop):
    workshop.state = workshop.State.READY
    workshop.save()

    page = wall(as_facilitator, workshop)

    assert page.select_one(".wall-waiting__code").get_text() == workshop.shown_code
    assert page.select_one(".qr path")["d"] == qr_code(f"http://testserver/meedoen/{workshop.code}/").path
    assert not page.find_all(style=True)


def test_the_qr_code_has_the_quiet_edge_that_a_camera_needs():
    drawn = qr_code("https://voorbeeld.nl/meedoen/K7F3QX/")

    places = [int(number) for pair in re.findall(r"M(\d+) (\d+)", drawn.path) for number in pair]
    assert min(places) == QUIET
    assert max(places) == drawn.size - QUIET - 1


def test_notes_are_only_counted_until_they_are_shown(as_facilitator, workshop, pains, facilitator):
    for text in ("Eén", "Twee"):
        NoteFactory(workshop=workshop, round=pains, step=workshop.step, text=text)

    page = wall(as_facilitator, workshop)
    assert notes_on(page) == []
    assert page.select_one("#hidden-pain").get_text(strip=True) == "2 briefjes: straks te zien"

    pains.reveal(facilitator)

    assert notes_on(wall(as_facilitator, workshop)) == ["Twee", "Eén"]


def test_what_comes_in_now_is_seen_to_arrive_where_few_fit(as_facilitator, workshop, pains, facilitator):
    pains.reveal(facilitator)
    for number in range(5):
        NoteFactory(workshop=workshop, round=pains, step=workshop.step, text=f"Briefje {number}")

    assert notes_on(wall(as_facilitator, workshop))[0] == "Briefje 4"

    pains.stop(facilitator)

    assert notes_on(wall(as_facilitator, workshop))[0] == "Briefje 0"


def test_votes_are_counted_once_the_round_ends_and_sort_the_notes(
    as_facilitator, workshop, pains, facilitator, willow
):
    notes = [
        NoteFactory(workshop=workshop, round=pains, step=workshop.step, text=text) for text in ("Eén", "Twee")
    ]
    pains.reveal(facilitator)
    vote = RoundFactory(workshop=workshop, kind=Round.Kind.VOTE, order=7)
    vote.start(facilitator)
    put_dots(willow, during=vote, note=notes[1], count=2)
    assert not wall(as_facilitator, workshop).select(".wall-dots")

    vote.stop(facilitator)

    page = wall(as_facilitator, workshop)
    assert notes_on(page) == ["Twee", "Eén"]
    assert page.select_one(".wall-dots b").get_text(" ", strip=True) == "2 stippen"


def test_what_the_room_feels_stands_on_the_hartslag_once_shown(
    as_facilitator, workshop, pains, facilitator, steps
):
    for number, value in enumerate((-2, -1, -1)):
        feel(
            ParticipantFactory(workshop=workshop, nickname=f"N{number}"),
            step=steps[0],
            value=value,
            during=pains,
        )

    hidden = wall(as_facilitator, workshop)
    assert hidden.select_one(".spread h2 small").get_text(" ", strip=True) == "3 mensen"
    assert not hidden.select(".wide-beat__room, .spread dd")

    pains.reveal(facilitator)

    shown = wall(as_facilitator, workshop)
    assert shown.select_one(".wide-beat__mean").get_text() == "−1,3"
    assert [bar.get_text(strip=True) for bar in shown.select(".spread dd")] == ["0", "0", "0", "2", "1"]


def test_walking_the_wall_brings_everyone_along_while_the_facilitator_leads(as_facilitator, workshop, steps):
    page = wall(as_facilitator, workshop)
    form = page.select_one("form[data-to=next]")

    as_facilitator.post(form["action"], {"step": form.select_one("[name=step]")["value"]})

    workshop.refresh_from_db()
    assert workshop.step == steps[1]
    assert wall(as_facilitator, workshop).h1.get_text() == steps[1].title


def test_after_letting_go_the_wall_walks_alone(as_facilitator, workshop, steps, facilitator):
    workshop.let_go(facilitator)

    page = wall(as_facilitator, workshop)
    assert page.select_one("[data-way=next]")["href"] == f"?stap={steps[1].pk}"
    assert wall(as_facilitator, workshop, stap=steps[1].pk).h1.get_text() == steps[1].title
    workshop.refresh_from_db()
    assert workshop.step == steps[0]


def test_who_does_not_lead_brings_nobody_along(as_editor, as_viewer, workshop, steps):
    for client in (as_editor, as_viewer):
        answer = client.post(reverse("workshops:projector-step", args=[workshop.pk]), {"step": steps[1].pk})
        assert answer.status_code == 403
        assert not wall(client, workshop).select("form[data-to]")


def test_a_step_of_elsewhere_or_of_nowhere_is_not_found(as_facilitator, workshop):
    for step in ("0", "x", "", str(10**18)):
        answer = as_facilitator.post(reverse("workshops:projector-step", args=[workshop.pk]), {"step": step})
        assert answer.status_code == 404


def test_every_lane_that_the_console_offers_can_be_seen_to_hide(as_facilitator, workshop, facilitator, pains):
    console = as_facilitator.get(workshop.get_absolute_url())
    boxes = BeautifulSoup(console.content, "html.parser").select("#lanes-choice [name=baan]")
    whole = wall(as_facilitator, workshop).select_one("#slide")
    assert len(boxes) == 4

    for box in boxes:
        workshop.show_lanes([box["value"]], facilitator)

        assert wall(as_facilitator, workshop).select_one("#slide") != whole


def test_hidden_lanes_are_not_on_the_wall(as_facilitator, workshop, facilitator, pains):
    workshop.show_lanes(["thinking", "feeling"], facilitator)

    page = wall(as_facilitator, workshop)

    assert not page.select("#column-thought, .wide-beat")
    assert page.select("#column-pain")


def test_the_round_and_its_time_are_told_by_the_servers_clock(as_facilitator, workshop, pains):
    timer = wall(as_facilitator, workshop).select_one("#timer [data-timer]")

    assert datetime.fromisoformat(timer["data-ends"]) == pains.ends_at
    assert abs(datetime.fromisoformat(timer["data-now"]) - timezone.now()) < timedelta(minutes=1)
    assert timer.get_text() == f"tot {timezone.localtime(pains.ends_at):%H:%M}"


@pytest.mark.parametrize("state", ["ready", "open"])
def test_behind_a_closed_door_there_is_nothing_to_scan_or_to_type(
    as_facilitator, workshop, facilitator, state
):
    workshop.close_door(facilitator)
    workshop.state = state
    workshop.save()

    page = wall(as_facilitator, workshop)

    assert "De deur is dicht" in page.get_text()
    assert not page.select(".qr")
    assert workshop.code[:3] not in page.get_text()


def test_paused_and_ended_are_told(as_facilitator, workshop, facilitator):
    workshop.pause(facilitator)
    assert wall(as_facilitator, workshop).h1.get_text() == "Pauze"
    workshop.end(facilitator)
    page = wall(as_facilitator, workshop)
    assert page.h1.get_text() == "Dank je wel"
    assert not page.select(".qr")


def test_names_are_never_on_the_wall(as_facilitator, workshop, pains, facilitator, willow):
    NoteFactory(workshop=workshop, round=pains, step=workshop.step, participant=willow)
    pains.reveal(facilitator)

    assert Participant.objects.get().nickname == "Wilg"
    assert "Wilg" not in wall(as_facilitator, workshop).get_text()


def test_a_stranger_finds_no_wall(as_stranger, workshop):
    assert as_stranger.get(address(workshop)).status_code == 404
    assert as_stranger.post(f"{address(workshop)}stap/").status_code == 404


def test_forty_notes_ask_no_more_of_the_database_than_one(
    facilitator, workshop, pains, django_assert_max_num_queries
):
    client = signed_in(facilitator)
    pains.reveal(facilitator)
    wall(client, workshop)
    for number in range(40):
        NoteFactory(workshop=workshop, round=pains, step=workshop.step, text=f"Briefje {number}")

    with django_assert_max_num_queries(15):
        client.get(address(workshop))
