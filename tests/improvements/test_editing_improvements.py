"""Improvements are made, changed and deleted on the map."""

from datetime import date

import pytest

from improvements.models import Improvement
from journeys.models import Pain, Step
from tests import factories
from tests.journeys.editing import HTMX, filled
from tests.pages import page, soup, texts


@pytest.fixture
def step(waterrijk) -> Step:
    return factories.StepFactory(
        organisation=waterrijk, phase__journey__organisation=waterrijk, title="Ik bel", order=0
    )


@pytest.fixture
def pain(step) -> Pain:
    return factories.PainFactory(step=step, text="Niemand vertelt het", order=0)


@pytest.fixture
def url(step) -> str:
    return f"/klantreizen/{step.phase.journey_id}/"


FILLED_IN = {
    "title": "Leg het uit bij de verloskundige",
    "description": "Een kaartje in de map.",
    "effort": "2",
    "effect": "5",
    "owner": "Verloskundigen Zuid",
    "status": "planned",
    "follow_up": "2027-01-15",
}


def test_an_improvement_is_made_at_a_step(as_editor, step, pain, url, waterrijk):
    place = factories.TouchpointFactory(organisation=waterrijk, name="Consult")
    factories.EncounterFactory(step=step, touchpoint=place)

    as_editor.post(
        f"{url}verbeteringen/nieuw/?stap={step.pk}",
        FILLED_IN | {"addresses": [pain.pk], "lands_at": [place.pk]},
    )

    made = Improvement.objects.get()
    assert (made.title, made.owner, made.status) == (FILLED_IN["title"], FILLED_IN["owner"], "planned")
    assert (made.effort, made.effect, made.follow_up) == (2, 5, date(2027, 1, 15))
    assert (list(made.addresses.all()), list(made.lands_at.all())) == ([pain], [place])
    card = page(as_editor, url).select_one(f"#s{step.pk}-improvements .card--improvement")
    assert "Verloskundigen Zuid" in card.text
    assert card.select_one("a")["href"] == f"{url}verbeteringen/{made.pk}/"


def test_pains_of_the_step_come_first_and_are_ticked(as_editor, step, pain, url, elsewhere, waterrijk):
    before = factories.StepFactory(phase=step.phase, title="Eerder", order=1)
    before.phase.steps.filter(pk=step.pk).update(order=2)
    factories.PainFactory(step=before, text="Ander knelpunt")
    for organisation in (elsewhere, waterrijk):
        factories.PainFactory(step__phase__journey__organisation=organisation)
        factories.TouchpointFactory(organisation=organisation)

    found = page(as_editor, f"{url}verbeteringen/nieuw/?stap={step.pk}")

    boxes = found.select("[name=addresses]")
    assert texts([box.parent for box in boxes]) == ["Niemand vertelt het (Ik bel)", "Ander knelpunt (Eerder)"]
    assert [box.has_attr("checked") for box in boxes] == [True, False]
    assert not found.select("[name=lands_at]")


def test_it_can_land_at_a_new_touchpoint(as_editor, step, url, waterrijk):
    as_editor.post(
        f"{url}verbeteringen/nieuw/",
        FILLED_IN
        | {
            "touchpoint": "Babbelgroep",
            "new_channel": "event",
            "new_party": "Bibliotheek",
            "new_party_kind": "partner",
        },
    )

    place = Improvement.objects.get().lands_at.get()
    assert (place.name, place.channel, place.party.name) == ("Babbelgroep", "event", "Bibliotheek")


def test_a_new_touchpoint_without_a_party_is_refused_and_makes_nothing(as_editor, step, url, waterrijk):
    response = as_editor.post(f"{url}verbeteringen/nieuw/", FILLED_IN | {"touchpoint": "Babbelgroep"})

    assert response.status_code == 422
    assert soup(response).select_one("[name=touchpoint]")["value"] == "Babbelgroep"
    assert not Improvement.objects.exists()
    assert not waterrijk.touchpoints.exists()


def test_an_improvement_is_changed_in_all_its_cells(as_editor, step, pain, url):
    other = factories.PainFactory(step=factories.StepFactory(phase=step.phase, order=1))
    row = factories.ImprovementFactory(journey=step.phase.journey)
    for one in (pain, other):
        factories.AddressedPainFactory(improvement=row, pain=one)

    response = as_editor.post(
        f"{url}verbeteringen/{row.pk}/",
        FILLED_IN | {"addresses": [pain.pk, other.pk]},
        headers=HTMX | {"HX-Target": f"div#s{step.pk}-improvements-editor"},
    )

    drawn = [part["hx-target"] for part in soup(response).select("hx-partial")]
    assert {f"#s{step.pk}-improvements", f"#s{other.step_id}-improvements"} <= set(drawn)


