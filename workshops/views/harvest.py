"""The harvest: what came in becomes part of the journey, one press each."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from journeys.models import Step
from organisations.access import facilitator_required
from organisations.listing import chosen
from organisations.middleware import OrganisationRequest
from organisations.pages import form_page, posted
from workshops.harvest_forms import INTO, HarvestForm
from workshops.harvesting import Told, harvest_feeling, harvest_note, harvest_order
from workshops.harvests import HarvestPage
from workshops.models import Note, Workshop
from workshops.refusals import Refused
from workshops.views.notes import find_note
from workshops.views.workshops import find

HEADINGS = {
    "pain": gettext_lazy("This becomes a pain"),
    "need": gettext_lazy("This becomes a need"),
    "step": gettext_lazy("This becomes a step"),
    "improvement": gettext_lazy("This becomes an improvement"),
}


@facilitator_required
@require_safe
def workshop_harvest(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """With `?stap=` at that step."""
    found = find(request, workshop)
    page = HarvestPage.of(found, chosen(request, "stap"))
    return render(request, "workshops/harvest.html", {"workshop": found, "harvest": page})


@facilitator_required
@require_http_methods(["GET", "POST"])
def note_harvest(request: OrganisationRequest, workshop: int, note: int) -> HttpResponse:
    """`als`: what it becomes. One press on `meteen` takes it as it is; the form lets it be changed first."""
    found = find_note(request, workshop, note)
    into = request.POST.get("als") or request.GET.get("als") or "pain"
    if into not in INTO:
        raise Http404
    data = HarvestForm.as_it_is(found, into) if "meteen" in request.POST else posted(request)
    form = HarvestForm(data, note=found, into=into)
    back = address(found.workshop, found.step_id)
    if not form.is_valid():
        return form_page(
            request, form, heading=str(HEADINGS[into]), action=_("Put it on the journey"), back=back
        )
    return harvested(request, back, lambda: made(request, found, into, form))


def made(request: OrganisationRequest, note: Note, into: str, form: HarvestForm) -> Told:
    return harvest_note(
        note,
        into=into,
        text=form.cleaned_data["text"],
        step=form.cleaned_data["step"],
        by=request.user,
        **form.chosen,
    )


@facilitator_required
@require_POST
def step_feeling(request: OrganisationRequest, workshop: int, step: int) -> HttpResponse:
    found, at = find_step(request, workshop, step)
    return harvested(request, address(found, at.pk), lambda: harvest_feeling(found, at, by=request.user))


@facilitator_required
@require_POST
def step_order(request: OrganisationRequest, workshop: int, step: int) -> HttpResponse:
    found, at = find_step(request, workshop, step)
    return harvested(request, address(found, at.pk), lambda: harvest_order(found, at, by=request.user))


def find_step(request: OrganisationRequest, workshop: int, step: int) -> tuple[Workshop, Step]:
    found = find(request, workshop)
    return found, get_object_or_404(found.steps(), pk=step)


def address(workshop: Workshop, step: int | None) -> str:
    return f"{workshop.harvest_address}?stap={step}" if step else workshop.harvest_address


def harvested(request: OrganisationRequest, back: str, act: Callable[[], Told]) -> HttpResponse:
    try:
        told = act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        words = _("On the journey now, at “%(step)s”. It can be undone there.") % {"step": told.step.title}
        messages.success(request, words)
    return HttpResponseRedirect(back)
