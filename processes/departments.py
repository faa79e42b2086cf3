"""Departments of ours: what each has, where it hurts there, and to whom its work goes on.

A department is no row: it is a name (`touchpoints/departments.py`). Only current journeys count.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby, pairwise
from typing import NamedTuple

from django.core.cache import cache
from django.db import models

from organisations.models import Organisation
from touchpoints.departments import department_of, key_of, team_of

OWN = "own"
JOURNEY = "step__phase__journey"


class Work(NamedTuple):
    """A process step that names who does it."""

    journey: int
    step: int
    name: str


class Handover(NamedTuple):
    """From one to the next, in the process of a journey; `step` is where it is taken."""

    journey: int
    step: int
    giver: str
    taker: str


@dataclass
class Department:
    """`parties`, `steps`, `journeys` and `improvements` hold numbers; `steps`: where it is met or at work."""

    key: str
    name: str
    parties: set[int] = field(default_factory=set)
    touchpoints: int = 0
    teams: set[str] = field(default_factory=set)
    work: int = 0
    steps: set[int] = field(default_factory=set)
    journeys: set[int] = field(default_factory=set)
    handovers: list[Handover] = field(default_factory=list)
    improvements: set[int] = field(default_factory=set)
    pains: int = 0
    open_pains: int = 0

    @property
    def team_names(self) -> str:
        return ", ".join(sorted(self.teams, key=str.casefold))


Departments = Mapping[str, Department]


def departments_in(organisation: Organisation) -> Departments:
    """By key, by name; computed again only when a journey or the catalogue changed."""
    seen = repr(list(organisation.journeys.order_by("pk").values_list("pk", "version")))
    key = f"departments/{organisation.pk}/{organisation.version}/{sha256(seen.encode()).hexdigest()}"
    return cache.get_or_set(key, lambda: computed(organisation))


def computed(organisation: Organisation) -> Departments:
    parties = list(organisation.parties.values_list("pk", "name", "kind"))
    work = work_in(organisation)
    found = named(parties, work)
    owner = {pk: found[key_of(name)] for pk, name, kind in parties if kind == OWN}
    add_touchpoints(organisation, owner)
    add_work(work, found)
    add_improvements(organisation, owner, found)
    add_pains(organisation, found.values())
    return dict(sorted(found.items(), key=lambda item: item[1].name.casefold()))


def named(parties: Iterable[tuple[int, str, str]], work: Iterable[Work]) -> dict[str, Department]:
    """Own parties, and who works behind the counter, unless that is a party of others."""
    found: dict[str, Department] = {}
    for pk, name, kind in parties:
        if kind == OWN:
            made = found.setdefault(key_of(name), Department(key_of(name), department_of(name)))
            made.parties.add(pk)
    others = {key_of(name) for _pk, name, kind in parties if kind != OWN} - set(found)
    for one in work:
        key = key_of(one.name)
        if key not in others:
            found.setdefault(key, Department(key, department_of(one.name)))
    return found


def work_in(organisation: Organisation) -> list[Work]:
    """In the order of the process, journey by journey."""
    order = (JOURNEY, "step__phase__order", "step__order", "order")
    rows = current(organisation.process_steps).exclude(department="").order_by(*order)
    return [Work(*row) for row in rows.values_list(JOURNEY, "step", "department")]


def current(cards: models.QuerySet) -> models.QuerySet:
    return cards.filter(**{f"{JOURNEY}__kind": "as_is"})


def add_touchpoints(organisation: Organisation, owner: Mapping[int, Department]) -> None:
    for party in organisation.touchpoints.filter(party__in=owner).values_list("party", flat=True):
        owner[party].touchpoints += 1
    met = current(organisation.encounters).filter(touchpoint__party__in=owner)
    for party, journey, step in met.values_list("touchpoint__party", JOURNEY, "step"):
        owner[party].steps.add(step)
        owner[party].journeys.add(journey)


def add_work(work: list[Work], found: Departments) -> None:
    for one in work:
        if department := found.get(key_of(one.name)):
            department.work += 1
            department.steps.add(one.step)
            department.journeys.add(one.journey)
            department.teams |= {team_of(one.name)} - {""}
    for handover in handovers(work):
        for key in {key_of(handover.giver), key_of(handover.taker)} & set(found):
            found[key].handovers.append(handover)


def handovers(work: Iterable[Work]) -> list[Handover]:
    """Where two that follow each other in one journey are done by another department or team."""
    return [
        Handover(taken.journey, taken.step, given.name, taken.name)
        for _journey, of_journey in groupby(work, lambda one: one.journey)
        for given, taken in pairwise(of_journey)
        if same(given.name) != same(taken.name)
    ]


def same(name: str) -> str:
    """Names that differ in case or spaces alone are of one team."""
    return " ".join(name.split()).casefold()


def add_improvements(organisation: Organisation, owner: Mapping[int, Department], found: Departments) -> None:
    rows = organisation.improvements.filter(owner_person=None).values_list("pk", "owner_party", "owner")
    for pk, party, name in rows:
        department = owner.get(party) if party else found.get(key_of(name))
        if department:
            department.improvements.add(pk)


def add_pains(organisation: Organisation, departments: Iterable[Department]) -> None:
    at, open_ = defaultdict(int), defaultdict(int)
    for step, is_open in pains_in(organisation).values_list("step", "is_open"):
        at[step] += 1
        open_[step] += is_open
    for department in departments:
        department.pains = sum(at[step] for step in department.steps)
        department.open_pains = sum(open_[step] for step in department.steps)


def pains_in(organisation: Organisation) -> models.QuerySet:
    """Of current journeys; `is_open`: no improvement that still stands addresses it."""
    return current(organisation.pains).with_open()
