"""The plan: what will be done over all journeys, or for one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from improvements.filters import LATE, REACH_NAMES, Asked, owner_choices, status_choices
from improvements.plan import GROUPS, cells_of, entries_of, groups_of
from improvements.querysets import ImprovementQuerySet
from improvements.reaches import Reaches, reaches_in, reaches_of, reaches_on_route
from journeys.comparing.choosing import address
from journeys.looking import SITUATION
from journeys.models import Journey
from journeys.views.journey_map import chosen_situations, picture_of
from organisations.access import member_required
from organisations.listing import listing
from organisations.middleware import OrganisationRequest


@dataclass(frozen=True)
class Scope:
    """Over which improvements a plan is: of all journeys, or of one, for some `chosen` situations."""

    rows: ImprovementQuerySet
    reaches: Reaches
    journey: Journey | None = None
    chosen: Sequence[str] = ()

    @property
    def situations(self) -> list[str]:
        """What there is to choose from."""
        event = self.journey and self.journey.life_event
        return [situation.name for situation in event.situations.all()] if event else []

    @property
    def beside(self) -> str:
        """The address of the current journey above the desired one; empty where one of them is not there."""
        journey = self.journey
        if journey is None:
            return ""
        first = journey.based_on_id or journey.pk
        desired = journey.desired_journeys.order_by("-pk").values_list("pk", flat=True).first()
        second = journey.pk if journey.based_on_id else desired
        return address([first, second], list(self.chosen)) if second else ""

    @property
    def asked(self) -> str:
        """The chosen situations, as they stand behind the question mark."""
        query = QueryDict(mutable=True)
        query.setlist(SITUATION, list(self.chosen))
        return query.urlencode()


@member_required
@require_safe
def plan(request: OrganisationRequest) -> HttpResponse:
    return plan_page(request, everything(request))


@member_required
@require_safe
def journey_plan(request: OrganisationRequest, journey: int) -> HttpResponse:
    """`?situatie=` as on the map: how far an improvement reaches depends on the route."""
    return plan_page(request, of_journey(request, journey))


def everything(request: OrganisationRequest) -> Scope:
    return Scope(request.organisation.improvements.all(), reaches_in(request.organisation))


def of_journey(request: OrganisationRequest, number: int) -> Scope:
    journey = get_object_or_404(request.organisation.journeys.with_subject(), pk=number)
    rows, chosen = request.organisation.improvements.for_journey(journey), chosen_situations(request)
    if not chosen:
        return Scope(rows, reaches_of(journey, request.organisation), journey)
    whole, picture = picture_of(journey, chosen)
    return Scope(rows, reaches_on_route(whole, picture.analysis), whole, chosen)


def plan_page(request: OrganisationRequest, scope: Scope) -> HttpResponse:
    return render(request, "improvements/plan.html", context_of(request, scope) | tabs_of(scope))


def tabs_of(scope: Scope) -> dict:
    """What is late in this plan, and where the journey stands beside its desired one."""
    late = QueryDict(scope.asked, mutable=True)
    late[LATE] = "1"
    count = scope.rows.late(timezone.localdate()).count()
    return {"late": count, "late_url": f"?{late.urlencode()}", "beside": scope.beside}


def context_of(request: OrganisationRequest, scope: Scope) -> dict:
    """The plot shows the same improvements as the list beside it: those of one page."""
    today, asked = timezone.localdate(), Asked.of(request)
    found = asked.found(scope.rows, reaches=scope.reaches, user=request.user.pk, today=today)
    context = listing(request, found.most_urgent_first(today).with_owner().with_pain_count())
    page = context["page"]
    entries = entries_of(page.object_list, scope.reaches.by_number, today, page.start_index())
    return context | {
        "asked": asked,
        "filtered": asked.is_anything,
        "journey": scope.journey,
        "situations": scope.situations,
        "chosen": scope.chosen,
        "situation": scope.asked,
        "journey_url": scope.journey and f"{scope.journey.get_absolute_url()}?{scope.asked}".rstrip("?"),
        "reaches": scope.reaches,
        "is_empty": not page.object_list and not asked.is_anything,
        "cells": cells_of(entries),
        "unplaced": [entry for entry in entries if not entry.is_placed],
        "groups": groups_of(entries),
        "group_names": GROUPS,
        "can_edit": request.membership.can_edit,
        **choices(request, scope),
    }


def choices(request: OrganisationRequest, scope: Scope) -> dict:
    """What there is to filter by."""
    life_events = [] if scope.journey else request.organisation.life_events.values_list("pk", "name")
    return {
        "statuses": status_choices(),
        "owners": owner_choices(scope.rows, request.user.pk),
        "reach_names": REACH_NAMES,
        "life_events": life_events,
    }
