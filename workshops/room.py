"""What the room is and feels: numbers, never names."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from statistics import mean, median

from django.db.models import Count
from django.utils.formats import number_format

from workshops.models import Participant, Rating, Workshop

FACES = (2, 1, 0, -1, -2)


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many take part, and as what."""

    residents: int = 0
    staff: int = 0

    @property
    def people(self) -> int:
        return self.residents + self.staff


@dataclass(frozen=True, slots=True)
class RoomFeeling:
    """What people feel at one step. `values`: what each of them said."""

    by_kind: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(value for values in self.by_kind.values() for value in values)

    @property
    def people(self) -> int:
        return len(self.values)

    @property
    def residents(self) -> int:
        return len(self.by_kind.get(Participant.Kind.RESIDENT, ()))

    @property
    def staff(self) -> int:
        return len(self.by_kind.get(Participant.Kind.STAFF, ()))

    @property
    def spread(self) -> dict[int, int]:
        """How many chose each face, the happiest first."""
        counts = Counter(self.values)
        return {face: counts[face] for face in FACES}

    @property
    def median(self) -> int | None:
        """The feeling in the middle, as a face: of two in the middle the one further from neutral."""
        return median_face(self.values)

    @property
    def mean(self) -> float | None:
        return round(mean(self.values), 1) if self.values else None

    @property
    def mean_words(self) -> str:
        """With a real minus, as figures have it everywhere."""
        return number_format(self.mean, 1).replace("-", "−") if self.values else ""

    @property
    def lowest(self) -> int | None:
        return min(self.values, default=None)

    @property
    def highest(self) -> int | None:
        return max(self.values, default=None)


def median_face(values: tuple[int, ...]) -> int | None:
    """−1½ becomes −2: half a face can't be drawn, and a feeling is not to be made milder."""
    if not values:
        return None
    middle = median(values)
    return int(middle + 0.5) if middle >= 0 else int(middle - 0.5)


def head_count(workshop: Workshop) -> HeadCount:
    """Who took part; those who were sent out don't count."""
    kinds = workshop.participants.present().order_by().values_list("kind").annotate(Count("pk"))
    counts = dict(kinds)
    return HeadCount(counts.get(Participant.Kind.RESIDENT, 0), counts.get(Participant.Kind.STAFF, 0))


def room_feelings(workshop: Workshop, *, revealed_only: bool = True) -> dict[int, RoomFeeling]:
    """By number of the step; one query."""
    ratings = Rating.objects.of_workshop(workshop)
    ratings = ratings.revealed() if revealed_only else ratings
    found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for step, kind, value in ratings.values_list("step", "participant__kind", "value").order_by("pk"):
        found[step][kind].append(value)
    return {
        step: RoomFeeling({kind: tuple(values) for kind, values in kinds.items()})
        for step, kinds in found.items()
    }


def room_feeling(workshop: Workshop, step, *, revealed_only: bool = True) -> RoomFeeling:
    """At one step; of nobody where nobody said anything (or it is not shown yet)."""
    return room_feelings(workshop, revealed_only=revealed_only).get(step.pk, RoomFeeling())
