"""Where a page listens: who may see the page, may listen."""

from urllib.parse import urlsplit

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from live import journeys, organisations
from live.kinds import Topic
from live.streams import Stream
from organisations.access import member_required
from organisations.middleware import OrganisationRequest

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
def organisation_stream(request: OrganisationRequest) -> HttpResponse:
    """That something changed in one of the journeys."""
    topic = Topic(organisations.NAME, request.organisation.pk, request.organisation.pk)
    return Stream(request, topic, None, person=request.user.pk)
