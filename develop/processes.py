"""One server per clone: who runs it, and what a killed one left behind."""

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from develop.environment import ROOT, VAR
from develop.stages import Refused

RUNNING = VAR / "running.json"
SERVER = VAR / "server.json"


@contextmanager
def only_one(address: str) -> Iterator[None]:
    """Refuse a second `make run` beside the first; the kernel drops the lock with whoever holds it."""
    VAR.mkdir(exist_ok=True)
    with RUNNING.open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(f"Leefwereld already runs from this folder: {_who_runs(RUNNING)}.") from None
        lock.truncate(0)
        lock.write(json.dumps({"address": address, "process": os.getpid()}))
        lock.flush()
        yield


def _who_runs(file: Path) -> str:
    with suppress(ValueError, KeyError):
        found = json.loads(file.read_text())
        return f"{found['address']} (process {found['process']})"
    return "it is just starting"


def stop_leftover() -> None:
    """End the web server of a `make run` that was killed and could not do so itself."""
    with suppress(OSError, ValueError):
        group = int(json.loads(SERVER.read_text())["group"])
        for process in psutil.process_iter():
            with suppress(psutil.Error, ProcessLookupError):
                if os.getpgid(process.pid) == group and process.cwd() == str(ROOT):
                    process.kill()
                    process.wait(5)
    SERVER.unlink(missing_ok=True)


def refuse_taken_port(port: int) -> None:
    with socket.socket() as candidate:
        candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            candidate.bind(("127.0.0.1", port))
        except OSError as error:
            other = port + 1 if port < 65535 else 8000
            raise Refused(f"Port {port} is in use, try another: make run PORT={other}") from error


def server_command(
    port: int, application: str = "config.asgi:application", interface: str = "asgi"
) -> list[str]:
    threads = ("--blocking-threads", "8") if interface == "wsgi" else ()
    return [
        *(sys.executable, "-m", "granian", application, "--interface", interface),
        *("--host", "127.0.0.1", "--port", str(port), *threads, "--no-ws"),
        *("--workers-kill-timeout", "5", "--log-level", "error"),
    ]


def start_server(port: int) -> subprocess.Popen:
    """The web server in a group of its own: Ctrl-C reaches us only, and we stop things in order."""
    server = subprocess.Popen(
        server_command(port),
        cwd=ROOT,
        start_new_session=True,
    )
    SERVER.write_text(json.dumps({"group": server.pid}))
    return server


def wait_until_open(server: subprocess.Popen, port: int) -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise Refused("The web server did not start: see above.")
        with socket.socket() as candidate:
            if candidate.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise Refused("The web server does not answer.")


def serve_until_told(server: subprocess.Popen) -> int:
    """Wait for the server; stop it in order at Ctrl-C, SIGTERM or a closed terminal."""
    told = []

    def stop(number: int, _frame: object) -> None:
        told.append(number)
        server.terminate()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    code = server.wait()
    return 0 if told else code or 1


def end_server(server: subprocess.Popen) -> None:
    if server.poll() is None:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(10)
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    SERVER.unlink(missing_ok=True)
