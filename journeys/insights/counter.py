"""What happens behind the counter."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.insights.insight import Insight, behind
from journeys.pictures import MapPicture
from touchpoints.departments import key_of


def of_counter(picture: MapPicture) -> list[Insight]:
    return [_departments(picture), _handovers(picture), _waiting(picture), _work(picture)]


def _departments(picture: MapPicture) -> Insight:
    departments = picture.analysis.counter.departments
    return Insight(
        "departments",
        _("Departments at work"),
        str(len(departments)),
        _("The different departments in the process behind this journey."),
        links=tuple(
            (name, reverse("departments:department-page", args=[key_of(name)])) for name in departments
        ),
        steps=tuple(step for step in picture.steps if step.processes),
    )


def _handovers(picture: MapPicture) -> Insight:
    handovers = picture.analysis.counter.handovers
    pairs = dict.fromkeys(
        _("from %(one)s to %(two)s") % {"one": one.giver, "two": one.taker} for one in handovers
    )
    return Insight(
        "handovers",
        _("Hand-overs"),
        str(len(handovers)),
        _("How often the work goes from one department to another. There things get lost."),
        "; ".join(pairs),
        steps=behind(picture, "handovers"),
    )


def _missing(picture: MapPicture, what: str) -> str:
    """Where there are no process steps yet, there is nothing to fill in at them."""
    if any(step.processes for step in picture.steps):
        return what
    return _("There is no process step yet: what do colleagues do behind the counter?")


def _waiting(picture: MapPicture) -> Insight:
    count = picture.analysis.counter.wait_days
    return Insight(
        "process_wait_days",
        _("Waiting"),
        None if count is None else ngettext("%(count)s day", "%(count)s days", count) % {"count": count},
        _("All known days of waiting behind the counter together."),
        missing=_missing(picture, _("Fill in at the process steps how long they wait.")),
    )


def _work(picture: MapPicture) -> Insight:
    count = picture.analysis.counter.work_minutes
    return Insight(
        "process_work_minutes",
        _("Work"),
        None
        if count is None
        else ngettext("%(count)s minute", "%(count)s minutes", count) % {"count": count},
        _("All known minutes of work behind the counter together."),
        missing=_missing(picture, _("Fill in at the process steps how much work they are.")),
    )
