"""The product and the floor, each behind a web server like that of `make run`."""

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from develop import processes
from develop.environment import ROOT


@contextmanager
def serving(application: str, interface: str = "wsgi", **environment: str) -> Iterator[int]:
    """The port on which the application answers; it is stopped at the end, whatever happens."""
    port = free_port()
    server = subprocess.Popen(
        processes.server_command(port, application, interface),
        cwd=ROOT,
        env=os.environ | environment,
        start_new_session=True,
    )
    try:
        processes.wait_until_open(server, port)
        yield port
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(10)
        with suppress(ProcessLookupError):
            os.killpg(server.pid, 9)


def free_port() -> int:
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        return candidate.getsockname()[1]
