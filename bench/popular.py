"""Hocuspocus beside the product: fetched with npm for this alone, and gone afterwards."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.servers import free_port
from develop.processes import wait_until_open

PACKAGES = ("@hocuspocus/server@4", "@hocuspocus/provider@4", "yjs@13", "ws@8")
SCRIPT = Path(__file__).with_name("popular.mjs")


class Popular:
    """Rooms with clients; `write(room)` gives the seconds to each of them, None where it never came."""

    def __init__(self, listeners: subprocess.Popen) -> None:
        self.listeners = listeners

    def write(self, room: int) -> list[float | None]:
        self.listeners.stdin.write(f"{room}\n")
        self.listeners.stdin.flush()
        return json.loads(self.listeners.stdout.readline())


@contextmanager
def popular(rooms: int, clients: int, size: int) -> Iterator[Popular | None]:
    """None where node or the packages can't be had."""
    if not (shutil.which("node") and shutil.which("npm")):
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(SCRIPT, folder)
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", *PACKAGES]
        if subprocess.run(install, cwd=folder, capture_output=True, check=False).returncode:
            yield None
            return
        port = free_port()
        script = ["node", SCRIPT.name]
        server = subprocess.Popen([*script, "serve", str(port)], cwd=folder)
        try:
            wait_until_open(server, port)
            asked = [*script, "listen", *map(str, (port, rooms, clients, size))]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
            with subprocess.Popen(asked, cwd=folder, **pipes) as listeners:
                listeners.stdout.readline()
                yield Popular(listeners)
                listeners.stdin.close()
        finally:
            server.terminate()
            server.wait(10)
