"""The home page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from journeys.lenses import last_used
from journeys.models import LifeEvent
from journeys.overview import Entry, Listed, entries, rows, whole
from journeys.small_cards import drawn_cards
from organisations.access import member_required
from organisations.listing import listing, searched
from organisations.middleware import OrganisationRequest

SUGGESTED = 3


@member_required
@require_safe
def home(request: OrganisationRequest) -> HttpResponse:
    organisation = request.organisation
    life_events = list(organisation.life_events.all())
    if not life_events:
        return render(request, "journeys/welcome.html")
    journeys = Listed.of(organisation)
    context = listing(request, places_to_show(request, life_events, journeys))
    shown = list(context["page"].object_list)
    computed = whole(organisation, journeys)
    lens = last_used(request.membership.lens).path
    context["rows"] = rows(shown, drawn_cards(organisation, shown, computed.axes, lens))
    context["headline"] = computed.headline
    context["suggested"] = suggested(request, shown)
    return render(request, "journeys/home.html", context)


def places_to_show(
    request: OrganisationRequest, life_events: list[LifeEvent], journeys: list[Listed]
) -> list[Entry]:
    words = searched(request)
    if not words:
        return entries(life_events, journeys)
    found = request.organisation.journeys.matching(words).values_list("pk", flat=True)
    return entries(life_events, journeys, words, found)


def suggested(request: OrganisationRequest, shown: list[Entry]) -> list[tuple[int, str]]:
    """Whom one could follow through a life event that nobody went through yet."""
    if all(entry.journey for entry in shown):
        return []
    return list(request.organisation.personas.values_list("pk", "name")[:SUGGESTED])
