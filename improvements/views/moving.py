"""An improvement gets another place in the plot: more or less effort and effect. And back again."""

from copy import copy
from typing import Any
from urllib.parse import urlsplit

from django.forms import modelform_factory
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from improvements.models import Improvement
from improvements.parts import PLAN
from improvements.views.improvement import find, opened
from improvements.views.plan import Scope, context_of, everything, of_journey
from journeys.changes import changing
from journeys.reverting import Changed, Gone
from journeys.undoing import Elsewhere, Nothing, undo
from journeys.views.history import refusal
from organisations.access import editor_required
from organisations.listing import number_in
from organisations.middleware import OrganisationRequest
from organisations.seen import SeenForm

PlaceForm = modelform_factory(Improvement, form=SeenForm, fields=["effort", "effect"])


@editor_required
@require_POST
def improvement_place(request: OrganisationRequest, improvement: int) -> HttpResponse:
    """Its effort and effect, as someone put it in the plot; what a colleague put elsewhere stays there."""
    found = find(request, improvement)
    with changing(found.journey, by=request.user):
        form = PlaceForm(request.POST, instance=find(request, improvement))
        if form.is_valid():
            form.save()
    if form.errors and not request.htmx:
        return opened(request, found, PLAN, form, status=422)
    said, change = _("This could not be moved: someone else moved it just now."), None
    if form.is_valid():
        said = _("Moved: %(improvement)s") % {"improvement": found}
        change = found.journey.changes.by(request.user).newest_first().first()
    return plan_changed(request, find(request, improvement), said=said, change=change)


@editor_required
@require_POST
def improvement_undo(request: OrganisationRequest, improvement: int) -> HttpResponse:
    """Take back the user's change of this number, if it is still their last."""
    found = find(request, improvement)
    number = number_in(request.POST.get("wijziging", ""))
    if number is None:
        raise Http404
    try:
        undo(found.journey, request.user, number)
        said = _("Undone: %(deed)s") % {"deed": found}
    except (Nothing, Changed, Gone, Elsewhere) as problem:
        said = refusal(problem)
    return plan_changed(request, find(request, improvement), said=said)


def plan_changed(request: OrganisationRequest, improvement: Improvement, **told: Any) -> HttpResponse:
    """The plan that the user sees, drawn again; without htmx the page of the improvement."""
    if not request.htmx:
        return HttpResponseRedirect(improvement.get_absolute_url())
    seen = as_seen(request)
    context = context_of(seen, scope_seen(seen)) | {"improvement": improvement, **told}
    response = render(seen, "improvements/plan_changed.html", context)
    trigger_client_event(response, "announce", {"value": told["said"]})
    return trigger_client_event(response, "focusOn", {"value": f"punt-{improvement.pk}"})


def as_seen(request: OrganisationRequest) -> OrganisationRequest:
    """As if the page that an htmx request comes from were asked for: with its filters."""
    seen = copy(request)
    seen.GET = QueryDict(urlsplit(request.htmx.current_url or "").query)
    return seen


def scope_seen(request: OrganisationRequest) -> Scope:
    try:
        match = resolve(urlsplit(request.htmx.current_url or reverse("improvements:plan")).path)
    except Resolver404:
        return everything(request)
    is_of_journey = match.view_name == "improvements:journey-plan"
    return of_journey(request, match.kwargs["journey"]) if is_of_journey else everything(request)
