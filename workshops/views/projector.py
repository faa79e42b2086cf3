"""The wall of a session: the step, what the room brings in, and how to join."""

from contextlib import suppress

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from journeys.presenting import blind_words
from live.streams import Stream
from organisations.access import member_required
from organisations.listing import chosen, number_in
from organisations.middleware import OrganisationRequest
from workshops.following import topic_of
from workshops.joining import short_address
from workshops.models import Workshop
from workshops.projected import wall_of
from workshops.qr import qr_code
from workshops.refusals import Refused
from workshops.room_stream import PROJECTOR, RoomView
from workshops.views.phone import shown


@member_required
@require_safe
def projector(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """`?stap=`: another step than that of the group, on this wall alone."""
    found = get_object_or_404(request.organisation.workshops, pk=workshop)
    wall = wall_of(found, None if found.follows else chosen(request, "stap"))
    context = {
        "wall": wall,
        "leads": found.follows and request.membership.can_facilitate,
        "blind_words": blind_words(wall.at.picture) if wall.at else "",
        **way_in(request, found),
    }
    return shown(request, "projector", context)


def way_in(request: HttpRequest, workshop: Workshop) -> dict:
    """How to join; nothing once the session has ended."""
    if not workshop.code:
        return {}
    address = request.build_absolute_uri(reverse("workshops:join-code", args=[workshop.code]))
    return {"qr": qr_code(address), "short_address": f"{short_address()}{reverse('workshops:join')}"}


@member_required
@require_safe
def projector_stream(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """Tells when there is something else to see."""
    found = get_object_or_404(request.organisation.workshops, pk=workshop)
    return Stream(request, topic_of(found, PROJECTOR), RoomView())


@member_required
@require_POST
def bring_everyone(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """To a step of the session: the wall, and every phone that follows."""
    found = get_object_or_404(request.organisation.workshops, pk=workshop)
    if not request.membership.can_facilitate:
        raise PermissionDenied
    step = get_object_or_404(found.steps(), pk=number_in(request.POST.get("step", "")))
    with suppress(Refused):  # the session ended meanwhile, which is what the wall then says
        found.bring_to(step, by=request.user)
    return HttpResponseRedirect(reverse("workshops:projector", args=[found.pk]))
