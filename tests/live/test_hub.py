"""A change is drawn once for all who look alike, and reaches every stream once."""

import asyncio
from datetime import timedelta

from django.utils import timezone

from live import hub
from tests.live.counting import TOPIC, Sums, on_a_loop


def listening(to: hub.Hub, view: str = "map", since: str = "1") -> hub.Subscription:
    stream = hub.Subscription(TOPIC, view, since)
    to.subscribe(stream)
    return stream


def test_once_per_view_and_not_per_stream(sums):
    async def test(made: hub.Hub) -> None:
        streams = [listening(made, view) for view in ["map"] * 20 + ["list"] * 5]
        await settled(made, sums, 2)
        sums.drawn.clear()
        sums.number = 2
        made.listener.heard("counted", '{"number": 1}')
        got = [await stream.queue.get() for stream in streams]

        assert sorted(sums.drawn) == [("list", "1"), ("map", "1")]
        assert made.counted.drawn == 2
        assert made.counted.sent == 25
        assert all(b"id: 2\n" in event for event in got)
        assert all(stream.queue.empty() for stream in streams)

    on_a_loop(test)


async def settled(made: hub.Hub, sums: Sums, draws: int) -> None:
    """Who came has been looked after."""
    while len(sums.drawn) < draws:
        await asyncio.sleep(0)
    await made.in_thread(int)


def test_who_was_away_is_brought_up_to_date(sums):
    async def test(made: hub.Hub) -> None:
        sums.number = 7
        stream = listening(made, since="3")

        assert "map 3→7" in (await stream.queue.get()).decode()

    on_a_loop(test)


def test_what_turns_at_a_time_is_drawn_then_though_nobody_writes(sums):
    async def test(made: hub.Hub) -> None:
        sums.turns_at = timezone.now() + timedelta(seconds=0.3)
        stream = listening(made)
        await settled(made, sums, 1)
        sums.number = 2

        assert b"id: 2\n" in await stream.queue.get()
        assert timezone.now() >= sums.turns_at

    on_a_loop(test)


def test_a_notice_about_something_else_draws_nothing(sums):
    async def test(made: hub.Hub) -> None:
        listening(made)
        await settled(made, sums, 1)
        made.listener.heard("counted", '{"number": 2}')
        await made.in_thread(int)

        assert len(sums.drawn) == 1

    on_a_loop(test)


def test_all_catch_up_when_the_database_is_back(sums):
    async def test(made: hub.Hub) -> None:
        stream = listening(made)
        await settled(made, sums, 1)
        sums.number = 5
        made.listener.connected()

        assert "map 1→5" in (await stream.queue.get()).decode()

    on_a_loop(test)


def test_a_stream_that_is_too_slow_ends_and_the_others_go_on(sums, monkeypatch):
    monkeypatch.setattr(hub, "WAITING_AT_MOST", 2)

    async def test(made: hub.Hub) -> None:
        slow, quick = listening(made), listening(made)
        for number in range(2, 6):
            sums.number = number
            made.listener.heard("counted", '{"number": 1}')
            assert f"→{number}" in (await quick.queue.get()).decode()

        assert slow.ended
        assert await slow.queue.get() is None
        assert made.counted.dropped == 1
        assert not quick.ended

    on_a_loop(test)


def test_what_is_gone_ends_its_streams(sums):
    async def test(made: hub.Hub) -> None:
        sums.number = None
        stream = listening(made)

        assert (await stream.queue.get()).startswith(b"event: gone")
        assert await stream.queue.get() is None

    on_a_loop(test)


def test_a_failure_ends_the_streams_that_it_is_about(sums, monkeypatch):
    async def test(made: hub.Hub) -> None:
        monkeypatch.setattr(sums, "number", "not to be drawn")
        monkeypatch.setattr(sums, "drawn", None)
        stream = listening(made)

        assert await stream.queue.get() is None

    on_a_loop(test)


def test_nobody_left_nothing_kept(sums):
    async def test(made: hub.Hub) -> None:
        stream = listening(made)
        made.unsubscribe(stream)

        assert made.rooms == {}

    on_a_loop(test)
