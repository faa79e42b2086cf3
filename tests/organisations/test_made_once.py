"""Who comes back to the form of a new row after saving it, makes no second one unasked."""

import pytest
from django.apps import apps

from journeys.models import Journey
from tests import factories
from tests.journeys.editing import filled
from tests.pages import links, page, soup, texts

NEW = {
    "/personas/nieuw/": {"name": "Noor"},
    "/bevindingen/nieuw/": {"text": "Niemand wist het", "kind": "resident"},
    "/gesprekken/nieuw/": {"code": "G1", "kind": "resident", "keep_until": "2030-01-01", "consent": "on"},
    "/partijen/nieuw/": {"name": "Verloskundige", "kind": "partner"},
    "/producten/nieuw/": {"name": "Geboorteaangifte"},
    "/levensgebeurtenissen/nieuw/": {"name": "Verhuizen"},
    "/klantreizen/nieuw/": {"first_step": "Ik wil weg", "life_event": "Verhuizen", "persona": "Noor"},
}
MODELS = {
    "/personas/nieuw/": "personas.Persona",
    "/bevindingen/nieuw/": "personas.Finding",
    "/gesprekken/nieuw/": "personas.Interview",
    "/partijen/nieuw/": "touchpoints.Party",
    "/producten/nieuw/": "touchpoints.Product",
    "/levensgebeurtenissen/nieuw/": "journeys.LifeEvent",
    "/klantreizen/nieuw/": "journeys.Journey",
}
FINDING = "/bevindingen/nieuw/"


def typed(client, address: str) -> dict:
    return {**filled(client, address), **NEW[address]}


def count(address: str) -> int:
    return apps.get_model(MODELS[address]).objects.count()


@pytest.mark.parametrize("address", NEW)
def test_the_same_once_more_leads_to_what_was_made(as_editor, address):
    data = typed(as_editor, address)
    first = as_editor.post(address, data)
    assert first.status_code == 302, soup(first).select(".field__error")

    again = as_editor.post(address, data, follow=True)

    assert count(address) == 1
    assert again.redirect_chain == [(first.url, 302)]
    assert "Er is niets dubbel opgeslagen." in " ".join(texts(soup(again).select("#messages")))


@pytest.mark.parametrize("address", NEW)
def test_with_another_text_it_is_asked_first_and_the_text_is_kept(as_editor, address):
    data = typed(as_editor, address)
    made = as_editor.post(address, data).url
    field = next(iter(NEW[address]))

    refused = as_editor.post(address, {**data, field: "Anders"})

    assert (refused.status_code, count(address)) == (409, 1)
    assert links(soup(refused).select_one("main .utrecht-alert--warning")) == [made.partition("#")[0]]
    box = soup(refused).select_one(f"main form [name={field}]")
    assert "Anders" in (box.get("value") or box.text)
    token = soup(refused).select_one("main form [name=once]")["value"]
    assert as_editor.post(address, {**data, field: "Anders", "once": token}).status_code == 302
    assert count(address) == 2


def test_what_was_refused_made_nothing_and_may_be_mended(as_editor):
    data = typed(as_editor, FINDING)
    assert as_editor.post(FINDING, {**data, "text": ""}).status_code == 422
    assert as_editor.post(FINDING, data).status_code == 302


def test_what_was_deleted_since_can_be_made_again_from_the_same_form(as_editor):
    data = typed(as_editor, FINDING)
    made = as_editor.post(FINDING, data).url
    as_editor.post(f"{made}verwijderen/")

    again = as_editor.post(FINDING, data)

    assert as_editor.get(again.url).status_code == 200
    assert count(FINDING) == 1


def test_what_was_moved_away_or_a_deleted_journey_can_be_made_again(as_editor, waterrijk):
    for address in ("/partijen/nieuw/", "/klantreizen/nieuw/"):
        data = typed(as_editor, address)
        made = as_editor.post(address, data).url
        if "partijen" in address:
            other = factories.PartyFactory(organisation=waterrijk)
            assert as_editor.post(f"{made}verplaatsen/", {"to": other.pk}).status_code == 302
        else:
            as_editor.post(f"{made}verwijderen/")
        assert as_editor.get(as_editor.post(address, data).url).status_code == 200


def test_without_a_token_each_save_makes_one(as_editor):
    for _ in range(2):
        assert as_editor.post(FINDING, NEW[FINDING]).status_code == 302
    assert count(FINDING) == 2


def test_the_form_of_someone_else_is_not_ours(as_editor, as_administrator):
    data = typed(as_editor, FINDING)
    as_editor.post(FINDING, data)
    assert as_administrator.post(FINDING, {**data, "text": "Anders"}).status_code == 302


def test_a_new_form_makes_another_one(as_editor):
    for _ in range(2):
        as_editor.post(FINDING, typed(as_editor, FINDING))
    assert count(FINDING) == 2
    assert page(as_editor, FINDING).select_one("main .utrecht-alert--warning") is None
    assert not Journey.objects.exists()
