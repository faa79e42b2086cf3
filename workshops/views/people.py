"""Who takes part, as the facilitator sees them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from organisations.access import facilitator_required
from organisations.middleware import OrganisationRequest
from workshops.views.acting import acted
from workshops.views.workshops import find


@facilitator_required
@require_POST
def participant_remove(request: OrganisationRequest, workshop: int, participant: int) -> HttpResponse:
    found = find(request, workshop)
    person = get_object_or_404(found.participants, pk=participant)
    said = _("Removed. With the door closed they can't come back in.")
    return acted(request, found, lambda: person.remove(by=request.user), said=said)
