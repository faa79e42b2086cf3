"""Where people already are before we are in sight: the places, with the steps behind them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache

from journeys.models import LifeEvent, Situation
from journeys.passing_documents import passing_documents
from journeys.places import Passed, Place, blind_span, place_of, ranked_places
from journeys.querysets import JourneyQuerySet
from journeys.route import UnknownSituation
from organisations.models import Organisation

SHOWN = 8  # of the journeys behind a place


@dataclass(frozen=True, slots=True)
class StepThere:
    id: int
    title: str


@dataclass(frozen=True, slots=True)
class JourneyThere:
    """A journey that passes a place, with the steps at which it does."""

    id: int
    title: str
    steps: tuple[StepThere, ...]


@dataclass(frozen=True, slots=True)
class PlaceThere:
    """`touchpoint`: its number. `before`: the steps up to and including the last one at this place."""

    touchpoint: int
    place: Place
    rank: int
    personas: int
    journeys: tuple[JourneyThere, ...]
    before: tuple[int, ...]

    @property
    def shown(self) -> tuple[JourneyThere, ...]:
        """The page of the touchpoint has them all."""
        return self.journeys[:SHOWN]

    @property
    def others(self) -> int:
        return len(self.journeys[SHOWN:])

    @property
    def steps(self) -> int:
        return sum(len(journey.steps) for journey in self.journeys)

    @property
    def at(self) -> set[int]:
        """The numbers of the steps that meet it."""
        return {step.id for journey in self.journeys for step in journey.steps}


@dataclass(frozen=True)
class Scope:
    """Over which journeys, and for whom: the current ones of an organisation, or of one life event."""

    organisation: Organisation
    life_event: LifeEvent | None = None
    situations: tuple[str, ...] = ()

    @property
    def journeys(self) -> JourneyQuerySet:
        journeys = self.organisation.journeys.as_is()
        return journeys.filter(life_event=self.life_event) if self.life_event else journeys

    def known_situations(self) -> list[str]:
        names = Situation.objects.filter(organisation=self.organisation)
        if self.life_event:
            names = names.filter(life_event=self.life_event)
        return list(dict.fromkeys(names.order_by("life_event", "order").values_list("name", flat=True)))

    def check(self) -> None:
        """Raises `UnknownSituation` where no life event has one of them."""
        known = self.known_situations() if self.situations else []
        if unknown := [name for name in self.situations if name not in known]:
            raise UnknownSituation(unknown)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    journeys: int
    places: tuple[PlaceThere, ...]


def whereabouts(scope: Scope) -> Whereabouts:
    """Computed anew only when a journey or the catalogue changed."""
    seen = repr((list(scope.journeys.order_by("pk").values_list("pk", "version")), scope.situations))
    digest = sha256(seen.encode()).hexdigest()
    key = f"whereabouts/{scope.organisation.pk}/{scope.organisation.version}/{digest}"
    return cache.get_or_set(key, lambda: computed(scope))


def computed(scope: Scope) -> Whereabouts:
    documents = passing_documents(scope.journeys)
    spans = [[step["id"] for step in blind_span(document, scope.situations)] for document in documents]
    places = ranked_places(documents, scope.situations)
    found = (_there(rank, *one, documents, spans) for rank, one in enumerate(places, 1))
    return Whereabouts(len(documents), tuple(found))


def _there(
    rank: int, place: Place, passed: Passed, documents: Sequence[dict], spans: Sequence[list[int]]
) -> PlaceThere:
    steps: dict[int, list[StepThere]] = defaultdict(list)
    before: dict[int, int] = {}
    for passing in passed.passings:
        steps[passing.document].append(StepThere(passing.step["id"], passing.step["title"]))
        before[passing.document] = passing.index
    return PlaceThere(
        touchpoint=_number(place, documents[passed.passings[0].document]),
        place=place,
        rank=rank,
        personas=len(passed.personas),
        journeys=tuple(
            JourneyThere(documents[number]["id"], documents[number]["journey"]["title"], tuple(found))
            for number, found in steps.items()
        ),
        before=tuple(step for number, last in before.items() for step in spans[number][: last + 1]),
    )


def _number(place: Place, document: dict) -> int:
    return next(one["key"] for one in document["touchpoints"] if place_of(one) == place)
