"""Who may listen, and what they are told when they come (back)."""

import json

from django.db.models import F
from django.test import Client

from journeys.models import Journey
from live import journeys
from organisations.models import Organisation

WHOLE = '<hx-partial hx-target="#map" hx-swap="outerMorph">'


def told(client: Client, journey: Journey, seen: str = "", page: str = "") -> list[dict]:
    """The data of each event that there is now."""
    url = f"{journey.get_absolute_url()}live/"
    response = client.get(url, {"versie": seen, "pagina": page or journey.get_absolute_url()})
    assert response.headers["Content-Type"] == "text/event-stream"
    lines = response.content.decode().splitlines()
    return [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]


def seen_now(journey: Journey) -> str:
    return journeys.mark_now(journey.pk)


def raised(journey: Journey) -> None:
    """A test is one transaction, in which the database raises a version once."""
    Journey.objects.filter(pk=journey.pk).update(version=journey.version + 10)


def test_who_saw_all_is_told_nothing(as_editor, journey):
    assert told(as_editor, journey, seen_now(journey)) == []


def test_who_saw_nothing_gets_the_whole_map(as_editor, journey):
    [update] = told(as_editor, journey)

    assert WHOLE in update["html"]
    assert "Ik bel de gemeente" in update["html"]


def test_only_what_differs_is_drawn_for_who_saw_the_state_before(as_editor, journey):
    seen = seen_now(journey)
    told(as_editor, journey, seen)
    step = journey.phases.get().steps.get()
    step.doing = "Ik bel op dinsdag"
    step.save()
    raised(journey)

    [update] = told(as_editor, journey, seen)

    assert f'hx-target="#s{step.pk}-doing"' in update["html"]
    assert WHOLE not in update["html"]


def test_another_lens_is_drawn_as_a_whole(as_editor, journey):
    [update] = told(as_editor, journey, page=f"{journey.get_absolute_url()}lijst/")

    assert '<hx-partial hx-target="#lens" hx-swap="outerMorph">' in update["html"]


def test_what_is_drawn_for_all_holds_nothing_of_one_person(as_editor, editor, journey):
    [update] = told(as_editor, journey)

    assert "change-bar" not in update["html"]
    assert str(editor) not in update["html"]


def test_a_viewer_gets_no_ways_to_edit(as_viewer, as_editor, journey):
    [looking], [editing] = told(as_viewer, journey), told(as_editor, journey)

    assert f'href="{journey.get_absolute_url()}stappen/nieuw/' not in looking["html"]
    assert looking["html"] != editing["html"]


def test_a_situation_that_is_unknown_ends_it(as_editor, journey):
    response = as_editor.get(
        f"{journey.get_absolute_url()}live/",
        {"pagina": f"{journey.get_absolute_url()}?situatie=nergens"},
    )

    assert b"event: gone" in response.content


def test_a_stranger_finds_nothing(as_stranger, journey):
    assert as_stranger.get(f"{journey.get_absolute_url()}live/").status_code == 404


def test_who_is_signed_out_signs_in_first(client, journey):
    assert client.get(f"{journey.get_absolute_url()}live/").status_code == 302


def test_a_change_of_a_name_on_the_map_is_another_mark(as_editor, journey, waterrijk):
    seen = seen_now(journey)
    Organisation.objects.filter(pk=waterrijk.pk).update(version=F("version") + 1)

    [update] = told(as_editor, journey, seen)

    assert update["html"]


def test_the_list_of_journeys_only_hears_that_there_is_something(as_editor, journey):
    response = as_editor.get("/live/")

    assert b'"again":true' in response.content
    assert b'"html":""' in response.content
