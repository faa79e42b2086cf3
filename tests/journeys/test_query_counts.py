"""A page asks the database as much of a journey with sixty steps as of one with three."""

import pytest
from django.core.cache import cache

from exchange.importer import import_document
from journeys.models import Journey
from organisations.models import Organisation
from tests.exchange.documents import of_size

WHO_ASKS = 3  # the session, the user and the memberships
MAP_WARM = WHO_ASKS + 2
MAP_COLD = WHO_ASKS + 19
COMPARISON_WARM = WHO_ASKS + 5
COMPARISON_COLD = WHO_ASKS + 21
HOME_WARM = WHO_ASKS + 2
HOME_COLD = WHO_ASKS + 15


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


def journeys(organisation: Organisation, count: int, steps: int = 2) -> list[Journey]:
    return [import_document(of_size(steps), organisation, by=None) for _ in range(count)]


@pytest.mark.parametrize("steps", [3, 60])
def test_a_map_takes_as_many_queries_whatever_its_size(
    as_editor, waterrijk, steps, django_assert_num_queries
):
    (journey,) = journeys(waterrijk, count=1, steps=steps)

    with django_assert_num_queries(MAP_COLD):
        as_editor.get(journey.get_absolute_url())
    with django_assert_num_queries(MAP_WARM):
        as_editor.get(journey.get_absolute_url())


@pytest.mark.parametrize("count", [2, 60])
def test_the_overview_takes_as_many_queries_whatever_its_size(
    as_editor, waterrijk, count, django_assert_num_queries
):
    journeys(waterrijk, count)

    with django_assert_num_queries(HOME_COLD):
        as_editor.get("/")
    with django_assert_num_queries(HOME_WARM):
        as_editor.get("/")


@pytest.mark.parametrize(("count", "steps"), [(2, 3), (5, 60)])
def test_a_comparison_takes_as_many_queries_whatever_its_size(
    as_editor, waterrijk, count, steps, django_assert_num_queries
):
    address = "/vergelijken/?" + "&".join(f"reis={one.pk}" for one in journeys(waterrijk, count, steps))

    with django_assert_num_queries(COMPARISON_COLD):
        as_editor.get(address)
    with django_assert_num_queries(COMPARISON_WARM):
        as_editor.get(address)
