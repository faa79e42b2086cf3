"""Who is here, and at which cell each is at work: known from the open streams, told between processes.

Nothing is written: each process says every few seconds whom it serves, and is forgotten when it falls silent.
"""

import asyncio
import json
import time
from collections.abc import Iterable
from uuid import uuid4

from django.db import connection
from django.template.loader import render_to_string

from live.hub import Hub, Room, Subscription
from live.kinds import Topic
from live.streams import event
from organisations.models import User

CHANNEL = "live_here"
BEAT, SILENT = 4, 10  # seconds
PAUSE = 0.2  # seconds; who goes from page to page is not gone
AT_MOST = 150  # people of one topic in one process: a payload has 8000 bytes
Place = tuple[int, str]  # the number of a person, and the id of a cell or nothing


def at_work(person: int, tab: str, cell: str) -> None:
    """Say in which cell a tab has an editor open; whichever process serves that tab, hears it."""
    told = json.dumps({"person": person, "tab": tab, "cell": cell})
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, told])


class Presence:
    """Beside the hub of a process, on its loop."""

    def __init__(self, hub: Hub) -> None:
        self.hub, self.name = hub, uuid4().hex
        self.cells: dict[tuple[int, str], str] = {}
        # By topic and process: when it was heard last, and what it said.
        self.elsewhere: dict[str, dict[str, tuple[float, list[Place]]]] = {}
        self.shown: dict[Topic, list[Place]] = {}
        hub.listen_too(CHANNEL, self._heard)
        self.task = hub.loop.create_task(self._keep_telling())

    def came(self, subscription: Subscription) -> None:
        """Who is here is told anew, so that the newcomer hears it too."""
        self.shown.pop(subscription.topic, None)
        self.hub.loop.call_later(PAUSE, self._tell, subscription.topic)

    def left(self, subscription: Subscription) -> None:
        self.hub.loop.call_later(PAUSE, self._after, subscription)

    def end(self) -> None:
        """The server stops: elsewhere nobody waits for it to fall silent."""
        self.task.cancel()
        for topic in self.hub.rooms:
            self.hub.listener.say(CHANNEL, self._said(topic, []))

    def _after(self, subscription: Subscription) -> None:
        """Unless the same tab came back meanwhile, as it does when the panel opens."""
        tab = subscription.person, subscription.tab
        if not any((one.person, one.tab) == tab for one in self.hub.streams()):
            self.cells.pop(tab, None)
        self._tell(subscription.topic)

    def _here(self, topic: Topic) -> list[Place]:
        room = self.hub.rooms.get(topic)
        streams = [one for one in room.subscriptions if one.person] if room else []
        places = {(one.person, self.cells.get((one.person, one.tab), "")) for one in streams}
        return sorted(places)[:AT_MOST]

    def _tell(self, topic: Topic) -> None:
        self.hub.listener.say(CHANNEL, self._said(topic, self._here(topic)))
        self._show(topic)

    def _said(self, topic: Topic, here: list[Place]) -> str:
        return json.dumps({"process": self.name, "topic": str(topic), "here": here})

    def _heard(self, told: dict) -> None:
        if "tab" in told:
            return self._moved(told)
        if told["process"] == self.name:
            return None
        processes = self.elsewhere.setdefault(told["topic"], {})
        processes[told["process"]] = (time.monotonic(), [tuple(place) for place in told["here"]])
        if not told["here"]:
            del processes[told["process"]]
        for topic in self.hub.rooms:
            if str(topic) == told["topic"]:
                self._show(topic)
        return None

    def _moved(self, told: dict) -> None:
        tab = told["person"], told["tab"]
        mine = [one for one in self.hub.streams() if (one.person, one.tab) == tab]
        for stream in mine:
            self.cells[tab] = told["cell"]
            self._tell(stream.topic)

    def _show(self, topic: Topic) -> None:
        room = self.hub.rooms.get(topic)
        said = self.elsewhere.get(str(topic), {}).values()
        places = sorted({*self._here(topic), *(place for _when, here in said for place in here)})
        if room and self.shown.get(topic) != places:
            self.shown[topic] = places
            self.hub.loop.create_task(self._draw(room, places))

    async def _draw(self, room: Room, places: list[Place]) -> None:
        people = await self.hub.in_thread(drawn, places)
        if self.shown.get(room.topic) == places:
            room.tell(event("here", people))

    async def _keep_telling(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            self._forget()
            for topic in list(self.hub.rooms):
                if self._here(topic):
                    self._tell(topic)
                else:
                    self._show(topic)
            self.shown = {topic: shown for topic, shown in self.shown.items() if topic in self.hub.rooms}

    def _forget(self) -> None:
        heard_since = time.monotonic() - SILENT
        for topic, processes in list(self.elsewhere.items()):
            kept = {name: said for name, said in processes.items() if said[0] > heard_since}
            self.elsewhere[topic] = kept
            if not kept:
                del self.elsewhere[topic]


def drawn(places: Iterable[Place]) -> list[dict]:
    """Each person once, with the cells where they are at work."""
    cells: dict[int, list[str]] = {}
    for person, cell in places:
        cells.setdefault(person, []).extend([cell] if cell else [])
    people = User.objects.filter(pk__in=cells).order_by("pk")
    return [
        {
            "person": user.pk,
            "name": str(user),
            "cells": cells[user.pk],
            "avatar": render_to_string("components/_avatar.html", {"name": str(user)}),
        }
        for user in people
    ]
