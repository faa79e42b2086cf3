"""What the home page knows of all journeys before it draws one: figures to sort, filter and add up by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from django.core.cache import cache

from journeys.drawing_small import Axis, shared_axis
from journeys.models import Journey
from journeys.small import SmallJourney, percentage_of
from organisations.models import Organisation
from touchpoints.departments import key_of


@dataclass(frozen=True, slots=True)
class Listed:
    """A journey as the overview finds it: enough to know which card to draw."""

    id: int
    version: int
    life_event_id: int
    kind: str
    based_on_id: int | None
    title: str

    @classmethod
    def of(cls, organisation: Organisation) -> "list[Listed]":
        fields = ("pk", "version", "life_event_id", "kind", "based_on_id", "title")
        return [cls(*row) for row in organisation.journeys.values_list(*fields)]


@dataclass(frozen=True, slots=True)
class Line:
    """A journey in figures alone; see `SmallJourney`. `statuses`: of the improvements that help it."""

    id: int
    life_event_id: int
    title: str
    persona_id: int
    to_be_won: int
    open_weight: int
    blind_days: int | None
    first_contact: float | None
    steps: int
    steps_with_evidence: int
    pains: int
    open_pains: int
    improvements: int
    focused: int
    driven: int
    channels: tuple[str, ...]
    departments: tuple[str, ...]
    department_keys: frozenset[str]
    statuses: frozenset[str]

    @classmethod
    def of(cls, small: SmallJourney) -> "Line":
        statuses = frozenset(reach.status for reach in small.reaches)
        keys = frozenset(key_of(name) for name in small.departments)
        same = (name for name in cls.__slots__ if name not in ("statuses", "department_keys"))
        own = {name: getattr(small, name) for name in same}
        return cls(**own, statuses=statuses, department_keys=keys)


@dataclass(frozen=True, slots=True)
class Headline:
    """The figures of current journeys together."""

    journeys: int
    life_events: int
    longest_days: int | None
    longest_id: int | None
    longest_title: str
    open_pains: int
    pains: int
    evidence: int | None
    improvements: int
    focused: int
    driven: int

    @property
    def reach_unknown(self) -> int:
        """Improvements that help no pain and land nowhere yet."""
        return self.improvements - self.focused - self.driven


@dataclass(frozen=True, slots=True)
class Whole:
    """What needs every journey: a line of each by its number, and the axis of each life event by its id."""

    lines: Mapping[int, Line]
    axes: Mapping[int, Axis]


def whole(organisation: Organisation, journeys: Sequence[Listed]) -> Whole:
    """Computed again only when a journey or the catalogue changed."""
    seen = repr([(journey.id, journey.version) for journey in journeys])
    digest = sha256(seen.encode()).hexdigest()
    key = f"overview/{organisation.pk}/{organisation.version}/{digest}"
    return cache.get_or_set(key, lambda: _whole(organisation.journeys.in_small(organisation.version)))


def _whole(journeys: Sequence[SmallJourney]) -> Whole:
    by_event = sorted(journeys, key=lambda small: small.life_event_id)
    return Whole(
        lines={small.id: Line.of(small) for small in journeys},
        axes={
            event: shared_axis(group) for event, group in groupby(by_event, lambda small: small.life_event_id)
        },
    )


def headline(journeys: Iterable[Listed], lines: Mapping[int, Line]) -> Headline:
    """Of the current ones among these journeys."""
    current = [
        lines[journey.id]
        for journey in journeys
        if journey.kind == Journey.Kind.AS_IS and journey.id in lines
    ]
    timed = [line for line in current if line.blind_days is not None]
    longest = max(timed, key=lambda line: line.blind_days, default=None)
    return Headline(
        journeys=len(current),
        life_events=len({line.life_event_id for line in current}),
        longest_days=longest and longest.blind_days,
        longest_id=longest and longest.id,
        longest_title=longest.title if longest else "",
        open_pains=sum(line.open_pains for line in current),
        pains=sum(line.pains for line in current),
        evidence=percentage_of(
            sum(line.steps_with_evidence for line in current), sum(line.steps for line in current)
        ),
        improvements=sum(line.improvements for line in current),
        focused=sum(line.focused for line in current),
        driven=sum(line.driven for line in current),
    )
