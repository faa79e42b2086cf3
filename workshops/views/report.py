"""What to read, print and hand on after a session."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from organisations.access import member_required
from organisations.middleware import OrganisationRequest
from workshops.reporting import Report
from workshops.views.workshops import find


@member_required
@require_safe
def workshop_report(request: OrganisationRequest, workshop: int) -> HttpResponse:
    found = find(request, workshop)
    context = {"workshop": found, "report": Report.of(found), "can_lead": request.membership.can_facilitate}
    return render(request, "workshops/report.html", context)
