"""The live sessions that there are to see: one that goes on, one that is over, one that is prepared."""

from datetime import timedelta

from django.utils import timezone

from journeys.models import Journey
from organisations.models import User
from workshops.agendas import BY_NAME
from workshops.harvesting import harvest_feeling, harvest_note
from workshops.joining import join
from workshops.models import Note, Round, Workshop
from workshops.taking_part import feel, put_dots, write

BUSY, OVER, FRESH = "Geboorte in het echt", "Wat er al speelde", "Klaargezet voor donderdag"
THOUGHTS = ("Waarom wist ik dit niet eerder?", "Ben ik straks wel de vader?", "We wonen toch samen?")
PAINS = ("Samenwonen lijkt genoeg", "Elke website zegt iets anders", "Niemand begint erover", "x" * 200)
IDEAS = ("Uitleg bij de echo van 20 weken", "Kaartje van de verloskundige", "Sms in week 24")


def sessions(by: User) -> None:
    """One that goes on, one that is over and partly harvested, and one that is prepared."""
    journey = Journey.objects.filter(organisation__slug="waterrijk").order_by("pk").first()
    common = {"organisation": journey.organisation, "journeys": [journey], "by": by}
    Workshop.prepare(title=FRESH, agenda=BY_NAME["30"].parts, **common)
    for title in (OVER, BUSY):
        workshop = Workshop.prepare(title=title, agenda=BY_NAME["60"].parts, **common)
        workshop.open(by=by)
        hold(workshop, by)
    workshop = Workshop.objects.get(title=OVER)
    harvest(workshop, by)
    workshop.end(by=by)


def hold(workshop: Workshop, by: User) -> None:
    """People come in, write, feel and vote at the fifth step."""
    step = list(workshop.steps())[4]
    workshop.bring_to(step, by=by)
    rounds = {one.kind: one for one in workshop.rounds.all()}
    people = [
        join(workshop, nickname="", kind="staff" if place % 3 == 0 else "resident")[0] for place in range(14)
    ]
    rounds["feelings"].start(by=by)
    for place, person in enumerate(people):
        feel(person, step=step, value=(-2, -1, -1, -2, 0)[place % 5], during=rounds["feelings"])
    rounds["feelings"].reveal(by=by)
    rounds["pains"].start(by=by)
    told = [("thought", text) for text in THOUGHTS] + [("pain", text) for text in PAINS]
    told += [("idea", text) for text in IDEAS]
    for place, (kind, text) in enumerate(told):
        write(
            people[place],
            during=rounds["pains"],
            step=step,
            kind=kind,
            text=text,
            token=f"00000000-0000-4000-8000-{place:012}",
        )
    rounds["pains"].reveal(by=by)
    rounds["vote"].start(by=by)
    notes = list(Note.objects.filter(workshop=workshop))
    for place, person in enumerate(people):
        put_dots(person, during=rounds["vote"], note=notes[place * place % len(notes)], count=2)
    rounds["ideas"].start(by=by)
    Round.objects.filter(pk=rounds["ideas"].pk).update(started_at=timezone.now() - timedelta(minutes=7))


def harvest(workshop: Workshop, by: User) -> None:
    step = workshop.step
    notes = {note.text: note for note in workshop.notes.all()}
    own = {"step": step, "by": by}
    harvest_note(notes[PAINS[0]], into="pain", text=PAINS[0], **own)
    day = timezone.localdate() + timedelta(days=60)
    plan = {"owner": by, "follow_up": day}
    harvest_note(notes[IDEAS[0]], into="improvement", text=IDEAS[0], **plan, **own)
    harvest_note(notes[IDEAS[1]], into="improvement", text=IDEAS[1], **own)
    harvest_feeling(workshop, step, by=by)
