"""Many clients that listen, in a process of their own: when each event reached each of them.

`python -m bench.streams PORT` reads a JSON list of [path, cookie, number of clients] from a line of standard
input, opens the streams, says `ready`, and at the end of its input tells how each fared. No library: sockets.
"""

import asyncio
import json
import sys
import time

ASK = "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nCookie: {cookie}\r\n\r\n"
LINE = 2**24  # bytes; an event is one line
PATIENCE = 120  # seconds


class Client:
    """`arrived`: of each event the moment, and how many bytes it had."""

    def __init__(self, path: str, cookie: str) -> None:
        self.path, self.cookie = path, cookie
        self.arrived: list[tuple[float, int]] = []
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
            elif line.startswith(b"data:") and is_update:
                self.arrived.append((time.time(), len(line)))


async def main(port: int) -> None:
    kinds = json.loads(sys.stdin.readline())
    clients = [Client(path, cookie) for path, cookie, number in kinds for _ in range(number)]
    tasks = [asyncio.create_task(client.listen(port)) for client in clients]
    await asyncio.wait_for(asyncio.gather(*(client.opened.wait() for client in clients)), PATIENCE)
    print("ready", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    for task in tasks:
        task.cancel()
    print(json.dumps([client.arrived for client in clients]), flush=True)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
