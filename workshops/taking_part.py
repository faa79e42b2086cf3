"""What someone who takes part can do: each is safe to send twice."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from journeys.models import Pain, Step
from organisations.models.content import holds_control_character
from workshops.leading import lock
from workshops.models import Note, Participant, Rating, Round, Vote, Workshop
from workshops.models.note import LONGEST
from workshops.refusals import NoDotsLeft, NotInSession, NotNow, Over, TooLate

SEEN_EVERY = timedelta(seconds=30)


@dataclass(frozen=True)
class Dots:
    """What is left of someone's dots in a round, and where the others are: numbers by note and by pain."""

    left: int
    on_notes: dict[int, int] = field(default_factory=dict)
    on_pains: dict[int, int] = field(default_factory=dict)


@contextmanager
def taking_part(participant: Participant) -> Iterator[Workshop]:
    """The session, locked. Raises `Over` where it has ended, or where they were sent out meanwhile."""
    with transaction.atomic():
        workshop = lock(participant.workshop)
        if workshop.is_over or not workshop.participants.present().filter(pk=participant.pk).exists():
            raise Over
        yield workshop


def write(
    participant: Participant, *, during: Round, step: Step | None, kind: str, text: str, token: UUID
) -> Note:
    """A note, or the one that was written with this token before: what was sent late is taken all the same.

    Raises `Over`, `NotNow`, `NotInSession`, and `ValidationError` for a text that can't be kept.
    """
    text = checked(text)
    with taking_part(participant) as workshop:
        known = workshop.notes.of(participant).filter(token=token).first()
        if known is not None:
            return known
        if during.workshop_id != workshop.pk or step is None or not in_session(workshop, step):
            raise NotInSession
        if during.started_at is None or not during.takes_notes or kind not in Note.Kind.values:
            raise NotNow
        return Note.objects.create(
            organisation_id=workshop.organisation_id,
            workshop=workshop,
            round=during,
            participant=participant,
            step=step,
            kind=kind,
            text=text,
            token=token,
        )


def checked(text: str) -> str:
    """As it can be kept: on one line, and not too long."""
    text = " ".join(text.split())
    if not text:
        raise ValidationError(_("Write something first."))
    if len(text) > LONGEST:
        raise ValidationError(_("A note has at most %(count)s characters.") % {"count": LONGEST})
    if holds_control_character(text):
        raise ValidationError(_("This holds a character that cannot be saved. Type the text again."))
    return text


def in_session(workshop: Workshop, step: Step) -> bool:
    return workshop.steps().filter(pk=step.pk).exists()


def take_back(participant: Participant, note: Note) -> None:
    """Their own note is gone, whatever anybody saw of it. Raises `NotNow` once it is on the journey."""
    with taking_part(participant) as workshop:
        mine = workshop.notes.of(participant).filter(pk=note.pk).first()
        if mine is None:
            return
        if mine.harvest_id:
            raise NotNow
        mine.delete()


def feel(participant: Participant, *, step: Step, value: int, during: Round | None = None) -> Rating:
    """Their feeling at a step, instead of the one they gave before. Raises `Over` and `NotInSession`."""
    if value not in range(-2, 3):
        raise ValidationError(_("Choose one of the five faces."))
    with taking_part(participant) as workshop:
        if not in_session(workshop, step) or (during and during.workshop_id != workshop.pk):
            raise NotInSession
        told = {"value": value, "organisation_id": workshop.organisation_id, "given_at": timezone.now()}
        if during is not None:
            told["round"] = during
        rating, _made = Rating.objects.update_or_create(participant=participant, step=step, defaults=told)
        return rating


def unfeel(participant: Participant, step: Step) -> None:
    """They rather say nothing."""
    with taking_part(participant):
        participant.ratings.at(step).delete()


def put_dots(
    participant: Participant, *, during: Round, count: int, note: Note | None = None, pain: Pain | None = None
) -> int:
    """Have so many dots of theirs on a note or a pain, and tell how many are left.

    Setting the number, and not adding one, makes it safe to repeat. Raises `NoDotsLeft`, `NotNow` and `Over`,
    and `NotInSession` for what can't be voted on.
    """
    with taking_part(participant) as workshop:
        running = workshop.rounds.running().filter(pk=during.pk).first()
        if running is None:
            raise TooLate
        if not running.takes_votes:
            raise NotNow
        if not can_be_voted_on(workshop, note, pain):
            raise NotInSession
        mine = Vote.objects.of(participant, running)
        mine.filter(note=note, pain=pain).delete()
        free = sorted(set(range(1, running.votes_each + 1)) - set(mine.values_list("slot", flat=True)))
        if count > len(free):
            raise NoDotsLeft
        Vote.objects.bulk_create(
            Vote(
                organisation_id=workshop.organisation_id,
                round=running,
                participant=participant,
                note=note,
                pain=pain,
                slot=slot,
            )
            for slot in free[: max(count, 0)]
        )
        return len(free) - max(count, 0)


def can_be_voted_on(workshop: Workshop, note: Note | None, pain: Pain | None) -> bool:
    """A note that all can see, or a pain of a journey of the session."""
    if (note is None) == (pain is None):
        return False
    if note is not None:
        return workshop.notes.standing().revealed().filter(pk=note.pk).exists()
    return in_session(workshop, pain.step)


def dots_of(participant: Participant, during: Round) -> Dots:
    given = list(Vote.objects.of(participant, during).values_list("note", "pain"))
    on_notes = Counter(note for note, _pain in given if note)
    on_pains = Counter(pain for _note, pain in given if pain)
    return Dots(max(during.votes_each - len(given), 0), dict(on_notes), dict(on_pains))


def seen(participant: Participant) -> None:
    """They are still there; written now and then only."""
    now = timezone.now()
    if now - participant.seen_at > SEEN_EVERY:
        Participant.objects.filter(pk=participant.pk).update(seen_at=now)
        participant.seen_at = now
