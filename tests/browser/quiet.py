"""Waiting until the server has done what a browser asked: before that, the tables can't be emptied."""

import time
from threading import Condition

from django.core.signals import request_finished, request_started
from django.test.client import ClientHandler

LONGEST = 10  # seconds
PAUSE = 0.05  # for a request that was sent and isn't read yet


class Quiet:
    """Counts the requests that the server is busy with, also those whose browser has gone."""

    def __init__(self) -> None:
        self.running = 0
        self.changed = Condition()
        request_started.connect(self._started)
        request_finished.connect(self._finished)

    def wait(self) -> None:
        time.sleep(PAUSE)
        with self.changed:
            self.changed.wait_for(lambda: self.running == 0, timeout=LONGEST)

    def _started(self, sender, **_other) -> None:
        self._count(sender, 1)

    def _finished(self, sender, **_other) -> None:
        self._count(sender, -1)

    def _count(self, sender, by: int) -> None:
        if sender is None or issubclass(sender, ClientHandler):
            return
        with self.changed:
            self.running += by
            self.changed.notify_all()
