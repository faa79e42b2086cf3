"""Situations that came along with copied steps: no rows of a journey, but they go and come with them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from journeys.journal import Written
from journeys.models import Change, LifeEvent, Situation, StepSituation
from journeys.ordering import append, renumber
from journeys.reverting import Gone


@contextmanager
def along_with(rows: Sequence[Written], change: Change) -> Iterator[None]:
    """While rows of a change are taken back: what it deleted comes first, what it added goes if unused."""
    if not any(written.model is StepSituation for written in rows):
        yield
        return
    written = Situation.pgh_event_model.objects.filter(pgh_context_id=change.context)
    _bring_back(list(written.filter(pgh_label="delete")))
    yield
    _take_away(list(written.filter(pgh_label="insert")))


def _bring_back(events: Sequence) -> None:
    for event in events:
        situation = Situation(pk=event.pgh_obj_id, organisation_id=event.organisation_id, name=event.name)
        _lock(event.life_event_id)
        situation.life_event_id = event.life_event_id
        try:
            with transaction.atomic():
                append(situation, Situation.objects.filter(life_event=event.life_event_id))
        except IntegrityError as error:  # its life event is gone, or has one of that name again
            raise Gone from error


def _take_away(events: Sequence) -> None:
    """Unless steps are only for it by now, or someone gave it another name."""
    for event in events:
        _lock(event.life_event_id)
        unused = Situation.objects.filter(pk=event.pgh_obj_id, name=event.name, step_situations=None)
        for situation in unused:
            situation.delete()
            renumber(situation.life_event.situations.all())


def _lock(life_event: int) -> None:
    LifeEvent.objects.select_for_update(no_key=True).filter(pk=life_event).first()
