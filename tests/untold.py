"""Whatever a request writes in a journey is written under its lock, and so is told in a change of it."""

import re
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import connection
from django.http import HttpRequest, HttpResponse

from journeys.journal import MODELS

# Written to look at, and taken back at once.
TAKEN_BACK = {"journeys:history-point"}
# A journey that is new: nobody else can write in it.
NEW = 'INSERT INTO "journeys_journey"'
LOCKS = 'FOR NO KEY UPDATE OF "journeys_journey"'
WRITES = re.compile(r'\b(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')


class Untold:
    """Middleware for tests: fails a request that writes a journey outside `changing`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.of_a_journey = {apps.get_model(label)._meta.db_table for label in MODELS}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        untold: set[str] = set()
        is_locked = False

        def note(execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
            nonlocal is_locked
            result = execute(sql, params, many, context)
            is_locked = is_locked or LOCKS in sql
            if not is_locked and NEW not in sql and context["cursor"].rowcount > 0:
                untold.update(self.of_a_journey.intersection(WRITES.findall(sql)))
            return result

        with connection.execute_wrapper(note):
            response = self.get_response(request)
        view = getattr(request.resolver_match, "view_name", "")
        assert not untold or view in TAKEN_BACK, f"{request.path} writes {untold} without a change"
        return response
