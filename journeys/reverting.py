"""Brings rows of a journey back to how they were."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import pghistory
from django.db import IntegrityError, connection, models

from journeys.journal import Row, Written
from journeys.ordering import renumber
from journeys.parts import PARTS

Key = tuple[type[models.Model], int]
#: What a row stands in line under.
ABOVE = {part.label.lower(): part.parent for part in PARTS}


class Stuck(Exception):
    """A change can't be taken back; `number` is that of the change, where one was asked for."""

    number: int | None = None


class Changed(Stuck):
    """A row is no longer as the change left it: someone would lose what they wrote."""


class Gone(Stuck):
    """Something that the rows point at is not there any more."""


def revert(rows: Sequence[Written], *, strictly: bool) -> list[Written]:
    """Have the rows again as they were before; to be called in a transaction that ends with what is raised.

    A row that points at something that was deleted stays away, and the rest comes back: gives those rows.
    `strictly`: only if nobody wrote them since, raises `Changed` otherwise; and only what lay at something
    that does come back may stay away, raises `Gone` otherwise. What was put in between stays: the order of a
    line closes around it.
    """
    now = current(rows)
    if strictly:
        _check(rows, now)
    lost = lost_with_others(rows, now)
    left = [written for written in rows if _key(written) in lost]
    rows = [written for written in rows if _key(written) not in lost]
    if strictly and not _lay_at_what_comes_back(left, rows, now):
        raise Gone
    try:
        _insert(written for written in rows if written.before and _key(written) not in now)
        for written in rows:
            if written.before and _key(written) in now:
                _update(written, now[_key(written)])
        _delete([written for written in rows if written.before is None])
        _line_up(rows, now)
        connection.check_constraints()
    except IntegrityError as error:
        raise Gone from error
    return left


def current(rows: Iterable[Written]) -> dict[Key, Row]:
    """The rows as they are now, as JSON; those that are gone are left out."""
    numbers = defaultdict(list)
    for written in rows:
        numbers[written.model].append(written.pk)
    found: dict[Key, Row] = {}
    with connection.cursor() as cursor:
        for model, pks in numbers.items():
            table = model._meta.db_table
            cursor.execute(f"SELECT id, to_jsonb(r) FROM {table} r WHERE id = ANY (%s)", [pks])  # noqa: S608
            found |= {(model, pk): json.loads(row) for pk, row in cursor.fetchall()}
    return found


def _key(written: Written) -> Key:
    return written.model, written.pk


def _check(rows: Sequence[Written], now: dict[Key, Row]) -> None:
    for written in rows:
        row = now.get(_key(written))
        if (row is None) != (written.after is None):
            raise Changed
        if row is not None:
            columns = set(written.after) if written.before is None else written.differing
            if any(row[column] != written.after[column] for column in columns - {"order"}):
                raise Changed
    _check_nothing_added([written for written in rows if written.before is None], {_key(row) for row in rows})


def _check_nothing_added(added: Sequence[Written], known: set[Key]) -> None:
    """Nothing that came later goes along with a row that is to be deleted."""
    numbers = defaultdict(list)
    for written in added:
        numbers[written.model].append(written.pk)
    for model, pks in numbers.items():
        for relation in model._meta.related_objects:
            if relation.many_to_many or issubclass(relation.related_model, pghistory.models.Event):
                continue
            below = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": pks})
            if any((relation.related_model, pk) not in known for pk in below.values_list("pk", flat=True)):
                raise Changed


def lost_with_others(rows: Sequence[Written], now: dict[Key, Row]) -> set[Key]:
    """The rows that would come back, but for something that they point at: that is gone, and stays so."""
    coming = [_key(written) for written in rows if written.before and _key(written) not in now]
    points_at = {_key(written): _targets(written) for written in rows if written.before}
    wanted = defaultdict(set)
    for model, pk in set().union(*(points_at[key] for key in coming)):
        wanted[model].add(pk)
    there = {
        (model, pk)
        for model, pks in wanted.items()
        for pk in model._base_manager.filter(pk__in=pks).values_list("pk", flat=True)
    }
    for key in coming:  # what points at another comes after it
        if points_at[key] <= there:
            there.add(key)
    return set(coming) - there


def _lay_at_what_comes_back(left: Sequence[Written], rows: Sequence[Written], now: dict[Key, Row]) -> bool:
    coming = {_key(written) for written in rows if written.before and _key(written) not in now}
    return all(_targets(written) & coming for written in left)


def _targets(written: Written) -> set[Key]:
    fields = [field for field in written.model._meta.concrete_fields if field.is_relation]
    values = [(field.related_model, written.before[field.column]) for field in fields]
    return {(model, pk) for model, pk in values if pk is not None}


def _insert(rows: Iterable[Written]) -> None:
    for written in rows:
        written.model(**_values(written.model, written.before, set(written.before))).save(force_insert=True)


def _update(written: Written, now: Row) -> None:
    columns = {column for column, value in written.before.items() if now[column] != value} - {"order"}
    if written.after is not None:
        columns &= written.differing
    if columns:
        rows = written.model._base_manager.filter(pk=written.pk)
        rows.update(**_values(written.model, written.before, columns))


def _delete(rows: Sequence[Written]) -> None:
    for written in reversed(rows):
        written.model._base_manager.filter(pk=written.pk).delete()


def _values(model: type[models.Model], row: Row, columns: set[str]) -> dict[str, Any]:
    fields = [field for field in model._meta.concrete_fields if field.column in columns]
    return {
        field.attname: field.target_field.to_python(row[field.column])
        if field.is_relation
        else field.to_python(row[field.column])
        for field in fields
    }


def _line_up(rows: Sequence[Written], then: dict[Key, Row]) -> None:
    """Number each line that rows left or came back to; `then`: the rows as they were before that."""
    lines: dict[tuple[type[models.Model], str], set[int]] = defaultdict(set)
    wanted: dict[Key, int] = {}
    for written in rows:
        if "order" not in (written.after or written.before):
            continue
        column = ABOVE[written.model._meta.label_lower]
        if written.before and written.after and not written.differing & {"order", column}:
            continue  # stayed where it was
        lines[written.model, column] |= {row[column] for row in (written.before, written.after) if row}
        # One that others have put elsewhere since stays there.
        row = then.get(_key(written))
        if written.before and (
            row is None or written.after is None or row["order"] == written.after["order"]
        ):
            wanted[_key(written)] = written.before["order"]
    for (model, column), parents in lines.items():
        for parent in parents:
            siblings = list(model._base_manager.filter(**{column: parent}))
            siblings.sort(key=lambda row: _place(row, wanted))
            renumber(siblings)


def _place(row: models.Model, wanted: dict[Key, int]) -> tuple[int, bool, int]:
    key = (type(row), row.pk)
    return wanted.get(key, row.order), key not in wanted, row.order
