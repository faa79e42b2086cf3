"""A change whose answer got lost is sent again, and made once."""

import pytest
from django.test import Client

from journeys.models import Pain, Step
from organisations.models import Sent
from personas.models import Persona
from tests.journeys.editing import HTMX, filled


@pytest.fixture
def new_pain(as_editor, step, url) -> tuple[str, dict]:
    address = f"{url}stappen/{step.pk}/knelpunten/nieuw/"
    return address, {**filled(as_editor, address), "text": "De brief is te moeilijk", "severity": "1"}


def test_a_form_carries_another_token_each_time(as_editor, new_pain):
    address, first = new_pain
    assert len(first["once"]) == 32
    assert filled(as_editor, address)["once"] != first["once"]


def test_a_repeat_makes_no_second_card(as_editor, new_pain):
    address, data = new_pain
    assert as_editor.post(address, data, headers=HTMX).status_code == 200

    again = as_editor.post(address, data, headers=HTMX)

    assert Pain.objects.count() == 1
    assert again.status_code == 204
    assert "stale" in again.headers["HX-Trigger"]


def test_a_repeat_is_no_conflict_with_oneself(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/doen/"
    data = {**filled(as_editor, address), "doing": "Mailt"}
    as_editor.post(address, data, headers=HTMX)
    Step.objects.filter(pk=step.pk).update(doing="Van een ander")

    assert as_editor.post(address, data, headers=HTMX).status_code == 204
    assert Step.objects.get(pk=step.pk).doing == "Van een ander"


def test_a_repeat_without_javascript_leads_where_the_first_led(as_editor):
    address = "/personas/nieuw/"
    data = {**filled(as_editor, address), "name": "Noor"}
    first, again = as_editor.post(address, data), as_editor.post(address, data)

    assert Persona.objects.count() == 1
    assert again.headers["Location"] == first.headers["Location"]
    assert first.cookies["saved"].value == again.cookies["saved"].value == data["once"]


def test_another_text_in_the_same_form_is_another_change(as_editor, new_pain):
    address, data = new_pain
    for text in ("De brief is te moeilijk", "De brief komt te laat"):
        as_editor.post(address, {**data, "text": text}, headers=HTMX)

    assert Pain.objects.count() == 2


def test_what_was_refused_is_not_remembered(as_editor, new_pain):
    address, data = new_pain
    assert as_editor.post(address, {**data, "text": ""}, headers=HTMX).status_code == 422
    assert not Sent.objects.exists()


def test_the_token_of_someone_else_is_not_ours(as_editor, as_administrator, new_pain):
    address, data = new_pain
    as_editor.post(address, data, headers=HTMX)
    as_administrator.post(address, data, headers=HTMX)

    assert Pain.objects.count() == 2


def test_a_part_of_a_page_is_not_answered_with_a_page_to_sign_in(new_pain):
    address, data = new_pain

    response = Client().post(address, data, headers=HTMX)

    assert response.status_code == 401
    assert b"<main" not in response.content
    assert b"/account/inloggen/" in response.content


def test_what_was_deleted_meanwhile_is_told(as_editor, new_pain, step):
    address, data = new_pain
    step.phase.delete()

    response = as_editor.post(address, data, headers=HTMX)

    assert response.status_code == 404
    assert b"main" not in response.content
