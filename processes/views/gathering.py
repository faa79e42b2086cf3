"""Who must be at the table, for a journey or an improvement."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from journeys.models import Journey, Pain
from organisations.access import member_required
from organisations.middleware import OrganisationRequest
from processes.gathering import guests_at
from processes.invitation import invitation, mail_address, subject_of

IN_ORDER = ("step__phase__journey", "step__phase__order", "step__order", "order")


@member_required
@require_safe
def journey_table(request: OrganisationRequest, journey: int) -> HttpResponse:
    """Behind the pains of one journey."""
    found = get_object_or_404(request.organisation.journeys.with_subject(), pk=journey)
    pains = request.organisation.pains.filter(step__phase__journey=found).order_by(*IN_ORDER)
    return table(request, found, list(pains.select_related("step")), found.title, found.get_absolute_url())


@member_required
@require_safe
def improvement_table(request: OrganisationRequest, improvement: int) -> HttpResponse:
    """Behind the pains that one improvement addresses, where it lands, and who takes it up."""
    rows = request.organisation.improvements.with_owner().select_related("journey__persona")
    found = get_object_or_404(rows, pk=improvement)
    pains = found.addresses.order_by(*IN_ORDER).select_related("step")
    return table(request, found.journey, list(pains), found.title, found.get_absolute_url(), found)


def table(
    request: OrganisationRequest,
    journey: Journey,
    pains: list[Pain],
    about: str,
    address: str,
    improvement=None,
) -> HttpResponse:
    guests = guests_at(request.organisation, pains, improvement)
    text = invitation(about, journey.persona.name, pains, guests, request.build_absolute_uri(address))
    words = {pain.pk: pain.text for pain in pains}
    context = {
        "journey": journey,
        "about": about,
        "address": address,
        "pains": pains,
        "guests": [(guest, [words[pk] for pk in words if pk in guest.pains]) for guest in guests],
        "invitation": text,
        "mail": mail_address(subject_of(about), text),
    }
    return render(request, "processes/table.html", context)
