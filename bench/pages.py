"""What is measured, and which statements each page runs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from django.core.cache import cache as kept
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.content import add_journey, organisation_with_editor
from journeys.models import Journey
from organisations.models import Organisation, User

LARGE_MAP, SMALL_MAP = 60, 6
VERY_MANY, MANY, FEW = 500, 200, 20  # journeys
STEPS_EACH = 12
COMPARED = 5


@dataclass(frozen=True)
class Page:
    """A page of one size; `forget` makes the product draw it anew, as after a change of all that is on it."""

    name: str
    path: str
    user: User
    forget: Callable[[], None]


@dataclass(frozen=True)
class Subject:
    """A page with much on it and the same page with little; goals are times the floor."""

    key: str
    large: Page
    small: Page
    rounds_warm: int
    rounds_cold: int
    goal_warm: float
    goal_cold: float


@dataclass(frozen=True)
class Statements:
    warm: list[str]
    cold: list[str]


def subjects(keys: Sequence[str]) -> list[Subject]:
    """Those of the keys, or all."""
    makers = {
        "map": lambda: Subject("map", map_page(LARGE_MAP), map_page(SMALL_MAP), 200, 100, 3, 8),
        "table": lambda: on_journey("table", "Table", "tabel/"),
        "in-time": lambda: on_journey("in-time", "In time", "op-tijd/"),
        "insights": lambda: on_journey("insights", "Insights", "inzichten/"),
        "compare": lambda: Subject(
            "compare", compare_page(LARGE_MAP), compare_page(SMALL_MAP), 100, 30, 3, 8
        ),
        "reading": lambda: Subject(
            "reading", reading_page(LARGE_MAP), reading_page(SMALL_MAP), 100, 30, 3, 8
        ),
        "search": lambda: over_journeys(
            "search", "Search in {count} journeys", "/zoeken/?zoek=verloskundige"
        ),
        "home": lambda: over_journeys("home", "Home with {count} journeys", "/"),
        "home500": lambda: over_journeys("home500", "Home with {count} journeys", "/", VERY_MANY),
        "plan": lambda: over_journeys("plan", "Plan of {count} journeys", "/verbeteringen/"),
        "places": lambda: over_journeys(
            "places", "Places that {count} journeys pass", "/waar-mensen-al-zijn/"
        ),
    }
    return [make() for key, make in makers.items() if key in keys or not keys]


def map_page(steps: int) -> Page:
    organisation, user, journey = with_map(steps)
    return Page(
        f"Map with {steps} steps and {5 * steps} cards",
        journey.get_absolute_url(),
        user,
        partial(raise_versions, organisation),
    )


@cache
def with_map(steps: int) -> tuple[Organisation, User, Journey]:
    """With a desired journey beside it: its line is drawn too."""
    organisation, user = organisation_with_editor(f"kaart{steps}")
    journey = add_journey(organisation, steps)
    add_journey(organisation, steps, kind="to_be")
    return organisation, user, journey


def on_journey(key: str, name: str, lens: str) -> Subject:
    """A lens on the journeys that the map is measured with."""
    large, small = (
        replace(map_page(steps), name=f"{name}, {steps} steps", path=f"{map_page(steps).path}{lens}")
        for steps in (LARGE_MAP, SMALL_MAP)
    )
    return Subject(key, large, small, 100, 50, 3, 8)


def compare_page(steps: int) -> Page:
    """Five journeys of one life event: as many as are shown under each other."""
    organisation, user = organisation_with_editor(f"vergelijk{steps}")
    journeys = [add_journey(organisation, steps, 20 * number) for number in range(COMPARED)]
    asked = "&".join(f"reis={journey.pk}" for journey in journeys)
    name = f"{COMPARED} journeys of {steps} steps compared"
    return Page(name, f"/vergelijken/?{asked}", user, partial(raise_versions, organisation))


def reading_page(steps: int) -> Page:
    """An interview of three lines a step, beside the journey that the map is measured with."""
    organisation, user, journey = with_map(steps)
    day = date(2026, 3, 1)
    talk = organisation.interviews.create(
        code="G1",
        kind="resident",
        held_on=day,
        keep_until=day,
        notes="\n".join(f"Toen belde ik voor de {number}e keer." for number in range(3 * steps)),
    )
    name = f"Interview of {3 * steps} lines beside {steps} steps"
    path = f"/gesprekken/{talk.pk}/lezen/?klantreis={journey.pk}"
    return Page(name, path, user, partial(raise_versions, organisation))


def over_journeys(key: str, name: str, path: str, many: int = MANY) -> Subject:
    """A page over all journeys of an organisation, with many and with few."""
    large, small = (
        Page(name.format(count=count), path, user, partial(raise_versions, organisation))
        for count, (organisation, user) in ((count, with_journeys(count)) for count in (many, FEW))
    )
    return Subject(key, large, small, 200, 15, 3, 8)


@cache
def with_journeys(count: int) -> tuple[Organisation, User]:
    organisation, user = organisation_with_editor(f"reizen{count}")
    for number in range(count):
        add_journey(organisation, STEPS_EACH, number)
    return organisation, user


def raise_versions(organisation: Organisation) -> None:
    """What is kept of a journey is known by its version: the next request finds nothing of it."""
    for journey in organisation.journeys.all():
        Journey.objects.filter(pk=journey.pk).update(version=journey.version + 1)


def signed_in(user: User) -> Client:
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def statements_of(page: Page) -> Statements:
    client = signed_in(page.user)
    client.get(page.path)
    kept.clear()
    return Statements(cold=_captured(client, page), warm=_captured(client, page))


def _captured(client: Client, page: Page) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(page.path)
    if answer.status_code != 200:
        raise SystemExit(f"{page.name}: {page.path} answers {answer.status_code}.")
    return [query["sql"] for query in queries]
