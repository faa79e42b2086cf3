import pytest
from django.urls import reverse

from journeys.models import Journey
from tests.factories import (
    AddressedPainFactory,
    ImprovementFactory,
    JourneyFactory,
    LifeEventFactory,
    PersonaFactory,
    SituationFactory,
    StepSituationFactory,
)
from tests.journeys.worlds import birth, farahs_journey, many_journeys
from tests.pages import links, page, soup, values, wrong_fields


def edit(journey: Journey) -> str:
    return reverse("journeys:journey-edit", args=[journey.pk])


def delete(journey: Journey) -> str:
    return reverse("journeys:journey-delete", args=[journey.pk])


def answers(journey: Journey, **changed: object) -> dict:
    subject = {
        "title": journey.title,
        "persona": journey.persona_id,
        "life_event": journey.life_event_id,
        "kind": journey.kind,
        "goal": journey.goal,
    }
    return {**subject, **changed}


def test_editor_changes_what_the_journey_is_about(as_editor, waterrijk):
    journey, persona = farahs_journey(waterrijk), PersonaFactory(organisation=waterrijk)
    changed = answers(journey, title="Anders", persona=persona.pk, goal="Samen ouder worden")
    assert as_editor.post(edit(journey), changed).url == journey.get_absolute_url()
    journey.refresh_from_db()
    assert (journey.title, journey.persona, journey.goal) == ("Anders", persona, "Samen ouder worden")


def test_journey_without_title_is_refused_and_the_rest_kept(as_editor, waterrijk):
    journey = farahs_journey(waterrijk)
    response = as_editor.post(edit(journey), answers(journey, title="", goal="Rust"))
    assert response.status_code == 422
    assert wrong_fields(soup(response)) == ["title"]
    assert values(soup(response))["goal"].strip() == "Rust"


def test_journey_cannot_go_to_a_persona_of_another_organisation(as_editor, waterrijk, elsewhere):
    journey, stranger = farahs_journey(waterrijk), PersonaFactory(organisation=elsewhere)
    response = as_editor.post(edit(journey), answers(journey, persona=stranger.pk))
    assert response.status_code == 422
    assert stranger.name not in response.content.decode()


def test_journey_with_steps_for_a_situation_keeps_its_life_event(as_editor, waterrijk):
    journey = farahs_journey(waterrijk)
    situation = SituationFactory(life_event=journey.life_event)
    StepSituationFactory(step=journey.phases.get().steps.first(), situation=situation)
    other = LifeEventFactory(organisation=waterrijk)
    response = as_editor.post(edit(journey), answers(journey, life_event=other.pk))
    assert response.status_code == 422
    assert wrong_fields(soup(response)) == ["life_event"]


def test_journey_is_deleted_after_a_question(as_editor, waterrijk):
    journey = farahs_journey(waterrijk)
    assert delete(journey) in links(page(as_editor, edit(journey)))
    assert journey.get_absolute_url() in links(page(as_editor, delete(journey)))
    assert Journey.objects.filter(pk=journey.pk).exists()
    assert as_editor.post(delete(journey)).url == reverse("home")
    assert not Journey.objects.filter(pk=journey.pk).exists()


@pytest.mark.parametrize("address", [edit, delete])
def test_viewer_cannot_change_or_delete_a_journey(as_viewer, waterrijk, address):
    journey = farahs_journey(waterrijk)
    assert as_viewer.get(address(journey)).status_code == 403
    assert as_viewer.post(address(journey), answers(journey)).status_code == 403


@pytest.mark.parametrize("address", [edit, delete])
def test_journey_of_another_organisation_is_not_there(as_stranger, waterrijk, address):
    journey = farahs_journey(waterrijk)
    assert as_stranger.get(address(journey)).status_code == 404
    assert as_stranger.post(address(journey), answers(journey)).status_code == 404


def test_list_filters_by_life_event_and_searches_in_it(as_viewer, waterrijk):
    life_event = birth(waterrijk)
    farahs_journey(waterrijk, life_event, title="Farah krijgt een kind")
    farahs_journey(waterrijk, life_event, title="Noor krijgt een kind")
    JourneyFactory(organisation=waterrijk, title="Noor verhuist")
    url = reverse("journeys:journey-list")
    found = page(as_viewer, url, levensgebeurtenis=str(life_event.pk), zoek="noor")
    assert [link.get_text() for link in found.select("tbody th a")] == ["Noor krijgt een kind"]
    assert found.select_one("option[selected]")["value"] == str(life_event.pk)


@pytest.mark.parametrize(
    "query", [{"pagina": "x"}, {"levensgebeurtenis": "x"}, {"levensgebeurtenis": "9" * 40}]
)
def test_strange_address_of_the_list_is_no_error(as_viewer, waterrijk, query):
    farahs_journey(waterrijk)
    assert page(as_viewer, reverse("journeys:journey-list"), **query).select("tbody tr")


def test_empty_list_invites_an_editor(as_editor):
    found = page(as_editor, reverse("journeys:journey-list"))
    assert reverse("journeys:journey-new") in links(found.select_one(".empty"))


def test_list_asks_no_more_of_the_database_with_more_journeys(
    as_viewer, waterrijk, elsewhere, as_stranger, django_assert_max_num_queries
):
    many_journeys(waterrijk, 1)
    many_journeys(elsewhere, 30)
    for client in (as_viewer, as_stranger):
        with django_assert_max_num_queries(18):
            page(client, reverse("journeys:journey-list"))


@pytest.mark.parametrize("way", ["page", "administration"])
def test_other_journeys_tell_what_they_lost_with_it(as_administrator, administrator, waterrijk, way):
    going, made_from_it, helped = many_journeys(waterrijk, 3)
    Journey.objects.filter(pk=made_from_it.pk).update(kind="to_be", based_on=going)
    pain = helped.phases.get().steps.get(title="Wij gaan naar de balie").pains.get()
    AddressedPainFactory(improvement=ImprovementFactory(journey=going), pain=pain)
    addresses = {
        "page": delete(going),
        "administration": reverse("admin:journeys_journey_delete", args=[going.pk]),
    }

    as_administrator.post(addresses[way], {"post": "yes"})

    assert not Journey.objects.filter(pk=going.pk).exists()
    for other in (made_from_it, helped):
        assert other.changes.get().user == administrator
