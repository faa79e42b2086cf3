"""What is used goes once everything is moved to another of its kind; in words what became of it."""

import pytest
from django.urls import reverse

from journeys.models import Journey
from tests.factories import (
    EncounterFactory,
    JourneyFactory,
    LandingFactory,
    LifeEventFactory,
    PartyFactory,
    PersonaFactory,
    ProductFactory,
    SituationFactory,
    StepFactory,
    StepSituationFactory,
    TouchpointFactory,
)
from tests.pages import soup, texts
from touchpoints.models import Touchpoint

KINDS = {
    "touchpoints:touchpoint": TouchpointFactory,
    "touchpoints:party": PartyFactory,
    "touchpoints:product": ProductFactory,
    "personas:persona": PersonaFactory,
    "journeys:life-event": LifeEventFactory,
}


def move(client, kind: str, old, new):
    """Sends the form on the page that says where it is used."""
    asked = soup(client.get(reverse(f"{kind}-delete", args=[old.pk])))
    form = asked.select_one("form[action*=verplaatsen]")
    assert str(new.pk) in [option["value"] for option in form.select("option")]
    return client.post(form["action"], {"to": new.pk}, follow=True)


def told(response) -> str:
    return " ".join(texts(soup(response).select(".utrecht-alert")))


def passed(organisation, **fields):
    return EncounterFactory(step=StepFactory(phase__journey__organisation=organisation), **fields)


def test_a_touchpoint_goes_and_its_contacts_and_landings_are_at_another(as_editor, waterrijk):
    old, new = TouchpointFactory.create_batch(2, organisation=waterrijk)
    encounter = passed(waterrijk, touchpoint=old, experience=-1, note="Te laat")
    landing = LandingFactory(touchpoint=old, improvement__journey__organisation=waterrijk)
    response = move(as_editor, "touchpoints:touchpoint", old, new)
    encounter.refresh_from_db()
    landing.refresh_from_db()
    assert (encounter.touchpoint, encounter.note, landing.touchpoint) == (new, "Te laat", new)
    assert not Touchpoint.objects.filter(pk=old.pk).exists()
    assert new.name in told(response)


def test_each_journey_that_is_touched_has_one_change_by_this_person(as_editor, editor, waterrijk):
    old, new = TouchpointFactory.create_batch(2, organisation=waterrijk)
    encounters = [passed(waterrijk, touchpoint=old) for _ in range(3)]
    versions = {one.step.phase.journey_id: one.step.phase.journey.version for one in encounters}
    move(as_editor, "touchpoints:touchpoint", old, new)
    assert all(Journey.objects.get(pk=pk).version >= version for pk, version in versions.items())
    events = encounters[0].pgh_event_model.objects.filter(pgh_label="update")
    assert {event.pgh_context.metadata["user"] for event in events} == {editor.pk}


def test_a_step_that_met_both_keeps_one_contact_unless_the_other_says_more(as_editor, waterrijk):
    old, new = TouchpointFactory.create_batch(2, organisation=waterrijk)
    same, other = (StepFactory(phase__journey__organisation=waterrijk) for _ in range(2))
    for step, note in ((same, ""), (other, "Hier ging het mis")):
        EncounterFactory(step=step, touchpoint=new, order=0)
        EncounterFactory(step=step, touchpoint=old, order=1, note=note)
    move(as_editor, "touchpoints:touchpoint", old, new)
    assert list(same.encounters.values_list("touchpoint", "order")) == [(new.pk, 0)]
    assert list(other.encounters.values_list("touchpoint", "note")) == [
        (new.pk, ""),
        (new.pk, "Hier ging het mis"),
    ]


def test_an_improvement_lands_once(as_editor, waterrijk):
    old, new = TouchpointFactory.create_batch(2, organisation=waterrijk)
    landing = LandingFactory(touchpoint=old, improvement__journey__organisation=waterrijk)
    LandingFactory(touchpoint=new, improvement=landing.improvement)
    move(as_editor, "touchpoints:touchpoint", old, new)
    assert list(landing.improvement.landings.values_list("touchpoint", flat=True)) == [new.pk]


