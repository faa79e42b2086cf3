"""The one connection of a process that listens: what any process writes is heard here at its commit."""

import contextlib
import logging
import os
import select
from collections import deque
from collections.abc import Callable, Iterable
from threading import Event, Thread
from typing import Any

from django.db import connections

logger = logging.getLogger(__name__)
CHECK = 10  # seconds without a word, after which the connection is tried
PAUSES = (0.1, 0.5, 1, 2)  # seconds before connecting again


class Listener(Thread):
    """`heard(channel, payload)` and `connected()` are called in this thread."""

    def __init__(
        self, channels: Iterable[str], heard: Callable[[str, str], None], connected: Callable[[], None]
    ) -> None:
        super().__init__(name="live-listener", daemon=True)
        self.channels, self.heard, self.connected = sorted(channels), heard, connected
        self.outgoing: deque[tuple[str, str]] = deque(maxlen=10_000)
        self.ended = Event()
        self.waking, self.wake = os.pipe()
        os.set_blocking(self.wake, False)

    def say(self, channel: str, payload: str) -> None:
        """Notify every process, this one too; what can't be sent now is sent once the database is back."""
        self.outgoing.append((channel, payload))
        self._wake()

    def end(self) -> None:
        self.ended.set()
        self._wake()
        self.join(5)

    def _wake(self) -> None:
        # Full: it wakes already. Broken: it has ended, and what is said last has nobody to hear it.
        with contextlib.suppress(BlockingIOError, BrokenPipeError):
            os.write(self.wake, b".")

    def run(self) -> None:
        failures = 0
        while not self.ended.is_set():
            database = connections.create_connection("default")
            try:
                self._listen(database)
                failures = 0
            except Exception as error:  # whatever it is, it tries again
                logger.warning("The connection that listens is lost: %s", error)
            finally:
                with contextlib.suppress(Exception):
                    database.close()
            self.ended.wait(PAUSES[min(failures, len(PAUSES) - 1)])
            failures += 1
        os.close(self.waking)

    def _listen(self, database: Any) -> None:
        database.ensure_connection()
        with database.cursor() as cursor:
            for channel in self.channels:
                cursor.execute(f'LISTEN "{channel}"')
        self.connected()
        while not self.ended.is_set():
            self._one_turn(database)

    def _one_turn(self, database: Any) -> None:
        raw = database.connection  # bare: nothing of a request concerns it
        ready, _, _ = select.select([raw, self.waking], [], [], CHECK)
        if self.waking in ready:
            os.read(self.waking, 4096)
        with raw.cursor() as cursor:
            while self.outgoing:
                cursor.execute("SELECT pg_notify(%s, %s)", self.outgoing[0])
                self.outgoing.popleft()
            if not ready:
                cursor.execute("SELECT 1")
        raw.poll()
        while raw.notifies:
            notice = raw.notifies.pop(0)
            self.heard(notice.channel, notice.payload)
