"""A desired journey finds the current journey that it was made from."""

from exchange.importer import import_document
from journeys.models import Journey
from organisations.models import Organisation
from tests.exchange.documents import document, stored, whole

DESIRED = document(journey={"title": "Zoals gewenst", "kind": "to_be", "based_on": "Wij krijgen een kind"})
CURRENT = document()


def imported(raw: dict, organisation: Organisation) -> Journey:
    return whole(import_document(raw, organisation, by=None))


def test_a_desired_journey_is_based_on_the_newest_of_that_title(waterrijk):
    imported(CURRENT, waterrijk)
    newest = imported(CURRENT, waterrijk)

    desired = imported(DESIRED, waterrijk)

    assert desired.based_on == newest
    assert desired.based_on_title == ""


def test_a_title_that_the_organisation_does_not_have_is_kept(waterrijk, elsewhere):
    imported(CURRENT, elsewhere)

    desired = imported(DESIRED, waterrijk)

    assert (desired.based_on, desired.based_on_title) == (None, "Wij krijgen een kind")


def test_a_journey_of_another_life_event_is_not_meant(waterrijk):
    imported({**CURRENT, "life_event": {"name": "Verhuizen"}}, waterrijk)

    assert imported(DESIRED, waterrijk).based_on is None


def test_another_desired_journey_is_not_meant(waterrijk):
    imported({**CURRENT, "journey": {**CURRENT["journey"], "kind": "to_be"}}, waterrijk)

    assert imported(DESIRED, waterrijk).based_on is None


def test_a_current_journey_only_keeps_the_title(waterrijk):
    imported(CURRENT, waterrijk)

    journey = imported({**DESIRED, "journey": {**DESIRED["journey"], "kind": "as_is"}}, waterrijk)

    assert (journey.based_on, journey.based_on_title) == (None, "Wij krijgen een kind")


def test_an_export_tells_the_title_either_way(waterrijk):
    found_nothing = stored(DESIRED, waterrijk)["journey"]
    imported(CURRENT, waterrijk)

    assert found_nothing == stored(DESIRED, waterrijk)["journey"] == DESIRED["journey"]
