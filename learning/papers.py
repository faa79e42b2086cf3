"""Papers that a team takes along, filled in from a journey."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from journeys.analysis import Analysis
from journeys.figures import rounded
from journeys.heard import heard
from journeys.models import Journey
from journeys.route import listed
from organisations.models import Organisation
from personas.forms import KEPT

ASKED = 5  # assumptions that a conversation asks about


@dataclass(frozen=True, slots=True)
class Paper:
    slug: str
    title: Promise
    summary: Promise

    @property
    def text(self) -> str:
        """The template of its text, in the language of who reads."""
        return f"learning/papers/{get_language()}/{self.slug}.html"


PAPERS = (
    Paper("startdocument", _("Start document"), _("Why, for whom, with whom: one page to agree on.")),
    Paper("gespreksleidraad", _("Conversation guide"), _("Questions for a talk, from the real start on.")),
    Paper("toestemming", _("Consent form"), _("What you tell and ask before a talk begins.")),
)
BY_NAME = {paper.slug: paper for paper in PAPERS}


@dataclass(frozen=True, slots=True)
class Met:
    """Parties that are met on the way, by name."""

    ours: tuple[str, ...]
    others: tuple[str, ...]

    @classmethod
    def of(cls, analysis: Analysis) -> "Met":
        parties = [touchpoint["party"] for touchpoint in listed(analysis.document, "touchpoints")]
        ours = dict.fromkeys(party["name"] for party in parties if party["kind"] == "own")
        others = dict.fromkeys(party["name"] for party in parties if party["kind"] in ("partner", "national"))
        return cls(tuple(ours), tuple(others))


def filled_in(journey: Journey, analysis: Analysis, organisation: Organisation) -> dict:
    """What the texts can say; runs no query on a journey loaded `whole()`."""
    sight = analysis.sight
    return {
        "journey": journey,
        "organisation": organisation,
        "persona": journey.persona,
        "life_event": journey.life_event,
        "situations": [situation.name for situation in journey.life_event.situations.all()],
        "met": Met.of(analysis),
        "first_step": analysis.steps[0].step["title"] if analysis.steps else "",
        "first_contact": analysis.steps[sight.first_contact].step["title"] if sight.contacts else "",
        "blind_days": None if sight.blind_days is None else rounded(sight.blind_days, 0),
        "steps": [step.step["title"] for step in analysis.steps],
        "assumed": [pain.pain["text"] for pain in analysis.pains if pain.evidence == "none"][:ASKED],
        "residents": heard(analysis).residents,
        "today": timezone.localdate(),
        "keep_until": timezone.localdate() + KEPT,
    }
