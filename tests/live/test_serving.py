"""A stream with nothing to tell says now and then that it is there; one that is busy needs not."""

import asyncio

from live import hub, serving
from live.streams import event
from tests.live.counting import TOPIC, on_a_loop

BEAT = event("beat", {})


def test_all_streams_beat_by_one_clock(sums, monkeypatch):
    monkeypatch.setattr(serving, "BEAT", 0)

    async def test(made: hub.Hub) -> None:
        streams = [hub.Subscription(TOPIC, "map", "1") for _ in range(3)]
        for stream in streams:
            made.subscribe(stream)
        busy = streams[0]
        busy.offer(b"something")
        served = serving.Streams(None)
        served.hub = made
        beating = asyncio.create_task(served._keep_beating())

        assert [await stream.queue.get() for stream in streams[1:]] == [BEAT, BEAT]
        assert await busy.queue.get() == b"something"
        beating.cancel()

    on_a_loop(test)
