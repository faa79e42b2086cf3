"""Where the pages are that are pictured: addresses, asked for when the worked example is there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from shots.cast import LONG, SHORT
from shots.states import State, as_it_comes


@dataclass(frozen=True)
class Page:
    name: str
    path: Callable[[], str]  # asked for when the worked example is there
    who: str = "editor"  # one of shots/cast.py; "" is signed out
    state: State = as_it_comes


def url(name: str, *arguments: object, query: str = "") -> Callable[[], str]:
    return lambda: reverse(name, args=arguments) + query


def first(model: str, address: str, query: str = "", /, **where: object) -> Callable[[], str]:
    """The page of the first row of a model ("journeys.Journey"), with those values."""
    return lambda: reverse(address, args=[row(model, **where).pk]) + query


def on_map(name: str, model: str = "journeys.Step", of: str = "phase__journey") -> Callable[[], str]:
    """A page under the map of the first journey, of the first row of a model there."""

    def path() -> str:
        journey = row("journeys.Journey")
        return reverse(f"journeys:{name}", args=[journey.pk, row(model, **{of: journey}).pk])

    return path


def row(model: str, /, **where: object):
    from django.apps import apps

    return apps.get_model(model).objects.filter(**where).order_by("pk").first()


MAP = first("journeys.Journey", "journeys:journey-map")
DESIRED = first("journeys.Journey", "journeys:journey-map", kind="to_be")
SHORT_MAP = first("journeys.Journey", "journeys:journey-map", title=SHORT)
LONG_MAP = first("journeys.Journey", "journeys:journey-map", title=LONG)
JOURNEY, PERSONA = "journeys.Journey", "personas.Persona"
EVENT, TOUCHPOINT = "journeys.LifeEvent", "touchpoints.Touchpoint"
PARTY, PRODUCT = "touchpoints.Party", "touchpoints.Product"
PROCESS = "processes.Process"
INTERVIEW, FINDING = "personas.Interview", "personas.Finding"
TALK = partial(first, INTERVIEW, code="G60")
HEARD = partial(first, FINDING, kind="resident")


def comparison(query: str = "", title: str = "", most: int = 5, **where: object) -> Callable[[], str]:
    """Of journeys with those values, in the organisation of the first one (with that title)."""

    def path() -> str:
        from django.apps import apps

        known = {"title": title} if title else {}
        journeys = apps.get_model(JOURNEY).objects.filter(organisation=row(JOURNEY, **known).organisation)
        numbers = journeys.filter(**where).order_by("pk").values_list("pk", flat=True)[:most]
        asked = "&".join([f"reis={number}" for number in numbers])
        return f"{reverse('journeys:comparison')}?{asked}{query}"

    return path


def reading(code: str, title: str = LONG) -> Callable[[], str]:
    """An interview beside a journey."""

    def path() -> str:
        talk, journey = row(INTERVIEW, code=code), row(JOURNEY, title=title)
        return f"{reverse('journeys:reading', args=[talk.pk])}?klantreis={journey.pk}"

    return path


def linked_finding() -> str:
    """What a finding is about, in a journey that rests on it."""
    journey = row(JOURNEY, title=LONG)
    return f"{HEARD('journeys:finding-link')()}?klantreis={journey.pk}"


def unlinked_finding() -> str:
    """A finding of the worked example, in the desired journey."""
    journey = row(JOURNEY, kind="to_be")
    finding = row(FINDING, evidence__journey=row(JOURNEY))
    return f"{reverse('journeys:finding-link', args=[finding.pk])}?klantreis={journey.pk}"


def merged() -> str:
    """Two touchpoints of the worked example, as one merges them."""
    one, other = (row(TOUCHPOINT, name=name).pk for name in ("Balie: kind erkennen", "Balie: naam kiezen"))
    return reverse("journeys:touchpoint-merge", args=[one], query={"met": other})


def situation(action: str) -> Callable[[], str]:
    """A page of a situation that steps are only for."""

    def path() -> str:
        found = row("journeys.Situation", step_situations__isnull=False)
        return reverse(f"journeys:situation-{action}", args=[found.life_event_id, found.pk])

    return path


def copied() -> str:
    """From the first journey to the desired one."""
    journeys = [row(JOURNEY).pk, row(JOURNEY, kind="to_be").pk]
    return reverse("journeys:copy-to", args=journeys)


def presented(place: int, title: str = "") -> Callable[[], str]:
    """The slide of a step, counted from nought, of the first journey or of the one with that title."""

    def path() -> str:
        journey = row(JOURNEY, **({"title": title} if title else {}))
        steps = row("journeys.Step").__class__.objects.filter(phase__journey=journey)
        step = steps.order_by("phase__order", "order")[place]
        return reverse("journeys:presentation-step", args=[journey.pk, step.pk])

    return path


def presented_contact() -> str:
    """The slide of the step where we first come into sight."""
    journey = row(JOURNEY)
    own = row("journeys.Step").__class__.objects.filter(
        phase__journey=journey, encounters__touchpoint__party__kind="own"
    )
    step = own.order_by("phase__order", "order").first()
    return reverse("journeys:presentation-step", args=[journey.pk, step.pk])
