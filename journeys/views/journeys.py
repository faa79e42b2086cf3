"""Journeys as a whole: the list, a new one, its subject, its end."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from journeys.desiring_form import DesiredForm
from journeys.models import Journey, Step
from journeys.moving import changed_by_the_end_of, changing_all
from journeys.subject_forms import JourneyForm, NewJourneyForm
from organisations.access import editor_required, member_required
from organisations.listing import chosen, listing, searched
from organisations.middleware import OrganisationRequest
from organisations.models import Sent
from organisations.pages import confirm_page, edit_page, new_page, posted


@member_required
@require_safe
def journey_list(request: OrganisationRequest) -> HttpResponse:
    organisation = request.organisation
    journeys = organisation.journeys.matching(searched(request))
    life_event = chosen(request, "levensgebeurtenis")
    if life_event is not None:
        journeys = journeys.filter(life_event=life_event)
    context = listing(request, journeys.order_by("title", "pk").values_list("pk", flat=True))
    numbers = list(context["page"].object_list)
    shown = organisation.journeys.filter(pk__in=numbers).in_small(organisation.version)
    small = {journey.id: journey for journey in shown}
    context |= {
        "journeys": [small[number] for number in numbers if number in small],
        "life_events": organisation.life_events.all(),
        "life_event": life_event,
    }
    return render(request, "journeys/journey_list.html", context)


@editor_required
@require_http_methods(["GET", "POST"])
def journey_new(request: OrganisationRequest) -> HttpResponse:
    form = NewJourneyForm(posted(request), organisation=request.organisation, initial=prefilled(request))
    context = {
        "heading": _("New journey"),
        "intro": _("Three questions, then the map. Everything can be changed later."),
        "action": _("Make the journey"),
        "back": reverse("home"),
    }
    return new_page(
        request, form, save=partial(form.begin, by=request.user), to=partial(first_step, request), **context
    )


def first_step(request: OrganisationRequest, journey: Journey) -> str:
    """Where the writing goes on, the keyboard too. Who has no other journey first reads how."""
    if request.organisation.journeys.count() == 1:
        messages.success(
            request,
            _(
                "The journey is there. Write down what comes before and after this step. "
                "Then go to the overview: there you read what comes next."
            ),
        )
        return journey.get_absolute_url()
    step = Step.objects.filter(phase__journey=journey).earliest("phase__order", "order")
    return f"{journey.get_absolute_url()}#stap-{step.pk}"


def prefilled(request: OrganisationRequest) -> dict[str, str]:
    """The names of what the address chose; what isn't there is left open."""
    organisation = request.organisation
    life_event = organisation.life_events.filter(pk=chosen(request, "levensgebeurtenis")).first()
    persona = organisation.personas.filter(pk=chosen(request, "persona")).first()
    return {"life_event": life_event and life_event.name, "persona": persona and persona.name}


@editor_required
@require_http_methods(["GET", "POST"])
def journey_edit(request: OrganisationRequest, journey: int) -> HttpResponse:
    journey = get_object_or_404(request.organisation.journeys, pk=journey)
    form = JourneyForm(posted(request), instance=journey, organisation=request.organisation)
    delete = reverse("journeys:journey-delete", args=[journey.pk])
    saved, save = _("The journey is saved."), partial(form.change, by=request.user)
    return edit_page(request, form, saved=saved, save=save, delete=delete)


@editor_required
@require_http_methods(["GET", "POST"])
def journey_desire(request: OrganisationRequest, journey: int) -> HttpResponse:
    """Make the desired journey from the current one, in one step."""
    journey = get_object_or_404(request.organisation.journeys.as_is(), pk=journey)
    form = DesiredForm(posted(request), journey=journey)
    context = {
        "heading": _("A desired journey"),
        "intro": _(
            "It begins as a copy of the current journey. Change there what will be different: what you add, "
            "drop and change is marked, and both heartbeats stand on one map."
        ),
        "action": _("Make the desired journey"),
        "back": journey.get_absolute_url(),
    }
    return new_page(request, form, save=partial(form.desire, by=request.user), **context)


@editor_required
@require_http_methods(["GET", "POST"])
def journey_delete(request: OrganisationRequest, journey: int) -> HttpResponse:
    journey = get_object_or_404(request.organisation.journeys, pk=journey)
    if request.method == "POST":
        with changing_all({journey, *changed_by_the_end_of(journey)}, by=request.user):
            request.organisation.journeys.filter(pk=journey.pk).delete()
            Sent.forget(journey.get_absolute_url())
        messages.success(request, _("The journey is deleted."))
        return redirect("home")
    return confirm_page(
        request,
        heading=_("Delete %(name)s?") % {"name": journey},
        text=_("All its steps, pains and improvements go with it. The persona and the life event stay."),
        action=_("Delete the journey"),
        back=journey.get_absolute_url(),
    )
