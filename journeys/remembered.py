"""Whole journeys that this process drew last: after a change only the rows that it touched are loaded anew.

What is remembered is never changed, only replaced: several threads may draw from it. It can't be stale: it
is known by the state that its journey and the catalogue were in, and goes forward by the changes since.
"""

import json
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

from django.db import connection, models
from django.utils import timezone
from django.utils.translation import get_language

from journeys.journal import touched_in
from journeys.journey_map import map_of
from journeys.models import Journey
from journeys.parts import PARTS, Part
from journeys.pictures import MapPicture
from journeys.rewording import reworded
from organisations.models import Organisation

REMEMBERED, CHANGES_AT_MOST, MAPS_AT_MOST = 50, 20, 10
Row = TypeVar("Row", bound=models.Model)
Rows = list[models.Model]
Touched = Mapping[type[models.Model], Collection[int]]


@dataclass(frozen=True, slots=True)
class State:
    """`transaction`: of the version; one that was rolled back never comes again."""

    version: int
    transaction: int | None
    catalogue: int


@dataclass(frozen=True, slots=True)
class Known:
    """A journey loaded `whole()`, in a state after a change, with its maps; and what it `was`, with its maps.

    `desired`: the numbers of the desired journeys made from it.
    """

    state: State
    change: int
    desired: list[int]
    whole: Journey
    maps: dict[tuple, MapPicture] = field(default_factory=dict)
    was: Journey | None = None
    before: dict[tuple, MapPicture] = field(default_factory=dict)

    @property
    def beside(self) -> int | None:
        """The number of the journey to lay beside it: its basis, or the newest desired one."""
        return self.whole.based_on_id or next(reversed(self.desired), None)


_known: OrderedDict[int, Known] = OrderedDict()
_lock = Lock()


def drawn_lately(
    pk: int, situations: tuple[str, ...], state: State | None = None
) -> tuple[Journey, MapPicture]:
    """The journey as it is now, loaded `whole()`, and its map. Raises as `map_of` does.

    `state`: the one it is in, for who has just read that.
    """
    known = _known_in(pk, state) or _known_now(pk)
    beside = _known_now(known.beside) if known.beside else None
    # The words on a map are of a language, facts grow stale overnight, and its twin has a state of its own.
    key = (
        situations,
        get_language(),
        timezone.localdate(),
        beside and (beside.whole.pk, beside.state, beside.change),
    )
    picture = known.maps.get(key)
    if picture is None:
        picture = _drawn(known, situations, beside and beside.whole, known.before.get(key))
        if len(known.maps) < MAPS_AT_MOST:
            known.maps[key] = picture
    return known.whole, picture


def _drawn(
    known: Known, situations: tuple[str, ...], beside: Journey | None, before: MapPicture | None
) -> MapPicture:
    only_words = before and not beside and reworded(before, known.was, known.whole)
    return only_words or map_of(known.whole, situations, beside, before)


def whole_journey(pk: int) -> Journey:
    """The journey as it is now, loaded `whole()`; raises `Journey.DoesNotExist`."""
    return _known_now(pk).whole


def state_of(journey: Journey, organisation: Organisation) -> State:
    """Of a journey and its organisation as they have just been read."""
    return State(journey.version, journey.version_transaction, organisation.version)


def _known_in(pk: int, state: State | None) -> Known | None:
    with _lock:
        known = _known.get(pk)
    return known if known and known.state == state else None


def _known_now(pk: int) -> Known:
    with _lock:
        known = _known.get(pk)
    state, desired, changes = _read(pk, after=known.change if known else 0)
    if known and known.desired != desired:
        known = None
    if known and known.state == state and not changes:
        return known
    whole = known and _brought_forward(known, state, changes)
    whole = whole or Journey.objects.whole().get(pk=pk)
    newest = changes[0]["pk"] if changes else known.change if known else 0
    known = Known(
        state, newest, desired, whole, was=known and known.whole, before=known.maps if known else {}
    )
    _remember(pk, known)
    return known


def _read(pk: int, after: int) -> tuple[State, list[int], list[dict]]:
    """The state of a journey, its desired ones, and its changes after one, newest first, in one query.

    Raises `Journey.DoesNotExist`.
    """
    with connection.cursor() as cursor:
        cursor.execute(_STATE, {"journey": pk, "after": after, "at_most": CHANGES_AT_MOST + 1})
        for *state, desired, changes in cursor.fetchall():
            return State(*state), desired, json.loads(changes)
    raise Journey.DoesNotExist


