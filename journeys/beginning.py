"""A new journey, from the three things that anybody can say about it."""

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from journeys.changes import changing
from journeys.models import Change, Journey, Phase, Step
from organisations.models import Organisation, User


def begin(organisation: Organisation, *, persona: str, life_event: str, first_step: str, by: User) -> Journey:
    """With a first phase and step; a persona or life event that has the name already is used as it is."""
    with transaction.atomic(), pghistory.context(user=by.pk):
        who = named(organisation.personas, persona)
        what = named(organisation.life_events, life_event)
        journey = organisation.journeys.create(
            persona=who, life_event=what, title=title_for(who.name, what.name)
        )
        with changing(journey, by=by, kind=Change.Kind.BEGIN):
            phase = Phase.objects.create(
                organisation=organisation, journey=journey, name=_("The beginning"), order=0
            )
            Step.objects.create(organisation=organisation, phase=phase, title=first_step, order=0)
    return journey


def named(manager, name: str):
    """The one with this name, whatever its capitals, or a new one."""
    return manager.filter(name__iexact=name).order_by("pk").first() or manager.create(name=name)


def title_for(persona: str, life_event: str) -> str:
    longest = Journey._meta.get_field("title").max_length
    return f"{persona}: {life_event[:1].lower()}{life_event[1:]}"[:longest]
