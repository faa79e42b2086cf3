"""Improvements on the map of a journey: made, changed and deleted at a step, or under the map."""

import re
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect, trigger_client_event

from improvements.forms import ImprovementForm
from improvements.models import Improvement
from journeys.changes import changing
from journeys.models import Journey, Step
from journeys.views.editing import Editor, confirmation, edit, map_before, step_cancel
from journeys.views.journey_map import changed, context_of, situations_on_screen
from journeys.views.panel import cell_at_work
from journeys.views.steps import find_journey, find_step
from organisations.access import editor_required
from organisations.listing import chosen
from organisations.middleware import OrganisationRequest

CELL = re.compile(r"[sp](\d{1,18})-improvements")
LOOSE = "loose"  # the id of what stands under the map


def find_improvement(journey: Journey, improvement: int) -> Improvement:
    rows = Improvement.objects.select_related("organisation", "journey")
    return get_object_or_404(rows, journey=journey, pk=improvement)


def place_of(request: OrganisationRequest, journey: Journey) -> Step | None:
    """The step in whose cell someone is at work, or that the address names; None under the map."""
    if "stap" in request.GET:
        return find_step(journey, chosen(request, "stap"))
    cell = CELL.fullmatch(cell_at_work(request))
    return find_step(journey, int(cell[1])) if cell else None


def address(journey: Journey, improvement: Improvement | None = None) -> str:
    word = improvement.pk if improvement else "nieuw"
    return f"{journey.get_absolute_url()}verbeteringen/{word}/"


def editor_at(journey: Journey, step: Step | None, heading: str, **more: Any) -> Editor:
    if step is None:
        return Editor(heading, LOOSE, f"{address(journey)}?vak={LOOSE}", _("Saved"), **more)
    cancel = step_cancel(journey, step, "improvements")
    return Editor(heading, f"s{step.pk}-improvements", cancel, _("Saved"), **more)


@editor_required
@require_http_methods(["GET", "POST"])
def improvement_new(request: OrganisationRequest, journey: int) -> HttpResponse:
    """A new improvement, at a step or for the journey as a whole."""
    found = find_journey(request, journey)
    if request.GET.get("vak") == LOOSE:
        return loose_restored(request, found)
    step = place_of(request, found)

    def make_form(data: Any) -> ImprovementForm:
        new = Improvement(organisation=found.organisation, journey=found)
        return ImprovementForm(data, instance=new, step=step)

    return edit(request, found, editor_at(found, step, _("New improvement")), make_form)


@editor_required
@require_http_methods(["GET", "POST"])
def improvement_edit(request: OrganisationRequest, journey: int, improvement: int) -> HttpResponse:
    found = find_journey(request, journey)
    guest = Improvement.objects.for_journey(found).exclude(journey=found).filter(pk=improvement).first()
    if guest:
        return to_its_page(request, guest)
    row, step = find_improvement(found, improvement), place_of(request, found)
    ways = {"delete_url": f"{address(found, row)}verwijderen/", "page_url": row.get_absolute_url()}
    structure = {"structure": "improvements/_structure.html", "structure_context": ways}
    editor = editor_at(found, step, _("Improvement"), **structure)

    def make_form(data: Any) -> ImprovementForm:
        return ImprovementForm(data, instance=find_improvement(found, row.pk), step=step)

    return edit(request, found, editor, make_form)


def to_its_page(request: OrganisationRequest, improvement: Improvement) -> HttpResponse:
    """One of another journey that helps here too is changed on a page of its own."""
    address = improvement.get_absolute_url()
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


@editor_required
@require_http_methods(["GET", "POST"])
def improvement_delete(request: OrganisationRequest, journey: int, improvement: int) -> HttpResponse:
    """Asks first, in the cell or on a page."""
    found = find_journey(request, journey)
    row, step = find_improvement(found, improvement), place_of(request, found)
    editor = editor_at(found, step, "")
    if request.method == "GET":
        return confirmation(request, found, {"what": row.title, "cancel": editor.cancel})
    before = map_before(request, found)
    with changing(found, by=request.user):
        find_improvement(found, improvement).delete()
    announce = _("Deleted: %(improvement)s") % {"improvement": row.title}
    return changed(request, found, before, focus=editor.focus, announce=announce)


@editor_required
@require_POST
def improvement_take_up(request: OrganisationRequest, journey: int, improvement: int) -> HttpResponse:
    found = find_journey(request, journey)
    row, step = find_improvement(found, improvement), place_of(request, found)
    before = map_before(request, found)
    with changing(found, by=request.user):
        find_improvement(found, improvement).take_up()
    announce = _("Taken up again: %(improvement)s") % {"improvement": row.title}
    return changed(request, found, before, focus=editor_at(found, step, "").focus, announce=announce)


def loose_restored(request: OrganisationRequest, journey: Journey) -> HttpResponse:
    """What stands under the map, as it was before an edit."""
    if not request.htmx:
        return redirect(f"{journey.get_absolute_url()}#{LOOSE}")
    context = context_of(request, journey, situations_on_screen(request))
    response = render(request, "journeys/loose_restored.html", context)
    return trigger_client_event(response, "focusOn", {"value": LOOSE})
