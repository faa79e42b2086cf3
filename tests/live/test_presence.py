"""Who is here is known in every process, and someone who leaves is gone soon."""

import asyncio
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from live import hub, presence
from live.hub import Hub, Subscription
from live.kinds import Topic
from live.presence import Presence
from tests.live.counting import Silent, on_a_loop

TOPIC = Topic("sums", 1, 1)
NOOR, SAM = 3, 4


@pytest.fixture(autouse=True)
def quick(monkeypatch, sums) -> None:
    """Without a database: names are not looked up, and nobody waits."""
    monkeypatch.setattr(presence, "PAUSE", 0)
    monkeypatch.setattr(presence, "drawn", list)
    monkeypatch.setattr(Silent, "say", lambda self, _channel, told: self.said.append(told), raising=False)
    monkeypatch.setattr(Silent, "said", [], raising=False)
    monkeypatch.setattr(hub, "Listener", Silent)


def came(made: Hub, to: Presence, person: int, tab: str) -> Subscription:
    stream = Subscription(TOPIC, "map", "1", person, tab)
    made.subscribe(stream)
    to.came(stream)
    return stream


async def shown(stream: Subscription) -> list:
    """The places that a stream was told last."""
    while not (event := await asyncio.wait_for(stream.queue.get(), 10)).startswith(b"event: here"):
        pass
    while not stream.queue.empty():
        event = stream.queue.get_nowait()
    return [tuple(place) for place in json.loads(event.decode().split("data: ")[1])]


def test_a_person_in_two_tabs_is_one(sums):
    async def test(made: Hub) -> None:
        here = Presence(made)
        first = came(made, here, NOOR, "a")
        came(made, here, NOOR, "b")

        assert await shown(first) == [(NOOR, "")]
        here.end()

    on_a_loop(test)


def test_the_cell_where_someone_is_at_work_shows_to_the_others(sums):
    async def test(made: Hub) -> None:
        here = Presence(made)
        came(made, here, NOOR, "a")
        other = came(made, here, SAM, "b")
        assert await shown(other) == [(NOOR, ""), (SAM, "")]

        made._notice(presence.CHANNEL, json.dumps({"person": NOOR, "tab": "a", "cell": "s1-doing"}))

        assert await shown(other) == [(NOOR, "s1-doing"), (SAM, "")]
        here.end()

    on_a_loop(test)


def test_who_is_served_by_another_process_is_here_too_until_that_is_silent(sums, monkeypatch):
    async def test(made: Hub) -> None:
        monkeypatch.setattr(presence, "BEAT", 0.01)
        here = Presence(made)
        stream = came(made, here, NOOR, "a")
        told = {"process": "another", "topic": str(TOPIC), "here": [[SAM, ""]]}
        made._notice(presence.CHANNEL, json.dumps(told))
        assert (SAM, "") in await shown(stream)

        monkeypatch.setattr(presence, "SILENT", 0)

        assert await shown(stream) == [(NOOR, "")]
        here.end()

    on_a_loop(test)


def test_who_leaves_is_gone(sums):
    async def test(made: Hub) -> None:
        here = Presence(made)
        stays, leaves = came(made, here, NOOR, "a"), came(made, here, SAM, "b")
        await shown(stays)

        made.unsubscribe(leaves)
        here.left(leaves)

        assert await shown(stays) == [(NOOR, "")]
        here.end()

    on_a_loop(test)


def test_only_who_may_write_is_at_work_and_only_in_a_cell(as_editor, as_viewer, as_stranger, journey):
    url = f"{journey.get_absolute_url()}live/vak/"
    told = {"tab": "a", "cell": "s1-doing"}

    assert as_editor.post(url, told).status_code == 204
    assert as_editor.post(url, {"tab": "a", "cell": "<b>"}).status_code == 400
    assert as_viewer.post(url, told).status_code == 403
    assert as_stranger.post(url, told).status_code == 404


def test_being_at_work_writes_nothing(as_editor, journey):
    url = f"{journey.get_absolute_url()}live/vak/"
    with CaptureQueriesContext(connection) as ran:
        as_editor.post(url, {"tab": "a", "cell": "s1-doing"})

    assert not [query["sql"] for query in ran if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
