"""The keys of the map, on a page of their own: for paper, and for who has no JavaScript."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from journeys.keyboard import keyboard_map
from organisations.access import member_required
from organisations.middleware import OrganisationRequest


@member_required
@require_safe
def keyboard_page(request: OrganisationRequest) -> HttpResponse:
    groups = keyboard_map(can_edit=request.membership.can_edit)
    return render(request, "journeys/keyboard.html", {"groups": groups})
