"""The one way to write in a workshop: locked, so that what is checked still holds when it is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pghistory
from django.db import transaction

if TYPE_CHECKING:
    from organisations.models import User
    from workshops.models import Workshop


@contextmanager
def leading(workshop: "Workshop", by: "User | None") -> Iterator["Workshop"]:
    """Lock the workshop for one act of who leads it (None: a command), all or nothing.

    The row that was given is made up to date afterwards, so that a view draws what it is now.
    """
    with transaction.atomic(), pghistory.context(user=by.pk if by else None):
        yield lock(workshop)
    workshop.refresh_from_db()


def lock(workshop: "Workshop") -> "Workshop":
    """The workshop as it is now. Who writes takes this lock first: no two wait for each other."""
    return type(workshop).objects.select_for_update(of=("self",), no_key=True).get(pk=workshop.pk)
