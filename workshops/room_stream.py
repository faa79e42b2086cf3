"""What phones and walls are told live: that there is something else to see. Each then asks for its own page.

A phone's mark says all that shows on it and that others change; a note that nobody may read yet is not in it,
so that thirty people who write don't make thirty phones ask each time.
"""

from dataclasses import dataclass
from hashlib import sha256

from django.db.models import Count, Q

from live.kinds import Gone, Kind, Topic, Update, register
from workshops.following import HEARS, journeys_mark
from workshops.models import Workshop

PHONE, PROJECTOR = "phone", "projector"


@dataclass(frozen=True, slots=True)
class RoomView:
    """All phones of a session are told the same, and so are all walls."""


def phone_mark(workshop: Workshop) -> str:
    """Of the journeys, the step, the rounds, and what is shown to all or was taken away."""
    standing = Q(notes__merged_into=None, notes__removed_at=None, revealed_at__isnull=False)
    away = Q(notes__merged_into__isnull=False) | Q(notes__removed_at__isnull=False)
    counted = workshop.rounds.annotate(
        shown=Count("notes", filter=standing), gone=Count("notes", filter=away)
    )
    columns = ("pk", "kind", "minutes", "started_at", "ended_at", "revealed_at", "shown", "gone")
    rounds = counted.values_list(*columns)
    sent_out = workshop.participants.exclude(removed_at=None).count()
    at = (journeys_mark(workshop), workshop.step_id, workshop.follows)
    seen = (workshop.state, workshop.is_over, *at, *rounds, sent_out)
    return sha256(repr(seen).encode()).hexdigest()[:16]


def projector_mark(workshop: Workshop) -> str:
    return f"{workshop.version}.{int(workshop.is_over)}.{journeys_mark(workshop)}"


MARKS = {PHONE: phone_mark, PROJECTOR: projector_mark}


def draw(topic: Topic, _view: RoomView, _since: str) -> Update:
    workshop = Workshop.objects.filter(pk=topic.number).first()
    if workshop is None:
        raise Gone
    return Update(MARKS[topic.kind](workshop), told={"stale": True}, turns_at=workshop.ends_at)


def register_all() -> None:
    for kind in MARKS:
        register(Kind(kind, HEARS, draw))
