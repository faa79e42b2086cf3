"""What came in becomes part of a journey: each in one undoable change, and once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from improvements.models import AddressedPain, Improvement
from improvements.owners import Owner
from journeys.changes import changing
from journeys.models import Change, Evidence, EvidenceAbout, Journey, Pain, Step
from journeys.ordering import append, renumber
from organisations.models import User
from personas.models import Finding
from workshops.leading import leading
from workshops.models import Harvest, Note, Participant, Vote, Workshop
from workshops.refusals import HarvestedAlready, NotInSession, NotNow
from workshops.room import RoomFeeling, room_feeling

Kind = Harvest.Kind
FINDING_KINDS = {
    Participant.Kind.RESIDENT: Finding.Kind.RESIDENT,
    Participant.Kind.STAFF: Finding.Kind.STAFF,
}


@dataclass(frozen=True)
class Told:
    """What is on the journey afterwards, and by how many people it was said."""

    harvest: Harvest
    step: Step


def harvest_note(
    note: Note,
    *,
    into: str,
    text: str,
    step: Step,
    by: User,
    **chosen,
) -> Told:
    """A note, with all that is grouped under it, becomes one thing at a step of the session.

    `chosen`: the severity of a pain; of an improvement the pains it addresses, its owner and the day to look
    back. Raises `HarvestedAlready` while it is on a journey, and
    `NotInSession` for a note that was removed or grouped, or a step of another journey.
    """
    journey = step.phase.journey
    with leading(note.workshop, by) as workshop, changing(journey, by=by, source=Change.Source.WORKSHOP):
        head = free_again(workshop, note)
        if not workshop.steps().filter(pk=step.pk).exists():
            raise NotInSession
        group = [head, *workshop.notes.filter(merged_into=head, removed_at=None)]
        row = MAKERS[into](step, text, **chosen)
        people = people_behind(workshop, group)
        findings = evidence_for(workshop, journey, text, people, row)
        harvest = Harvest.objects.create(
            organisation_id=workshop.organisation_id,
            workshop=workshop,
            journey=journey,
            kind=into,
            text=text,
            row=row.pk,
            findings=[finding.pk for finding in findings],
            people=sum(people.values()),
            by=by,
        )
        workshop.notes.filter(pk__in=[one.pk for one in group]).update(harvest=harvest)
    return Told(harvest, step)


def free_again(workshop: Workshop, note: Note) -> Note:
    """The note as it is now; one whose harvest was undone or deleted since is free for another."""
    head = workshop.notes.standing().filter(pk=note.pk).first()
    if head is None:
        raise NotInSession
    if head.harvest_id and Harvest.objects.there_still().filter(pk=head.harvest_id).exists():
        raise HarvestedAlready
    if head.harvest_id:
        # What the undone one had found out is told anew.
        Finding.objects.filter(pk__in=head.harvest.findings, evidence=None).delete()
    return head


def make_step(step: Step, text: str, **_more) -> Step:
    """Behind the step that it was written at."""
    made = Step(organisation_id=step.organisation_id, phase=step.phase, title=text[:300])
    made.place_after(step)
    return made


def make_need(step: Step, text: str, **_more) -> Step:
    """A line more in what the person needs there."""
    step = Step.objects.select_for_update(no_key=True).get(pk=step.pk)
    step.needs = "\n".join(filter(None, [step.needs, text]))
    step.save(update_fields=["needs"])
    return step


def make_pain(step: Step, text: str, *, severity: int = Pain.Severity.CLEAR, **_more) -> Pain:
    pain = Pain(organisation_id=step.organisation_id, step=step, text=text, severity=severity)
    pain.place_last()
    return pain


def make_improvement(
    step: Step,
    text: str,
    *,
    pains: Sequence[Pain] = (),
    owner: Owner = "",
    follow_up: date | None = None,
    **_more,
) -> Improvement:
    """An idea for these pains; with an owner it is planned."""
    title, rest = (text, "") if len(text) <= 300 else (f"{text[:299]}…", text)
    journey = step.phase.journey
    own = {"organisation_id": step.organisation_id}
    made = Improvement(journey=journey, title=title, description=rest, follow_up=follow_up, **own)
    if owner:
        made.give_to(owner)
        made.status = Improvement.Status.PLANNED
    made.save()
    AddressedPain.objects.bulk_create(AddressedPain(improvement=made, pain=pain, **own) for pain in pains)
    return made


MAKERS = {
    Kind.STEP: make_step,
    Kind.NEED: make_need,
    Kind.PAIN: make_pain,
    Kind.IMPROVEMENT: make_improvement,
}


def people_behind(workshop: Workshop, notes: Iterable[Note]) -> dict[str, int]:
    """How many residents and colleagues wrote these notes, or gave them a dot."""
    numbers = [note.pk for note in notes]
    wrote = workshop.participants.filter(notes__in=numbers)
    chose = workshop.participants.filter(votes__note__in=numbers, votes__round__ended_at__isnull=False)
    found = dict(wrote.values_list("pk", "kind")) | dict(chose.values_list("pk", "kind"))
    return {kind: list(found.values()).count(kind) for kind in FINDING_KINDS if kind in found.values()}


def evidence_for(
    workshop: Workshop, journey: Journey, text: str, people: dict[str, int], row: Step | Pain | Improvement
) -> list[Finding]:
    """A finding for each kind of people, linked to what it is about. An idea proves nothing: none."""
    if isinstance(row, Improvement):
        return []
    return [find_out(workshop, journey, text, kind, number, row) for kind, number in people.items()]


def find_out(
    workshop: Workshop, journey: Journey, text: str, kind: str, people: int, about: Step | Pain
) -> Finding:
    day = timezone.localdate(workshop.began_at)
    finding = Finding.objects.create(
        organisation_id=workshop.organisation_id,
        text=text,
        kind=FINDING_KINDS[kind],
        source=source_of(workshop),
        people=people,
        found_on=day,
    )
    evidence = Evidence(organisation_id=workshop.organisation_id, journey=journey, finding=finding)
    append(evidence, journey.evidence.all())
    place = {"pain": about} if isinstance(about, Pain) else {"step": about}
    EvidenceAbout.objects.create(
        organisation_id=workshop.organisation_id, evidence=evidence, order=0, **place
    )
    return finding


def source_of(workshop: Workshop) -> str:
    day = date_format(timezone.localdate(workshop.began_at), "j F Y")
    return _("Workshop “%(title)s”, %(day)s") % {"title": workshop.title, "day": day}


def harvest_feeling(workshop: Workshop, step: Step, *, by: User) -> Told:
    """What the room feels becomes the hartslag at a step, and counts as evidence.

    The middle one is taken: a few who feel very differently don't move it. Raises `NotNow` where nobody said
    anything, and `HarvestedAlready` where it was taken over and stands there still.
    """
    journey = step.phase.journey
    with leading(workshop, by) as locked, changing(journey, by=by, source=Change.Source.WORKSHOP):
        if not locked.steps().filter(pk=step.pk).exists():
            raise NotInSession
        feeling = room_feeling(locked, step, revealed_only=False)
        if feeling.median is None:
            raise NotNow
        if already_taken(locked, step, feeling):
            raise HarvestedAlready
        Step.objects.filter(pk=step.pk).update(feeling=feeling.median)
        findings = [
            find_out(locked, journey, in_words(step, RoomFeeling({kind: values})), kind, len(values), step)
            for kind, values in feeling.by_kind.items()
        ]
        harvest = Harvest.objects.create(
            organisation_id=locked.organisation_id,
            workshop=locked,
            journey=journey,
            kind=Kind.FEELING,
            text=in_words(step, feeling),
            row=step.pk,
            findings=[finding.pk for finding in findings],
            people=feeling.people,
            by=by,
        )
    return Told(harvest, step)


def already_taken(workshop: Workshop, step: Step, feeling: RoomFeeling) -> bool:
    """Whether this very feeling of these people is the hartslag now."""
    taken = workshop.harvests.filter(kind=Kind.FEELING, row=step.pk).order_by("pk").last()
    now = Step.objects.values_list("feeling", flat=True).get(pk=step.pk)
    return taken is not None and now == feeling.median and taken.text == in_words(step, feeling)


def in_words(step: Step, feeling: RoomFeeling) -> str:
    """As it stands in a finding: the middle, the spread, and of how many."""
    words = {
        "step": step.title,
        "median": signed(feeling.median),
        "lowest": signed(feeling.lowest),
        "highest": signed(feeling.highest),
        "people": feeling.people,
    }
    return (
        _("Feeling at “%(step)s”: %(median)s (from %(lowest)s to %(highest)s, number of people: %(people)s)")
        % words
    )


def signed(value: int | None) -> str:
    """With a real minus, as figures have it everywhere."""
    return "" if value is None else f"+{value}" if value > 0 else str(value).replace("-", "−")


def harvest_order(workshop: Workshop, step: Step, *, by: User) -> Told:
    """The pains at a step in the order of the dots they got. Raises `NotNow` where there are none."""
    journey = step.phase.journey
    with leading(workshop, by) as locked, changing(journey, by=by, source=Change.Source.WORKSHOP):
        if not locked.steps().filter(pk=step.pk).exists():
            raise NotInSession
        pains = list(Pain.at(step))
        dots = dots_on_pains(locked, pains)
        if not any(dots.values()):
            raise NotNow
        wanted = sorted(pains, key=lambda pain: (-dots[pain.pk], pain.order))
        if wanted == pains:
            raise HarvestedAlready
        renumber(wanted)
        harvest = Harvest.objects.create(
            organisation_id=locked.organisation_id,
            workshop=locked,
            journey=journey,
            kind=Kind.ORDER,
            text=_("Pains at “%(step)s” in order of votes") % {"step": step.title},
            row=step.pk,
            people=0,
            by=by,
        )
    return Told(harvest, step)


def dots_on_pains(workshop: Workshop, pains: Iterable[Pain]) -> dict[int, int]:
    """On each pain itself, and on the notes that became it."""
    direct = Vote.objects.by_pain(workshop)
    became = {
        harvest.row: sum(note.dots for note in harvest.notes.standing().with_votes())
        for harvest in workshop.harvests.filter(kind=Kind.PAIN, row__in=[pain.pk for pain in pains])
    }
    return {pain.pk: direct.get(pain.pk, 0) + became.get(pain.pk, 0) for pain in pains}
