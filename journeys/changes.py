"""The one way to change a journey."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import pghistory
from django.db import connection, transaction
from django.utils import timezone

from journeys.journal import touched_sql
from journeys.models.change import Change

if TYPE_CHECKING:
    from journeys.models import Journey
    from organisations.models import User


@contextmanager
def changing(
    journey: Journey,
    *,
    by: User | None,
    kind: Change.Kind = Change.Kind.EDIT,
    undoes: Change | None = None,
    source: str = "",
    savepoint: bool = True,
) -> Iterator[Journey]:
    """Lock the journey for one change, all or nothing, and remember who makes it (None: a command).

    Changes of one journey happen one after the other, so that orders and versions can't cross. The version,
    the history of each row and the notice to who listens follow from the database's own triggers, whatever is
    written inside; a `Change` holds it together, so that it can be told and undone. Nothing written: none.

    `savepoint`: False spares two statements where what is raised inside ends the transaction around it too.
    """
    metadata = {"user": by.pk if by else None, "journey": journey.pk}
    with transaction.atomic(savepoint=savepoint), pghistory.context(**metadata) as context:
        locked = lock(journey)
        yield locked
        told = {"user": by and by.pk, "kind": kind.value, "undoes": undoes and undoes.pk, "source": source}
        _remember(locked, context=str(context.id), **told)


def lock(journey: Journey) -> Journey:
    """The journey as it is now, and nobody else's to change until the transaction ends."""
    # Its key stays free: rows elsewhere that point at it need not wait.
    return type(journey).objects.select_for_update(of=("self",), no_key=True).get(pk=journey.pk)


def _remember(journey: Journey, *, context: str, **told) -> None:
    """One request is one context: what it does to a journey in several goes is one change."""
    told |= {"journey": journey.pk, "context": context, "contexts": [context], "made_at": timezone.now()}
    with connection.cursor() as cursor:
        cursor.execute(_remember_sql(), told)


@cache
def _remember_sql() -> str:
    """A change with the version it led to; none where nothing of the journey was written, or it is gone."""
    return f"""
        INSERT INTO {Change._meta.db_table}
            (journey_id, organisation_id, version, user_id, kind, undoes_id, source, context, made_at, name)
        SELECT id, organisation_id, version, %(user)s, %(kind)s, %(undoes)s, %(source)s, %(context)s,
            %(made_at)s, ''
        FROM journeys_journey WHERE id = %(journey)s AND EXISTS ({touched_sql()})
        ON CONFLICT DO NOTHING
        """  # noqa: S608 (our own tables)
