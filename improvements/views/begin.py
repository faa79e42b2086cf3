"""A new improvement: for a journey, or one that lands where people already are."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from improvements.forms import ImprovementForm, LandingForm
from improvements.models import Improvement
from improvements.views.places import scope_of
from improvements.whereabouts import PlaceThere, whereabouts
from journeys.changes import changing
from journeys.models import Journey, Pain
from organisations.access import editor_required
from organisations.listing import chosen, listing, searched
from organisations.middleware import OrganisationRequest
from organisations.pages import REFUSED, posted


@editor_required
@require_http_methods(["GET", "POST"])
def improvement_begin(request: OrganisationRequest) -> HttpResponse:
    """With `?klantreis=` for that journey, with `?contactmoment=` at that place; else asks which journey."""
    if (place := chosen(request, "contactmoment")) is not None:
        return begin_at(request, place)
    if (journey := chosen(request, "klantreis")) is not None:
        return begin_in(request, get_object_or_404(request.organisation.journeys, pk=journey))
    return choose_journey(request)


def choose_journey(request: OrganisationRequest) -> HttpResponse:
    hurts = Exists(Pain.objects.filter(step__phase__journey=OuterRef("pk")))
    journeys = request.organisation.journeys.with_subject().annotate(hurts=hurts)
    words = searched(request)
    journeys = journeys.matching(words) if words else journeys
    context = listing(request, journeys.order_by("-hurts", "title", "pk"))
    return render(request, "improvements/begin_choose.html", context)


def begin_in(request: OrganisationRequest, journey: Journey) -> HttpResponse:
    def make_form(home: Journey) -> ImprovementForm:
        new = Improvement(organisation=request.organisation, journey=home)
        return ImprovementForm(posted(request), instance=new)

    form = saved(request, make_form, journey) if request.method == "POST" else make_form(journey)
    intro = _("For: %(journey)s") % {"journey": journey}
    return ended(request, form, intro, reverse("improvements:journey-plan", args=[journey.pk]))


def begin_at(request: OrganisationRequest, number: int) -> HttpResponse:
    """Lands there, with the pains that people have lived through by then to choose from."""
    touchpoint = get_object_or_404(request.organisation.touchpoints.with_place(), pk=number)
    there = place_there(request, number)
    first = request.organisation.journeys.get(pk=there.journeys[0].id)

    def make_form(home: Journey) -> LandingForm:
        new = Improvement(organisation=request.organisation, journey=home)
        return LandingForm(posted(request), instance=new, place=touchpoint, before=there.before, at=there.at)

    form = make_form(first)
    if form.is_valid():  # what was chosen says which journey to lock
        form = saved(request, make_form, form.home or first)
    intro = _("Lands at: %(place)s") % {"place": touchpoint.name_in_full}
    return ended(request, form, intro, reverse("improvements:places"))


def place_there(request: OrganisationRequest, number: int) -> PlaceThere:
    scope = scope_of(request, chosen(request, "levensgebeurtenis"))
    found = (place for place in whereabouts(scope).places if place.touchpoint == number)
    there = next(found, None)
    if there is None:
        raise Http404
    return there


def saved(
    request: OrganisationRequest, make_form: Callable[[Journey], ImprovementForm], journey: Journey
) -> ImprovementForm:
    """The form, checked and written while nobody else changes the journey; with errors it has no row."""
    with changing(journey, by=request.user) as locked:
        form = make_form(locked)
        if form.is_valid():
            form.save()
    return form


def ended(request: OrganisationRequest, form: ImprovementForm, intro: str, back: str) -> HttpResponse:
    if form.instance.pk is None:
        return begin_page(request, form, intro, back)
    messages.success(request, _("The improvement is in the plan."))
    return redirect(form.instance)


def begin_page(request: OrganisationRequest, form: ImprovementForm, intro: str, back: str) -> HttpResponse:
    words = {"heading": _("New improvement"), "action": _("Save"), "intro": intro, "back": back}
    status = REFUSED if form.is_bound else 200
    return render(request, "improvements/begin.html", {"form": form, **words}, status=status)
