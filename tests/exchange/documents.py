"""Journey documents to import, and how to look at what was stored."""

import json

from exchange.exporter import exported
from exchange.importer import import_document
from journeys.documents import document_of
from journeys.models import Journey
from organisations.models import Organisation

BALIE = {
    "key": "balie",
    "name": "Balie",
    "channel": "counter",
    "party": {"name": "Burgerzaken", "kind": "own"},
}


def document(**parts) -> dict:
    """The smallest document, with some parts in place of its own."""
    return {
        "format": "leefwereld-journey/1",
        "life_event": {"name": "Een kind krijgen"},
        "persona": {"name": "Farah"},
        "journey": {"title": "Wij krijgen een kind", "kind": "as_is"},
        "touchpoints": [],
        "phases": [],
        "improvements": [],
        "findings": [],
        **parts,
    }


def with_steps(*steps: dict, **parts) -> dict:
    return document(phases=[{"name": "Zwanger", "steps": list(steps)}], **parts)


def of_size(steps: int) -> dict:
    """A document with `steps` steps and eight cards or references at each."""
    return with_steps(
        *(step(number) for number in range(steps)),
        life_event={"name": "Een kind krijgen", "situations": ["ongehuwd"]},
        touchpoints=[
            {**BALIE, "key": f"t{number}", "name": f"Balie {number}", "product": f"product {number}"}
            for number in range(steps)
        ],
        improvements=[
            {"title": f"V{number}", "addresses": [f"p{number}"], "lands_at": [f"t{number}"]}
            for number in range(steps)
        ],
        findings=[{"text": f"B{number}", "about": [f"s{number}", f"p{number}"]} for number in range(steps)],
    )


def step(number: int) -> dict:
    return {
        "key": f"s{number}",
        "title": f"Ik doe stap {number}",
        "only_for": ["ongehuwd"],
        "facts": [{"text": "Binnen drie dagen"}],
        "encounters": [{"touchpoint": f"t{number}"}],
        "pains": [{"key": f"p{number}", "text": "Ik weet het niet"}],
        "process": [{"title": "Registreren"}],
    }


def stored(raw: dict | bytes, organisation: Organisation) -> dict:
    """What an export tells of a document that was imported."""
    return document_of(whole(import_document(raw, organisation, by=None)))


def text_after_import(raw: dict | str, organisation: Organisation) -> str:
    content = raw if isinstance(raw, str) else json.dumps(raw)
    return exported(whole(import_document(content.encode(), organisation, by=None)))


def whole(journey: Journey) -> Journey:
    return Journey.objects.whole().get(pk=journey.pk)
