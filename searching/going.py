"""Where one can go and what can be begun from anywhere, by its name."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from organisations.plain import plain

DESTINATIONS = (
    ("home", _("Overview")),
    ("journeys:journey-list", _("Journeys")),
    ("personas:persona-list", _("Personas")),
    ("touchpoints:touchpoint-list", _("Touchpoints")),
    ("personas:interview-list", _("Interviews")),
    ("improvements:plan", _("Improvements")),
    ("workshops:workshop-list", _("Workshops")),
    ("journeys:life-event-list", _("Life events")),
)
FURTHER = (
    ("journeys:fact-list", _("Rules")),
    ("personas:finding-list", _("Findings")),
    ("departments:department-list", _("Departments")),
    ("shared-processes:process-list", _("Shared processes")),
    ("touchpoints:party-list", _("Parties")),
    ("touchpoints:product-list", _("Products")),
    ("improvements:places", _("Where people already are")),
    ("journeys:comparison", _("Compare journeys")),
    ("learning:route", _("Learning the method")),
    ("learning:glossary", _("Terms")),
    ("journeys:keyboard", _("Keys")),
    ("organisations:account", _("My account")),
)
ACTIONS = (
    ("journeys:journey-new", _("Make a journey")),
    ("personas:persona-new", _("Make a persona")),
    ("personas:interview-new", _("Write down an interview")),
    ("personas:finding-new", _("Write down a finding")),
    ("workshops:workshop-new", _("Prepare a workshop")),
    ("touchpoints:touchpoint-new", _("Make a touchpoint")),
    ("journeys:life-event-new", _("Make a life event")),
)


@dataclass(frozen=True, slots=True)
class Way:
    label: str | Promise
    url: str


def ways(text: str, choices: tuple[tuple[str, str | Promise], ...]) -> list[Way]:
    """Those that have all the words in their name; all of them where nothing is typed."""
    words = plain(text).split()
    return [
        Way(label, reverse(name))
        for name, label in choices
        if all(word in plain(str(label)) for word in words)
    ]
