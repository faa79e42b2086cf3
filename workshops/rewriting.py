"""One's own note can be written otherwise until everyone has seen it."""

from workshops.models import Note, Participant
from workshops.refusals import NotNow
from workshops.taking_part import checked, taking_part


def rewrite(participant: Participant, note: Note, *, kind: str, text: str) -> None:
    """Raises `NotNow` once it was shown to all, `Over`, and `ValidationError` as `write` does."""
    text = checked(text)
    with taking_part(participant) as workshop:
        mine = workshop.notes.standing().of(participant).filter(pk=note.pk, round__revealed_at=None)
        if not mine.update(kind=kind, text=text):
            raise NotNow
