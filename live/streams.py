"""A view answers with a stream; the ASGI server keeps it open (live/serving.py)."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse

from live.kinds import Gone, Topic, Update, View, kind_of

SEEN = "versie"
KEEPS_OPEN = "live.keeps_open"  # in the environment of a request that comes through live/serving.py
RETRY = 3000  # ms
TAB = 40  # letters


class Stream(HttpResponse):
    """Server-sent events about a topic, for who may see it: the view has looked at that.

    Where nobody keeps it open (plain WSGI, or a browser that asks now and then) it holds what there is to
    tell now, and ends.
    """

    def __init__(self, request: HttpRequest, topic: Topic, view: View, *, person: int | None = None) -> None:
        """`view` says all that decides how an update looks. `person`: who is here, for presence."""
        super().__init__(content_type="text/event-stream")
        self.topic, self.view, self.person = topic, view, person
        self.since = request.headers.get("Last-Event-ID") or request.GET.get(SEEN, "")
        self.tab = request.GET.get("tab", "")[:TAB]
        self.headers["Cache-Control"] = "no-store"
        self.headers["X-Accel-Buffering"] = "no"  # nginx would gather the events
        if KEEPS_OPEN not in request.META:
            self.content = beginning() + now(topic, view, self.since)


def now(topic: Topic, view: View, since: str) -> bytes:
    """What there is to tell; nothing, where all was seen."""
    try:
        update = kind_of(topic).draw(topic, view, since)
    except Gone:
        return GONE
    return b"" if update.mark == since else frame(update, since)


def beginning() -> bytes:
    return f"retry: {RETRY}\n\n".encode()


def frame(update: Update, since: str) -> bytes:
    """One event: its id is the mark, by which a browser that was away is brought up to date."""
    return event("update", {"since": since, "html": update.html, **update.told}, update.mark)


def event(name: str, data: Any, mark: str = "") -> bytes:
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    return (f"id: {mark}\n" if mark else "").encode() + f"event: {name}\ndata: {text}\n\n".encode()


GONE = event("gone", {})
