"""How a touchpoint is experienced, as a spread: how often each, and how often nobody knows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

FEELINGS = range(2, -3, -1)


class Met(NamedTuple):
    """One encounter at a touchpoint, with where it lies and who it is about."""

    wanted: bool
    experience: int | None
    step: int
    journey: int
    kind: str
    title: str
    persona: int
    persona_name: str


@dataclass(frozen=True, slots=True)
class Bar:
    """`share`: of the longest bar, in percent; None as feeling is not known."""

    feeling: int | None
    label: str
    count: int
    share: int


@dataclass(frozen=True, slots=True)
class Spread:
    """Over the current journeys: a desired one tells what is hoped for."""

    bars: tuple[Bar, ...]
    count: int
    known: int
    unwanted: int

    @property
    def wanted(self) -> int:
        return self.count - self.unwanted


class JourneyThere(NamedTuple):
    id: int
    title: str
    kind: str
    persona: int
    persona_name: str
    steps: int


def spread_of(met: Sequence[Met], labels: Mapping[int | None, str]) -> Spread:
    current = [one for one in met if one.kind == "as_is"]
    counts = Counter(one.experience for one in current)
    longest = max(counts.values(), default=0) or 1
    feelings = [*FEELINGS, *([None] if counts[None] else [])]
    return Spread(
        bars=tuple(
            Bar(one, str(labels.get(one, "")), counts[one], round(100 * counts[one] / longest))
            for one in feelings
        ),
        count=len(current),
        known=len(current) - counts[None],
        unwanted=sum(not one.wanted for one in current),
    )


def journeys_there(met: Sequence[Met]) -> list[JourneyThere]:
    """Current ones first, by title; with the number of steps that pass."""
    steps = Counter(journey for journey, _step in {(one.journey, one.step) for one in met})
    found = {
        one.journey: JourneyThere(
            one.journey, one.title, one.kind, one.persona, one.persona_name, steps[one.journey]
        )
        for one in met
    }
    return sorted(found.values(), key=lambda one: (one.kind != "as_is", one.title.casefold(), one.id))
