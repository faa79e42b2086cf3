"""What a journey rests on, and who was heard: residents beside staff."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from journeys.analysis import Analysis
from journeys.figures import rounded
from journeys.route import listed


@dataclass(frozen=True, slots=True)
class Cover:
    """How many steps, or pains, are assumptions, rest on one kind of source, or on several."""

    none: int
    single: int
    several: int

    @property
    def total(self) -> int:
        return self.none + self.single + self.several

    @property
    def known(self) -> int:
        return self.single + self.several

    @property
    def percent(self) -> int | None:
        return int(rounded(Fraction(100 * self.known, self.total), 0)) if self.total else None


@dataclass(frozen=True, slots=True)
class Heard:
    """`residents` and `staff`: people, an unknown number counts as one. `measured` and `desk`: findings."""

    steps: Cover
    pains: Cover
    residents: int
    staff: int
    measured: int
    desk: int

    @property
    def people(self) -> int:
        return self.residents + self.staff


def heard(analysis: Analysis) -> Heard:
    findings = listed(analysis.document, "findings")
    people, count = Counter(), Counter()
    for finding in findings:
        kind, number = finding.get("kind") or "desk", finding.get("people")
        count[kind] += 1
        people[kind] += 1 if number is None else int(number)
    return Heard(
        steps=cover(analysis.steps),
        pains=cover(analysis.pains),
        residents=people["resident"],
        staff=people["staff"],
        measured=count["measured"],
        desk=count["desk"],
    )


def cover(things: Sequence[Any]) -> Cover:
    counts = Counter(thing.evidence for thing in things)
    return Cover(counts["none"], counts["single"], counts["several"])
