"""Where the people of a life event already are: over its as-is journeys together."""

from collections import defaultdict
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


@dataclass
class _Passed:
    journeys: set[int] = field(default_factory=set)
    personas: set[str] = field(default_factory=set)


def places(documents: Sequence[Mapping], situations: Sequence[str]) -> list[dict]:
    """Touchpoints that are not own, passed before the first contact: the places to bring information to."""
    passed: dict[Place, _Passed] = defaultdict(_Passed)
    for number, document in enumerate(documents):
        for place in _passed_in_blind_span(document, situations):
            passed[place].journeys.add(number)
            passed[place].personas.add(document["persona"]["name"])
    rows = [(place, len(found.journeys), len(found.personas)) for place, found in passed.items()]
    rows.sort(key=lambda row: (-row[1], -row[2], row[0]))
    return [
        {**_named(place), "journeys": journeys, "personas": personas} for place, journeys, personas in rows
    ]


def shared_touchpoints(documents: Sequence[Mapping], situations: Sequence[str]) -> list[dict]:
    """Touchpoints of any kind that more than one journey passes."""
    passed: dict[Place, set[int]] = defaultdict(set)
    for number, document in enumerate(documents):
        steps = [item.step for item in counted(document, situations)]
        for touchpoint in _met(steps, touchpoints_by_key(document)):
            passed[_place(touchpoint)].add(number)
    rows = [(place, len(journeys)) for place, journeys in passed.items() if len(journeys) > 1]
    rows.sort(key=lambda row: (-row[1], row[0]))
    return [{**_named(place), "journeys": journeys} for place, journeys in rows]


def _passed_in_blind_span(document: Mapping, situations: Sequence[str]) -> Iterable[Place]:
    """None of these is own: the first step that meets an own one ends the span."""
    touchpoints = touchpoints_by_key(document)
    steps = (item.step for item in counted(document, situations))
    blind = takewhile(lambda step: not is_in_sight(step, touchpoints), steps)
    return map(_place, _met(blind, touchpoints))


def _met(steps: Iterable[Mapping], touchpoints: Mapping[str, Mapping]) -> Iterable[Mapping]:
    for step in steps:
        for encounter in listed(step, "encounters"):
            yield touchpoints[encounter["touchpoint"]]


def _place(touchpoint: Mapping) -> Place:
    party = touchpoint["party"]
    return Place(touchpoint["name"], party["name"], touchpoint["channel"], party["kind"])


def _named(place: Place) -> dict:
    return {"name": place.name, "party": place.party, "channel": place.channel}
