"""The worked example is there once, for who wants to look around."""

import io

from django.core.management import call_command

from exchange.worked_example import DOCUMENTS, load_example
from organisations.models import Organisation
from tests.factories import JourneyFactory


def test_the_example_makes_the_demo_organisation(db):
    load_example()

    organisation = Organisation.objects.get()
    assert (organisation.slug, organisation.name) == ("waterrijk", "Gemeente Waterrijk")
    assert organisation.journeys.count() == len(list(DOCUMENTS.glob("*.json"))) >= 4


def test_the_journeys_come_in_the_order_of_their_files(waterrijk):
    kinds = [journey.kind for journey in load_example()]

    assert kinds == ["as_is", "as_is", "as_is", "to_be"]


def test_the_desired_journey_is_based_on_a_current_one(waterrijk):
    *current, desired = load_example()

    assert desired.based_on in current
    assert desired.based_on.persona == desired.persona


def test_the_journeys_share_one_life_event(waterrijk):
    load_example()

    assert waterrijk.life_events.count() == 1
    assert waterrijk.personas.count() == 3


def test_a_second_time_adds_nothing_and_is_quick(waterrijk, django_assert_max_num_queries):
    load_example()

    with django_assert_max_num_queries(6):
        assert load_example() == []


def test_an_organisation_with_journeys_of_its_own_is_left_alone(waterrijk):
    JourneyFactory(organisation=waterrijk)

    assert load_example() == []


def test_the_command_tells_how_many_it_added(waterrijk):
    out = io.StringIO()

    call_command("load_example", stdout=out)
    call_command("load_example", stdout=out)
    call_command("load_example", stdout=out, verbosity=0)

    assert out.getvalue() == "4 journeys added.\n0 journeys added.\n"
