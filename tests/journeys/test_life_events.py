import pytest
from django.urls import reverse

from journeys.models import LifeEvent
from tests.factories import (
    EncounterFactory,
    LifeEventFactory,
    PartyFactory,
    SituationFactory,
    TouchpointFactory,
)
from tests.journeys.worlds import birth, farahs_journey, many_journeys
from tests.pages import links, page, row_headers, soup, texts, values

LIST, NEW = reverse("journeys:life-event-list"), reverse("journeys:life-event-new")


def address(life_event: LifeEvent, action: str) -> str:
    return reverse(f"journeys:life-event-{action}", args=[life_event.pk])


def test_list_is_by_name_with_the_number_of_journeys(as_viewer, waterrijk):
    LifeEventFactory(organisation=waterrijk, name="Verhuizen")
    farahs_journey(waterrijk, birth(waterrijk))
    found = page(as_viewer, LIST)
    assert row_headers(found) == ["Een kind krijgen", "Verhuizen"]
    assert texts(found.select("tbody td[data-number]")) == ["1", "0"]


def test_list_is_searched_by_name(as_viewer, waterrijk):
    LifeEventFactory(organisation=waterrijk, name="Verhuizen")
    birth(waterrijk)
    assert row_headers(page(as_viewer, LIST, zoek="verh")) == ["Verhuizen"]


def test_page_shows_journeys_and_where_people_already_are(as_viewer, waterrijk):
    journey = farahs_journey(waterrijk)
    midwife = TouchpointFactory(
        organisation=waterrijk,
        name="Spreekuur",
        party=PartyFactory(organisation=waterrijk, name="Verloskundige"),
    )
    EncounterFactory(step=journey.phases.get().steps.first(), touchpoint=midwife)
    found = page(as_viewer, address(journey.life_event, "page"))
    assert found.select_one(f"#journey-{journey.pk}") is not None
    assert row_headers(found) == ["Spreekuur"]
    assert midwife.get_absolute_url() in links(found.select_one("tbody"))


def test_new_life_event_keeps_its_situations_in_order(as_editor, waterrijk):
    typed = {
        "name": "Een kind krijgen",
        "anchor": "geboorte",
        "situations": "ongehuwd\n\n geen DigiD \nOngehuwd",
    }
    response = as_editor.post(NEW, typed)
    life_event = waterrijk.life_events.get()
    assert response.url == life_event.get_absolute_url()
    assert life_event.situation_names() == ["ongehuwd", "geen DigiD"]
    assert life_event.motive is None


def test_editing_leaves_the_situations_alone(as_editor, waterrijk):
    life_event = birth(waterrijk)
    SituationFactory(life_event=life_event, name="ongehuwd")
    typed = {"name": "Een kind krijgen", "motive": "idea", "situations": "anders"}
    assert as_editor.post(address(life_event, "edit"), typed).status_code == 302
    assert life_event.situation_names() == ["ongehuwd"]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", ""),
        ("name", "Verhuizen"),
        ("name", "verhuizen"),
        ("name", "x" * 301),
        ("situations", "x" * 301),
    ],
)
def test_what_is_wrong_is_told_beside_the_field(as_editor, waterrijk, field, text):
    LifeEventFactory(organisation=waterrijk, name="Verhuizen")
    response = as_editor.post(NEW, {"name": "Nieuw", "anchor": "de sleutel", field: text})
    assert response.status_code == 422
    assert values(soup(response))["anchor"] == "de sleutel"
    assert LifeEvent.objects.count() == 1


def test_life_event_with_journeys_is_not_deleted_and_says_why(as_editor, waterrijk):
    journey = farahs_journey(waterrijk)
    url = address(journey.life_event, "delete")
    assert journey.get_absolute_url() in links(page(as_editor, url).select_one("main"))
    assert as_editor.post(url).status_code == 409
    assert LifeEvent.objects.exists()


def test_life_event_without_journeys_is_deleted_after_a_question(as_editor, waterrijk):
    life_event = birth(waterrijk)
    page(as_editor, address(life_event, "delete"))
    assert as_editor.post(address(life_event, "delete")).url == LIST
    assert not LifeEvent.objects.exists()


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_viewer_cannot_change_a_life_event(as_viewer, waterrijk, action):
    life_event = birth(waterrijk)
    assert as_viewer.get(address(life_event, action)).status_code == 403
    assert as_viewer.post(address(life_event, action), {"name": "x"}).status_code == 403


@pytest.mark.parametrize("action", ["page", "edit", "delete"])
def test_life_event_of_another_organisation_is_not_there(as_stranger, waterrijk, action):
    assert as_stranger.get(address(birth(waterrijk), action)).status_code == 404


def test_page_asks_no_more_of_the_database_with_more_journeys(
    as_viewer, waterrijk, elsewhere, as_stranger, django_assert_max_num_queries
):
    few, many = many_journeys(waterrijk, 1), many_journeys(elsewhere, 30)
    for client, journeys in ((as_viewer, few), (as_stranger, many)):
        with django_assert_max_num_queries(45):
            page(client, address(journeys[0].life_event, "page"))
