"""Encounters, pains and rules lie at a step; they come, change and go."""

from datetime import date

import pytest
from django.utils import timezone

from journeys.models import Encounter, Fact, Pain, Step
from tests import factories
from tests.pages import page, soup, texts
from touchpoints.models import Party, Touchpoint


@pytest.fixture
def step(waterrijk) -> Step:
    return factories.StepFactory(organisation=waterrijk, phase__journey__organisation=waterrijk)


@pytest.fixture
def url(step) -> str:
    return f"/klantreizen/{step.phase.journey_id}/"


def test_a_pain_is_added_at_the_end(as_editor, step, url):
    factories.PainFactory(step=step, text="Eerste", order=0)

    as_editor.post(
        f"{url}stappen/{step.pk}/knelpunten/nieuw/",
        {"text": "Niemand vertelt het", "severity": "3", "influence": "with_partners"},
    )

    pain = step.pains.last()
    assert (pain.text, pain.severity, pain.influence) == ("Niemand vertelt het", 3, "with_partners")


def test_the_influence_on_a_pain_may_be_unknown(as_editor, step, url):
    as_editor.post(
        f"{url}stappen/{step.pk}/knelpunten/nieuw/", {"text": "Pijn", "severity": "1", "influence": ""}
    )

    assert step.pains.get().influence is None


def test_a_rule_has_a_source_and_a_date(as_editor, step, url):
    as_editor.post(
        f"{url}stappen/{step.pk}/feiten/nieuw/",
        {"text": "Binnen drie dagen", "source": "BW 1:19e", "checked_on": "2026-11-02"},
    )

    fact = step.facts.get()
    assert (fact.text, fact.source, fact.checked_on) == ("Binnen drie dagen", "BW 1:19e", date(2026, 11, 2))


def test_one_press_tells_that_a_rule_was_checked_today(as_editor, step, url):
    fact = factories.FactFactory(step=step, text="Oud", source="BW", checked_on=date(2020, 1, 1))

    as_editor.post(
        f"{url}feiten/{fact.pk}/",
        {"text": "Nieuw", "source": "BW", "checked_on": "2020-01-01", "checked_on-today": "1"},
    )

    fact.refresh_from_db()
    assert (fact.text, fact.checked_on) == ("Nieuw", timezone.localdate())


def test_an_encounter_meets_a_touchpoint_of_the_catalogue(as_editor, step, url, waterrijk):
    touchpoint = factories.TouchpointFactory(organisation=waterrijk)

    as_editor.post(
        f"{url}stappen/{step.pk}/ontmoetingen/nieuw/",
        {"touchpoint": touchpoint.name, "experience": "-1", "note": "ik moest wachten"},
    )

    encounter = step.encounters.get()
    assert (encounter.touchpoint, encounter.wanted, encounter.experience) == (touchpoint, False, -1)


NEW_TOUCHPOINT = {
    "touchpoint": "Balie",
    "new_channel": "counter",
    "new_party": "Burgerzaken",
    "new_party_kind": "own",
    "wanted": "on",
}


def test_a_touchpoint_is_found_by_its_name_whatever_its_capitals(as_editor, step, url, waterrijk):
    touchpoint = factories.TouchpointFactory(organisation=waterrijk, name="Balie")

    as_editor.post(f"{url}stappen/{step.pk}/ontmoetingen/nieuw/", {"touchpoint": "balie"})

    assert step.encounters.get().touchpoint == touchpoint


def test_a_name_that_two_touchpoints_have_asks_which(as_editor, step, url, waterrijk):
    for _time in range(2):
        factories.TouchpointFactory(organisation=waterrijk, name="Balie")

    response = as_editor.post(f"{url}stappen/{step.pk}/ontmoetingen/nieuw/", {"touchpoint": "Balie"})

    assert response.status_code == 422
    assert not step.encounters.exists()


def test_a_meeting_is_told_as_one_sentence(as_viewer, step, url, waterrijk):
    touchpoint = factories.TouchpointFactory(organisation=waterrijk, name="Balie")
    factories.EncounterFactory(step=step, touchpoint=touchpoint, note="het moet", experience=-2, wanted=False)

    card = page(as_viewer, url).select_one(".contact")

    assert texts([card]) == [f"{step.title} via Balie omdat het moet ongewild contact"]
    assert card.select_one(".face")["aria-label"] == "heel slecht"


