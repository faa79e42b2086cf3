"""The order of rows under one parent: always 0, 1, 2 … without a gap."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models


def renumber(rows: Sequence[models.Model]) -> None:
    """Write the place of each row in `rows` as its order, where it differs."""
    moved = []
    for place, row in enumerate(rows):
        if row.order != place:
            row.order = place
            moved.append(row)
    if moved:
        type(moved[0]).objects.bulk_update(moved, ["order"])


def insert(new: models.Model, siblings: Iterable[Any], after: models.Model | None = None) -> None:
    """Save `new` behind `after` among its siblings, or as the first of them."""
    rows = [row for row in siblings if row.pk != new.pk]
    place = next((index + 1 for index, row in enumerate(rows) if after is not None and row.pk == after.pk), 0)
    # The order is checked at commit only, so two rows may share a place until they are numbered.
    new.order = place
    new.save()
    renumber([*rows[:place], new, *rows[place:]])


def append(new: models.Model, siblings: models.QuerySet) -> None:
    """Save `new` as the last of its siblings."""
    last = siblings.aggregate(last=models.Max("order"))["last"]
    new.order = 0 if last is None else last + 1
    new.save()
