"""Undo and redo: of one person's changes of one journey, the last first."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db import transaction

from journeys.added_situations import along_with
from journeys.changes import changing, lock
from journeys.journal import Written, written_in, written_since
from journeys.models import Change, Journey
from journeys.reverting import Stuck, revert
from organisations.models import User

REMEMBERED = 200
Kind = Change.Kind


@dataclass(frozen=True)
class Stacks:
    """The numbers of the changes that can be undone, and done again, the next one last."""

    done: list[int]
    undone: list[int]


class TakenBack(NamedTuple):
    """A change with its rows; `left`: those that did not come back, for what they point at was deleted."""

    change: Change
    rows: list[Written]
    left: list[Written]


class Nothing(Exception):
    """There is nothing (more) to undo or to do again."""


class Elsewhere(Stuck):
    """The change wrote in other journeys too; undoing only a part would leave it half done."""


def stacks(journey: Journey, by: User) -> Stacks:
    """What the user can undo, and do again: a change of theirs forgets what they had undone before it."""
    done, undone = [], []  # each with the number of the change as it was first made
    latest = journey.changes.by(by).exclude(kind=Kind.BEGIN).newest_first()
    for pk, kind, origin in reversed(list(latest.values_list("pk", "kind", "undoes")[:REMEMBERED])):
        if kind == Kind.UNDO:
            done = [one for one in done if one[1] != origin]
            undone.append((pk, origin))
        elif kind == Kind.REDO:
            undone = [one for one in undone if one[1] != origin]
            done.append((pk, origin))
        else:
            done.append((pk, pk))
            undone = []
    return Stacks([pk for pk, _origin in done], [pk for pk, _origin in undone])


def undo(journey: Journey, by: User, number: int | None = None, *, before: int | None = None) -> TakenBack:
    """Undo the user's last change, or the one of this number if that is still the last.

    `before`: pass by the change of this number, which is stuck, and all after it. Raises `Nothing`, and a
    `Stuck` that knows the number of the change.
    """
    with transaction.atomic():
        done = stacks(lock(journey), by).done
        if before in done:
            done = done[: done.index(before)]
        if not done or number not in (None, done[-1]):
            raise Nothing
        return _taken_back(journey, done[-1], by, Kind.UNDO)


def redo(journey: Journey, by: User) -> TakenBack:
    """Do again what the user undid last, if they did nothing else since. Raises as `undo` does."""
    with transaction.atomic():
        undone = stacks(lock(journey), by).undone
        if not undone:
            raise Nothing
        return _taken_back(journey, undone[-1], by, Kind.REDO)


def _taken_back(journey: Journey, number: int, by: User, kind: Change.Kind) -> TakenBack:
    try:
        return _reverted(journey, Change.objects.get(pk=number), by, kind)
    except Stuck as stuck:
        stuck.number = number
        raise


def _reverted(journey: Journey, change: Change, by: User, kind: Change.Kind) -> TakenBack:
    if Change.objects.filter(context=change.context).exclude(pk=change.pk).exists():
        raise Elsewhere
    rows = written_in([change.context])[change.context]
    undoes = change.undoes if change.takes_back else change
    with changing(journey, by=by, kind=kind, undoes=undoes, savepoint=False), along_with(rows, change):
        left = revert(rows, strictly=True)
    return TakenBack(change, rows, left)


def restore(journey: Journey, change: Change, by: User | None) -> list[Written]:
    """Bring the journey back to how it was right after `change`, as a change of its own."""
    with transaction.atomic():
        rows = rows_since(lock(journey), change)
        with changing(journey, by=by, kind=Kind.RESTORE, undoes=change, savepoint=False):
            revert(rows, strictly=False)
    return rows


def rows_since(journey: Journey, change: Change) -> list[Written]:
    """What was written after `change`, from how it was then to how it is now."""
    later = journey.changes.after(change).order_by("pk")
    return written_since(later.values_list("context", flat=True))
