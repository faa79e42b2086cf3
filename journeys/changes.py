"""The one way to change a journey."""

from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.db import transaction

from journeys.models import Journey
from organisations.models import User


@contextmanager
def changing(journey: Journey, *, by: User) -> Iterator[Journey]:
    """Lock the journey for one change, all or nothing, and remember who makes it.

    Changes of one journey happen one after the other, so that orders and versions can't cross. The history
    and the version follow from the database's own triggers, whatever is written inside.
    """
    with transaction.atomic(), pghistory.context(user=by.pk, journey=journey.pk):
        yield Journey.objects.select_for_update().get(pk=journey.pk)
