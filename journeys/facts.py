"""Rules over all journeys: which were checked too long ago, and saying that they were checked today."""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from journeys.models import Fact
from journeys.moving import changing_all
from organisations.models import Organisation, User

Checked = dict[int, date | None]  # by the number of a fact, the day it was checked before


def check_today(organisation: Organisation, numbers: list[int], *, by: User) -> Checked:
    """Gives the day that each was checked before, without those that are gone or were checked today."""
    today = timezone.localdate()
    facts = organisation.facts.filter(pk__in=numbers).with_journey()
    with changing_all({fact.step.phase.journey for fact in facts}, by=by):
        known = organisation.facts.filter(pk__in=[fact.pk for fact in facts])
        before = {fact.pk: fact.checked_on for fact in known if fact.checked_on != today}
        Fact.objects.filter(pk__in=before).update(checked_on=today)
    return before


def take_back(organisation: Organisation, before: Mapping[int, date | None], *, by: User) -> int:
    """Give each its earlier day again, where nobody changed it since; gives how many."""
    today = timezone.localdate()
    facts = organisation.facts.filter(pk__in=before, checked_on=today).with_journey()
    with changing_all({fact.step.phase.journey for fact in facts}, by=by):
        known = list(organisation.facts.filter(pk__in=[fact.pk for fact in facts], checked_on=today))
        for fact in known:
            fact.checked_on = before[fact.pk]
        Fact.objects.bulk_update(known, ["checked_on"])
    return len(known)
