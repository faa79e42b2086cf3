"""Who gave an improvement its status, and when: read from the events that the database keeps."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, Window
from django.db.models.functions import Lag

from improvements.models import Improvement
from organisations.history import actor, members


@dataclass(frozen=True)
class Turn:
    """From when on it had a status; `who` is empty where it is not known."""

    status: str
    label: str
    since: datetime
    who: str


def turns_of(improvement: Improvement) -> list[Turn]:
    """Each status that it has had, the newest first."""
    before = Window(Lag("status"), order_by="pgh_id")
    events = Improvement.pgh_event_model.objects.filter(pgh_obj_id=improvement.pk).exclude(pgh_label="delete")
    turns = events.annotate(before=before).filter(Q(before=None) | ~Q(before=F("status")))
    found = list(turns.select_related("pgh_context").order_by("-pgh_id"))
    names = members(found, improvement.organisation)
    return [
        Turn(event.status, event.get_status_display(), event.pgh_created_at, names.get(actor(event), ""))
        for event in found
    ]
