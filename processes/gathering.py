"""Who must be at the table: departments and partners behind pains, each with why."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from journeys.models import Encounter, Pain
from organisations.models import Organisation
from processes.models import ProcessStep
from touchpoints.departments import key_of, kinds_by_key
from touchpoints.models import Party


@dataclass
class Guest:
    """`kind`: of the party. `reasons`: in words, in order. `pains`: numbers of those it has to do with."""

    name: str
    kind: str
    reasons: dict[str, None] = field(default_factory=dict)
    pains: set[int] = field(default_factory=set)

    @property
    def is_ours(self) -> bool:
        return self.kind == Party.Kind.OWN


def guests_at(organisation: Organisation, pains: Iterable[Pain], improvement=None) -> list[Guest]:
    """Who has most to do with it first; people's own network is nobody to invite.

    `improvement`: whoever takes it up, or has the place where it lands, comes too.
    """
    table = _Table(organisation)
    at: dict[int, set[int]] = {}
    from_: dict[int, set[int]] = {}
    for pain in pains:
        at.setdefault(pain.step_id, set()).add(pain.pk)
        from_.setdefault(pain.process_step_id, set()).add(pain.pk)
    for row in work_at(organisation, at):
        table.works(row, at)
        if row.pk in from_:
            table.hurts(row, from_[row.pk])
    for encounter in met_at(organisation, at):
        table.meets(encounter, at[encounter.step_id])
    if improvement is not None:
        table.takes_part(improvement)
    return sorted(table.guests.values(), key=lambda one: (-len(one.pains), one.name.casefold()))


def work_at(organisation: Organisation, steps: Collection[int]) -> Iterable[ProcessStep]:
    """What is done for these steps: they start it, wait for it or depend on it."""
    wanted = Q(step__in=steps) | Q(awaited_by__in=steps) | Q(needed_by__in=steps)
    rows = organisation.process_steps.filter(wanted).exclude(department="").select_related("step")
    return rows.order_by("step__phase__order", "step__order", "order")


def met_at(organisation: Organisation, steps: Collection[int]) -> Iterable[Encounter]:
    rows = organisation.encounters.filter(step__in=steps).exclude(touchpoint__party__kind="network")
    along = rows.select_related("step", "touchpoint__party")
    return along.order_by("step__phase__order", "step__order", "order")


class _Table:
    def __init__(self, organisation: Organisation) -> None:
        self.guests: dict[str, Guest] = {}
        self.kinds = kinds_by_key(organisation.parties.values_list("name", "kind"))

    def works(self, row: ProcessStep, at: dict[int, set[int]]) -> None:
        guest = self.guest(row.department)
        guest.reasons[_("does “%(work)s” at “%(step)s”") % {"work": row.title, "step": row.step.title}] = None
        for step in (row.step_id, row.awaited_by_id, row.needed_by_id):
            guest.pains |= at.get(step, set())

    def hurts(self, row: ProcessStep, pains: set[int]) -> None:
        guest = self.guest(row.department)
        guest.reasons[_("it hurts at its own work: “%(work)s”") % {"work": row.title}] = None
        guest.pains |= pains

    def meets(self, encounter: Encounter, pains: set[int]) -> None:
        guest = self.guest(encounter.touchpoint.party.name)
        words = {"touchpoint": encounter.touchpoint.name, "step": encounter.step.title}
        guest.reasons[_("people meet it at “%(touchpoint)s”, at “%(step)s”") % words] = None
        guest.pains |= pains

    def takes_part(self, improvement) -> None:
        if improvement.owner_name and improvement.owner_person_id is None:
            self.guest(improvement.owner_name).reasons[_("takes the improvement up")] = None
        changed = improvement.process_step
        if changed and changed.department:
            words = _("the improvement changes “%(work)s”") % {"work": changed.title}
            self.guest(changed.department).reasons[words] = None
        for touchpoint in improvement.lands_at.select_related("party"):
            if touchpoint.party.kind != Party.Kind.NETWORK:
                words = _("the improvement lands at “%(touchpoint)s”") % {"touchpoint": touchpoint.name}
                self.guest(touchpoint.party.name).reasons[words] = None

    def guest(self, name: str) -> Guest:
        """Teams of a department are one guest each: they know other work."""
        known = self.kinds.get(key_of(name), Party.Kind.OWN)
        return self.guests.setdefault(" ".join(name.split()).casefold(), Guest(name, known))
