"""What an organisation already has is used as it is; what it lacks is added."""

import threading

import pytest
from django.db import connection

from exchange.importer import import_document
from journeys.models import Journey, LifeEvent
from personas.models import Persona
from tests import factories
from tests.exchange.documents import BALIE, document, of_size, stored, with_steps
from touchpoints.models import Party, Product, Touchpoint

EVENT = {"name": "Een kind krijgen", "motive": "achieve", "anchor": "geboorte", "situations": ["b", "a"]}
PERSONA = {"name": "Farah", "quote": "Nieuw", "needs": ["Rust"], "digital_skill": 2, "lives_here": False}
PRODUCT = {**BALIE, "product": "Geboorte  aangifte"}


def import_touchpoints(organisation, *touchpoints: dict) -> Journey:
    met = [{"touchpoint": touchpoint["key"]} for touchpoint in touchpoints]
    return import_document(
        with_steps({"title": "A", "encounters": met}, touchpoints=list(touchpoints)), organisation, by=None
    )


def test_a_new_organisation_gets_all_that_a_document_names(waterrijk):
    export = stored(
        with_steps(
            {"title": "A", "encounters": [{"touchpoint": "balie"}]},
            life_event=EVENT,
            persona=PERSONA,
            touchpoints=[PRODUCT],
        ),
        waterrijk,
    )

    assert export["life_event"] == EVENT
    assert export["persona"] == PERSONA
    assert export["touchpoints"] == [{**PRODUCT, "key": "t1"}]


def test_a_known_life_event_is_not_overwritten(waterrijk):
    event = factories.LifeEventFactory(organisation=waterrijk, name=EVENT["name"], anchor="bevalling")

    export = stored(document(life_event=EVENT), waterrijk)["life_event"]

    assert export == {"name": EVENT["name"], "anchor": "bevalling", "situations": ["b", "a"]}
    assert LifeEvent.objects.get() == event


def test_situations_that_a_life_event_lacks_come_after_those_it_has(waterrijk):
    event = factories.LifeEventFactory(organisation=waterrijk, name=EVENT["name"])
    for name, order in (("z", 3), ("a", 7)):
        factories.SituationFactory(life_event=event, name=name, order=order)

    export = stored(document(life_event={**EVENT, "situations": ["c", "a", "b", "c"]}), waterrijk)

    assert export["life_event"]["situations"] == ["z", "a", "c", "b"]


def test_a_known_persona_is_not_overwritten(waterrijk):
    factories.PersonaFactory(organisation=waterrijk, name="Farah", quote="Oud")

    assert stored(document(persona=PERSONA), waterrijk)["persona"] == {"name": "Farah", "quote": "Oud"}
    assert Persona.objects.count() == 1


def test_a_known_touchpoint_is_not_overwritten(waterrijk):
    party = factories.PartyFactory(organisation=waterrijk, name="Burgerzaken", kind="own")
    known = factories.TouchpointFactory(
        organisation=waterrijk, name="Balie", channel="counter", party=party, product=None
    )

    import_touchpoints(waterrijk, PRODUCT)

    assert Touchpoint.objects.get() == known
    assert Touchpoint.objects.get().product is None
    assert Product.objects.count() == 0


@pytest.mark.parametrize(
    "other",
    [
        {"name": "balie"},
        {"channel": "phone"},
        {"party": {"name": "Burgerzaken", "kind": "partner"}},
        {"party": {"name": "burgerzaken", "kind": "own"}},
    ],
)
def test_another_name_channel_party_or_kind_is_another_touchpoint(waterrijk, other):
    import_touchpoints(waterrijk, BALIE)
    import_touchpoints(waterrijk, {**BALIE, **other})

    assert Touchpoint.objects.count() == 2
    assert Party.objects.count() == (2 if "party" in other else 1)


def test_two_keys_of_the_same_touchpoint_lead_to_one(waterrijk):
    twice = [{**PRODUCT, "key": "a"}, {**BALIE, "key": "b", "product": "Ander"}]
    improvements = [{"title": "Beter", "lands_at": ["b", "a", "b"]}]

    export = stored(
        with_steps(
            {"title": "A", "encounters": [{"touchpoint": "b"}, {"touchpoint": "a"}]},
            touchpoints=twice,
            improvements=improvements,
        ),
        waterrijk,
    )

    assert export["touchpoints"] == [{**PRODUCT, "key": "t1"}]
    assert [met["touchpoint"] for met in export["phases"][0]["steps"][0]["encounters"]] == ["t1", "t1"]
    assert export["improvements"][0]["lands_at"] == ["t1"]


def test_a_touchpoint_that_nothing_uses_is_added_too(waterrijk):
    assert stored(document(touchpoints=[BALIE]), waterrijk)["touchpoints"] == []
    assert Touchpoint.objects.get().name == "Balie"


def test_a_new_product_gets_its_address_in_the_national_list(waterrijk):
    import_touchpoints(waterrijk, PRODUCT)

    product = Product.objects.get()
    assert product.name == "Geboorte  aangifte"
    assert product.uri == "http://standaarden.overheid.nl/owms/terms/geboorte_aangifte"


def test_a_product_whose_address_would_be_too_long_has_none(waterrijk):
    import_touchpoints(waterrijk, {**BALIE, "product": "İ" * 300})

    assert Product.objects.get().uri == ""


def test_a_known_product_is_not_overwritten(waterrijk):
    factories.ProductFactory(organisation=waterrijk, name=PRODUCT["product"], uri="https://example.org/")

    import_touchpoints(waterrijk, PRODUCT)

    assert Product.objects.get().uri == "https://example.org/"
    assert Touchpoint.objects.get().product == Product.objects.get()


def test_the_catalogue_of_another_organisation_is_left_alone(waterrijk, elsewhere):
    import_touchpoints(elsewhere, PRODUCT)
    journey = import_touchpoints(waterrijk, PRODUCT)

    assert Touchpoint.objects.filter(organisation=waterrijk).count() == 1
    assert {journey.life_event.organisation, journey.persona.organisation} == {waterrijk}
    connection.check_constraints()


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_share_the_names_that_they_both_bring(waterrijk):
    start, failures = threading.Barrier(4), []

    def bring_in() -> None:
        try:
            start.wait(timeout=30)
            import_document(of_size(20), waterrijk, by=None)
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=bring_in) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert failures == []
    assert waterrijk.journeys.count() == 4
    assert (waterrijk.personas.count(), waterrijk.touchpoints.count()) == (1, 20)
