"""What is measured of changes to a map: a cell saved, a step moved, and an undo."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.middleware.csrf import _get_new_csrf_string
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.content import add_journey, organisation_with_editor
from bench.measuring import Answer, Server
from bench.pages import LARGE_MAP, SMALL_MAP, signed_in
from journeys.models import Journey, Step
from organisations.models import User

TEXTS = ("Ik bel de gemeente voor een afspraak", "Ik wacht op de brief met de uitslag")
DIRECTIONS = ("rechts", "links")
GOAL = 3
ROUNDS = 100


@dataclass(frozen=True)
class Post:
    path: str
    data: dict[str, str]


@dataclass(frozen=True)
class Map:
    """A journey to write in, with the step in its middle and that step's neighbour."""

    journey: Journey
    user: User
    step: Step
    neighbour: Step

    @property
    def path(self) -> str:
        return self.journey.get_absolute_url()

    def save_cell(self, turn: int) -> Post:
        return Post(f"{self.path}stappen/{self.step.pk}/doen/", {"doing": TEXTS[turn % 2], "designed": ""})

    def move_step(self, turn: int) -> Post:
        return Post(f"{self.path}stappen/{self.step.pk}/plaats/", {"richting": DIRECTIONS[turn % 2]})

    def undo(self, _turn: int) -> Post:
        return Post(f"{self.path}ongedaan/", {})

    @property
    def bare_text(self) -> list[str]:
        update = f"UPDATE journeys_step SET doing = '{TEXTS[0]}' WHERE id = {self.step.pk}"
        return ["BEGIN", update, "COMMIT"]

    @property
    def bare_orders(self) -> list[str]:
        """The two change places, as they do when the first one goes to the right."""
        places = ((self.step, self.neighbour.order), (self.neighbour, self.step.order))
        updates = [f'UPDATE journeys_step SET "order" = {order} WHERE id = {row.pk}' for row, order in places]
        return ["BEGIN", *updates, "COMMIT"]


@dataclass(frozen=True)
class Write:
    """`before`: what has to be done first, outside the time that is taken."""

    key: str
    name: str
    post: Callable[[Map, int], Post]
    bare: Callable[[Map], list[str]]
    before: Callable[[Map, int], Post] | None = None


WRITES = (
    Write("cell", "A cell saved", Map.save_cell, lambda on: on.bare_text),
    Write("move", "A step moved", Map.move_step, lambda on: on.bare_orders),
    Write("undo", "A saved cell undone", Map.undo, lambda on: on.bare_text, before=Map.save_cell),
)


def make_map(slug: str, steps: int) -> Map:
    organisation, user = organisation_with_editor(slug)
    journey = add_journey(organisation, steps)
    in_order = Step.objects.filter(phase__journey=journey).order_by("phase__order", "order")
    middle = steps // 2
    return Map(journey, user, in_order[middle], in_order[middle + 1])


def statements_of(write: Write, on: Map) -> list[str]:
    """Of the fourth turn, which takes back what the third wrote; those before it fill what is kept."""
    client = signed_in(on.user)
    client.get(on.path)
    return [_captured(client, write, on, turn) for turn in range(4)][-1]


def _captured(client: Client, write: Write, on: Map, turn: int) -> list[str]:
    if write.before:
        _posted(client, on, write.before(on, turn))
    with CaptureQueriesContext(connection) as queries:
        _posted(client, on, write.post(on, turn))
    return [query["sql"] for query in queries]


def _posted(client: Client, on: Map, post: Post) -> None:
    answer = client.post(post.path, post.data, headers=as_htmx(on))
    if answer.status_code != 200:
        raise SystemExit(f"{post.path} answers {answer.status_code}.")


def as_htmx(on: Map) -> dict[str, str]:
    address = f"http://127.0.0.1{on.path}"
    return {"HX-Request": "true", "HX-Request-Type": "partial", "HX-Current-URL": address}


class Writer:
    """Posts one kind of write to the product again and again, as a browser does."""

    def __init__(self, write: Write, on: Map, port: int) -> None:
        token = _get_new_csrf_string()
        session = signed_in(on.user).cookies["sessionid"].value
        self.cookie = f"sessionid={session}; csrftoken={token}"
        self.server = self.beside(port)
        self.headers = as_htmx(on) | {"X-CSRFToken": token}
        self.write, self.map, self.turn = write, on, -1

    def beside(self, port: int) -> Server:
        """Another server, on which the same person is signed in."""
        return Server(port, self.cookie)

    def prepare(self) -> None:
        self.turn += 1
        if self.write.before:
            self._send(self.write.before(self.map, self.turn))

    def send(self) -> Answer:
        return self._send(self.write.post(self.map, self.turn))

    def _send(self, post: Post) -> Answer:
        return self.server.post(post.path, post.data, self.headers)


@dataclass(frozen=True)
class Writes:
    """The floor has a map of its own: the product would have to load anew what it didn't write itself.

    The bare write and the product's own statements, run by turns, each undo what the other wrote: an UPDATE
    that changes nothing would leave no history.
    """

    product: Map
    floor: Map
    own: dict[str, list[str]]
    small: dict[str, list[str]]

    @property
    def by_address(self) -> dict[str, list[str]]:
        bare = {f"/{write.key}/bare": write.bare(self.floor) for write in WRITES}
        return bare | {f"/{key}/own": statements for key, statements in self.own.items()} | {"/nothing": []}


def make_writes() -> Writes:
    product, floor = make_map("schrijf", LARGE_MAP), make_map("vloer", LARGE_MAP)
    small = make_map("klein", SMALL_MAP)
    return Writes(
        product,
        floor,
        {write.key: statements_of(write, floor) for write in WRITES},
        {write.key: statements_of(write, small) for write in WRITES},
    )
