"""Where people already are: the places outside ours to bring something to."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from improvements.whereabouts import Scope, whereabouts
from journeys.route import UnknownSituation
from organisations.access import member_required
from organisations.listing import chosen, listing
from organisations.middleware import OrganisationRequest

SITUATION = "situatie"


@member_required
@require_safe
def places(request: OrganisationRequest) -> HttpResponse:
    """Over all current journeys, or with `?levensgebeurtenis=` over those of one life event."""
    return places_page(request, scope_of(request, chosen(request, "levensgebeurtenis")))


@member_required
@require_safe
def life_event_places(request: OrganisationRequest, life_event: int) -> HttpResponse:
    return places_page(request, scope_of(request, life_event))


def scope_of(request: OrganisationRequest, life_event: int | None) -> Scope:
    """404 for a life event that isn't theirs, and for a situation that there isn't."""
    found = life_event and get_object_or_404(request.organisation.life_events, pk=life_event)
    situations = tuple(dict.fromkeys(request.GET.getlist(SITUATION)))
    scope = Scope(request.organisation, found, situations)
    try:
        scope.check()
    except UnknownSituation as unknown:
        raise Http404(str(unknown)) from unknown
    return scope


def places_page(request: OrganisationRequest, scope: Scope) -> HttpResponse:
    found = whereabouts(scope)
    life_events = list(request.organisation.life_events.values_list("pk", "name"))
    offers_situations = scope.life_event or len(life_events) == 1 or scope.situations
    context = listing(request, found.places)
    context |= {
        "journeys": found.journeys,
        "life_event": scope.life_event,
        "life_events": life_events,
        "situations": scope.known_situations() if offers_situations else [],
        "chosen": scope.situations,
        "can_edit": request.membership.can_edit,
        "asked": urlencode(query_of(scope)),
        "several": len(life_events) > 1,
    }
    return render(request, "improvements/places.html", context)


def query_of(scope: Scope) -> list[tuple[str, str | int]]:
    """What a link has to say to stay with the same journeys."""
    life_event = [("levensgebeurtenis", scope.life_event.pk)] if scope.life_event else []
    return [*life_event, *((SITUATION, name) for name in scope.situations)]
