"""Many clients that listen, in a process of their own: when each event reached each of them.

`python -m bench.streams PORT` reads a JSON list of [path, cookie, number of clients, page] from a line of
standard input, opens the streams, says `ready`, and at the end of its input tells how each fared. A client
with a page asks for that after each event, as a phone does, and counts the moment that it has it. No library:
sockets.
"""

import asyncio
import json
import random
import sys
import time

ASK = "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nCookie: {cookie}\r\n\r\n"
LOOK = (
    "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nHX-Request: true\r\nHX-Request-Type: partial\r\n"
    "Cookie: {cookie}\r\nConnection: close\r\n\r\n"
)
SPREAD = 0.4  # seconds, as in static/js/room-live.js
LINE = 2**24  # bytes; an event is one line
PATIENCE = 120  # seconds


class Client:
    """`arrived`: of each event the moment, and how many bytes it had."""

    def __init__(self, path: str, cookie: str, page: str) -> None:
        self.path, self.cookie, self.page = path, cookie, page
        self.arrived: list[tuple[float, int]] = []
        self.looking: set[asyncio.Task] = set()
        self.opened = asyncio.Event()

    async def listen(self, port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=LINE)
        writer.write(ASK.format(path=self.path, cookie=self.cookie).encode())
        is_update = False
        while line := await reader.readline():
            if line.startswith(b"retry:"):
                self.opened.set()
            elif line.startswith(b"event:"):
                is_update = line.strip() == b"event: update"
            elif line.startswith(b"data:") and is_update and self.page:
                self.looking.add(asyncio.create_task(self.look(port)))
            elif line.startswith(b"data:") and is_update:
                self.arrived.append((time.time(), len(line)))

    async def look(self, port: int) -> None:
        await asyncio.sleep(random.uniform(0, SPREAD))
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(LOOK.format(path=self.page, cookie=self.cookie).encode())
        page = await reader.read()
        if not page.startswith(b"HTTP/1.1 200"):
            raise SystemExit(f"{self.page} answers {page[:20]}")
        self.arrived.append((time.time(), len(page)))
        writer.close()


async def main(port: int) -> None:
    kinds = json.loads(sys.stdin.readline())
    clients = [Client(path, cookie, page) for path, cookie, number, page in kinds for _ in range(number)]
    tasks = [asyncio.create_task(client.listen(port)) for client in clients]
    await asyncio.wait_for(asyncio.gather(*(client.opened.wait() for client in clients)), PATIENCE)
    print("ready", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    for task in tasks:
        task.cancel()
    print(json.dumps([client.arrived for client in clients]), flush=True)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
