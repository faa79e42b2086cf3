"""The one way to change a journey."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pghistory
from django.db import transaction

if TYPE_CHECKING:
    from journeys.models import Journey
    from organisations.models import User


@contextmanager
def changing(journey: Journey, *, by: User | None) -> Iterator[Journey]:
    """Lock the journey for one change, all or nothing, and remember who makes it (None: a command).

    Changes of one journey happen one after the other, so that orders and versions can't cross. The history
    and the version follow from the database's own triggers, whatever is written inside.
    """
    with transaction.atomic(), pghistory.context(user=by.pk if by else None, journey=journey.pk):
        # Its key stays free: rows elsewhere that point at it need not wait.
        yield type(journey).objects.select_for_update(of=("self",), no_key=True).get(pk=journey.pk)
