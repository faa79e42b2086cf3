"""What others change on a journey is told to who takes part in a session about it."""

import pytest
from django.urls import reverse

from journeys.models import Journey
from tests.factories import JourneyFactory
from tests.pages import soup
from tests.workshops.test_join_pages import PHONE, joined
from workshops.following import HEARS, topic_of

pytestmark = pytest.mark.django_db
PAGES = {"console": "workshop-console", "projector": "projector"}


@pytest.mark.parametrize("who", PAGES)
def test_a_page_hears_of_a_step_that_is_called_otherwise(as_facilitator, workshop, steps, who):
    address = reverse(f"workshops:{PAGES[who]}", args=[workshop.pk])
    stream = reverse(f"workshops:{who}-stream", args=[workshop.pk])
    seen = soup(as_facilitator.get(address)).body["data-seen"]
    before = as_facilitator.get(stream, {"versie": seen}).content

    Journey.objects.update(version_transaction=None)  # as if it was written before, by itself
    steps[0].title = "Ik vermoed het"
    steps[0].save()

    assert b"event: update" not in before
    assert as_facilitator.get(stream, {"versie": seen}).content.count(b"event: update") == 1


def test_only_journeys_of_the_session_are_heard_of(workshop, journey, waterrijk):
    topic = topic_of(workshop, "phone")
    other = JourneyFactory(organisation=waterrijk)
    hears = HEARS["journey_changed"]

    assert hears({"journey": journey.pk}, topic)
    assert not hears({"journey": other.pk}, topic)


def test_a_journey_as_it_is_wished_says_so_on_wall_and_phone(as_facilitator, workshop, journey):
    phone, projector = joined(workshop), reverse("workshops:projector", args=[workshop.pk])

    def says_so() -> list[bool]:
        shown = [soup(phone.get(PHONE)).main.get_text(), soup(as_facilitator.get(projector)).get_text()]
        return ["gewenste reis" in text.lower() for text in shown]

    assert says_so() == [False, False]
    Journey.objects.update(version_transaction=None)  # as if it was written before, by itself
    Journey.objects.filter(pk=journey.pk).update(kind=Journey.Kind.TO_BE)
    assert says_so() == [True, True]


def test_who_reads_the_notes_is_told_of_a_pause_as_well(workshop, facilitator):
    phone = joined(workshop)
    before = soup(phone.get(f"{PHONE}stemmen/")).main.get_text()

    workshop.pause(facilitator)

    assert "is gepauzeerd" not in before
    assert "is gepauzeerd" in soup(phone.get(f"{PHONE}stemmen/")).main.get_text()