def test_a_new_touchpoint_is_made_on_the_way(as_editor, step, url, waterrijk):
    as_editor.post(f"{url}stappen/{step.pk}/ontmoetingen/nieuw/", NEW_TOUCHPOINT)

    touchpoint = step.encounters.get().touchpoint
    assert touchpoint.organisation == waterrijk
    assert (touchpoint.name, touchpoint.party.name, touchpoint.party.kind) == ("Balie", "Burgerzaken", "own")


def test_only_what_lacks_of_a_new_touchpoint_is_asked_for(as_editor, step, url):
    address = f"{url}stappen/{step.pk}/ontmoetingen/nieuw/"
    response = as_editor.post(address, NEW_TOUCHPOINT | {"new_party_kind": ""})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["new_party_kind"]
    optional = soup(response).select(".field:has([name^=new_]) .field__optional")
    assert not optional
    assert not step.encounters.exists()


def test_a_touchpoint_that_exists_is_used_again(as_editor, step, url, waterrijk):
    for _time in range(2):
        as_editor.post(f"{url}stappen/{step.pk}/ontmoetingen/nieuw/", NEW_TOUCHPOINT)

    assert Touchpoint.objects.get()
    assert Party.objects.get()
    assert step.encounters.count() == 2


def test_a_new_touchpoint_without_a_party_is_refused_and_makes_nothing(as_editor, step, url):
    response = as_editor.post(
        f"{url}stappen/{step.pk}/ontmoetingen/nieuw/", {**NEW_TOUCHPOINT, "new_party": ""}
    )

    assert response.status_code == 422
    assert b"Balie" in response.content
    assert not Touchpoint.objects.exists()


def test_a_touchpoint_of_another_organisation_cannot_be_chosen(as_editor, step, url, elsewhere):
    theirs = factories.TouchpointFactory(organisation=elsewhere)

    response = as_editor.post(f"{url}stappen/{step.pk}/ontmoetingen/nieuw/", {"touchpoint": theirs.name})

    assert response.status_code == 422
    assert not Encounter.objects.exists()


@pytest.mark.parametrize(
    ("make", "path", "change"),
    [
        (factories.PainFactory, "knelpunten", {"text": "Anders", "severity": "1"}),
        (factories.FactFactory, "feiten", {"text": "Anders"}),
    ],
)
def test_a_card_is_changed(as_editor, step, url, make, path, change):
    card = make(step=step)

    as_editor.post(f"{url}{path}/{card.pk}/", change)

    card.refresh_from_db()
    assert card.text == "Anders"


@pytest.mark.parametrize(
    ("make", "path", "model"),
    [
        (factories.PainFactory, "knelpunten", Pain),
        (factories.FactFactory, "feiten", Fact),
        (factories.EncounterFactory, "ontmoetingen", Encounter),
    ],
)
def test_a_card_is_deleted_after_asking_and_leaves_no_gap(as_editor, step, url, make, path, model):
    gone, stays = make(step=step, order=0), make(step=step, order=1)

    asked = as_editor.get(f"{url}{path}/{gone.pk}/verwijderen/")
    as_editor.post(f"{url}{path}/{gone.pk}/verwijderen/")

    assert asked.status_code == 200
    assert list(model.objects.values_list("pk", "order")) == [(stays.pk, 0)]


def test_a_first_contact_moves_the_line_at_once(as_editor, step, url, waterrijk):
    touchpoint = factories.OwnTouchpointFactory(organisation=waterrijk)

    response = as_editor.post(
        f"{url}stappen/{step.pk}/ontmoetingen/nieuw/",
        {"touchpoint": touchpoint.name},
        headers={"HX-Request": "true"},
    )

    assert b"data-first-contact" in response.content


@pytest.mark.parametrize("path", ["knelpunten", "feiten", "ontmoetingen"])
def test_a_viewer_cannot_add_a_card(as_viewer, step, url, path):
    assert as_viewer.post(f"{url}stappen/{step.pk}/{path}/nieuw/", {"text": "x"}).status_code == 403


@pytest.mark.parametrize(
    ("make", "path"),
    [
        (factories.PainFactory, "knelpunten"),
        (factories.FactFactory, "feiten"),
        (factories.EncounterFactory, "ontmoetingen"),
    ],
)
def test_a_stranger_finds_no_card(as_stranger, step, url, make, path):
    assert as_stranger.get(f"{url}{path}/{make(step=step).pk}/").status_code == 404
