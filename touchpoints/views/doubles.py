"""Touchpoints that are probably double, to look at and merge."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from organisations.access import member_required
from organisations.listing import listing
from organisations.middleware import OrganisationRequest
from touchpoints.doubles import doubles_in


@member_required
@require_safe
def touchpoint_doubles(request: OrganisationRequest) -> HttpResponse:
    context = listing(request, doubles_in(request.organisation))
    numbers = {number for pair in context["page"] for number in pair[:2]}
    rows = request.organisation.touchpoints.with_place().in_bulk(numbers)
    context["doubles"] = [
        {"one": rows[one], "other": rows[other], "why": why} for one, other, why in context["page"]
    ]
    return render(request, "touchpoints/touchpoint_doubles.html", context)
