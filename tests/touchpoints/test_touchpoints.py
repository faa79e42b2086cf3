import pytest
from django.urls import reverse

from tests.factories import (
    EncounterFactory,
    LandingFactory,
    PainFactory,
    PartyFactory,
    ProductFactory,
    StepFactory,
    TouchpointFactory,
)
from tests.pages import links, page, row_headers, soup, texts, values, wrong_fields
from touchpoints.models import Party, Touchpoint

LIST, NEW = reverse("touchpoints:touchpoint-list"), reverse("touchpoints:touchpoint-new")
ANSWERS = {
    "name": "Spreekuur",
    "channel": "on_location",
    "party_name": "Verloskundige",
    "party_kind": "partner",
}


def address(touchpoint: Touchpoint, action: str) -> str:
    return reverse(f"touchpoints:touchpoint-{action}", args=[touchpoint.pk])


def test_list_is_by_name_and_searched_by_party_and_product(as_viewer, waterrijk):
    midwife = PartyFactory(organisation=waterrijk, name="Verloskundige")
    TouchpointFactory(organisation=waterrijk, name="Spreekuur", party=midwife)
    product = ProductFactory(organisation=waterrijk, name="geboorteaangifte")
    TouchpointFactory(organisation=waterrijk, name="Balie", product=product)
    assert row_headers(page(as_viewer, LIST)) == ["Balie", "Spreekuur"]
    assert row_headers(page(as_viewer, LIST, zoek="verlosk")) == ["Spreekuur"]
    assert row_headers(page(as_viewer, LIST, zoek="aangifte")) == ["Balie"]


def test_list_counts_each_journey_once(as_viewer, waterrijk):
    touchpoint, step = (
        TouchpointFactory(organisation=waterrijk),
        StepFactory(phase__journey__organisation=waterrijk),
    )
    EncounterFactory(step=step, touchpoint=touchpoint)
    EncounterFactory(step=StepFactory(phase=step.phase), touchpoint=touchpoint)
    assert texts(page(as_viewer, LIST).select("tbody td[data-number]")) == ["1"]


def test_page_shows_each_step_that_passes_how_it_is_and_what_hurts(as_viewer, waterrijk):
    touchpoint, step = (
        TouchpointFactory(organisation=waterrijk),
        StepFactory(phase__journey__organisation=waterrijk),
    )
    EncounterFactory(step=step, touchpoint=touchpoint, experience=-1, wanted=False, note="Te vroeg")
    PainFactory(step=step, text="Niemand vroeg het")
    row = page(as_viewer, address(touchpoint, "page")).select_one("[aria-labelledby=steps] tbody tr")
    assert f"{step.phase.journey.get_absolute_url()}#stap-{step.pk}" in links(row)
    assert row.select_one(".face")["data-feeling"] == "-1"
    assert row.select_one(".chip__note") is not None
    assert {"Te vroeg", "Niemand vroeg het"} <= set(row.stripped_strings)


def test_page_shows_the_improvements_that_land_there(as_viewer, waterrijk):
    touchpoint = TouchpointFactory(organisation=waterrijk)
    landing = LandingFactory(touchpoint=touchpoint, improvement__journey__organisation=waterrijk)
    assert landing.improvement.title in page(as_viewer, address(touchpoint, "page")).get_text()


def test_new_touchpoint_makes_its_party_and_product_on_the_way(as_editor, waterrijk):
    response = as_editor.post(NEW, {**ANSWERS, "product_name": "erkenning kind"})
    touchpoint = waterrijk.touchpoints.get()
    assert response.url == touchpoint.get_absolute_url()
    assert (touchpoint.party.name, touchpoint.party.kind) == ("Verloskundige", "partner")
    assert touchpoint.product.name == "erkenning kind"


def test_new_touchpoint_uses_the_party_and_product_that_are_there(as_editor, waterrijk):
    party = PartyFactory(organisation=waterrijk, name="Verloskundige", kind=Party.Kind.PARTNER)
    product = ProductFactory(organisation=waterrijk, name="erkenning kind")
    typed = {**ANSWERS, "party_name": "verloskundige", "party_kind": "", "product_name": "Erkenning kind"}
    assert as_editor.post(NEW, typed).status_code == 302
    touchpoint = waterrijk.touchpoints.get()
    assert (touchpoint.party, touchpoint.product) == (party, product)


