"""Parties and products are kept in the same way."""

from dataclasses import dataclass

import pytest
from django.urls import reverse

from tests.factories import (
    ImprovementFactory,
    JourneyFactory,
    PartyFactory,
    ProductFactory,
    TouchpointFactory,
)
from tests.pages import links, page, row_headers, soup, texts, values, wrong_fields
from touchpoints.models import Party, Product


@dataclass(frozen=True)
class Kept:
    """A kind of row behind touchpoints: `answers` is a form that is right."""

    name: str
    factory: type
    model: type
    answers: dict[str, str]
    wrong: str
    keeps: str

    def address(self, action: str, row=None) -> str:
        return reverse(f"touchpoints:{self.name}-{action}", args=[row.pk] if row else [])


PARTY = Kept("party", PartyFactory, Party, {"name": "Verloskundige", "kind": "partner"}, "kind", "name")
PRODUCT = Kept(
    "product",
    ProductFactory,
    Product,
    {"name": "geboorteaangifte", "uri": "http://standaarden.overheid.nl/owms/terms/geboorteaangifte"},
    "uri",
    "name",
)
both = pytest.mark.parametrize("kept", [PARTY, PRODUCT], ids=lambda kept: kept.name)


@both
def test_list_is_by_name_searched_and_counts_touchpoints(as_viewer, waterrijk, kept):
    kept.factory(organisation=waterrijk, name="B")
    used = kept.factory(organisation=waterrijk, name="A")
    TouchpointFactory.create_batch(2, organisation=waterrijk, **{kept.name: used})
    found = page(as_viewer, kept.address("list"), zoek="a")
    assert row_headers(found)[0] == "A"
    assert texts(found.select("tbody td[data-number]"))[0] == "2"
    assert "B" not in row_headers(found)


@both
def test_empty_list_teaches_and_only_an_editor_may_begin(as_editor, as_viewer, kept):
    assert kept.address("new") in links(page(as_editor, kept.address("list")).select_one(".empty"))
    assert not links(page(as_viewer, kept.address("list")).select_one(".empty"))


@both
def test_touchpoints_lead_to_it(as_viewer, kept):
    touchpoints = page(as_viewer, reverse("touchpoints:touchpoint-list"))
    assert kept.address("list") in links(touchpoints.select_one("main"))


@both
def test_page_shows_its_touchpoints(as_viewer, waterrijk, kept):
    row = kept.factory(organisation=waterrijk)
    touchpoint = TouchpointFactory(organisation=waterrijk, **{kept.name: row})
    TouchpointFactory(organisation=waterrijk)
    assert row_headers(page(as_viewer, kept.address("page", row))) == [touchpoint.name]


@both
def test_it_is_made_and_changed(as_editor, kept):
    response = as_editor.post(kept.address("new"), kept.answers)
    row = kept.model.objects.get()
    assert response.url == row.get_absolute_url()
    as_editor.post(kept.address("edit", row), kept.answers | {"name": "Anders"})
    row.refresh_from_db()
    assert row.name == "Anders"


@both
def test_wrong_answer_is_refused_beside_its_field_and_the_rest_kept(as_editor, kept):
    response = as_editor.post(kept.address("new"), kept.answers | {kept.wrong: "geen://x y"})
    assert response.status_code == 422
    assert values(soup(response))[kept.keeps] == kept.answers[kept.keeps]
    assert wrong_fields(soup(response)) == [kept.wrong]
    assert not kept.model.objects.exists()


@both
def test_same_one_twice_is_refused(as_editor, kept):
    as_editor.post(kept.address("new"), kept.answers)
    assert as_editor.post(kept.address("new"), kept.answers).status_code == 422
    in_capitals = kept.answers | {"name": kept.answers["name"].upper()}
    assert wrong_fields(soup(as_editor.post(kept.address("new"), in_capitals))) == ["name"]
    assert kept.model.objects.count() == 1


@both
def test_used_one_is_not_deleted_and_says_where_it_is_used(as_editor, waterrijk, kept):
    row = kept.factory(organisation=waterrijk)
    touchpoint = TouchpointFactory(organisation=waterrijk, **{kept.name: row})
    url = kept.address("delete", row)
    assert touchpoint.get_absolute_url() in links(page(as_editor, url).select_one("main"))
    assert as_editor.post(url).status_code == 409
    assert kept.model.objects.filter(pk=row.pk).exists()


def test_an_improvement_says_of_which_journey_it_is(as_editor, waterrijk):
    party = PartyFactory(organisation=waterrijk)
    journey = JourneyFactory(organisation=waterrijk, title="Wij verhuizen")
    ImprovementFactory(journey=journey, owner_party=party, title="Digitaal")
    told = page(as_editor, PARTY.address("delete", party)).select_one("main").get_text()
    assert "Wij verhuizen: Digitaal" in told


@both
def test_unused_one_is_deleted_after_a_question(as_editor, waterrijk, kept):
    row = kept.factory(organisation=waterrijk)
    page(as_editor, kept.address("delete", row))
    assert as_editor.post(kept.address("delete", row)).url == kept.address("list")
    assert not kept.model.objects.exists()


@both
@pytest.mark.parametrize("action", ["edit", "delete"])
def test_viewer_cannot_change_it(as_viewer, waterrijk, kept, action):
    row = kept.factory(organisation=waterrijk)
    assert as_viewer.get(kept.address(action, row)).status_code == 403
    assert as_viewer.post(kept.address(action, row), kept.answers).status_code == 403
    assert as_viewer.post(kept.address("new"), kept.answers).status_code == 403


@both
@pytest.mark.parametrize("action", ["page", "edit", "delete"])
def test_one_of_another_organisation_is_not_there(as_stranger, waterrijk, kept, action):
    row = kept.factory(organisation=waterrijk)
    assert as_stranger.get(kept.address(action, row)).status_code == 404


@both
def test_pages_ask_no_more_of_the_database_with_more_rows(
    as_viewer, waterrijk, elsewhere, as_stranger, django_assert_max_num_queries, kept
):
    for client, organisation, count in ((as_viewer, waterrijk, 1), (as_stranger, elsewhere, 30)):
        row = kept.factory(organisation=organisation)
        TouchpointFactory.create_batch(count, organisation=organisation, **{kept.name: row})
        for url in (kept.address("list"), kept.address("page", row)):
            with django_assert_max_num_queries(7):
                page(client, url)
