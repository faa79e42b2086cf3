"""The report of a session: numbers, what came in and what was decided; never who."""

from collections import Counter
from dataclasses import dataclass

from improvements.models import Improvement
from journeys.models import Step
from workshops.models import Harvest, Note, Workshop
from workshops.room import HeadCount, RoomFeeling, head_count, room_feelings

TOP = 10


@dataclass(frozen=True)
class AtStep:
    """What came in at one step: numbers by kind of note, the feeling, and the notes themselves.

    `step`: None for what came in at steps that were deleted since.
    """

    step: Step | None
    number: int
    notes: list[Note]
    feeling: RoomFeeling


@dataclass(frozen=True)
class Report:
    workshop: Workshop
    count: HeadCount
    kinds: list[tuple[str, int]]
    steps: list[AtStep]
    voted: list[Note]
    harvests: list[Harvest]
    agreements: list[Improvement]

    @classmethod
    def of(cls, workshop: Workshop) -> "Report":
        """What was shown to all, or is part of a journey: the rest stays between writer and session."""
        notes = list(workshop.notes.standing().told().with_merged().with_votes())
        feelings = room_feelings(workshop)
        harvests = list(workshop.harvests.there_still().select_related("journey"))
        by_kind = Counter(note.kind for note in notes)
        improvements = [one.row for one in harvests if one.kind == Harvest.Kind.IMPROVEMENT]
        return cls(
            workshop=workshop,
            count=head_count(workshop),
            kinds=[(str(kind.label), by_kind[kind]) for kind in Note.Kind if by_kind[kind]],
            steps=steps_told(workshop, notes, feelings),
            voted=sorted((note for note in notes if note.dots), key=lambda note: -note.dots)[:TOP],
            harvests=[one for one in harvests if one.kind != Harvest.Kind.IMPROVEMENT],
            agreements=list(workshop.organisation.improvements.numbered(improvements).with_owner()),
        )


def steps_told(workshop: Workshop, notes: list[Note], feelings: dict[int, RoomFeeling]) -> list[AtStep]:
    """The steps where anything came in, in the order of the journey; last what lost its step."""
    told = [
        AtStep(
            step,
            number,
            [note for note in notes if note.step_id == step.pk],
            feelings.get(step.pk, RoomFeeling()),
        )
        for number, step in enumerate(workshop.steps(), start=1)
    ]
    lost = AtStep(None, 0, [note for note in notes if note.step_id is None], RoomFeeling())
    return [one for one in (*told, lost) if one.notes or one.feeling.people]
