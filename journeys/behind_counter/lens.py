"""What the lens draws, from the context of the map."""

from collections.abc import Mapping
from typing import Any

from journeys.behind_counter.explained import figures_of
from journeys.behind_counter.numbers import numbers_of
from journeys.behind_counter.swimlanes import swimlanes
from journeys.behind_counter.true_time import strip
from journeys.behind_counter.work import work_of
from journeys.models import Journey
from touchpoints.departments import kinds_by_key
from touchpoints.models import Party


def behind_the_counter(context: Mapping[str, Any]) -> dict[str, Any]:
    """`drawn` is None where the journey has no steps (in this situation)."""
    journey, steps = context["journey"], context["picture"].steps
    work = work_of(journey, steps)
    # Only departments of current journeys have a page of their own.
    has_pages = journey.kind == Journey.Kind.AS_IS
    drawn = swimlanes(steps, work, context["look"], kinds_of(journey), has_pages) if steps else None
    numbers = numbers_of(work)
    return {
        "work": work,
        "swimlanes": drawn,
        "strip": strip(work),
        "counter_figures": figures_of(numbers, work) if work else [],
    }


def kinds_of(journey: Journey) -> dict[str, str]:
    """Of parties, by the key of their name."""
    parties = Party.objects.filter(organisation=journey.organisation_id)
    return kinds_by_key(parties.values_list("name", "kind"))
