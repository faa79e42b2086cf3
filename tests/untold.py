"""Whatever a request writes in a journey is told in a change of it, so that it can be undone."""

import re
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import connection
from django.http import HttpRequest, HttpResponse

from journeys.journal import MODELS

# Written to look at, and taken back at once.
TAKEN_BACK = {"journeys:history-point"}
WRITES = re.compile(r'\b(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')


class Untold:
    """Middleware for tests: fails a request that writes a journey outside `changing`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.of_a_journey = {apps.get_model(label)._meta.db_table for label in MODELS}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        written: set[str] = set()
        ended = False

        def note(execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
            nonlocal ended
            result = execute(sql, params, many, context)
            if context["cursor"].rowcount > 0:
                written.update(WRITES.findall(sql))
                ended = ended or 'DELETE FROM "journeys_journey"' in sql  # with its changes
            return result

        with connection.execute_wrapper(note):
            response = self.get_response(request)
        untold = written & self.of_a_journey
        if untold and not ended and "journeys_change" not in written:
            view = getattr(request.resolver_match, "view_name", "")
            assert view in TAKEN_BACK, f"{request.path} writes {untold} without a change"
        return response
