"""The floor of what is live: an ASGI application that passes the same bytes on, and does nothing else.

BENCH_BYTES: how many an event has. Who asks for a path gets what `NOTIFY bench_relay` names that path in.
"""

import asyncio
import os
from collections import defaultdict

import psycopg2

FRAME = b"event: update\ndata: " + b"x" * int(os.environ["BENCH_BYTES"]) + b"\n\n"
rooms: defaultdict[str, set[asyncio.Queue]] = defaultdict(set)


def listen() -> None:
    connection = psycopg2.connect(os.environ["DATABASE_URL"])
    connection.autocommit = True
    connection.cursor().execute("LISTEN bench_relay")

    def heard() -> None:
        connection.poll()
        for notice in connection.notifies:
            for queue in rooms[notice.payload]:
                queue.put_nowait(FRAME)
        connection.notifies.clear()

    asyncio.get_running_loop().add_reader(connection, heard)


async def application(scope: dict, receive, send) -> None:
    if scope["type"] == "lifespan":
        await receive()
        listen()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        return await send({"type": "lifespan.shutdown.complete"})
    queue = asyncio.Queue()
    rooms[scope["path"]].add(queue)
    head = [(b"content-type", b"text/event-stream")]
    await send({"type": "http.response.start", "status": 200, "headers": head})
    await send({"type": "http.response.body", "body": b"retry: 3000\n\n", "more_body": True})
    while True:
        await send({"type": "http.response.body", "body": await queue.get(), "more_body": True})