def test_one_pain_is_left_and_the_others_stay(as_editor, step, pain, url):
    other = factories.PainFactory(step=step, order=1)
    row = factories.ImprovementFactory(journey=step.phase.journey)
    factories.AddressedPainFactory(improvement=row, pain=pain)

    as_editor.post(f"{url}verbeteringen/{row.pk}/", FILLED_IN | {"addresses": [other.pk]})

    assert list(row.addresses.all()) == [other]


def test_what_a_colleague_chose_meanwhile_stays(as_editor, step, pain, url):
    row = factories.ImprovementFactory(journey=step.phase.journey)
    address = f"{url}verbeteringen/{row.pk}/"
    mine = {name: value for name, value in filled(as_editor, address).items() if name != "addresses"}
    factories.AddressedPainFactory(improvement=row, pain=pain)

    as_editor.post(address, mine | {"title": "Anders", "status": "idea"})

    row.refresh_from_db()
    assert row.title == "Anders"
    assert list(row.addresses.all()) == [pain]


@pytest.mark.parametrize("wrong", [{"title": ""}, {"effort": "6"}, {"follow_up": "ooit"}, {"status": "?"}])
def test_a_wrong_improvement_is_refused_and_the_text_kept(as_editor, step, url, wrong):
    response = as_editor.post(f"{url}verbeteringen/nieuw/", FILLED_IN | wrong)

    assert response.status_code == 422
    assert soup(response).select_one("[name=owner]")["value"] == "Verloskundigen Zuid"
    assert not Improvement.objects.exists()


def test_an_improvement_is_deleted_after_asking(as_editor, step, url):
    row = factories.ImprovementFactory(journey=step.phase.journey)
    address = f"{url}verbeteringen/{row.pk}/verwijderen/"

    assert as_editor.get(address).status_code == 200
    as_editor.post(address)

    assert not Improvement.objects.exists()


def test_what_addresses_nothing_stands_under_the_map(as_editor, as_viewer, step, url):
    row = factories.ImprovementFactory(journey=step.phase.journey)

    assert page(as_editor, url).select_one("#loose .card a")["href"] == f"{url}verbeteringen/{row.pk}/"
    assert not page(as_viewer, url).select("#loose a")


def test_under_the_map_an_editor_closes_again(as_editor, step, url):
    row = factories.ImprovementFactory(journey=step.phase.journey)
    cancel = page(as_editor, f"{url}verbeteringen/{row.pk}/").select_one("[data-cancel]")["href"]

    assert soup(as_editor.get(cancel, headers=HTMX)).select_one("#loose .card") is not None
    assert as_editor.get(cancel).url == f"{url}#loose"


def test_owners_are_offered(as_editor, step, url, waterrijk):
    factories.PartyFactory(organisation=waterrijk, name="Ziekenhuis")
    factories.ImprovementFactory(journey=step.phase.journey, owner="Wijkteam")

    box = page(as_editor, f"{url}verbeteringen/nieuw/").select_one("[name=owner]")

    listed = box.find_next_sibling("datalist")
    assert [option["value"] for option in listed.select("option")] == [
        "editor@waterrijk.example",
        "Wijkteam",
        "Ziekenhuis",
    ]


def test_a_viewer_changes_nothing(as_viewer, step, url):
    row = factories.ImprovementFactory(journey=step.phase.journey)

    for address in ("nieuw/", f"{row.pk}/", f"{row.pk}/verwijderen/"):
        assert as_viewer.post(f"{url}verbeteringen/{address}", FILLED_IN).status_code == 403


def test_a_stranger_finds_nothing(as_stranger, step, url):
    row = factories.ImprovementFactory(journey=step.phase.journey)

    for address in ("nieuw/", f"{row.pk}/", f"{row.pk}/verwijderen/"):
        assert as_stranger.get(f"{url}verbeteringen/{address}").status_code == 404


def test_a_step_of_another_journey_is_not_found(as_editor, url, waterrijk):
    other = factories.StepFactory(phase__journey__organisation=waterrijk)

    assert as_editor.get(f"{url}verbeteringen/nieuw/?stap={other.pk}").status_code == 404


@pytest.mark.parametrize("count", [1, 20])
def test_the_editor_asks_as_much_whatever_the_journey(
    as_editor, step, url, count, django_assert_max_num_queries
):
    for order in range(1, count + 1):
        other = factories.StepFactory(phase=step.phase, order=order)
        factories.PainFactory(step=other)
        factories.EncounterFactory(step=other)

    with django_assert_max_num_queries(20):
        as_editor.get(f"{url}verbeteringen/nieuw/?stap={step.pk}")
