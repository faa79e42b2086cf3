"""Where a page listens: who may see the page, may listen."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from live import journeys, organisations, presented
from live.kinds import Topic
from live.presence import at_work
from live.streams import TAB, Stream
from organisations.access import editor_required, member_required
from organisations.middleware import OrganisationRequest

CELL = re.compile(r"[a-z0-9-]{1,60}")
PAGE = "pagina"  # the address of the page that listens: its lens, situations and panel


@member_required
@require_safe
def journey_stream(request: OrganisationRequest, journey: int) -> HttpResponse:
    """What changes on a journey; `?versie=` is what the page shows, `?pagina=` its address."""
    found = get_object_or_404(request.organisation.journeys.with_twins(), pk=journey)
    page = urlsplit(request.GET.get(PAGE, ""))
    view = journeys.view_of(request, found, page.path, page.query)
    return Stream(request, journeys.topic_of(found), view, person=request.user.pk)


@member_required
@require_safe
def presentation_stream(request: OrganisationRequest, journey: int) -> HttpResponse:
    """That a journey on a wall changed; `?versie=` is what it shows."""
    found = get_object_or_404(request.organisation.journeys, pk=journey)
    return Stream(request, presented.topic_of(found), None)


@editor_required
@require_POST
def journey_at_work(request: OrganisationRequest, journey: int) -> HttpResponse:
    """In which cell someone has an editor open, so that others see it: `tab` and `cell`, or none."""
    get_object_or_404(request.organisation.journeys, pk=journey)
    cell = request.POST.get("cell", "")
    if cell and not CELL.fullmatch(cell):
        raise BadRequest("No cell")
    at_work(request.user.pk, request.POST.get("tab", "")[:TAB], cell)
    return HttpResponse(status=204)


@member_required
@require_safe
def organisation_stream(request: OrganisationRequest) -> HttpResponse:
    """That something changed in one of the journeys."""
    topic = Topic(organisations.NAME, request.organisation.pk, request.organisation.pk)
    return Stream(request, topic, None, person=request.user.pk)
