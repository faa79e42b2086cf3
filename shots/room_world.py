"""Sessions to look at, each in a state of its own, on the first journey of the worked example."""

from datetime import timedelta
from hashlib import sha256

from django.apps import apps
from django.utils import timezone

WORD = "Gemeentelijkebasisadministratiepersoonsgegevensverstrekkingsbeperking"
NOTES = {
    "thought": ("Waarom wist ik dit niet eerder?", "Ben ik straks wel de vader?"),
    "pain": ("Samenwonen lijkt genoeg", "Elke website zegt iets anders", "Niemand begint erover"),
    "idea": ("Uitleg bij de echo van 20 weken", "Kaartje van de verloskundige"),
}


def sessions() -> None:
    """On the first journey of the worked example; called once for all pictures."""
    journey = apps.get_model("journeys.Journey").objects.order_by("pk").first()
    make(journey, "Wachten", state="ready", code="CCCDDD")
    make(journey, "Aan de muur", code="K7F3QX", round_kind="pains", notes=NOTES, revealed=True)
    hidden = make(journey, "Nog verborgen", code="K7F3QC", round_kind="feelings", notes=NOTES)
    me = take_part(hidden)
    hidden.notes.filter(text=NOTES["pain"][0]).update(participant=me)
    make(journey, "Nog niets", code="K7F3QD", round_kind="pains")
    make(journey, "Stemmen", code="K7F3QF", round_kind="vote", notes=NOTES, revealed=True)
    many = {kind: [WORD, *(f"{text} ({n})" for n in range(13) for text in NOTES[kind][:1])] for kind in NOTES}
    make(journey, f"Veertig: {WORD}", code="K7F3QG", round_kind="vote", notes=many, revealed=True)
    paused = make(journey, "Even pauze", state="paused", code="K7F3QH", round_kind="pains")
    between = make(journey, "Tussendoor", code="K7F3QK", round_kind="pains")
    for workshop in (paused, between):
        workshop.rounds.update(ended_at=timezone.now())
        take_part(workshop)
    make(journey, "Deur dicht", code="K7F3QM", round_kind="pains", notes=NOTES, door_open=False)
    make(journey, "Nog dicht", state="ready", code="CCCDDF", door_open=False)
    make(journey, "Rondkijken", code="K7F3QJ", round_kind="ideas", follows=False)
    make(journey, "Voorbij", state="ended", code="", ended_at=timezone.now())


def make(journey, title, *, round_kind="", notes=None, revealed=False, **fields):
    """A session at the fifth step, with notes and feelings of a round before the one that goes on."""
    own = {"organisation": journey.organisation}
    model = {name: apps.get_model(f"workshops.{name}") for name in ("Workshop", "WorkshopJourney", "Round")}
    now = timezone.now()
    fields = {"state": "open", "started_at": now, "ends_at": now + timedelta(hours=8), **fields}
    workshop = model["Workshop"].objects.create(title=title, **fields, **own)
    model["WorkshopJourney"].objects.create(workshop=workshop, journey=journey, order=0, **own)
    workshop.step = workshop.steps()[4]
    workshop.save(update_fields=["step"])
    if round_kind:
        earlier = {"started_at": now, "ended_at": now, "revealed_at": now if revealed else None}
        before = model["Round"].objects.create(
            workshop=workshop, kind="walk_through", order=0, **earlier, **own
        )
        model["Round"].objects.create(workshop=workshop, kind=round_kind, order=1, started_at=now, **own)
        fill(workshop, before, notes or {})
    return workshop


def fill(workshop, during, notes) -> None:
    own = {"organisation": workshop.organisation}
    person = apps.get_model("workshops.Participant")
    people = [
        person.objects.create(workshop=workshop, nickname=f"Wilg {n}", kind="resident", **own)
        for n in range(14 if notes else 0)
    ]
    for place, one in enumerate(people):
        value = (-2, -1, 0)[min(place // 6, 2)]
        one.ratings.create(step=workshop.step, round=during, value=value, **own)
    for kind, texts in notes.items():
        for text in texts:
            workshop.notes.create(
                round=during, participant=people[0], step=workshop.step, kind=kind, text=text, **own
            )


def take_part(workshop):
    """Someone whose phone holds a token that is known here."""
    return workshop.participants.create(
        nickname="Reiger",
        kind="resident",
        digest=sha256(token_of(workshop).encode()).hexdigest(),
        organisation=workshop.organisation,
    )


def token_of(workshop) -> str:
    return f"telefoon-{workshop.pk}"