def test_new_party_needs_a_kind(as_editor):
    response = as_editor.post(NEW, {**ANSWERS, "party_kind": ""})
    assert response.status_code == 422
    assert wrong_fields(soup(response)) == ["party_kind"]
    assert values(soup(response))["party_name"] == "Verloskundige"
    assert not Party.objects.exists()


def test_same_name_party_and_channel_is_refused(as_editor, waterrijk):
    party = PartyFactory(organisation=waterrijk, name="Verloskundige", kind=Party.Kind.PARTNER)
    TouchpointFactory(organisation=waterrijk, name="Spreekuur", channel="on_location", party=party)
    assert as_editor.post(NEW, ANSWERS).status_code == 422
    assert as_editor.post(NEW, ANSWERS | {"name": "spreekuur"}).status_code == 422
    assert Touchpoint.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "text"), [("name", ""), ("channel", "pigeon"), ("party_name", " "), ("product_name", "x" * 301)]
)
def test_wrong_answer_is_told_beside_its_field(as_editor, field, text):
    response = as_editor.post(NEW, {**ANSWERS, field: text})
    assert response.status_code == 422
    assert wrong_fields(soup(response)) == [field]
    assert not Touchpoint.objects.exists()


def test_editing_moves_a_touchpoint_to_another_party_and_drops_its_product(as_editor, waterrijk):
    product = ProductFactory(organisation=waterrijk)
    touchpoint = TouchpointFactory(organisation=waterrijk, product=product)
    assert values(page(as_editor, address(touchpoint, "edit")))["party_name"] == touchpoint.party.name
    assert as_editor.post(address(touchpoint, "edit"), ANSWERS).url == touchpoint.get_absolute_url()
    touchpoint.refresh_from_db()
    assert (touchpoint.party.name, touchpoint.product) == ("Verloskundige", None)


def test_touchpoint_in_use_is_not_deleted_and_says_where(as_editor, waterrijk):
    touchpoint = TouchpointFactory(organisation=waterrijk)
    step = StepFactory(phase__journey__organisation=waterrijk)
    EncounterFactory(step=step, touchpoint=touchpoint)
    landing = LandingFactory(touchpoint=touchpoint, improvement__journey__organisation=waterrijk)
    shown = page(as_editor, address(touchpoint, "delete")).select_one("main")
    journeys = {step.phase.journey, landing.improvement.journey}
    assert {journey.get_absolute_url() for journey in journeys} <= {
        url.partition("#")[0] for url in links(shown)
    }
    assert as_editor.post(address(touchpoint, "delete")).status_code == 409
    assert Touchpoint.objects.exists()


def test_unused_touchpoint_is_deleted_after_a_question(as_editor, waterrijk):
    touchpoint = TouchpointFactory(organisation=waterrijk)
    page(as_editor, address(touchpoint, "delete"))
    assert as_editor.post(address(touchpoint, "delete")).url == LIST
    assert not Touchpoint.objects.exists()


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_viewer_cannot_change_a_touchpoint(as_viewer, waterrijk, action):
    touchpoint = TouchpointFactory(organisation=waterrijk)
    assert as_viewer.get(address(touchpoint, action)).status_code == 403
    assert as_viewer.post(address(touchpoint, action), ANSWERS).status_code == 403
    assert as_viewer.post(NEW, ANSWERS).status_code == 403


@pytest.mark.parametrize("action", ["page", "edit", "delete"])
def test_touchpoint_of_another_organisation_is_not_there(as_stranger, waterrijk, action):
    assert as_stranger.get(address(TouchpointFactory(organisation=waterrijk), action)).status_code == 404


def test_pages_ask_no_more_of_the_database_with_more_rows(
    as_viewer, waterrijk, elsewhere, as_stranger, django_assert_max_num_queries
):
    for client, organisation, count in ((as_viewer, waterrijk, 1), (as_stranger, elsewhere, 30)):
        touchpoint = TouchpointFactory(organisation=organisation)
        for _ in range(count):
            step = StepFactory(phase__journey__organisation=organisation)
            EncounterFactory(step=step, touchpoint=touchpoint)
            PainFactory(step=step)
        TouchpointFactory.create_batch(count, organisation=organisation)
        with django_assert_max_num_queries(7):
            page(client, LIST)
        with django_assert_max_num_queries(13):
            page(client, address(touchpoint, "page"))
