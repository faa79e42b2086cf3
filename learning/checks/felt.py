"""What people feel and need, what hurts, and how we know."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from journeys.analysis import Analysis, StepFigures
from journeys.heard import heard
from journeys.models import Pain
from journeys.route import EVIDENCE_KINDS, listed
from learning.checks.check import Answer, Check, lens, page

ENOUGH_RESIDENTS = 10


def at_half_of_the_steps(known: Callable[[StepFigures], bool]) -> Callable[[Analysis], Answer]:
    def holds(analysis: Analysis) -> Answer:
        count = sum(known(step) for step in analysis.steps)
        return 2 * count >= len(analysis.steps) if analysis.steps else None

    return holds


def has_feeling(step: StepFigures) -> bool:
    return step.step.get("feeling") is not None


def has_need(step: StepFigures) -> bool:
    return bool(step.step.get("needs") or step.step.get("thinking"))


def has_pains(analysis: Analysis) -> Answer:
    return bool(analysis.pains) if analysis.steps else None


def hurts_out_of_sight(analysis: Analysis) -> Answer:
    return any(pain.blind for pain in analysis.pains) if analysis.pains else None


def influence_is_known(analysis: Analysis) -> Answer:
    return all(pain.influence != "unknown" for pain in analysis.pains) if analysis.pains else None


def heavy_pains_are_known(analysis: Analysis) -> Answer:
    heavy = [pain for pain in analysis.pains if pain.severity == Pain.Severity.SEVERE]
    return all(pain.evidence != "none" for pain in heavy) if heavy else None


def residents_were_heard(analysis: Analysis) -> Answer:
    return heard(analysis).residents > 0


def enough_residents_were_heard(analysis: Analysis) -> Answer:
    residents = heard(analysis).residents
    return residents >= ENOUGH_RESIDENTS if residents else None


def heard_from_two_sides(analysis: Analysis) -> Answer:
    """Residents alone, or colleagues alone, tell half of it."""
    kinds = {finding.get("kind") for finding in listed(analysis.document, "findings")} & EVIDENCE_KINDS
    return len(kinds) > 1 if kinds else None


CHECKS = (
    Check(
        "gevoel",
        _("How does it feel, step by step? At most steps the heartbeat is still empty."),
        _("The heartbeat is drawn."),
        at_half_of_the_steps(has_feeling),
        lens("journey-map"),
    ),
    Check(
        "behoeften",
        _("What does someone think or need at each step? At most steps that is still empty."),
        _("You know what people think and need on the way."),
        at_half_of_the_steps(has_need),
        lens("table"),
    ),
    Check(
        "knelpunten",
        _("Does nothing hurt? Ask someone who went through it."),
        _("You know what hurts."),
        has_pains,
        lens("journey-map"),
    ),
    Check(
        "knelpunten-buiten-beeld",
        _("All pains lie at our own contact moments. Is that so?"),
        _("You also see pains where we are out of sight."),
        hurts_out_of_sight,
        lens("pains", "?groep=beeld"),
    ),
    Check(
        "invloed",
        _("Who can take each pain away: we, we with partners, or nobody here?"),
        _("Of each pain you know who can change it."),
        influence_is_known,
        lens("pains", "?groep=invloed"),
    ),
    Check(
        "gesprekken",
        _("Not a single talk with a resident yet: these are assumptions. Whom do you speak to first?"),
        _("You spoke to residents."),
        residents_were_heard,
        page("personas:interview-new"),
    ),
    Check(
        "tien-gesprekken",
        _("Fewer than ten residents were heard. Does the next one still tell you something new?"),
        _("You heard ten residents or more."),
        enough_residents_were_heard,
        page("personas:interview-new"),
    ),
    Check(
        "twee-kanten",
        _("You heard it from one side. What do residents, colleagues or numbers say about the same?"),
        _("You heard it from more than one side."),
        heard_from_two_sides,
        page("personas:finding-new"),
    ),
    Check(
        "zware-knelpunten",
        _("A heavy pain is still an assumption. Who can tell you whether it is so?"),
        _("The heaviest pains have evidence."),
        heavy_pains_are_known,
        lens("pains"),
    ),
)
