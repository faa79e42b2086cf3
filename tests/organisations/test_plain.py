"""Words are found whatever their case and accents, wherever someone searches."""

import pytest
from django.urls import reverse

from journeys.models import LifeEvent
from organisations.plain import plain
from tests import factories
from tests.pages import page, row_headers, texts
from tests.searching.test_search import found
from touchpoints.choices import TouchpointField, said
from touchpoints.models import Touchpoint

TYPED = ["creche", "CRÈCHE", "crèche", "cre\u0300che"]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("kept", ["Crèche", "Cre\u0300che", "creche"])
def test_it_is_the_same_for_python_and_for_the_database(waterrijk, kept, typed):
    factories.LifeEventFactory(organisation=waterrijk, name=kept)

    assert plain(kept) == plain(typed)
    assert LifeEvent.objects.filter(name__holds=typed).count() == 1


@pytest.mark.parametrize("typed", ["100%", "a_b", "\\"])
def test_what_means_something_to_the_database_is_just_a_word(waterrijk, typed):
    factories.LifeEventFactory(organisation=waterrijk, name="axb 1000")

    assert not LifeEvent.objects.filter(name__holds=typed).exists()
    factories.LifeEventFactory(organisation=waterrijk, name=f"zo {typed} dus")
    assert LifeEvent.objects.filter(name__holds=typed).count() == 1


@pytest.mark.parametrize("typed", TYPED)
def test_search_finds_it_in_texts(waterrijk, typed):
    step = factories.StepFactory(phase__journey__organisation=waterrijk, doing="Ik bel de crèche op")

    assert found(waterrijk, typed)["step"] == [step.pk]


LISTS = {
    "journeys:journey-list": lambda of: factories.JourneyFactory(organisation=of, title="Naar de crèche"),
    "journeys:life-event-list": lambda of: factories.LifeEventFactory(organisation=of, name="Crèche"),
    "personas:persona-list": lambda of: factories.PersonaFactory(organisation=of, name="Hélène (crèche)"),
    "touchpoints:touchpoint-list": lambda of: factories.TouchpointFactory(organisation=of, name="Crèche"),
    "touchpoints:party-list": lambda of: factories.PartyFactory(organisation=of, name="Crèche"),
    "departments:department-list": lambda of: factories.PartyFactory(
        organisation=of, name="Crèche", kind="own"
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_finds_it(as_viewer, waterrijk, name):
    LISTS[name](waterrijk)

    assert row_headers(page(as_viewer, reverse(name), zoek="creche"))
    assert not row_headers(page(as_viewer, reverse(name), zoek="crecje"))


def test_the_palette_goes_to_a_page_whose_name_is_typed_with_an_accent(as_viewer):
    assert "Persona’s" in texts(page(as_viewer, "/zoeken/", zoek="pérsona").select(".results__link"))


def test_a_known_touchpoint_is_chosen_without_its_accent(waterrijk):
    creche = factories.TouchpointFactory(organisation=waterrijk, name="Crèche")
    field = TouchpointField()
    field.offer(waterrijk)

    assert field.clean("creche") == creche
    assert field.clean(plain(said(creche))) == creche


def test_a_number_that_is_typed_is_a_name(waterrijk):
    police = factories.TouchpointFactory(organisation=waterrijk)
    field = TouchpointField()
    field.offer(waterrijk)

    assert field.clean(str(police.pk)) == str(police.pk)


def test_one_that_is_written_just_so_goes_before(waterrijk):
    factories.TouchpointFactory(organisation=waterrijk, name="Crèche")
    bare = factories.TouchpointFactory(organisation=waterrijk, name="creche")
    field = TouchpointField()
    field.offer(waterrijk)

    assert field.clean("creche") == bare


def test_the_administration_finds_it(as_administrator, waterrijk):
    factories.TouchpointFactory(organisation=waterrijk, name="Crèche")

    address = reverse("admin:touchpoints_touchpoint_changelist")
    assert "Crèche" in as_administrator.get(address, {"q": "creche"}).content.decode()
    assert "0 contactmomenten" in as_administrator.get(address, {"q": "crecje"}).content.decode()
    assert Touchpoint.objects.count() == 1
