"""Where the people of a life event already are: over its as-is journeys together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from journeys.route import counted, is_in_sight, listed, touchpoints_by_key


class Place(NamedTuple):
    """What makes a touchpoint the same one in several documents."""

    name: str
    party: str
    channel: str
    party_kind: str

    @property
    def is_own(self) -> bool:
        return self.party_kind == "own"


class Passing(NamedTuple):
    """A step that meets a place: the index of its document, and its own among the steps that count."""

    document: int
    index: int
    step: Mapping


@dataclass
class Passed:
    """Who passes a place before anyone of us is in sight, and at which steps."""

    journeys: set[int] = field(default_factory=set)
    personas: set[str] = field(default_factory=set)
    passings: list[Passing] = field(default_factory=list)


def places(documents: Sequence[Mapping], situations: Sequence[str]) -> list[dict]:
    """Touchpoints that are not own, passed before the first contact: the places to bring information to."""
    return [
        {**_named(place), "journeys": len(found.journeys), "personas": len(found.personas)}
        for place, found in ranked_places(documents, situations)
    ]


def ranked_places(documents: Sequence[Mapping], situations: Sequence[str]) -> list[tuple[Place, Passed]]:
    """The same with the steps behind them; passed by most journeys first."""
    passed: dict[Place, Passed] = defaultdict(Passed)
    for number, document in enumerate(documents):
        touchpoints = touchpoints_by_key(document)
        for index, step in enumerate(blind_span(document, situations)):
            for place in dict.fromkeys(map(place_of, _met([step], touchpoints))):
                passed[place].journeys.add(number)
                passed[place].personas.add(document["persona"]["name"])
                passed[place].passings.append(Passing(number, index, step))
    rows = [(-len(found.journeys), -len(found.personas), place) for place, found in passed.items()]
    return [(place, passed[place]) for _journeys, _personas, place in sorted(rows)]


def shared_touchpoints(documents: Sequence[Mapping], situations: Sequence[str]) -> list[dict]:
    """Touchpoints of any kind that more than one journey passes."""
    met = []
    for document in documents:
        steps = [item.step for item in counted(document, situations)]
        met.append(map(place_of, _met(steps, touchpoints_by_key(document))))
    return [{**_named(place), "journeys": journeys} for place, journeys in shared_places(met)]


def shared_places(met: Iterable[Iterable[Place]]) -> list[tuple[Place, int]]:
    """Those that more than one journey meets, and how many do; `met`: all that each journey meets."""
    journeys = Counter(place for places in met for place in set(places))
    rows = [row for row in journeys.items() if row[1] > 1]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def blind_span(document: Mapping, situations: Sequence[str]) -> list[Mapping]:
    """The steps before the first one in sight; all of them where none is."""
    touchpoints = touchpoints_by_key(document)
    steps = (item.step for item in counted(document, situations))
    return list(takewhile(lambda step: not is_in_sight(step, touchpoints), steps))


def _met(steps: Iterable[Mapping], touchpoints: Mapping[str, Mapping]) -> Iterable[Mapping]:
    for step in steps:
        for encounter in listed(step, "encounters"):
            yield touchpoints[encounter["touchpoint"]]


def place_of(touchpoint: Mapping) -> Place:
    party = touchpoint["party"]
    return Place(touchpoint["name"], party["name"], touchpoint["channel"], party["kind"])


def _named(place: Place) -> dict:
    return {"name": place.name, "party": place.party, "channel": place.channel}
