"""Whoever leads writes down what someone without a phone says: a note of the room, and of nobody by name."""

from journeys.models import Step
from organisations.models import User
from workshops.leading import leading
from workshops.models import Note, Round
from workshops.refusals import NotInSession, NotNow, Over
from workshops.taking_part import checked, in_session


def write_down(during: Round, *, step: Step, kind: str, text: str, by: User) -> Note:
    """A note at a step; it is private or shown to all as the round is.

    Raises `Over`, `NotNow` for a round that never began or takes no notes, `NotInSession`, and
    `ValidationError` for a text that can't be kept.
    """
    text = checked(text)
    with leading(during.workshop, by) as workshop:
        if workshop.is_over:
            raise Over
        if not in_session(workshop, step):
            raise NotInSession
        if during.started_at is None or not during.takes_notes:
            raise NotNow
        return Note.objects.create(
            organisation_id=workshop.organisation_id,
            workshop=workshop,
            round=during,
            step=step,
            kind=kind,
            text=text,
        )
