"""Departments of ours: all of them, and a page for each."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisations.access import member_required
from organisations.listing import listing, searched
from organisations.middleware import OrganisationRequest
from organisations.models import Organisation
from organisations.plain import plain
from processes.department_page import crossings, steps_of
from processes.departments import departments_in, pains_in
from touchpoints.departments import key_of
from touchpoints.models import Party


@member_required
@require_safe
def department_list(request: OrganisationRequest) -> HttpResponse:
    words = plain(searched(request))
    found = [one for one in departments_in(request.organisation).values() if words in plain(one.name)]
    return render(request, "processes/department_list.html", listing(request, found))


@member_required
@require_safe
def department_page(request: OrganisationRequest, department: str) -> HttpResponse:
    """By its name; written in another way, it leads to the one address."""
    organisation, known = request.organisation, departments_in(request.organisation)
    found = known.get(key_of(department))
    if found is None:
        return redirect(party_named(organisation, department))
    if department != found.key:
        return redirect("departments:department-page", found.key, permanent=False)
    pains = pains_in(organisation).filter(step__in=found.steps).worst_first().with_place()
    improvements = organisation.improvements.numbered(found.improvements)
    context = listing(request, pains) | {
        "department": found,
        "touchpoints": organisation.touchpoints.filter(party__in=found.parties).with_place().with_counts(),
        "crossings": crossings(found, steps_of(organisation, found), known),
        "improvements": improvements.with_owner().most_urgent_first(timezone.localdate()),
    }
    return render(request, "processes/department.html", context)


def party_named(organisation: Organisation, name: str) -> Party:
    """Someone else who works behind the counter has a page as a party."""
    parties = organisation.parties.all()
    party = next((one for one in parties if key_of(one.name) == key_of(name)), None)
    if party is None:
        raise Http404
    return party
