"""Who looks at the pages, and what there is to see besides the worked example."""

from datetime import date

from django.utils import timezone

from improvements.models import Improvement
from journeys.models import Encounter, Evidence, EvidenceAbout, Journey, LifeEvent, Pain, Phase, Step
from organisations.models import Invitation, Membership, Organisation, User
from organisations.models.invitation import digest
from personas.models import Finding, Interview, Persona
from personas.passages import draw_from, lines_of
from processes.models import ProcessStep
from shots.room_world import sessions as rooms
from shots.session_world import sessions
from touchpoints.models import Party, Touchpoint
from workshops.worked_example import load_sessions

LONG, SHORT = "Zestig stappen", "Eén stap"
DEPARTMENTS = (
    "Burgerzaken (balie)",
    "Burgerzaken (binnendienst)",
    "Gemeentelijkebasisadministratiepersoonsgegevensverstrekkingsbeperking",
    "Samenwerkingsverband informatievoorziening en dienstverlening van de regio (team uitvoering)",
    "Archief",
    "Ziekenhuis",
    "",
)
NEW, KNOWN, OLD = "nieuw", "bekend", "ingetrokken"  # what follows /uitnodiging/


def cast() -> dict[str, User]:
    """A user for each role in the worked example, a newcomer, someone with a lot, and someone with nothing.

    The administrator may also enter the newcomer's organisation, to have something to choose.
    """
    home = Organisation.objects.get(slug="waterrijk")
    empty = Organisation.objects.create(slug="nieuw", name="Gemeente Nieuw")
    full = Organisation.objects.create(slug="druk", name="Gemeente Druk")
    crowded = Organisation.objects.create(slug="vol", name="Gemeente Vol")
    fill(full)
    crowd(crowded)
    roles = {role.value: (home, role) for role in Membership.Role}
    roles |= {"newcomer": (empty, "editor"), "guest": (empty, "viewer"), "busy": (full, "editor")}
    roles["crowded"] = (crowded, "editor")
    members = {who: member(who, *place) for who, place in roles.items()}
    Membership.objects.create(user=members["administrator"], organisation=empty, role="viewer")
    invite(home, members["administrator"])
    load_sessions(members["facilitator"])
    sessions(members["facilitator"])
    rooms()
    return members | {"nobody": User.objects.create_user("nobody@waterrijk.example", "only-for-pictures")}


def member(who: str, organisation: Organisation, role: str) -> User:
    user = User.objects.create_user(f"{who}@waterrijk.example", "only-for-pictures")
    Membership.objects.create(user=user, organisation=organisation, role=role)
    return user


def invite(organisation: Organisation, by: User) -> None:
    """Someone who is new, someone with an account, and someone for whom it was withdrawn."""
    own = {"organisation": organisation, "invited_by": by}
    Invitation.objects.create(email="noor@waterrijk.example", digest=digest(NEW), **own)
    Invitation.objects.create(email="newcomer@waterrijk.example", digest=digest(KNOWN), **own)
    withdrawn = {"withdrawn_at": timezone.now()}
    Invitation.objects.create(email="weg@waterrijk.example", digest=digest(OLD), **withdrawn, **own)


def fill(organisation: Organisation) -> None:
    """A journey of sixty steps, one of a single step, and lists of more than a page."""
    own = {"organisation": organisation}
    party = Party.objects.create(name="Burgerzaken", kind=Party.Kind.OWN, **own)
    touchpoints = Touchpoint.objects.bulk_create(
        Touchpoint(name=f"Loket {number}", channel="counter", party=party, **own) for number in range(1, 71)
    )
    for name in ("Loket één", "loket  een"):
        Touchpoint.objects.create(name=name, channel="counter", party=party, **own)
    Persona.objects.bulk_create(Persona(name=f"Persona {number}", **own) for number in range(1, 61))
    about = {
        "life_event": LifeEvent.objects.create(name="Verhuizen", anchor="sleutel", **own),
        "persona": Persona.objects.create(name="Samira", **own),
        **own,
    }
    add_steps(Journey.objects.create(title=SHORT, **about), 1, [])
    journey = Journey.objects.create(title=LONG, **about)
    add_steps(journey, 60, touchpoints)
    add_interviews(journey)
    add_plan(Journey.objects.create(title="Een vol plan", **about))


def add_plan(journey: Journey) -> None:
    """More than a page; many in one place, one without a place, and names that are long."""
    own = {"organisation": journey.organisation, "journey": journey}
    Improvement.objects.bulk_create(
        Improvement(title=f"Bordje {number}", effort=number % 3 + 1, effect=5 - number % 2, **own)
        for number in range(1, 60)
    )
    Improvement.objects.create(title="Bordje 60", **own)
    word = "Gemeentelijkebasisadministratiepersoonsgegevensverstrekkingsbeperking"
    Improvement.objects.create(title=word, owner=word, effort=4, effect=4, **own)


