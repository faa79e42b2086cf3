"""What the harvest shows: step by step what came in, and what has become of it."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q

from journeys.models import Pain, Step
from workshops.consoles import StepLine, lines_of
from workshops.harvest_forms import INTO, OFFERED
from workshops.harvesting import dots_on_pains, signed
from workshops.models import Harvest, Note, Workshop
from workshops.room import RoomFeeling, room_feelings


@dataclass(frozen=True)
class Sheaf:
    """A note that stands, and what can be made of it; `harvest`: what it is on the journey now."""

    note: Note
    harvest: Harvest | None

    @property
    def first(self) -> tuple[str, str]:
        """What it becomes by itself."""
        kind = OFFERED[self.note.kind]
        return kind.value, str(kind.label)

    @property
    def others(self) -> list[tuple[str, str]]:
        return [(kind.value, str(kind.label)) for kind in INTO if kind != OFFERED[self.note.kind]]


@dataclass(frozen=True)
class HarvestPage:
    """One step of a session, among all its steps."""

    workshop: Workshop
    lines: list[StepLine]
    line: StepLine | None
    sheaves: list[Sheaf]
    feeling: RoomFeeling
    taken: Harvest | None
    pains: list[tuple[Pain, int]]

    @classmethod
    def of(cls, workshop: Workshop, step: int | None) -> "HarvestPage":
        """At this step, or else at the first where something waits."""
        present = set(workshop.harvests.there_still().values_list("pk", flat=True))
        heads = list(workshop.notes.standing().values_list("step", "harvest"))
        # A note of a step that was deleted since waits at the first one: there it gets another.
        first = workshop.steps().values_list("pk", flat=True).first()
        waiting = Counter(at or first for at, harvest in heads if harvest not in present)
        feelings = room_feelings(workshop, revealed_only=False)
        lines = lines_of(workshop, waiting, feelings)
        line = chosen_line(lines, step)
        return cls(
            workshop=workshop,
            lines=lines,
            line=line,
            sheaves=sheaves_at(workshop, line.step, present, first) if line else [],
            feeling=feelings.get(line.step.pk, RoomFeeling()) if line else RoomFeeling(),
            taken=taken_at(workshop, line.step) if line else None,
            pains=voted_pains(workshop, line.step) if line else [],
        )

    @property
    def median(self) -> int | None:
        return self.feeling.median

    @property
    def spread_words(self) -> str:
        return f"{signed(self.feeling.lowest)} … {signed(self.feeling.highest)}"

    @property
    def chosen_first(self) -> list[tuple[Pain, int]]:
        return sorted(self.pains, key=lambda chosen: -chosen[1])

    @property
    def is_in_order(self) -> bool:
        return self.pains == self.chosen_first

    @property
    def can_take_feeling(self) -> bool:
        """Not once this is what the hartslag says already."""
        if self.median is None:
            return False
        taken = self.taken is not None and self.taken.people == self.feeling.people
        return not (taken and self.line.step.feeling == self.median)


def chosen_line(lines: list[StepLine], step: int | None) -> StepLine | None:
    chosen = next((line for line in lines if line.step.pk == step), None)
    waiting = next((line for line in lines if line.notes), None)
    return chosen or waiting or next(iter(lines), None)


def sheaves_at(workshop: Workshop, step: Step, present: set[int], first: int | None) -> list[Sheaf]:
    here = Q(step=step) | Q(step=None) if step.pk == first else Q(step=step)
    notes = workshop.notes.standing().filter(here).with_merged().select_related("round", "harvest")
    return [
        Sheaf(note, note.harvest if note.harvest_id in present else None) for note in notes.most_voted_first()
    ]


def taken_at(workshop: Workshop, step: Step) -> Harvest | None:
    return workshop.harvests.filter(kind=Harvest.Kind.FEELING, row=step.pk).order_by("pk").last()


def voted_pains(workshop: Workshop, step: Step) -> list[tuple[Pain, int]]:
    """The pains at a step in their order, with their dots; none where nobody voted."""
    pains = list(Pain.at(step))
    dots = dots_on_pains(workshop, pains)
    return [(pain, dots[pain.pk]) for pain in pains] if any(dots.values()) else []
