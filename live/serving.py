"""Streams on asyncio: the part of the ASGI application that keeps them open (decision 10)."""

import asyncio
import contextlib
import json
import random
from collections.abc import Awaitable, Callable

from a2wsgi.wsgi import Body, build_environ
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_started
from django.http import HttpResponse

from live.hub import Hub, Subscription
from live.presence import CHANNEL, Presence
from live.streams import KEEPS_OPEN, Stream, beginning, event
from organisations.triggers import ACCESS_CHANGED

BEAT = 10  # seconds; a browser that hears nothing for longer knows that its connection is gone
LONGEST = 300  # seconds
STATUS = "/_healthz/streams/"
Receive = Callable[[], Awaitable[dict]]
Send = Callable[[dict], Awaitable[None]]
ACCEPTS = (b"accept", b"text/event-stream")


class Streams:
    """`handler` answers requests in a thread: a stream is asked for as any page is, by its view."""

    def __init__(self, handler: WSGIHandler) -> None:
        self.handler = handler
        self.hub: Hub | None = None
        self.has_ended = False
        self.presence: Presence | None = None
        self.beating: asyncio.Task | None = None

    def are_asked_for(self, scope: dict) -> bool:
        return scope["method"] == "GET" and (ACCEPTS in scope["headers"] or scope["path"] == STATUS)

    def start(self) -> None:
        self.hub = Hub((ACCESS_CHANGED, CHANNEL))
        self.presence = Presence(self.hub)
        self.hub.listen_too(ACCESS_CHANGED, self._look_again)
        self.beating = self.hub.loop.create_task(self._keep_beating())

    def end(self) -> None:
        """Once: at the signal to stop, and when the server says that it stops."""
        if self.hub and not self.has_ended:
            self.has_ended = True
            self.beating.cancel()
            self.presence.end()
            self.hub.end()

    async def __call__(self, scope: dict, receive: Receive, send: Send) -> None:
        if self.hub is None:
            self.start()
        if self.has_ended:
            return await _send_whole(send, 503, [], b"")
        if scope["path"] == STATUS:
            return await _send_whole(send, 200, [(b"content-type", b"application/json")], self._status())
        response = await self.hub.in_thread(self._answer, scope, receive)
        if not isinstance(response, Stream):
            return await _send_whole(send, response.status_code, _headers(response), response.content)
        return await self._keep_open(response, scope, receive, send)

    def _answer(self, scope: dict, receive: Receive) -> HttpResponse:
        """What the view says, through all middleware: who asks, and whether that may be."""
        environ = build_environ(scope, Body(self.hub.loop, receive)) | {KEEPS_OPEN: True}
        request_started.send(sender=type(self.handler), environ=environ)
        response = self.handler.get_response(self.handler.request_class(environ))
        response._handler_class = type(self.handler)
        response.close()  # tells that the request is finished
        return response

    async def _keep_open(self, response: Stream, scope: dict, receive: Receive, send: Send) -> None:
        subscription = Subscription(
            response.topic, response.view, response.since, response.person, response.tab
        )
        await send({"type": "http.response.start", "status": 200, "headers": _headers(response)})
        await send({"type": "http.response.body", "body": beginning(), "more_body": True})
        self.hub.subscribe(subscription)
        if subscription.person:
            self.presence.came(subscription)
        gone = asyncio.create_task(_gone(receive))
        gone.add_done_callback(lambda _task: subscription.end())
        try:
            await self._pass_on(subscription, send)
        finally:
            self.hub.unsubscribe(subscription)
            gone.cancel()
            if subscription.person:
                self.presence.left(subscription)
        with contextlib.suppress(Exception):
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _pass_on(self, subscription: Subscription, send: Send) -> None:
        """For a few minutes: then the browser comes back, and the view looks again who that is."""
        until = self.hub.loop.time() + random.uniform(0.5, 1) * LONGEST  # noqa: S311 (not all at once)
        while self.hub.loop.time() < until and (what := await subscription.queue.get()) is not None:
            await send({"type": "http.response.body", "body": what, "more_body": True})

    async def _keep_beating(self) -> None:
        """One clock for all: a timer for each stream would cost more than what it sends."""
        beat = event("beat", {})
        while True:
            await asyncio.sleep(BEAT)
            for subscription in self.hub.streams():
                if subscription.queue.empty():
                    subscription.offer(beat)

    def _look_again(self, told: dict) -> None:
        """Someone's rights changed: their streams end, and come back if they still may."""
        for subscription in self.hub.streams():
            if subscription.person == told["user"]:
                subscription.end()

    def _status(self) -> bytes:
        streams = self.hub.streams()
        return json.dumps({"streams": len(streams), **vars(self.hub.counted)}).encode()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _headers(response: HttpResponse) -> list[tuple[bytes, bytes]]:
    named = [(name, value) for name, value in response.items() if name != "Content-Length"]
    cookies = [("Set-Cookie", cookie.OutputString()) for cookie in response.cookies.values()]
    return [(name.lower().encode("latin1"), value.encode("latin1")) for name, value in named + cookies]


async def _send_whole(send: Send, status: int, headers: list, body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
