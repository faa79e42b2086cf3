"""What a phone shows to one participant, as plain objects; a fixed number of queries, whatever there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from journeys.models import Step
from journeys.pictures import PainCard
from workshops.mini_beat import MiniBeat, mini_beat
from workshops.models import Note, Participant, Round, Workshop
from workshops.room_stream import phone_mark
from workshops.taking_part import Dots, dots_of
from workshops.whereabouts import Whereabouts, whereabouts


@dataclass(frozen=True, slots=True)
class PhonePage:
    """`group_step`: where the group is, if that is elsewhere. `shown`: how many notes everyone can read.
    `late`: the round before, for who was still writing when it ended or the session paused. `mark`: of all
    that others can change on it."""

    participant: Participant
    workshop: Workshop
    round: Round | None
    late: Round | None
    at: Whereabouts | None
    beat: MiniBeat | None
    group_step: Step | None
    group_number: int
    feeling: int | None
    notes: Sequence[Note]
    shown: int
    dots: Dots | None
    token: str
    mark: str

    @property
    def may_look_around(self) -> bool:
        return not self.workshop.follows

    @property
    def is_paused(self) -> bool:
        return self.workshop.state == Workshop.State.PAUSED

    @property
    def takes_feelings(self) -> bool:
        return bool(self.round and self.round.takes_feelings and self.workshop.is_open)

    @property
    def takes_notes(self) -> bool:
        return bool(self.round and self.round.takes_notes and self.workshop.is_open)

    @property
    def write_in(self) -> Round | None:
        """The round that a note belongs to: the one that is going on, or else the one before."""
        return self.round if self.takes_notes else self.late

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """What can be written now, in words; the first is chosen."""
        return [(kind, Note.Kind(kind).label) for kind in self.write_in.note_kinds]


def page_of(participant: Participant, asked: int | None = None) -> PhonePage:
    """`asked`: the step that someone looks at by themselves, where that is allowed."""
    workshop = participant.workshop
    mark = phone_mark(workshop)  # before the rest is read: what changes meanwhile is told again
    steps = list(workshop.steps())
    at = whereabouts(workshop, steps, None if workshop.follows else asked)
    running = workshop.current_round() if workshop.is_open else None
    group = next((step for step in steps if step.pk == workshop.step_id), None)
    elsewhere = at is not None and group is not None and group.pk != at.step.pk
    rating = participant.ratings.at(at.step).first() if at else None
    return PhonePage(
        participant=participant,
        workshop=workshop,
        round=running,
        late=workshop.rounds.written_last(),
        at=at,
        beat=mini_beat(at.picture, at.index) if at else None,
        group_step=group if elsewhere else None,
        group_number=steps.index(group) + 1 if elsewhere else 0,
        feeling=rating.value if rating else None,
        notes=list(workshop.notes.standing().of(participant).select_related("round", "step").order_by("-pk")),
        shown=workshop.notes.standing().revealed().count(),
        dots=dots_of(participant, running) if running and running.takes_votes else None,
        token=str(uuid4()),
        mark=mark,
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to put dots on: a note, or a pain of the journey."""

    field: str
    pk: int
    kind: str
    text: str
    mine: int
    count: int  # of all, once the round has ended


def choices_of(page: PhonePage) -> list[tuple[str, list[Choice]]]:
    """By step, that of the group first; then the pains that stood at it already."""
    dots = page.dots or Dots(0)
    groups: dict[str, list[Choice]] = {}
    notes = page.workshop.notes.standing().revealed().with_votes().select_related("step")
    here = page.workshop.step_id
    for note in sorted(
        notes, key=lambda note: (note.step_id != here, note.step_id or 0, -note.dots, note.pk)
    ):
        title = note.step.title if note.step else ""
        mine = dots.on_notes.get(note.pk, 0)
        groups.setdefault(title, []).append(Choice("note", note.pk, note.kind, note.text, mine, note.dots))
    found = list(groups.items())
    if page.at and page.dots and page.at.drawn.pains:
        found.append(("", [pain_choice(pain, dots) for pain in page.at.drawn.pains]))
    return found


def pain_choice(pain: PainCard, dots: Dots) -> Choice:
    return Choice("pain", pain.id, "pain", pain.text, dots.on_pains.get(pain.id, 0), 0)