# As SQL: after every save this is read, and to have it written by the ORM takes longer than to run it.
_STATE = """
    SELECT journey.version, journey.version_transaction, organisation.version,
        ARRAY (SELECT id FROM journeys_journey WHERE based_on_id = journey.id ORDER BY id),
        (SELECT coalesce(json_agg(later), '[]')::text FROM (
            SELECT id AS pk, context, version FROM journeys_change
            WHERE journey_id = journey.id AND id > %(after)s ORDER BY id DESC LIMIT %(at_most)s) later)
    FROM journeys_journey journey JOIN organisations_organisation organisation
        ON organisation.id = journey.organisation_id
    WHERE journey.id = %(journey)s
    """


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


def _brought_forward(known: Known, state: State, changes: list[dict]) -> Journey | None:
    """By the changes since; None where a version has none, or where the journey itself was changed."""
    if known.state.catalogue != state.catalogue or len(changes) > CHANGES_AT_MOST:
        return None
    versions = {change["version"] for change in changes}
    if state.version not in versions or not set(range(known.state.version + 1, state.version)) <= versions:
        return None
    touched = touched_in(change["context"] for change in changes)
    return None if Journey in touched else patched(known.whole, touched, state.version)


def patched(whole: Journey, touched: Touched, version: int) -> Journey:
    """A copy of the journey in which the touched rows are as the database has them now.

    What nothing was touched of, is in it as the very same object: its picture need not be drawn again.
    """
    journey = _copied(whole)
    journey.version = version
    changed, other = _changed(whole, touched)
    were, holders = {"journey_id": {journey.pk: whole}}, {"journey_id": {journey.pk: journey}}
    for part in PARTS:
        if part in changed:
            before, rows = changed[part]
            if part.holds:
                rows = [_copied(row) if row.pk in other[part.holds] else row for row in rows]
                were[part.holds] = {row.pk: row for row in before}
                holders[part.holds] = {row.pk: row for row in rows}
            lists = _by_parent(part, rows)
        else:
            kept = other[part.parent] & were.get(part.parent, {}).keys()
            lists = {pk: getattr(were[part.parent][pk], part.list_name) for pk in kept}
        for pk in other[part.parent] & holders.get(part.parent, {}).keys():
            setattr(holders[part.parent][pk], part.list_name, lists.get(pk, []))
    return journey


def _changed(whole: Journey, touched: Touched) -> tuple[dict[Part, tuple[Rows, Rows]], dict[str, set[int]]]:
    """Of each kind in which something is not the same any more, all rows as they were and as they are now.

    With it the numbers of what is not the same, by the column that hangs under it: touched, or something in
    it was.
    """
    changed, other = {}, defaultdict(set, journey_id={whole.pk})
    for part in reversed(PARTS):  # from the bottom up
        written = set(touched.get(part.model, ()))
        pks = written | other[part.holds] if part.holds else written
        if not pks:
            continue
        before = _rows(whole, part)
        now = _rows_now(part, before, written)
        changed[part] = before, now
        if part.holds:
            other[part.holds] = pks
        other[part.parent] |= {getattr(row, part.parent) for row in (*before, *now) if row.pk in pks}
    return changed, other


def _rows(whole: Journey, part: Part) -> Rows:
    """All rows of a kind, in their order under what they hang under."""
    rows: list = [whole]
    for name in part.path:
        rows = [row for holder in rows for row in getattr(holder, f"loaded_{name}")]
    return rows


def _rows_now(part: Part, rows: Rows, touched: Collection[int]) -> Rows:
    if not touched:
        return rows
    kept = [row for row in rows if row.pk not in touched]
    [order] = part.model._meta.ordering
    return sorted([*kept, *part.rows().filter(pk__in=touched)], key=lambda row: getattr(row, order))


def _by_parent(part: Part, rows: Rows) -> dict[int, Rows]:
    lists = defaultdict(list)
    for row in rows:
        lists[getattr(row, part.parent)].append(row)
    return lists


def _copied(row: Row) -> Row:
    copy = type(row).__new__(type(row))
    copy.__dict__.update(row.__dict__)
    return copy
