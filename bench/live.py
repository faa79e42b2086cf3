"""How soon what one writes reaches everyone: five sessions, each of forty phones and twenty open maps.

Phones take part in a workshop on the journey whose map is open beside them: two looks, so a change is drawn
twice and sent sixty times. Beside it, in the same rounds, a bare relay of as many bytes to as many clients,
and Hocuspocus. Afterwards one session walks through its steps, and each phone asks for its page.
"""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median, quantiles

import psutil
import psycopg2
from django.db import connection
from django.urls import reverse

from bench import phones
from bench.content import add_journey, organisation_with_editor
from bench.phones import Room
from bench.popular import popular
from bench.report import met
from bench.servers import serving
from journeys.changes import changing
from journeys.models import Journey, Step
from live.journeys import mark_now
from organisations.models import Membership, User

SESSIONS, PHONES, MAPS = 5, 40, 20
LOOKS = 2
ROUNDS = 12  # of each session
PAUSE = 0.3  # seconds between writes: drawing them together would be less work
STEPS = 30


@dataclass
class Listeners:
    """Clients in a process of their own, and when each write was committed."""

    process: subprocess.Popen
    written: list[float] = field(default_factory=list)

    def told(self) -> list[list[tuple[float, int]]]:
        self.process.stdin.close()
        answer = json.loads(self.process.stdout.readline())
        self.process.wait(10)
        return answer


@dataclass(frozen=True)
class Fared:
    """`seconds`: from commit to arrival, for all that arrived; `lost`, `doubled`: how many did otherwise."""

    seconds: list[float]
    lost: int
    doubled: int
    size: int = 0

    @property
    def p95(self) -> float:
        return quantiles(self.seconds, n=20)[-1]

    def __str__(self) -> str:
        return (
            f"median {median(self.seconds) * 1000:.0f} ms, p95 {self.p95 * 1000:.0f} ms, "
            f"lost {self.lost}, doubled {self.doubled}"
        )


def measure(product: int) -> Iterator[str]:
    """What was measured, in words; `product`: the port of the product."""
    journeys, editor, cookie = journeys_with_editor()
    rooms_of = [Room(journey, PHONES, editor) for journey in journeys]
    steps = [Step.objects.filter(phase__journey=journey).first() for journey in journeys]
    size = bytes_of_an_event(steps)
    warm_up(product, journeys, rooms_of, cookie)
    before = memory(product)
    asked = [
        stream
        for journey, room in zip(journeys, rooms_of, strict=True)
        for stream in (*room.streams(), [address(journey), cookie, MAPS, ""])
    ]
    with listening(product, asked) as clients:
        opened = memory(product)
        counted = status(product)
        rooms = [[f"/room/{number}", "", PHONES + MAPS, ""] for number in range(SESSIONS)]
        with (
            serving("bench.relay:application", "asgi", BENCH_BYTES=str(size)) as relay,
            listening(relay, rooms) as relayed,
            popular(SESSIONS, PHONES + MAPS, size) as other,
        ):
            beside = write_in_turn(steps, editor, clients, relayed, other)
            floor = fared(relayed)
        now = status(product)
        result = fared(clients)
    changes = SESSIONS * ROUNDS
    drawn, streams = now["drawn"] - counted["drawn"], SESSIONS * (PHONES + MAPS)
    yield f"\nLive: {SESSIONS} sessions of {PHONES} phones and {MAPS} maps: {streams} streams"
    yield f"  from commit to arrival   {result}"
    ratio = result.p95 / floor.p95
    yield f"  bare relay of {size} bytes  {floor}   p95 {ratio:.1f}×, goal 2×: {met(ratio <= 2)}"
    yield against(result, beside)
    yield (
        f"  drawn {drawn} times for {changes} changes and {streams} streams: {drawn / changes:.1f} a change, "
        f"for {LOOKS} looks: {met(drawn <= changes * LOOKS)}; dropped {now['dropped']}"
    )
    yield f"  memory of a stream: {(opened - before) / streams / 1000:.0f} kB"
    yield phones.measure(rooms_of[0], listening(product, rooms_of[0].streams(reverse("workshops:phone"))))


