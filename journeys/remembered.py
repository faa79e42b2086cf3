"""Whole journeys that this process drew last: after a change only the rows that it touched are loaded anew.

What is remembered is never changed, only replaced: several threads may draw from it. It can't be stale: it
is known by the state that its journey and the catalogue were in, and goes forward by the changes since.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import get_language

from journeys.journal import touched_in
from journeys.journey_map import MapPicture, map_of
from journeys.models import Change, Journey
from journeys.parts import PARTS, Part

REMEMBERED, CHANGES_AT_MOST, MAPS_AT_MOST = 50, 20, 10
Row = TypeVar("Row", bound=models.Model)
Touched = Mapping[type[models.Model], Collection[int]]


@dataclass(frozen=True, slots=True)
class State:
    """`transaction`: of the version; one that was rolled back never comes again. `change`: the newest."""

    version: int
    transaction: int | None
    catalogue: int
    change: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """A journey loaded `whole()`, in a state, with the maps that were drawn of it."""

    state: State
    whole: Journey
    maps: dict[tuple, MapPicture] = field(default_factory=dict)


_known: OrderedDict[int, Known] = OrderedDict()
_lock = Lock()


def drawn_lately(pk: int, situations: tuple[str, ...]) -> tuple[Journey, MapPicture]:
    """The journey as it is now, loaded `whole()`, and its map. Raises as `map_of` does."""
    known = _known_now(pk)
    twin = known.whole.twin_feelings()
    # The words on a map are of a language, facts grow stale overnight, and its twin has a version of its own.
    key = (situations, get_language(), timezone.localdate(), tuple(twin.items()))
    picture = known.maps.get(key)
    if picture is None:
        picture = map_of(known.whole, situations, twin)
        if len(known.maps) < MAPS_AT_MOST:
            known.maps[key] = picture
    return known.whole, picture


def whole_journey(pk: int) -> Journey:
    """The journey as it is now, loaded `whole()`; raises `Journey.DoesNotExist`."""
    return _known_now(pk).whole


def _known_now(pk: int) -> Known:
    state = _state(pk)
    with _lock:
        known = _known.get(pk)
    if known and known.state == state:
        return known
    whole = known and _brought_forward(known, state)
    whole = whole or Journey.objects.whole().get(pk=pk)
    known = Known(state, whole)
    _remember(pk, known)
    return known


def _state(pk: int) -> State:
    newest = Change.objects.filter(journey=OuterRef("pk")).newest_first().values("pk")[:1]
    columns = ("version", "version_transaction", "organisation__version", Subquery(newest))
    return State(*Journey.objects.values_list(*columns).get(pk=pk))


def forget() -> None:
    """Load everything anew."""
    with _lock:
        _known.clear()


def _remember(pk: int, known: Known) -> None:
    with _lock:
        _known[pk] = known
        _known.move_to_end(pk)
        if len(_known) > REMEMBERED:
            _known.popitem(last=False)


def _brought_forward(known: Known, state: State) -> Journey | None:
    """By the changes since; None where a version has none, or where the journey itself was changed."""
    if known.state.catalogue != state.catalogue:
        return None
    changes = known.whole.changes.filter(pk__gt=known.state.change or 0).order_by("pk")[:CHANGES_AT_MOST]
    contexts = dict(changes.values_list("context", "version"))
    versions = set(contexts.values())
    if state.version not in versions or not set(range(known.state.version + 1, state.version)) <= versions:
        return None
    touched = touched_in(contexts)
    return None if Journey in touched else patched(known.whole, touched, state.version)


def patched(whole: Journey, touched: Touched, version: int) -> Journey:
    """A copy of the journey in which the touched rows are as the database has them now."""
    journey = _copied(whole)
    journey.version = version
    holders = {"journey_id": {journey.pk: journey}}
    for part in PARTS:
        rows = _rows(whole, part, touched.get(part.model, ()))
        if part.holds:
            rows = [_copied(row) for row in rows]
            holders[part.holds] = {row.pk: row for row in rows}
        lists = defaultdict(list)
        for row in rows:
            lists[getattr(row, part.parent)].append(row)
        for pk, holder in holders[part.parent].items():
            setattr(holder, part.list_name, lists[pk])
    return journey


def _rows(whole: Journey, part: Part, touched: Collection[int]) -> list[models.Model]:
    """All rows of a kind, in their order under what they hang under."""
    rows: list = [whole]
    for name in part.path:
        rows = [row for holder in rows for row in getattr(holder, f"loaded_{name}")]
    if not touched:
        return rows
    kept = [row for row in rows if row.pk not in touched]
    [order] = part.model._meta.ordering
    return sorted([*kept, *part.rows().filter(pk__in=touched)], key=lambda row: getattr(row, order))


def _copied(row: Row) -> Row:
    copy = type(row).__new__(type(row))
    copy.__dict__.update(row.__dict__)
    return copy
