"""Fans changes out to the streams of this process: each change is drawn once per view, not per viewer.

All of it runs on one event loop; only drawing goes to threads, which are the ones that use the database.
"""

import asyncio
import json
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import close_old_connections
from django.utils import timezone

from live.kinds import Gone, Topic, Update, View, channels, kind_of
from live.listening import Listener
from live.streams import GONE, frame

logger = logging.getLogger(__name__)
WAITING_AT_MOST = 50  # events that a slow client may be behind; then it is dropped, and catches up
DRAWERS = 2


@dataclass
class Counted:
    """Of this process since it started: what the bench and the tests read."""

    notices: int = 0
    drawn: int = 0
    sent: int = 0
    dropped: int = 0


@dataclass(eq=False)
class Subscription:
    """A stream that is open. `since`: the mark of the last update put in its queue; None in it: the end."""

    topic: Topic
    view: View
    since: str
    person: int | None = None
    tab: str = ""
    queue: asyncio.Queue[bytes | None] = field(default_factory=lambda: asyncio.Queue(WAITING_AT_MOST))
    ended: bool = False

    def offer(self, what: bytes) -> bool:
        """Whether there was room; without it the stream ends, and its browser comes back to catch up."""
        try:
            self.queue.put_nowait(what)
        except asyncio.QueueFull:
            self.end()
            return False
        return True

    def end(self, last: bytes = b"") -> None:
        """At once: what is waiting need not be sent."""
        self.ended = True
        while not self.queue.empty():
            self.queue.get_nowait()
        if last:
            self.queue.put_nowait(last)
        self.queue.put_nowait(None)


class Hub:
    """Of one process; made on the loop that serves it."""

    def __init__(self, also: Iterable[str] = ()) -> None:
        """`also`: channels to hear besides those of topics."""
        self.loop = asyncio.get_running_loop()
        self.rooms: dict[Topic, Room] = {}
        self.counted = Counted()
        self.drawers = ThreadPoolExecutor(DRAWERS, thread_name_prefix="live-drawer")
        self.listening = asyncio.Event()
        self.hooks: dict[str, Callable[[dict], None]] = {}
        self.listener = Listener(channels() | set(also), self._heard, self._connected)
        self.listener.start()

    def listen_too(self, channel: str, hook: Callable[[dict], None]) -> None:
        """`hook` gets each notice of the channel, on the loop."""
        self.hooks[channel] = hook

    def subscribe(self, subscription: Subscription) -> None:
        """From here on it gets what differs from what it has seen; also what it missed."""
        topic = subscription.topic
        room = self.rooms.get(topic)
        if room is None:
            room = self.rooms[topic] = Room(self, topic)
        room.topic = topic
        room.add(subscription)

    def unsubscribe(self, subscription: Subscription) -> None:
        room = self.rooms.get(subscription.topic)
        if room and room.remove(subscription):
            del self.rooms[subscription.topic]

    def streams(self) -> list[Subscription]:
        return [subscription for room in self.rooms.values() for subscription in room.subscriptions]

    async def in_thread(self, work: Callable, *arguments: Any) -> Any:
        return await self.loop.run_in_executor(self.drawers, _with_database, work, *arguments)

    def end(self) -> None:
        """The server stops: every stream ends now."""
        for subscription in self.streams():
            subscription.end()
        for room in self.rooms.values():
            room.end()
        self.rooms.clear()
        self.listener.end()
        self.drawers.shutdown(wait=False, cancel_futures=True)

    def _heard(self, channel: str, payload: str) -> None:
        self.loop.call_soon_threadsafe(self._notice, channel, payload)

    def _notice(self, channel: str, payload: str) -> None:
        notice = json.loads(payload)
        if hook := self.hooks.get(channel):
            return hook(notice)
        self.counted.notices += 1
        for room in self.rooms.values():
            concerns = kind_of(room.topic).hears.get(channel)
            if concerns and concerns(notice, room.topic):
                room.changed.set()
        return None

    def _connected(self) -> None:
        self.loop.call_soon_threadsafe(self._catch_up)

    def _catch_up(self) -> None:
        """What was written while nobody listened."""
        self.listening.set()
        for room in self.rooms.values():
            room.changed.set()


class Room:
    """An open topic: its streams, and the task that draws for them while there are any."""

    def __init__(self, hub: Hub, topic: Topic) -> None:
        self.hub, self.topic = hub, topic
        self.subscriptions: set[Subscription] = set()
        self.changed = asyncio.Event()
        self.alarm: asyncio.TimerHandle | None = None
        self.task = hub.loop.create_task(self._keep_drawing())

    def add(self, subscription: Subscription) -> None:
        self.subscriptions.add(subscription)
        self.changed.set()

    def remove(self, subscription: Subscription) -> bool:
        """Whether it was the last one."""
        self.subscriptions.discard(subscription)
        if not self.subscriptions:
            self.end()
        return not self.subscriptions

    def end(self) -> None:
        self.task.cancel()
        if self.alarm:
            self.alarm.cancel()

    def tell(self, what: bytes) -> None:
        """The same to everyone: what has no version, such as who is here."""
        for subscription in list(self.subscriptions):
            self._send(subscription, what)

    async def _keep_drawing(self) -> None:
        await self.hub.listening.wait()  # a change between drawing and listening would be lost
        while True:
            await self.changed.wait()
            self.changed.clear()
            groups = defaultdict(list)
            for subscription in self.subscriptions:
                groups[subscription.view, subscription.since].append(subscription)
            for (view, since), group in groups.items():
                await self._draw(view, since, group)

    async def _draw(self, view: View, since: str, group: list[Subscription]) -> None:
        try:
            update = await self.hub.in_thread(kind_of(self.topic).draw, self.topic, view, since)
        except Gone:
            self._end(group, GONE)
        except Exception:  # whatever it is: the others go on, and these come back for it
            logger.exception("Drawing %s failed", self.topic)
            self._end(group)
        else:
            self._wake_at(update.turns_at)
            if update.mark != since:
                self._give(update, since, group)

    def _wake_at(self, moment: datetime | None) -> None:
        """Draw again then; what has passed was drawn."""
        seconds = (moment - timezone.now()).total_seconds() if moment else 0
        if self.alarm:
            self.alarm.cancel()
        self.alarm = self.hub.loop.call_later(seconds, self.changed.set) if seconds > 0 else None

    def _give(self, update: Update, since: str, group: list[Subscription]) -> None:
        self.hub.counted.drawn += 1
        drawn = frame(update, since)
        for subscription in group:
            subscription.since = update.mark
            self._send(subscription, drawn)

    def _send(self, subscription: Subscription, what: bytes) -> None:
        if subscription.ended or subscription not in self.subscriptions:
            return
        if subscription.offer(what):
            self.hub.counted.sent += 1
        else:
            self.hub.counted.dropped += 1

    def _end(self, group: list[Subscription], last: bytes = b"") -> None:
        for subscription in group:
            subscription.end(last)


def _with_database(work: Callable, *arguments: Any) -> Any:
    close_old_connections()
    return work(*arguments)
