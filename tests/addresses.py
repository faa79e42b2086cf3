"""Every address of the product, with rows to fill it in: a new one joins by itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from organisations.models import Membership, Organisation
from tests import factories, process_factories, session_factories

Rows = dict[str, models.Model]
# Whoever adds a kind of row to an address, names here how it is made.
CARDS = {
    "fact": factories.FactFactory,
    "encounter": factories.EncounterFactory,
    "pain": factories.PainFactory,
    "process_step": factories.ProcessStepFactory,
}
OTHERS = {
    "interview": factories.InterviewFactory,
    "finding": factories.FindingFactory,
    "party": factories.PartyFactory,
    "product": factories.ProductFactory,
    "touchpoint": factories.TouchpointFactory,
    "process": process_factories.ProcessFactory,
}
WORDS = {
    "uidb36": "1",
    "key": "made-up",
    "token": "made-up",
    "app_label": "personas",
    "url": "nothing",
    "column": "titel",
    "code": "made-up",
    "lesson": "kaart",
    "question": "stappen",
    "paper": "startdocument",
}
# Rows that an address asks for behind its question mark.
QUESTIONS = {
    "journeys:choice-move": {"stap": "step"},
    "journeys:choice-delete": {"stap": "step"},
    "journeys:copy-to": {"stap": "step"},
    "journeys:step-new": {"na": "step"},
    "journeys:comparison": {"reis": "journey"},
}


@dataclass(frozen=True)
class Address:
    name: str
    arguments: tuple[str, ...]  # names of what stands between < and >

    @property
    def is_admin(self) -> bool:
        return self.name.startswith("admin:")

    @property
    def rows(self) -> list[str]:
        """Names of the rows that it points at."""
        return [name for name in (*self.arguments, *self.question.values()) if name not in WORDS]

    @property
    def question(self) -> dict[str, str]:
        return QUESTIONS.get(self.name, {})

    def path(self, rows: Rows) -> str:
        kwargs = {name: self.value(name, rows) for name in self.arguments}
        query = {key: self.value(name, rows) for key, name in self.question.items()}
        return reverse(self.name, kwargs=kwargs, query=query)

    def value(self, name: str, rows: Rows) -> str | int:
        if name in WORDS:
            return WORDS[name]
        if name == "object_id":
            name = self.name.removeprefix("admin:").split("_")[1]
        if name not in rows:
            message = f"{self.name}: no row is known for <{name}>; add one to rows_of() in tests/addresses.py"
            raise LookupError(message)
        return rows[name].pk

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Named:
    """What has a name for its key, and is no row."""

    pk: str


def addresses() -> list[Address]:
    return [address for address in walk(get_resolver()) if address.name.rpartition(":")[2]]


def walk(resolver: URLResolver, space: str = "", above: tuple[str, ...] = ()) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        arguments = (*above, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLPattern):
            yield Address(f"{space}{pattern.name or ''}", arguments)
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from walk(pattern, inner, arguments)


def rows_of(organisation: Organisation) -> Rows:
    """One row of each kind, all on one journey of one organisation."""
    phase = factories.make(apps.get_model("journeys.Phase"), organisation)
    step = factories.StepFactory(phase=phase)
    journey = phase.journey
    rows: Rows = {
        "organisation": organisation,
        "invitation": factories.InvitationFactory(organisation=organisation),
        "user": factories.MembershipFactory(organisation=organisation, role=Membership.Role.VIEWER).user,
        "journey": journey,
        "other": factories.PhaseFactory(
            journey__organisation=organisation, organisation=organisation
        ).journey,
        "life_event": journey.life_event,
        "persona": journey.persona,
        "phase": phase,
        "step": step,
        "situation": factories.SituationFactory(life_event=journey.life_event),
        "improvement": factories.ImprovementFactory(journey=journey),
        "change": factories.ChangeFactory(journey=journey),
        "saved_view": factories.SavedViewFactory(journey=journey, shared=True),
        "evidence": factories.EvidenceFactory(journey=journey),
        "department": Named(factories.PartyFactory(organisation=organisation, kind="own").name.casefold()),
        **{name: factory(step=step) for name, factory in CARDS.items()},
        **{name: factory(organisation=organisation) for name, factory in OTHERS.items()},
    }
    rows |= rows_of_session(journey, step)
    # The admin writes names of models without a line between the words.
    return rows | {name.replace("_", ""): row for name, row in rows.items()}


def rows_of_session(journey: models.Model, step: models.Model) -> Rows:
    """A live session on the journey, with a row of each kind in it."""
    workshop = session_factories.WorkshopFactory(organisation=journey.organisation, on=[journey])
    first, second = (
        session_factories.NoteFactory(
            workshop=workshop,
            step=step,
            round__started_at=workshop.started_at,
            round__ended_at=workshop.started_at,
        )
        for _ in range(2)
    )
    return {
        "workshop": workshop,
        "round": first.round,
        "participant": first.participant,
        "note": first,
        "other_note": second,
        "harvest": session_factories.HarvestFactory(workshop=workshop, journey=journey),
    }


def answer(client: Client, method: str, path: str, data: Any = None, **headers: Any) -> HttpResponse:
    """What an address answers; the browser and the database are afterwards as they were."""
    cookies = deepcopy(client.cookies)
    with undone():
        response = (
            client.generic(method, path, **headers) if data is None else client.post(path, data, **headers)
        )
    client.cookies = cookies
    return response


@contextmanager
def undone() -> Iterator[None]:
    """What a request writes is checked as at commit, and then taken back."""
    with transaction.atomic():
        yield
        connection.check_constraints()
        transaction.set_rollback(True)
