"""The figures behind the counter with what they mean, in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.behind_counter.numbers import Busiest, Numbers
from journeys.behind_counter.work import Work
from journeys.explanations import percentage

Links = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """`number` None: not known, and then `missing` says what to fill in. `links`: to the cards behind it."""

    key: str
    number: str | None
    words: str
    definition: str
    missing: str = ""
    links: Links = ()


def figures_of(numbers: Numbers, work: Iterable[Work]) -> list[Figure]:
    every = tuple(work)
    return [
        _handovers(numbers),
        _departments(numbers),
        _waiting(numbers, every),
        _work(numbers, every),
        _share(numbers),
        _resident(numbers, every),
        *([_longest(numbers.longest)] if numbers.longest else []),
        *([_busiest(numbers.busiest)] if numbers.busiest else []),
    ]


def address_of(one: Work) -> str:
    return f"#k{one.id}-processes"


def _linked(work: Iterable[Work]) -> Links:
    return tuple((one.title, address_of(one)) for one in work)


def _handovers(numbers: Numbers) -> Figure:
    count = len(numbers.handovers)
    return Figure(
        "handovers",
        str(count),
        ngettext("hand-over", "hand-overs", count),
        _("How often the work goes from one department to another. There things get lost."),
        links=_linked(one.taker for one in numbers.handovers),
    )


def _departments(numbers: Numbers) -> Figure:
    count = len(numbers.departments)
    return Figure(
        "departments",
        str(count),
        ngettext("department at work", "departments at work", count),
        _("The different departments in the process behind this journey: ours and those of partners."),
    )


def _waiting(numbers: Numbers, work: tuple[Work, ...]) -> Figure:
    days = numbers.wait_days
    return Figure(
        "waiting",
        _number(days),
        ngettext("day of waiting", "days of waiting", days or 0),
        _("All known days of waiting behind the counter together."),
        _("Fill in at the process steps how long they wait."),
        _linked(one for one in work if one.wait_days),
    )


def _work(numbers: Numbers, work: tuple[Work, ...]) -> Figure:
    minutes = numbers.work_minutes
    return Figure(
        "work",
        _number(minutes),
        ngettext("minute of work", "minutes of work", minutes or 0),
        _("All known minutes of work behind the counter together."),
        _("Fill in at the process steps how much work they are."),
        _linked(one for one in work if one.work_minutes),
    )


def _share(numbers: Numbers) -> Figure:
    return Figure(
        "waiting-share",
        percentage(numbers.waiting_share),
        _("of that time is waiting"),
        _("The waiting as a share of waiting and work together. A day of waiting counts for 24 hours."),
        _("Fill in at the process steps how long they wait, and how much work they are."),
    )


def _resident(numbers: Numbers, work: tuple[Work, ...]) -> Figure:
    days = numbers.resident_wait_days
    return Figure(
        "resident-waiting",
        _number(days),
        ngettext("day that the resident waits", "days that the resident waits", days or 0),
        _("The days of waiting at process steps that a step of the resident waits for."),
        _("Choose at the process steps which step of the resident waits for them, and how long."),
        _linked(one for one in work if one.awaited_by is not None),
    )


def _longest(one: Work) -> Figure:
    days = one.wait_days or 0
    return Figure(
        "longest-wait",
        str(days),
        ngettext("day: the longest wait", "days: the longest wait", days),
        _("The process step that waits longest. Of equals the first."),
        links=_linked([one]),
    )


def _busiest(busiest: Busiest) -> Figure:
    count = len(busiest.handovers)
    pair = _("from %(one)s to %(two)s") % {"one": busiest.giver, "two": busiest.taker}
    return Figure(
        "busiest-handover",
        _("%(count)s×") % {"count": count},
        pair,
        _(
            "The busiest hand-over: the two departments between which work goes over most often. "
            "Of equals the one after which is waited longest."
        ),
        links=_linked(one.taker for one in busiest.handovers),
    )


def _number(value: int | None) -> str | None:
    return None if value is None else str(value)
