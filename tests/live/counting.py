"""A kind of topic to test with, on a loop without a database."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from live import hub
from live.kinds import Gone, Topic, Update

TOPIC = Topic("sums", 1, 1)


class Sums:
    """A kind of topic whose state is a number."""

    def __init__(self) -> None:
        self.number, self.drawn = 1, []
        self.turns_at: datetime | None = None

    def draw(self, topic: Topic, view: str, since: str) -> Update:
        if self.number is None:
            raise Gone
        self.drawn.append((view, since))
        return Update(str(self.number), f"{view} {since}→{self.number}", turns_at=self.turns_at)


class Silent:
    """Instead of the connection that listens: notices come from the test."""

    def __init__(self, _channels, heard, connected) -> None:
        self.heard, self.connected = heard, connected

    def start(self) -> None:
        self.connected()

    def end(self) -> None:
        """Nothing to end."""


def on_a_loop(test: Callable[[hub.Hub], Coroutine]) -> None:
    async def run() -> None:
        made = hub.Hub()
        try:
            await asyncio.wait_for(test(made), timeout=20)
        finally:
            made.end()

    # In a thread of its own: once a browser was driven in this process, its loop runs in the main one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, run()).result()