def add_steps(journey: Journey, count: int, touchpoints: list[Touchpoint]) -> None:
    """Ten steps a phase, each with a feeling, a time, a meeting and a pain where there are touchpoints."""
    own = {"organisation": journey.organisation}
    for start in range(0, count, 10):
        phase = Phase.objects.create(
            journey=journey, name=f"Fase {start // 10 + 1}", order=start // 10, **own
        )
        for place in range(min(10, count - start)):
            number = start + place
            timed = {"offset_days": 7 * number - 200, "feeling": number % 5 - 2} if touchpoints else {}
            step = Step.objects.create(
                phase=phase, order=place, title=f"Ik doe stap {number + 1}", **timed, **own
            )
            if touchpoints:
                Pain.objects.create(step=step, order=0, text=f"Dit doet pijn bij stap {number + 1}", **own)
                Encounter.objects.create(step=step, order=0, touchpoint=touchpoints[number], **own)
                add_process_step(step, number)


def add_process_step(step: Step, number: int) -> None:
    """Behind the counter too: it goes from one department to the next, some with names that are long."""
    ProcessStep.objects.create(
        organisation=step.organisation,
        step=step,
        order=0,
        title=f"Behandelt stap {number + 1}",
        department=DEPARTMENTS[number % len(DEPARTMENTS)],
        system="Zaaksysteem",
        work_minutes=5 * number,
        wait_days=number % 6,
        seen=number % 4 == 0,
        awaited_by=step if number % 5 == 0 else None,
    )


def add_interviews(journey: Journey) -> None:
    """More than a page; the newest has notes that were kept too long, and a finding about the first pain."""
    own, held_on = {"organisation": journey.organisation}, date(2024, 3, 1)
    kept = {"kind": Interview.Kind.RESIDENT, "keep_until": date(2025, 3, 1), **own}
    notes = (
        "Wij wisten niet dat het al vóór de geboorte kon. Niemand had het gezegd.\n"
        "Bij de verloskundige lag een folder, maar die ging over kraamzorg.\n\n"
        "Toen we aan de balie stonden bleek dat we nog een keer terug moesten.\n"
        "Eigenlijk was het daarna zo geregeld. Dat viel mee."
    )
    newest = Interview.objects.create(
        code="G60", held_on=date(2024, 4, 1), people=2, consent=True, notes=notes, **kept
    )
    Interview.objects.bulk_create(Interview(code=f"G{n:02}", held_on=held_on, **kept) for n in range(1, 60))
    talk = [f"Regel {n}: toen belde ik weer, en kreeg ik iemand anders aan de lijn." for n in range(1, 200)]
    Interview.objects.create(
        code="G61",
        held_on=date(2024, 2, 1),
        notes="\n".join([*talk, "Onafgebroken" * 30]),
        **kept | {"keep_until": date(2099, 1, 1)},
    )
    finding = Finding.objects.create(
        text="Beide ouders dachten dat het vanzelf ging.",
        kind=Finding.Kind.RESIDENT,
        interview=newest,
        people=2,
        found_on=newest.held_on,
        **own,
    )
    draw_from(newest, finding, [lines_of(notes)[0].mark])
    evidence = Evidence.objects.create(journey=journey, finding=finding, order=0, **own)
    pain = Pain.objects.filter(step__phase__journey=journey).order_by("pk").first()
    EvidenceAbout.objects.create(evidence=evidence, pain=pain, order=0, **own)
    EvidenceAbout.objects.create(evidence=evidence, step=pain.step, order=1, **own)


def crowd(organisation: Organisation) -> None:
    """Sixty personas, two hundred journeys through twenty life events, and names as long as can be."""
    own = {"organisation": organisation}
    word = "Gemeentelijkebasisadministratiepersoonsgegevensverstrekkingsbeperking"
    personas = Persona.objects.bulk_create(
        Persona(name=f"{word} {number}" if number == 1 else f"Persona {number}", **own)
        for number in range(1, 61)
    )
    life_events = LifeEvent.objects.bulk_create(
        LifeEvent(
            name=f"{word} {number}" if number == 1 else f"Gebeurtenis {number}",
            motive=("achieve", "troubled", "idea", None)[number % 4],
            anchor="het moment",
            **own,
        )
        for number in range(1, 21)
    )
    journeys = Journey.objects.bulk_create(
        Journey(
            title=f"{word} {number}" if number == 1 else f"Ik ga op reis {number}",
            life_event=life_events[0 if number < 60 else number % 19],
            persona=personas[number % 60],
            **own,
        )
        for number in range(1, 201)
    )
    phases = Phase.objects.bulk_create(Phase(journey=one, name="Fase", order=0, **own) for one in journeys)
    steps = Step.objects.bulk_create(
        Step(
            phase=phase,
            order=place,
            title=f"Ik doe stap {place + 1}",
            offset_days=90 * place - 200 - number,
            feeling=(number + 3 * place) % 5 - 2,
            **own,
        )
        for number, phase in enumerate(phases)
        for place in range(4)
    )
    Pain.objects.bulk_create(
        Pain(step=step, order=0, text="Dit doet pijn", severity=step.pk % 3 + 1, **own) for step in steps[::4]
    )
    party = Party.objects.create(name="Burgerzaken", kind=Party.Kind.OWN, **own)
    counter = Touchpoint.objects.create(name="Balie", channel="counter", party=party, **own)
    Encounter.objects.bulk_create(
        Encounter(step=step, order=0, touchpoint=counter, **own) for step in steps[2::4]
    )
