"""Touchpoints that are probably one and the same, and making one of them."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from journeys.models import Encounter
from tests.factories import (
    EncounterFactory,
    LandingFactory,
    PartyFactory,
    ProductFactory,
    StepFactory,
    TouchpointFactory,
)
from tests.pages import links, page, row_headers, soup, wrong_fields
from touchpoints.doubles import plain

LIST = reverse("touchpoints:touchpoint-list")
DOUBLES = reverse("touchpoints:touchpoint-doubles")


def merging(one, other=None) -> str:
    query = {"met": other.pk} if other else None
    return reverse("journeys:touchpoint-merge", args=[one.pk], query=query)


@pytest.fixture
def counter(waterrijk):
    return TouchpointFactory(organisation=waterrijk, name="Balie: aangifte", channel="counter")


def beside(counter, name: str, **fields):
    """Another one at the same party and through the same channel."""
    fields = {"party": counter.party, "channel": counter.channel, **fields}
    return TouchpointFactory(organisation=counter.organisation, name=name, **fields)


def found(client) -> list[str]:
    return row_headers(page(client, DOUBLES))


def test_plain_name_has_no_case_accents_spaces_or_punctuation():
    assert plain(" Eén  LOKET: zorg ") == plain("een loket zorg")


@pytest.mark.parametrize(
    "name", ["balie aangifte", "BALIE:  aangifte", "Bálie: aangifte", "Balie: aangiftes"]
)
def test_name_that_is_nearly_the_same_is_found(as_viewer, counter, name):
    beside(counter, name)
    assert len(found(as_viewer)) == 1


@pytest.mark.parametrize("name", ["Balie: trouwen", "Balie: aangifte 2"])
def test_other_name_or_number_is_another_place(as_viewer, counter, name):
    beside(counter, name)
    assert found(as_viewer) == []


def test_same_name_at_another_kind_of_party_is_another_place(as_viewer, counter):
    beside(counter, counter.name, party=PartyFactory(organisation=counter.organisation, kind="own"))
    assert found(as_viewer) == []


def test_same_name_at_a_party_of_the_same_kind_is_looked_at(as_viewer, counter):
    beside(counter, counter.name, party=PartyFactory(organisation=counter.organisation))
    assert len(found(as_viewer)) == 1


def test_list_and_page_lead_to_what_looks_double(as_viewer, as_editor, counter):
    assert DOUBLES not in links(page(as_viewer, LIST))
    other = beside(counter, "balie aangifte")
    cache.clear()  # its version is raised once a transaction, and a test is one
    assert DOUBLES in links(page(as_viewer, LIST))
    assert other.get_absolute_url() in links(page(as_viewer, counter.get_absolute_url()))
    assert merging(counter, other) in links(page(as_editor, counter.get_absolute_url()))


def test_likely_ones_come_first_when_choosing_the_other(as_editor, counter):
    other = beside(counter, "balie aangifte")
    beside(counter, "Iets heel anders")
    shown = page(as_editor, merging(counter))
    assert f"?met={other.pk}" in links(shown)
    assert [option["value"] for option in shown.select("option")][1:] != [str(other.pk)]


def test_before_merging_it_shows_what_would_move(as_editor, counter):
    other = beside(counter, "balie aangifte")
    step = StepFactory(phase__journey__organisation=counter.organisation)
    EncounterFactory(step=step, touchpoint=other)
    landing = LandingFactory(touchpoint=counter, improvement__journey__organisation=counter.organisation)
    shown = links(page(as_editor, merging(counter, other)).select_one("main"))
    assert f"{step.phase.journey.get_absolute_url()}#stap-{step.pk}" in shown
    assert landing.improvement.get_absolute_url() in shown


def test_merging_moves_all_that_uses_it_and_keeps_the_product(as_editor, counter):
    other = beside(counter, "balie aangifte", product=ProductFactory(organisation=counter.organisation))
    step = StepFactory(phase__journey__organisation=counter.organisation)
    EncounterFactory(step=step, touchpoint=other, experience=-2, note="Te druk")
    landing = LandingFactory(touchpoint=other, improvement__journey__organisation=counter.organisation)
    response = as_editor.post(merging(counter, other), {"stays": counter.pk})
    assert response.url == counter.get_absolute_url()
    counter.refresh_from_db()
    landing.refresh_from_db()
    assert list(counter.organisation.touchpoints.all()) == [counter]
    assert (landing.touchpoint, counter.product) == (counter, other.product)
    kept = Encounter.objects.get()
    assert (kept.touchpoint, kept.experience, kept.note) == (counter, -2, "Te druk")


def test_the_other_one_may_stay(as_editor, counter):
    other = beside(counter, "balie aangifte")
    assert as_editor.post(merging(counter, other), {"stays": other.pk}).url == other.get_absolute_url()
    assert list(counter.organisation.touchpoints.all()) == [other]


def test_step_that_meets_both_keeps_one_unless_the_other_says_something(as_editor, counter):
    other = beside(counter, "balie aangifte")
    for note in ("", "Anders"):
        step = StepFactory(phase__journey__organisation=counter.organisation)
        EncounterFactory(step=step, touchpoint=counter)
        EncounterFactory(step=step, touchpoint=other, note=note)
    as_editor.post(merging(counter, other), {"stays": counter.pk})
    assert counter.encounters.count() == 3


@pytest.mark.parametrize("stays", ["", "0", "x"])
def test_which_one_stays_has_to_be_chosen(as_editor, counter, stays):
    other = beside(counter, "balie aangifte")
    response = as_editor.post(merging(counter, other), {"stays": stays})
    assert response.status_code == 422
    assert wrong_fields(soup(response)) == ["stays"]
    assert counter.organisation.touchpoints.count() == 2


def test_third_one_cannot_stay(as_editor, counter):
    other, third = beside(counter, "balie aangifte"), beside(counter, "Iets anders")
    assert as_editor.post(merging(counter, other), {"stays": third.pk}).status_code == 422
    assert counter.organisation.touchpoints.count() == 3


def test_viewer_cannot_merge(as_viewer, counter):
    other = beside(counter, "balie aangifte")
    assert as_viewer.post(merging(counter, other), {"stays": counter.pk}).status_code == 403
    assert merging(counter, other) not in links(page(as_viewer, DOUBLES))


def test_touchpoint_of_another_organisation_is_not_there(as_stranger, as_editor, counter, elsewhere):
    theirs = TouchpointFactory(organisation=elsewhere)
    assert as_stranger.get(merging(counter)).status_code == 404
    assert as_editor.get(merging(counter, theirs)).status_code == 404
    assert found(as_stranger) == []


def test_many_touchpoints_ask_no_more_of_the_database(
    as_viewer, as_stranger, waterrijk, elsewhere, django_assert_max_num_queries
):
    for client, organisation, count in ((as_viewer, waterrijk, 1), (as_stranger, elsewhere, 20)):
        party = PartyFactory(organisation=organisation)
        for number in range(count):
            for name in (f"Plek{number}", f"plek{number}"):
                TouchpointFactory(organisation=organisation, party=party, name=name)
        with django_assert_max_num_queries(5):
            page(client, DOUBLES)
