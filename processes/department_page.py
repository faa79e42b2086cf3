"""What the page of one department shows, in rows that people can follow."""

from collections.abc import Mapping
from dataclasses import dataclass

from organisations.models import Organisation
from processes.departments import Department, Handover
from touchpoints.departments import key_of


@dataclass(frozen=True, slots=True)
class Step:
    id: int
    title: str
    journey: int
    journey_title: str


@dataclass
class Crossing:
    """All hand-overs in one direction with one other; `other` has a page where it has a `key`."""

    other: str
    key: str
    steps: list[Step]

    @property
    def count(self) -> int:
        return len(self.steps)


@dataclass(frozen=True, slots=True)
class Crossings:
    """To other departments, from them, and between teams of this one."""

    to: list[Crossing]
    from_: list[Crossing]
    within: list[Crossing]

    @property
    def count(self) -> int:
        return sum(crossing.count for crossing in (*self.to, *self.from_, *self.within))


def crossings(
    department: Department, steps: Mapping[int, Step], known: Mapping[str, Department]
) -> Crossings:
    found: dict[str, dict[str, Crossing]] = {"to": {}, "from": {}, "within": {}}
    for handover in department.handovers:
        where, other, name = _direction(department, handover)
        made = found[where].setdefault(other, Crossing(name, other if other in known else "", []))
        made.steps.append(steps[handover.step])
    most = {
        where: sorted(rows.values(), key=lambda one: (-one.count, one.other)) for where, rows in found.items()
    }
    return Crossings(most["to"], most["from"], most["within"])


def _direction(department: Department, handover: Handover) -> tuple[str, str, str]:
    giver, taker = key_of(handover.giver), key_of(handover.taker)
    if giver == taker:
        return "within", f"{handover.giver} → {handover.taker}", f"{handover.giver} → {handover.taker}"
    if giver == department.key:
        return "to", taker, handover.taker
    return "from", giver, handover.giver


def steps_of(organisation: Organisation, department: Department) -> dict[int, Step]:
    """Those at which it takes or gives work, with their journey."""
    numbers = {handover.step for handover in department.handovers}
    fields = ("pk", "title", "phase__journey", "phase__journey__title")
    rows = organisation.steps.filter(pk__in=numbers).values_list(*fields)
    return {row[0]: Step(*row) for row in rows}
