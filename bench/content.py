"""Generated journeys, always the same: what a page is measured with."""

import random

from exchange.importer import import_document
from journeys.models import Journey
from organisations.models import Membership, Organisation, User

TEXT = (
    "ik weet niet waar het formulier ligt en bel daarom de gemeente voor een afspraak met iemand die uitlegt "
    "wat wij samen moeten regelen voor de geboorte van ons eerste kind thuis of in het ziekenhuis want de "
    "verloskundige zei vorige week nog dat erkennen ook later kan maar op de site staat iets anders"
)
KINDS = ("own", "partner", "national", "network")
CHANNELS = ("counter", "phone", "website", "letter", "email", "app", "on_location")
STEPS_A_PHASE = 6


def organisation_with_editor(slug: str) -> tuple[Organisation, User]:
    organisation = Organisation.objects.create(name=f"Gemeente {slug.capitalize()}", slug=slug)
    user = User.objects.create_user(f"bench@{slug}.example")
    Membership.objects.create(organisation=organisation, user=user, role=Membership.Role.EDITOR)
    return organisation, user


def add_journey(
    organisation: Organisation, steps: int, number: int = 0, kind: str = "as_is", phases: int = 0
) -> Journey:
    return import_document(document(steps, number, kind, phases), organisation, by=None)


def document(steps: int, number: int, kind: str, phases: int = 0) -> dict:
    """With five cards at each step: a rule, a contact, a pain, an improvement and a process step.

    In phases of equal length, or of six steps where no number of them is given.
    """
    length = -(-steps // phases) if phases else STEPS_A_PHASE
    words = random.Random(number)
    drawn = [_step(words, index) for index in range(steps)]
    return {
        "format": "leefwereld-journey/1",
        "life_event": {"name": f"Gebeurtenis {number % 20 + 1}", "anchor": "geboorte"},
        "persona": {"name": f"Persona {number % 7 + 1}", "situation": _text(words, 8)},
        "journey": {
            "title": f"Reis {number}",
            "kind": kind,
            **({"based_on": f"Reis {number}"} if kind == "to_be" else {}),
        },
        "touchpoints": [_touchpoint(index) for index in range(20)],
        "phases": [
            {"name": f"Fase {start // length + 1}", "steps": drawn[start : start + length]}
            for start in range(0, steps, length)
        ],
        "improvements": [
            {"title": _text(words, 7), "addresses": [f"p{index}"], "lands_at": [f"t{index % 20}"]}
            for index in range(steps)
        ],
        "findings": [
            {"text": _text(words, 12), "kind": "resident", "about": [f"s{index}", f"p{index}"]}
            for index in range(0, steps, 6)
        ],
    }


def _step(words: random.Random, index: int) -> dict:
    return {
        "key": f"s{index}",
        "title": f"Ik doe stap {index + 1}: {_text(words, 3)}",
        "doing": _text(words, 18),
        "thinking": _text(words, 10),
        "needs": _text(words, 6),
        "designed": _text(words, 8) if index % 3 == 0 else "",
        "feeling": words.randint(-2, 2),
        "offset_days": index * 5 - 150,
        "facts": [{"text": _text(words, 9), "source": "Handboek", "checked_on": "2026-01-15"}],
        "encounters": [{"touchpoint": f"t{words.randrange(20)}", "wanted": index % 7 != 0}],
        "pains": [{"key": f"p{index}", "text": _text(words, 10), "severity": words.randint(1, 3)}],
        "process": [{"title": _text(words, 4), "department": "Burgerzaken", "work_minutes": 15}],
    }


def _touchpoint(index: int) -> dict:
    party = {"name": f"Partij {index % 8}", "kind": KINDS[index % 8 % len(KINDS)]}
    channel = CHANNELS[index % len(CHANNELS)]
    return {"key": f"t{index}", "name": f"Contactmoment {index}", "channel": channel, "party": party}


def _text(words: random.Random, length: int) -> str:
    return " ".join(words.choices(TEXT.split(), k=length)).capitalize()
