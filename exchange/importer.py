"""Stores a journey document as a new journey."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import pghistory
from django.db import connection, transaction

from exchange.catalogue import life_event_of, persona_of, processes_of, situations_of, touchpoints_of
from exchange.validation import read_document
from improvements.models import AddressedPain, Improvement, Landing
from journeys.changes import changing
from journeys.models import (
    Change,
    Encounter,
    Evidence,
    EvidenceAbout,
    Fact,
    Journey,
    LifeEvent,
    Pain,
    Phase,
    Situation,
    Step,
    StepSituation,
)
from organisations.models import Content, Organisation, User
from personas.models import Finding
from processes.models import Process, ProcessStep
from touchpoints.models import Party, Touchpoint

#: Rows that were written, each with the part of the document that it came from.
Written = list[tuple[Content, Mapping]]

STEP = ("title", "doing", "thinking", "needs", "designed", "feeling", "offset_days", "duration_days")
PROCESS_STEP = ("title", "department", "system", "work_minutes", "wait_days", "seen")
IMPROVEMENT = ("title", "description", "effort", "effect", "owner", "follow_up", "status")


def import_document(
    raw: bytes | dict, organisation: Organisation, by: User | None, taken_from: str = ""
) -> Journey:
    """The new journey, stored whole; raises `InvalidDocument`, and then nothing is stored.

    `taken_from`: the organisation whose journey it is, where the document doesn't say so."""
    document = read_document(raw if isinstance(raw, bytes) else json.dumps(raw).encode())
    with transaction.atomic(), pghistory.context(user=by.pk if by else None), _constraints_at_once():
        # Imports of one organisation wait for each other: two may bring the same new names. It is the lock
        # that any write to a catalogue takes to raise the organisation's version, only taken sooner.
        Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
        document["journey"].setdefault("organisation", taken_from)
        return _store(document, organisation, by)


