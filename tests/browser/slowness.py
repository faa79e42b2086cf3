"""A server far away: whatever a test takes for granted too early goes wrong here, and not once in a while."""

import asyncio
import random
from collections.abc import Callable
from typing import Any

MODULES = 0.25  # seconds
ANSWER = (0.03, 0.5)  # seconds, from and to: a later question may be answered first


def slowed(application: Callable) -> Callable:
    """The same application; scripts and answers come late, streams only as late as they are."""

    async def answer_late(scope: dict[str, Any], receive: Callable, send: Callable) -> None:
        await asyncio.sleep(delay(scope))
        await application(scope, receive, send)

    return answer_late


def delay(scope: dict[str, Any]) -> float:
    path = scope.get("path", "")
    if scope["type"] != "http" or path.endswith("/live/"):
        return 0
    if path.startswith("/static/"):
        return MODULES if path.endswith(".js") else 0
    return random.uniform(*ANSWER)
