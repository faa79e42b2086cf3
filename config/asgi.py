"""The entry point that the application server loads: pages on threads, streams on asyncio (decision 10)."""

import asyncio
import signal
import sys
import threading
from collections.abc import Awaitable, Callable
from typing import Any

from a2wsgi import WSGIMiddleware

from config.wsgi import application as handler
from live.serving import Receive, Send, Streams

PAGES_AT_ONCE = 8
LAST_WORDS = 5  # seconds that pages get to end when the server stops
# Seconds after which a thread that draws makes way for the loop that sends, and for who got an answer of the
# database: with the 5 ms of Python itself, each of the many hand-overs of a change may wait that long.
MAKES_WAY = 0.0005
sys.setswitchinterval(MAKES_WAY)
pages = WSGIMiddleware(handler, workers=PAGES_AT_ONCE)
streams = Streams(handler)
busy: set[asyncio.Task] = set()


async def application(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """One process for both; streams that are open end at once when it stops."""
    if scope["type"] == "lifespan":
        return await lifespan(receive, send)
    answer = streams if streams.are_asked_for(scope) else pages
    task = asyncio.current_task()
    busy.add(task)
    try:
        # a2wsgi needs coroutines; the server gives other things that can be awaited.
        return await answer(scope, coroutine(receive), coroutine(send))
    finally:
        busy.discard(task)


def coroutine(call: Callable[..., Awaitable]) -> Callable[..., Awaitable]:
    async def called(*arguments: Any) -> Any:
        return await call(*arguments)

    return called


async def lifespan(receive: Receive, send: Send) -> None:
    await receive()
    end_streams_when_told()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    streams.end()
    if busy:
        await asyncio.wait(busy, timeout=LAST_WORDS)
    await send({"type": "lifespan.shutdown.complete"})


def end_streams_when_told() -> None:
    """At the signal itself: the server first waits for what is open, and tells the application later."""
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # The loop, and so the server, hears of the signal all the same.
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(streams.end))
        signal.siginterrupt(number, False)