def test_touchpoints_of_a_party_go_to_another_and_doubles_become_one(as_editor, waterrijk):
    old, new = PartyFactory.create_batch(2, organisation=waterrijk)
    alone = TouchpointFactory(organisation=waterrijk, party=old, name="Balie")
    double = TouchpointFactory(organisation=waterrijk, party=old, name="Website")
    there = TouchpointFactory(organisation=waterrijk, party=new, name="Website")
    encounter = passed(waterrijk, touchpoint=double)
    move(as_editor, "touchpoints:party", old, new)
    alone.refresh_from_db()
    encounter.refresh_from_db()
    assert (alone.party, encounter.touchpoint) == (new, there)
    assert not Touchpoint.objects.filter(pk=double.pk).exists()


def test_touchpoints_get_another_product_or_none(as_editor, waterrijk):
    first, second = ProductFactory.create_batch(2, organisation=waterrijk)
    touchpoint = TouchpointFactory(organisation=waterrijk, product=first)
    move(as_editor, "touchpoints:product", first, second)
    touchpoint.refresh_from_db()
    assert touchpoint.product == second
    as_editor.post(reverse("journeys:product-move", args=[second.pk]), {"to": ""})
    touchpoint.refresh_from_db()
    assert touchpoint.product is None
    assert not waterrijk.products.exists()


def test_journeys_go_to_another_persona(as_editor, waterrijk):
    old, new = PersonaFactory.create_batch(2, organisation=waterrijk)
    journeys = JourneyFactory.create_batch(2, organisation=waterrijk, persona=old)
    response = move(as_editor, "personas:persona", old, new)
    assert set(new.journeys.all()) == set(journeys)
    assert not waterrijk.personas.filter(pk=old.pk).exists()
    assert old.name in told(response)


def test_journeys_go_to_another_life_event_with_their_situations_by_name(as_editor, waterrijk):
    old, new = LifeEventFactory.create_batch(2, organisation=waterrijk)
    step = StepFactory(phase__journey__life_event=old, phase__journey__organisation=waterrijk)
    for order, name in enumerate(("Ongehuwd", "geen DigiD", "niet gebruikt")):
        SituationFactory(life_event=old, name=name, order=order)
    for name in ("Ongehuwd", "geen DigiD"):
        StepSituationFactory(step=step, situation=old.situations.get(name=name))
    SituationFactory(life_event=new, name="ongehuwd", order=0)
    response = move(as_editor, "journeys:life-event", old, new)
    assert new.situation_names() == ["ongehuwd", "geen DigiD"]
    assert set(step.only_for.values_list("name", flat=True)) == {"ongehuwd", "geen DigiD"}
    assert new.journeys.get() == step.phase.journey
    assert "geen DigiD" in told(response)


def address(kind: str, row) -> str:
    return reverse(f"journeys:{kind.partition(':')[2]}-move", args=[row.pk])


@pytest.mark.parametrize("kind", KINDS)
def test_nowhere_itself_and_elsewhere_are_refused(as_editor, waterrijk, elsewhere, kind):
    row, stranger = KINDS[kind](organisation=waterrijk), KINDS[kind](organisation=elsewhere)
    for to in ("x", row.pk, stranger.pk):
        response = as_editor.post(address(kind, row), {"to": to})
        assert response.status_code == 422
        assert stranger.name not in response.content.decode()
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_viewers_may_not_and_strangers_find_nothing(as_viewer, as_stranger, waterrijk, kind):
    row, other = KINDS[kind].create_batch(2, organisation=waterrijk)
    for ask in (as_viewer.get, as_viewer.post):
        assert ask(address(kind, row), {"to": other.pk}).status_code == 403
    assert as_stranger.get(address(kind, row)).status_code == 404
    assert as_stranger.post(address(kind, row), {"to": other.pk}).status_code == 404


def test_without_another_there_is_nothing_to_choose(as_editor, waterrijk):
    encounter = passed(waterrijk, touchpoint=TouchpointFactory(organisation=waterrijk))
    shown = soup(as_editor.get(reverse("touchpoints:touchpoint-delete", args=[encounter.touchpoint_id])))
    assert not shown.select("main form select")
    assert encounter.step.title in shown.get_text()


def test_more_uses_ask_no_more_queries(as_editor, waterrijk, django_assert_max_num_queries):
    touchpoint = TouchpointFactory(organisation=waterrijk)
    TouchpointFactory.create_batch(30, organisation=waterrijk)
    for _ in range(60):
        passed(waterrijk, touchpoint=touchpoint)
    with django_assert_max_num_queries(12):
        shown = soup(as_editor.get(reverse("touchpoints:touchpoint-delete", args=[touchpoint.pk])))
    assert len(shown.select("main .links a")) == 50
