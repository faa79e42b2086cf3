"""Where the journey begins and ends, and who is met on the way."""

from django.utils.translation import gettext_lazy as _

from journeys.analysis import Analysis
from journeys.route import is_own, listed, touchpoints_by_key
from learning.checks.check import Answer, Check, lens

FEW_STEPS = 5


def has_steps(analysis: Analysis) -> Answer:
    return len(analysis.steps) >= FEW_STEPS


def begins_out_of_sight(analysis: Analysis) -> Answer:
    return not analysis.steps[0].in_sight if analysis.steps else None


def has_time(analysis: Analysis) -> Answer:
    """Two moments that someone gave, so that there is a length."""
    return bool(analysis.span.length) if analysis.steps else None


def comes_into_sight(analysis: Analysis) -> Answer:
    return analysis.sight.first_contact is not None if analysis.steps else None


def goes_on_after_us(analysis: Analysis) -> Answer:
    tail = analysis.sight.tail_steps
    return None if tail is None else tail > 0


def meets_others_first(analysis: Analysis) -> Answer:
    """Someone who is not ours, before the first contact with us."""
    touchpoints = touchpoints_by_key(analysis.document)
    before = [step for step in analysis.steps if step.before_first_contact]
    met = (encounter["touchpoint"] for step in before for encounter in listed(step.step, "encounters"))
    return any(not is_own(touchpoints[key]) for key in met) if before else None


def knows_the_counter(analysis: Analysis) -> Answer:
    """What happens behind at least one step; nothing is asked for where nobody meets us."""
    if any(listed(step.step, "process") for step in analysis.steps):
        return True
    return False if analysis.sight.contacts else None


CHECKS = (
    Check(
        "stappen",
        _("There are only a few steps. What does someone do before, between and after them?"),
        _("The journey has enough steps to tell a story."),
        has_steps,
        lens("journey-map"),
    ),
    Check(
        "echte-start",
        _("Your journey begins at our counter, or somewhere else with us. What went before?"),
        _("The journey begins before anyone meets us."),
        begins_out_of_sight,
        lens("journey-map"),
    ),
    Check(
        "tijd",
        _("When does it happen? Give the first step a day, and the step where people meet us."),
        _("You know when it begins and how long it takes."),
        has_time,
        lens("table"),
    ),
    Check(
        "eerste-contact",
        _("Nowhere do people meet us. Is that so, or is a contact moment still missing?"),
        _("It shows where people first meet us."),
        comes_into_sight,
        lens("journey-map"),
    ),
    Check(
        "anderen",
        _("Whom do people meet before us? Look for partners and for people close by."),
        _("You see whom people meet before us."),
        meets_others_first,
        lens("journey-map"),
    ),
    Check(
        "daarna",
        _("The journey ends at the last contact with us. How does life go on for this person?"),
        _("The journey goes on after the last contact with us."),
        goes_on_after_us,
        lens("journey-map"),
    ),
    Check(
        "achter-de-balie",
        _("What do colleagues do behind a contact with us? Nothing is written there yet."),
        _("You know what happens behind the counter."),
        knows_the_counter,
        lens("behind-the-counter"),
    ),
)
