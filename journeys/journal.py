"""What changes wrote, row by row: read from the events that django-pghistory keeps."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models

from journeys.parts import PARTS

#: Everything that a journey is made of; what points at another comes after it.
MODELS = ("journeys.Journey", *(part.label for part in PARTS))
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """A row before and after a change, as JSON by column; None: it wasn't there."""

    model: type[models.Model]
    pk: int
    before: Row | None
    after: Row | None

    @property
    def differing(self) -> set[str]:
        """The columns that differ, where the row was there before and after."""
        if self.before is None or self.after is None:
            return set()
        return {column for column, value in self.after.items() if self.before[column] != value}

    def column(self, name: str) -> Any:
        """What it held last, or before it was deleted."""
        return (self.after or self.before)[name]


def touched_in(contexts: Iterable[UUID]) -> dict[type[models.Model], set[int]]:
    """The numbers of the rows of a journey that were written in these contexts."""
    touched = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(touched_sql(), {"contexts": [str(context) for context in contexts]})
        for label, pk in cursor.fetchall():
            touched[apps.get_model(label)].add(pk)
    return dict(touched)


def written_in(contexts: Iterable[UUID]) -> dict[UUID, list[Written]]:
    """The rows that differ since before each context, in the order of `MODELS`."""
    found: dict[UUID, list[Written]] = defaultdict(list)
    for context, label, pk, before, after in _events(list(contexts)):
        if before != after:
            found[context].append(Written(apps.get_model(label), pk, before, after))
    return found


def written_since(contexts: Iterable[UUID]) -> list[Written]:
    """The rows that differ since before the first of these contexts, which come in their own order."""
    rows: dict[tuple, Written] = {}
    contexts = list(contexts)
    found = written_in(contexts)
    for written in (written for context in contexts for written in found[context]):
        key = (written.model, written.pk)
        before = rows[key].before if key in rows else written.before
        rows[key] = Written(written.model, written.pk, before, written.after)
    order = {apps.get_model(label): place for place, label in enumerate(MODELS)}
    differing = [written for written in rows.values() if written.before != written.after]
    return sorted(differing, key=lambda written: order[written.model])


def _events(contexts: list[UUID]) -> list[tuple[UUID, str, int, Row | None, Row | None]]:
    """Context, model, number, the row before it and after it."""
    touched = touched_in(contexts) if contexts else {}
    if not touched:
        return []
    # Over all tables the database would plan for ten times as long as over the one or two it is about.
    labels = tuple(label for label in MODELS if apps.get_model(label) in touched)
    with connection.cursor() as cursor:
        cursor.execute(_sql(labels), {"contexts": [str(context) for context in contexts]})
        rows = cursor.fetchall()
    return [
        (UUID(str(context)), label, pk, _plain(before), _plain(after))
        for context, label, pk, before, after in rows
    ]


@cache
def _sql(labels: tuple[str, ...]) -> str:
    return " UNION ALL ".join(
        # The first event of a row in a context tells where its history goes on, the last what came of it.
        f"""
        SELECT touched.context, '{label}', touched.pk,
            (SELECT CASE event.pgh_label WHEN 'delete' THEN NULL ELSE to_jsonb(event) END FROM {events} event
             WHERE event.pgh_obj_id = touched.pk AND event.pgh_id < touched.first
             ORDER BY event.pgh_id DESC LIMIT 1),
            (SELECT to_jsonb(event) FROM {events} event
             WHERE event.pgh_id = touched.last AND event.pgh_label != 'delete')
        FROM (SELECT pgh_context_id AS context, pgh_obj_id AS pk, min(pgh_id) AS first, max(pgh_id) AS last
              FROM {events} WHERE pgh_context_id = ANY (%(contexts)s::uuid[]) GROUP BY 1, 2) touched
        """  # noqa: S608 (our own tables)
        for label, events in tables().items()
        if label in labels
    )


@cache
def touched_sql() -> str:
    """SQL for the label and the number of each row of a journey that was written in `contexts`."""
    return " UNION ALL ".join(
        f"SELECT '{label}', pgh_obj_id FROM {events} "  # noqa: S608 (our own tables)
        "WHERE pgh_context_id = ANY (%(contexts)s::uuid[])"
        for label, events in tables().items()
    )


@cache
def tables() -> dict[str, str]:
    """Where the events of each of the `MODELS` are."""
    return {label: apps.get_model(label).pgh_event_model._meta.db_table for label in MODELS}


def _plain(event: str | None) -> Row | None:
    """The row itself, without what the history says of it."""
    if event is None:
        return None
    return {column: value for column, value in json.loads(event).items() if not column.startswith("pgh_")}
