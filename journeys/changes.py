"""The one way to change a journey."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

import pghistory
from django.db import transaction

from journeys.journal import version_with_rows
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
) -> Iterator[Journey]:
    """Lock the journey for one change, all or nothing, and remember who makes it (None: a command).

    Changes of one journey happen one after the other, so that orders and versions can't cross. The version,
    the history of each row and the notice to who listens follow from the database's own triggers, whatever is
    written inside; a `Change` holds it together, so that it can be told and undone. Nothing written: none.
    """
    metadata = {"user": by.pk if by else None, "journey": journey.pk}
    with transaction.atomic(), pghistory.context(**metadata) as context:
        locked = lock(journey)
        yield locked
        _remember(locked, UUID(str(context.id)), user=by, kind=kind, undoes=undoes, source=source)


def lock(journey: Journey) -> Journey:
    """The journey as it is now, and nobody else's to change until the transaction ends."""
    # Its key stays free: rows elsewhere that point at it need not wait.
    return type(journey).objects.select_for_update(of=("self",), no_key=True).get(pk=journey.pk)


def _remember(journey: Journey, context: UUID, **told) -> None:
    """One request is one context: what it does to a journey in several goes is one change."""
    version = version_with_rows(journey.pk, context)
    if version is None:
        return
    told |= {"journey": journey, "organisation_id": journey.organisation_id, "version": version}
    Change.objects.bulk_create([Change(context=context, **told)], ignore_conflicts=True)
