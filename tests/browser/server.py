"""The product as it is served, streams and all, in a thread beside the tests."""

import asyncio
import socket
import time
from threading import Thread

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server

from tests.browser.slowness import slowed

PATIENCE, PAUSE = 30, 0.05  # seconds


class AsgiServer:
    """Answers at `url` until it is stopped; late, where that is asked for."""

    def __init__(self, *, slowly: bool = False) -> None:
        self.slowly = slowly
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.thread = Thread(target=asyncio.run, args=[self._serve(port)], name="asgi", daemon=True)
        self.thread.start()
        wait_until_open(port)

    async def _serve(self, port: int) -> None:
        from config.asgi import application

        self.loop = asyncio.get_running_loop()
        options = {"interface": Interfaces.ASGI, "websockets": False, "log_level": LogLevels.error}
        self.server = Server(slowed(application) if self.slowly else application, port=port, **options)
        await self.server.serve()

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.server.stop)
        self.thread.join(PATIENCE)


def free_port() -> int:
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        return candidate.getsockname()[1]


def wait_until_open(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(PAUSE)
        else:
            return
    raise TimeoutError
