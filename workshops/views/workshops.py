"""Sessions as a whole: the list, a new one, its title, its end in the list."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations.access import facilitator_required, member_required
from organisations.listing import chosen, listing, searched
from organisations.middleware import OrganisationRequest
from organisations.pages import delete_page, edit_page, new_page, posted
from workshops.forms import NewWorkshopForm, TitleForm
from workshops.models import Workshop


def find(request: OrganisationRequest, workshop: int) -> Workshop:
    """A session of the organisation; one that is past its time ends when someone looks at it."""
    found = get_object_or_404(
        request.organisation.workshops.select_related("organisation", "facilitator", "step"), pk=workshop
    )
    if found.is_over and found.state != Workshop.State.ENDED:
        found.end()
    return found


@member_required
@require_safe
def workshop_list(request: OrganisationRequest) -> HttpResponse:
    request.organisation.workshops.end_due()
    workshops = request.organisation.workshops.matching(searched(request)).for_list()
    context = listing(request, workshops)
    context["can_lead"] = request.membership.can_facilitate
    return render(request, "workshops/workshop_list.html", context)


@facilitator_required
@require_http_methods(["GET", "POST"])
def workshop_new(request: OrganisationRequest) -> HttpResponse:
    """With `?klantreis=` for a journey that is ticked already."""
    journeys = request.organisation.journeys.select_related("persona").order_by("title", "pk")
    journey = journeys.filter(pk=chosen(request, "klantreis")).first()
    initial = {"journeys": [journey.pk], "title": journey.title} if journey else {}
    form = NewWorkshopForm(
        posted(request), organisation=request.organisation, journeys=journeys, initial=initial
    )
    return new_page(
        request,
        form,
        save=lambda: form.prepare(request.user),
        heading=_("Prepare a workshop"),
        intro=_("Nobody can see anything yet: the session begins when you start it."),
        action=_("Prepare"),
        back=journey.get_absolute_url() if journey else reverse("workshops:workshop-list"),
    )


@facilitator_required
@require_http_methods(["GET", "POST"])
def workshop_edit(request: OrganisationRequest, workshop: int) -> HttpResponse:
    found = find(request, workshop)
    form = TitleForm(posted(request), instance=found, organisation=request.organisation)
    return edit_page(request, form, saved=_("The title is saved."), heading=_("Change the title"))


@facilitator_required
@require_http_methods(["GET", "POST"])
def workshop_delete(request: OrganisationRequest, workshop: int) -> HttpResponse:
    return delete_page(
        request,
        find(request, workshop),
        question=_(
            "All that came in goes with it, and its report too. What is on the journey already stays there."
        ),
        deleted=_("The workshop is deleted."),
        after="workshops:workshop-list",
    )