@contextmanager
def _constraints_at_once() -> Iterator[None]:
    """Check each row when it is written: with a list of checks left for the commit, each trigger is slower
    the more rows came before, which doubles the time of 2,000 steps and worsens from there."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        yield
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _store(document: Mapping, organisation: Organisation, by: User | None) -> Journey:
    event = life_event_of(organisation, document["life_event"])
    situations = situations_of(event, document["life_event"].get("situations", ()))
    touchpoints = touchpoints_of(organisation, document["touchpoints"])
    processes = processes_of(organisation, _shared_processes(document))
    journey = Journey.objects.create(
        organisation=organisation,
        life_event=event,
        persona=persona_of(organisation, document["persona"]),
        **_picked(document["journey"], "title", "kind", "goal"),
        **_based_on(event, document["journey"]),
        **_taken_from(organisation, document["journey"]),
    )
    with changing(journey, by=by, kind=Change.Kind.BEGIN):
        _Rows(journey, situations, touchpoints, processes).write(document)
    return journey


def _shared_processes(document: Mapping) -> set[str]:
    steps = (step for phase in document["phases"] for step in phase["steps"])
    return {item["part_of"] for step in steps for item in step.get("process", ()) if "part_of" in item}


def _based_on(event: LifeEvent, described: Mapping) -> dict:
    """The newest current journey of that title; a title that leads nowhere is kept."""
    title = described.get("based_on", "")
    found = None
    if title and described["kind"] == Journey.Kind.TO_BE:
        found = event.journeys.as_is().filter(title=title).order_by("-pk").first()
    return {"based_on": found, "based_on_title": "" if found else title}


def _taken_from(organisation: Organisation, described: Mapping) -> dict:
    """One that comes home is our own again."""
    whose = described["organisation"]
    return {"taken_from": "" if whose == organisation.name else whose}


class _Rows:
    """Writes what lies in one journey: one query for each kind of row, however many there are."""

    def __init__(
        self,
        journey: Journey,
        situations: Mapping[str, Situation],
        touchpoints: Mapping[str, Touchpoint],
        processes: Mapping[str, Process],
    ) -> None:
        self.journey = journey
        self.processes = processes
        self.situations = situations
        self.touchpoints = touchpoints
        self.steps: dict[str, Step] = {}
        self.pains: dict[str, Pain] = {}
        self.process_steps: dict[str, ProcessStep] = {}

    def write(self, document: Mapping) -> None:
        phases = self.below(Phase, "journey", [(self.journey, document)], "phases", _taking("name"))
        steps = self.below(Step, "phase", phases, "steps", _taking(*STEP))
        self.steps = _by_key(steps)
        self.write_cards(steps)
        self.write_improvements(document["improvements"])
        self.write_findings(document["findings"])

    def write_cards(self, steps: Written) -> None:
        self.add(
            StepSituation,
            ({"step": step, "situation": self.situations[name]} for step, name in _pairs(steps, "only_for")),
        )
        self.below(Fact, "step", steps, "facts", _taking("text", "source", "checked_on"))
        self.below(Encounter, "step", steps, "encounters", self.encounter)
        work = self.below(ProcessStep, "step", steps, "process", self.process_step)
        self.process_steps = _by_key(work)
        self.pains = _by_key(self.below(Pain, "step", steps, "pains", self.pain))

    def pain(self, item: Mapping) -> dict:
        taken = _picked(item, "text", "severity", "influence")
        return {**taken, "process_step": self.process_steps.get(item.get("process_step"))}

    def process_step(self, item: Mapping) -> dict:
        taken = _picked(item, *PROCESS_STEP)
        steps = {name: self.steps[item[name]] for name in ("awaited_by", "needed_by") if name in item}
        return {**taken, **steps, "part_of": self.processes.get(item.get("part_of"))}

    def encounter(self, item: Mapping) -> dict:
        taken = _picked(item, "wanted", "experience", "note")
        return {"touchpoint": self.touchpoints[item["touchpoint"]], **taken}

    def write_improvements(self, described: Sequence[Mapping]) -> None:
        parties = self.parties()
        rows = self.add(
            Improvement,
            (
                {
                    "journey": self.journey,
                    "owner_party_id": parties.get(item.get("owner")),
                    "process_step": self.process_steps.get(item.get("process_step")),
                    **_picked(item, *IMPROVEMENT),
                }
                for item in described
            ),
        )
        improvements = list(zip(rows, described, strict=True))
        self.add(
            AddressedPain,
            (
                {"improvement": improvement, "pain": self.pains[key]}
                for improvement, key in _pairs(improvements, "addresses")
            ),
        )
        # Two keys may lead to one touchpoint.
        landings = dict.fromkeys(
            (improvement, self.touchpoints[key]) for improvement, key in _pairs(improvements, "lands_at")
        )
        self.add(Landing, ({"improvement": row, "touchpoint": touchpoint} for row, touchpoint in landings))

    def parties(self) -> dict[str, int]:
        """Departments and partners by name; of those with a namesake none."""
        found = Party.objects.filter(organisation=self.journey.organisation_id).values_list("name", "pk")
        names = Counter(name for name, _pk in found)
        return {name: pk for name, pk in found if names[name] == 1}

    def write_findings(self, described: Sequence[Mapping]) -> None:
        findings = self.add(Finding, (_finding(item) for item in described))
        rows = self.add(
            Evidence,
            (
                {"journey": self.journey, "finding": finding, "order": order}
                for order, finding in enumerate(findings)
            ),
        )
        self.add(
            EvidenceAbout,
            (
                {"evidence": evidence, "order": order, **self.about(key)}
                for evidence, item in zip(rows, described, strict=True)
                for order, key in enumerate(item.get("about", ()))
            ),
        )

    def about(self, key: str) -> dict:
        return {"step": self.steps[key]} if key in self.steps else {"pain": self.pains[key]}

    def below(
        self,
        model: type[Content],
        field: str,
        owners: Written,
        name: str,
        taking: Callable[[Mapping], dict],
    ) -> Written:
        """A row for each item of the lists called `name`, in order, with its owner as `field`."""
        items = [
            (owner, order, item) for owner, part in owners for order, item in enumerate(part.get(name, ()))
        ]
        rows = self.add(
            model, ({field: owner, "order": order, **taking(item)} for owner, order, item in items)
        )
        return [(row, item) for row, (_owner, _order, item) in zip(rows, items, strict=True)]

    def add(self, model: type[Content], rows: Iterable[dict]) -> list[Content]:
        organisation = self.journey.organisation_id
        return model.objects.bulk_create(model(organisation_id=organisation, **row) for row in rows)


def _picked(item: Mapping, *names: str) -> dict:
    """What the document tells; the rest keeps the model's own default."""
    return {name: item[name] for name in names if name in item}


def _taking(*names: str) -> Callable[[Mapping], dict]:
    return lambda item: _picked(item, *names)


def _finding(item: Mapping) -> dict:
    taken = _picked(item, "text", "kind", "source", "people")
    return {**taken, "found_on": item.get("on")}


def _by_key(written: Written) -> dict[str, Content]:
    return {item["key"]: row for row, item in written if "key" in item}


def _pairs(written: Written, name: str) -> Iterator[tuple[Content, str]]:
    return ((row, reference) for row, item in written for reference in item.get(name, ()))
