"""What the console shows of a session: a handful of queries, however much comes in."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property

from journeys.lane_choice import Lane, lanes
from journeys.models import Journey, Step
from workshops.console_note import ConsoleNoteForm
from workshops.joining import short_address
from workshops.models import Note, Participant, Round, Workshop
from workshops.projected import ON_WALL
from workshops.room import HeadCount, RoomFeeling, head_count, room_feelings

SHOWN = 200  # notes at one step


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step with how much came in there; `number` counts through all journeys of the session."""

    step: Step
    number: int
    notes: int
    feelings: int
    current: bool


@dataclass(frozen=True, slots=True)
class Column:
    """The notes of one kind at the current step."""

    kind: str
    label: str
    notes: list[Note]


@dataclass(frozen=True)
class Console:
    """`can_lead`: whether who looks may act; others see no names, and only what was shown to all."""

    workshop: Workshop
    can_lead: bool
    rounds: list[Round]
    people: list[Participant]
    count: HeadCount
    feelings: dict[int, RoomFeeling]
    steps: list[StepLine]
    notes: list[Note]

    @classmethod
    def of(cls, workshop: Workshop, *, can_lead: bool) -> "Console":
        feelings = room_feelings(workshop, revealed_only=not can_lead)
        visible = workshop.notes.standing()
        visible = visible if can_lead else visible.revealed()
        counts = Counter(visible.values_list("step", flat=True))
        here = visible.at(workshop.step_id).with_merged().select_related("round").most_voted_first()[:SHOWN]
        rounds = list(workshop.rounds.all())
        for one in rounds:
            one.workshop = workshop
        return cls(
            workshop=workshop,
            can_lead=can_lead,
            rounds=rounds,
            people=list(workshop.participants.present()) if can_lead and not workshop.is_over else [],
            count=head_count(workshop),
            feelings=feelings,
            steps=lines_of(workshop, counts, feelings),
            notes=list(here),
        )

    @cached_property
    def round(self) -> Round | None:
        return next((one for one in self.rounds if one.is_running), None)

    @cached_property
    def next_round(self) -> Round | None:
        return next((one for one in self.rounds if one.state == "waiting"), None)

    @cached_property
    def write_in(self) -> Round | None:
        """The round that a note belongs to: the one that goes on, or else the one that ended last."""
        if self.round and self.round.takes_notes:
            return self.round
        ended = [one for one in self.rounds if one.ended_at and one.takes_notes]
        return max(ended, key=lambda one: one.ended_at, default=None)

    def note_form(self, step: int | None = None, data: Any = None) -> ConsoleNoteForm | None:
        """To write a note at the step at hand, or at `step`; None where that can't be done."""
        asked = next((line for line in self.steps if line.step.pk == step), None)
        line = self.current if step is None else asked
        if not self.can_lead or self.write_in is None or line is None:
            return None
        written = sum(note.participant_id is None for note in self.notes)
        return ConsoleNoteForm(
            data, step=line.step, during=self.write_in, number=written, is_asked=asked is not None
        )

    @cached_property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.rounds)

    @cached_property
    def current(self) -> StepLine | None:
        return next((line for line in self.steps if line.current), None)

    @property
    def before(self) -> StepLine | None:
        return self._beside(-1)

    @property
    def after(self) -> StepLine | None:
        return self._beside(1)

    def _beside(self, direction: int) -> StepLine | None:
        place = self.steps.index(self.current) + direction if self.current else 0
        return self.steps[place] if 0 <= place < len(self.steps) else None

    @property
    def journeys(self) -> list[tuple[Journey, list[StepLine]]]:
        grouped = groupby(self.steps, key=lambda line: line.step.phase.journey)
        return [(journey, list(lines)) for journey, lines in grouped]

    @property
    def columns(self) -> list[Column]:
        shown = [kind for kind in Note.Kind if kind != Note.Kind.NEED or self._of(kind)]
        return [Column(kind.value, str(kind.label), self._of(kind)) for kind in shown]

    def _of(self, kind: str) -> list[Note]:
        return [note for note in self.notes if note.kind == kind]

    @property
    def feeling(self) -> RoomFeeling:
        return self.feelings.get(self.workshop.step_id, RoomFeeling())

    @property
    def lanes(self) -> list[Lane]:
        return self.lanes_of(self.workshop)

    @staticmethod
    def lanes_of(workshop: Workshop) -> list[Lane]:
        """Those that the wall has."""
        return [lane for lane in lanes(tuple(workshop.hidden_lanes)) if lane.key in ON_WALL]

    @property
    def now(self) -> datetime:
        return timezone.now()

    @property
    def site(self) -> str:
        return short_address()


def lines_of(workshop: Workshop, notes: Counter, feelings: dict[int, RoomFeeling]) -> list[StepLine]:
    return [
        StepLine(
            step=step,
            number=number,
            notes=notes[step.pk],
            feelings=feelings[step.pk].people if step.pk in feelings else 0,
            current=step.pk == workshop.step_id,
        )
        for number, step in enumerate(workshop.steps(), start=1)
    ]
