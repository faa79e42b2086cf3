"""One improvement serves pains of several journeys: all of them know it."""

import pytest

from improvements.models import Improvement
from journeys.documents import document_of
from journeys.figures import figures
from journeys.models import Journey, Pain
from journeys.slim_documents import slim_documents
from journeys.small import Reach, in_small
from tests import factories
from tests.journeys.editing import HTMX, filled
from tests.pages import page, texts


@pytest.fixture
def pain(waterrijk) -> Pain:
    """Out of sight, in a journey without an improvement of its own."""
    journey = factories.JourneyFactory(organisation=waterrijk, title="Tweede kind")
    return factories.PainFactory(step__phase__journey=journey, text="Niemand vertelt het")


@pytest.fixture
def helped(pain) -> Journey:
    return pain.step.phase.journey


@pytest.fixture
def guest(pain, waterrijk) -> Improvement:
    """Of another journey."""
    journey = factories.JourneyFactory(organisation=waterrijk, title="Eerste kind")
    row = factories.ImprovementFactory(journey=journey, title="Kaart bij de echo")
    factories.LandingFactory(improvement=row)
    factories.AddressedPainFactory(improvement=row, pain=pain)
    return row


def figures_of(journey: Journey) -> dict:
    return figures(document_of(Journey.objects.whole().get(pk=journey.pk)))


def test_the_pain_is_no_longer_open(guest, helped):
    found = figures_of(helped)

    assert (found["journey"]["pains"], found["journey"]["open_pains"]) == (1, 0)
    assert found["improvements"] == [{"title": "Kaart bij de echo", "reach": "driven"}]
    assert found["journey"]["balance"] == {"focused": 0, "driven": 1}


def test_the_journey_in_small_knows_it_and_counts_it_where_it_belongs(guest, helped):
    rows = Journey.objects.filter(pk__in=[helped.pk, guest.journey_id])
    smalls = {small.id: small for small in map(in_small, slim_documents(rows))}

    assert smalls[helped.pk].open_pains == 0
    assert smalls[helped.pk].reaches == (Reach(guest.pk, "driven", dropped=False, status="idea"),)
    assert (smalls[helped.pk].improvements, smalls[guest.journey_id].improvements) == (0, 1)


def test_it_stands_on_the_map_and_leads_to_its_own_page(as_editor, guest, helped, pain):
    map_page = page(as_editor, helped.get_absolute_url())
    card = map_page.select_one(f"#s{pain.step_id}-improvements .card--improvement a")
    assert card.text == "Kaart bij de echo"

    assert as_editor.get(card["href"]).url == guest.get_absolute_url()
    opened = as_editor.get(card["href"], headers=HTMX)
    assert opened["HX-Redirect"] == guest.get_absolute_url()


def test_the_map_that_was_drawn_before_follows(as_editor, guest, helped, pain):
    lane = f"#s{pain.step_id}-improvements .card--improvement"
    assert len(page(as_editor, helped.get_absolute_url()).select(lane)) == 1
    address = f"{guest.get_absolute_url()}knelpunten/?klantreis={helped.pk}"
    assert filled(as_editor, address)["addresses"]

    # A test is one transaction, in which a version is raised once.
    before = Journey.objects.values_list("version", flat=True).get(pk=helped.pk)
    as_editor.post(address, {})
    Journey.objects.filter(pk=helped.pk).update(version=before + 10)

    assert page(as_editor, helped.get_absolute_url()).select(lane) == []


def test_it_cannot_be_deleted_from_there(as_editor, guest, helped):
    address = f"{helped.get_absolute_url()}verbeteringen/{guest.pk}/verwijderen/"

    assert as_editor.post(address).status_code == 404


def test_the_plan_of_both_journeys_has_it(as_editor, guest, helped):
    for journey in (helped, guest.journey):
        found = page(as_editor, f"{journey.get_absolute_url()}verbeteringen/")
        assert texts(found.select(".plan-table th[scope=row] > a")) == ["Kaart bij de echo"]
        assert "klantgedreven" in found.select_one(".plan-table tbody").text


def test_dropped_it_helps_nobody(guest, helped):
    guest.status = "dropped"
    guest.save()

    assert figures_of(helped)["journey"]["open_pains"] == 1