def against(result: Fared, beside: Fared | None) -> str:
    if beside is None:
        return "  Hocuspocus could not be measured: it needs node and npm"
    ratio = result.p95 / beside.p95
    return f"  Hocuspocus with Yjs        {beside}   p95 {ratio:.1f}×, goal 1×: {met(ratio <= 1)}"


def journeys_with_editor() -> tuple[list[Journey], User, str]:
    """The journeys, who edits them and leads the sessions, and their cookie."""
    from bench.__main__ import cookie_of

    organisation, editor = organisation_with_editor("live")
    editor.memberships.update(role=Membership.Role.FACILITATOR)
    journeys = [add_journey(organisation, STEPS, number) for number in range(SESSIONS)]
    return journeys, editor, cookie_of(editor)


def address(journey: Journey) -> str:
    page = journey.get_absolute_url()
    return f"{page}live/?versie={mark_now(journey.pk)}&pagina={page}"


def warm_up(product: int, journeys: list[Journey], rooms: list[Room], cookie: str) -> None:
    """Each page was opened before its stream is."""
    maps = [(journey.get_absolute_url(), cookie) for journey in journeys]
    for path, held in [*maps, *((reverse("workshops:phone"), room.cookies[0]) for room in rooms)]:
        url = f"http://127.0.0.1:{product}{path}"
        urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": held})).read()


def status(port: int) -> dict[str, int]:
    return json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/_healthz/streams/"))


def memory(port: int) -> int:
    """Bytes of the processes that serve this port."""
    mine = psutil.Process().children(recursive=True)
    servers = [one for one in mine if str(port) in one.cmdline() and "granian" in one.cmdline()]
    return sum(each.memory_info().rss for one in servers for each in [one, *one.children(recursive=True)])


@contextmanager
def listening(port: int, asked: list[list]) -> Iterator[Listeners]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-m", "bench.streams", str(port)], **pipes) as process:
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        if process.stdout.readline().strip() != "ready":
            raise SystemExit("The streams did not open.")
        yield Listeners(process)


def bytes_of_an_event(steps: list[Step]) -> int:
    """As long as what one change of a text draws: its cell, around a text of some words."""
    from live.journeys import JourneyView, draw, topic_of

    journey = Journey.objects.with_twins().get(pk=steps[0].phase.journey_id)
    view = JourneyView(journey.get_absolute_url(), "", None, "nl", "editor", ())
    seen = mark_now(journey.pk)
    draw(topic_of(journey), view, seen)
    Step.objects.filter(pk=steps[0].pk).update(doing="Een tekst om te meten hoeveel een verandering is")
    return len(draw(topic_of(journey), view, seen).html)


def write_in_turn(
    steps: list[Step], editor: User, clients: Listeners, relayed: Listeners, other
) -> Fared | None:
    """One change after the other, each in every way, so that a busy machine slows all alike."""
    writer = psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})
    writer.autocommit = True
    seconds = []
    for turn in range(ROUNDS):
        for number, step in enumerate(steps):
            with changing(step.phase.journey, by=editor):
                step.doing = f"Tekst {turn}: wat ik nu doe is weer anders dan wat ik net deed"
                step.save(update_fields=["doing"])
            clients.written.append(time.time())
            time.sleep(PAUSE)
            writer.cursor().execute("SELECT pg_notify('bench_relay', %s)", [f"/room/{number}"])
            relayed.written.append(time.time())
            time.sleep(PAUSE)
            seconds += other.write(number) if other else []
    time.sleep(2)
    writer.close()
    arrived = [one for one in seconds if one is not None]
    return Fared(arrived, len(seconds) - len(arrived), 0) if other else None


def fared(clients: Listeners) -> Fared:
    """A change of the session is the next event of each of its clients."""
    told = clients.told()
    seconds, lost, doubled = [], 0, 0
    for number, arrived in enumerate(told):
        session = number // (PHONES + MAPS)
        written = clients.written[session::SESSIONS]
        arrived = arrived[-len(written) :] if len(arrived) > len(written) else arrived
        lost += max(0, len(written) - len(arrived))
        doubled += max(0, len(told[number]) - len(written))
        seconds += [moment - start for start, (moment, _size) in zip(written, arrived, strict=False)]
    return Fared(seconds, lost, doubled)
