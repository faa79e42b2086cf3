"""How the team is doing, for who leads it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from learning.progress import team_of
from organisations.access import facilitator_required
from organisations.middleware import OrganisationRequest


@facilitator_required
@require_safe
def team(request: OrganisationRequest) -> HttpResponse:
    lines = team_of(request.organisation)
    _lesson, did, did_not = lines[0]
    return render(request, "learning/team.html", {"lines": lines, "everyone": len(did) + len(did_not)})
