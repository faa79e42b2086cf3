"""What will be done, where that lands, and who sees to it."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from journeys.analysis import Analysis
from journeys.models import Journey
from journeys.route import is_own, listed, touchpoints_by_key
from learning.checks.check import Answer, Check, lens


def standing(analysis: Analysis) -> list[Mapping]:
    """Improvements that were not dropped."""
    return [item.improvement for item in analysis.improvements if not item.dropped]


def to_do(analysis: Analysis) -> list[Mapping]:
    return [improvement for improvement in standing(analysis) if improvement.get("status") != "done"]


def something_is_planned(analysis: Analysis) -> Answer:
    return bool(standing(analysis)) if analysis.pains else None


def reaches_beyond_us(analysis: Analysis) -> Answer:
    """At least one improvement is klantgedreven."""
    reaches = [item.reach for item in analysis.improvements if not item.dropped]
    return "driven" in reaches if reaches else None


def lands_where_people_are(analysis: Analysis) -> Answer:
    """At a touchpoint of others."""
    touchpoints = touchpoints_by_key(analysis.document)
    plans = standing(analysis)
    landings = (key for plan in plans for key in listed(plan, "lands_at"))
    return any(not is_own(touchpoints[key]) for key in landings) if plans else None


def eases_what_is_not_ours(analysis: Analysis) -> Answer:
    """Something of ours near a pain that nobody here can change."""
    fixed = [pain for pain in analysis.pains if pain.influence == "not_ours"]
    return all(not pain.open for pain in fixed) if fixed else None


def has_owners(analysis: Analysis) -> Answer:
    plans = to_do(analysis)
    return all(plan.get("owner") for plan in plans) if plans else None


def is_looked_at_again(analysis: Analysis) -> Answer:
    plans = to_do(analysis)
    return all(plan.get("follow_up") for plan in plans) if plans else None


def plan_of(journey: Journey) -> str:
    return reverse("improvements:journey-plan", args=[journey.pk])


def places_of(journey: Journey) -> str:
    return reverse("improvements:life-event-places", args=[journey.life_event_id])


CHECKS = (
    Check(
        "verbeteringen",
        _("Nothing is planned yet. Which pain do you begin with?"),
        _("There is a plan."),
        something_is_planned,
        lens("pains"),
    ),
    Check(
        "klantgedreven",
        _("The whole plan polishes our own products. What helps people before they come to us?"),
        _("The plan looks further than our own counter."),
        reaches_beyond_us,
        plan_of,
    ),
    Check(
        "waar-mensen-zijn",
        _("No improvement lands at a place of others. Where are people already?"),
        _("Something lands where people already are."),
        lands_where_people_are,
        places_of,
    ),
    Check(
        "niet-van-ons",
        _("Some pains we cannot take away. Does something of ours make them worse?"),
        _("You looked at what makes it worse where you cannot change the cause."),
        eases_what_is_not_ours,
        lens("pains", "?groep=invloed"),
    ),
    Check(
        "eigenaar",
        _("Who sees to it? An improvement without an owner does not happen."),
        _("Each improvement has an owner."),
        has_owners,
        plan_of,
    ),
    Check(
        "terugkijken",
        _("When do you look whether it helped? Not every improvement has a day for that."),
        _("Of each improvement you know when you look back."),
        is_looked_at_again,
        plan_of,
    ),
)
