"""Two sessions on the worked example: one that is over, with what came of it, and one that is prepared."""

from datetime import timedelta
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from journeys.models import Step
from organisations.models import Membership, Organisation, User
from workshops.agendas import BY_NAME
from workshops.harvesting import harvest_feeling, harvest_note
from workshops.joining import join
from workshops.models import Note, Participant, Round, Workshop
from workshops.taking_part import feel, put_dots, write
from workshops.writing_down import write_down

HELD, PREPARED = "Twee moeders en een naam", "Wanneer horen ouders over erkennen?"
HELD_AT, PREPARED_AT = "Ik moet zelf mee voor de naam", "Ik hoor dat we moeten erkennen"
LOOK_BACK = timedelta(days=60)
# Who takes part: in what capacity, how this step feels to them, and what they write.
PEOPLE = (
    ("resident", -2, "pain", "Ik kon amper zitten, en moest een uur wachten"),
    ("resident", -2, "pain", "Aan de telefoon zei niemand dat ik zelf mee moest"),
    ("resident", -1, "thought", "Waarom wisten wij dit niet vóór de geboorte?"),
    ("resident", -2, "thought", "Mirjam stond erbij en mocht niets zeggen"),
    ("staff", -1, "pain", "Wij zien pas aan de balie dat iemand ontbreekt"),
    ("staff", 0, "thought", "Van de wet moet het zo, maar niet meteen"),
)
IDEAS = (
    ("Bel ouders de dag voor de afspraak: wie moet mee?", 3),
    ("Een bank en een rustige hoek bij de balie", 1),
)
BY_HAND = "Eerst thuis komen, dan pas de balie"


def load_sessions(by: User | None = None) -> list[Workshop]:
    """The sessions that were added: none without the example or its facilitator, or where there are some."""
    organisation = Organisation.objects.filter(slug="waterrijk").first()
    by = by or facilitator_of(organisation)
    if by is None or organisation.workshops.exists():
        return []
    places = {step.title: step for step in steps_of(organisation).filter(title__in=(HELD_AT, PREPARED_AT))}
    return [held(places[HELD_AT], by), prepared(places[PREPARED_AT], by)] if len(places) == 2 else []


def facilitator_of(organisation: Organisation | None) -> User | None:
    roles = Membership.objects.filter(organisation=organisation, role=Membership.Role.FACILITATOR)
    found = roles.select_related("user").order_by("pk").first()
    return found and found.user


def steps_of(organisation: Organisation):
    steps = Step.objects.filter(organisation=organisation, phase__journey__kind="as_is")
    return steps.select_related("phase__journey").order_by("-pk")


def prepare(title: str, agenda: str, step: Step, by: User) -> Workshop:
    workshop = Workshop.prepare(
        title=title,
        organisation=step.organisation,
        journeys=[step.phase.journey],
        agenda=BY_NAME[agenda].parts,
        by=by,
    )
    workshop.bring_to(step, by=by)
    return workshop


def prepared(step: Step, by: User) -> Workshop:
    return prepare(PREPARED, "60", step, by)


@transaction.atomic
def held(step: Step, by: User) -> Workshop:
    """As such an hour goes: feelings, notes, dots, and what is agreed."""
    workshop = prepare(HELD, "30", step, by)
    workshop.open(by=by)
    rounds = {one.kind: one for one in workshop.rounds.all()}
    people = [join(workshop, nickname="", kind=kind)[0] for kind, *_rest in PEOPLE]
    tell(step, rounds, people, by)
    choose(rounds[Round.Kind.VOTE], people, by)
    agree(step, rounds[Round.Kind.AGREE], people, by)
    workshop.end(by=by)
    return workshop


def tell(step: Step, rounds: dict[str, Round], people: list[Participant], by: User) -> None:
    feelings, pains = rounds[Round.Kind.FEELINGS], rounds[Round.Kind.PAINS]
    feelings.start(by=by)
    for person, (_as, value, *_note) in zip(people, PEOPLE, strict=True):
        feel(person, step=step, value=value, during=feelings)
    feelings.reveal(by=by)
    pains.start(by=by)
    for person, (_as, _value, kind, text) in zip(people, PEOPLE, strict=True):
        write(person, during=pains, step=step, kind=kind, text=text, token=uuid4())
    write_down(pains, step=step, kind=Note.Kind.NEED, text=BY_HAND, by=by)
    pains.reveal(by=by)


def choose(vote: Round, people: list[Participant], by: User) -> None:
    vote.start(by=by)
    notes = list(vote.workshop.notes.filter(kind=Note.Kind.PAIN))
    for place, person in enumerate(people):
        put_dots(person, during=vote, note=notes[1], count=2)
        put_dots(person, during=vote, note=notes[place % 3], count=3)


def agree(step: Step, during: Round, people: list[Participant], by: User) -> None:
    """The first idea gets an owner and a day to look back; the second is kept without."""
    during.start(by=by)
    own = {"step": step, "by": by}
    for text, number in IDEAS:
        note = write(people[number], during=during, step=step, kind="idea", text=text, token=uuid4())
        plan = {"owner": by, "follow_up": timezone.localdate() + LOOK_BACK} if text == IDEAS[0][0] else {}
        harvest_note(note, into="improvement", text=text, **plan, **own)
    during.reveal(by=by)
    chosen = during.workshop.notes.filter(kind=Note.Kind.PAIN).most_voted_first().first()
    harvest_note(chosen, into="pain", text=chosen.text, **own)
    harvest_feeling(during.workshop, step, by=by)
