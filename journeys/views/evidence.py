"""What journeys rest on: a finding is linked to steps and pains, from both sides."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from journeys.evidence import link, places_at, places_of, steps_of
from journeys.evidence_forms import FindingAtStepForm, LinkAtStepForm, PlacesForm
from journeys.models import Journey, Step
from journeys.pictures import LANES
from journeys.views.editing import Editor, edit, map_before, step_cancel
from journeys.views.journey_map import changed
from journeys.views.panel import FINDINGS, cell_at_work
from journeys.views.steps import find_journey, find_step
from organisations.access import editor_required
from organisations.listing import chosen, listing, searched
from organisations.middleware import OrganisationRequest
from organisations.pages import form_page, posted
from personas.models import Finding


@editor_required
@require_http_methods(["GET", "POST"])
def finding_link(request: OrganisationRequest, finding: int) -> HttpResponse:
    """Choose a journey; with `?klantreis=` the steps and pains of that one."""
    finding = get_object_or_404(request.organisation.findings, pk=finding)
    journey = chosen(request, "klantreis")
    if journey is None:
        return choose_journey(request, finding)
    journey = find_journey(request, journey)
    form = PlacesForm(posted(request), finding=finding, journey=journey)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, _("The links of this finding are saved."))
        return redirect(finding)
    heading = _("What is it about in “%(journey)s”?") % {"journey": journey}
    words = {"heading": heading, "action": _("Save"), "back": finding.get_absolute_url()}
    return form_page(request, form, **words, intro=finding.text)


def choose_journey(request: OrganisationRequest, finding: Finding) -> HttpResponse:
    journeys = request.organisation.journeys.matching(searched(request)).with_subject()
    context = listing(request, journeys.order_by("title", "pk"))
    linked = set(finding.evidence.values_list("journey_id", flat=True))
    context |= {"finding": finding, "linked": linked}
    return render(request, "journeys/finding_link.html", context)


@editor_required
@require_safe
def step_findings(request: OrganisationRequest, journey: int, step: int) -> HttpResponse:
    """Choose one of the findings there are, to link it to this step or a pain here."""
    journey = find_journey(request, journey)
    findings = request.organisation.findings.matching(searched(request)).with_counts()
    context = {"journey": journey, "step": find_step(journey, step), **listing(request, findings)}
    return render(request, "journeys/step_findings.html", context)


@editor_required
@require_http_methods(["GET", "POST"])
def step_finding_new(request: OrganisationRequest, journey: int, step: int) -> HttpResponse:
    """A new finding about the step, or about `?knelpunt=`: in the cell at hand, or on a page."""
    journey = find_journey(request, journey)
    row = step_with_pains(journey, find_step(journey, step))
    about = {"organisation": request.organisation, "step": row, "pain": chosen(request, "knelpunt")}
    if request.htmx:
        editor = editor_at(request, journey, row, new_heading(row))
        return edit(
            request,
            journey,
            editor,
            lambda data: FindingAtStepForm(data, **about),
            lambda form: save_at(form, journey, request),
        )
    form = FindingAtStepForm(posted(request), **about)
    back = reverse("journeys:step-detail", args=[journey.pk, row.pk])
    if form.is_valid():
        save_at(form, journey, request)
        messages.success(request, _("The finding is saved."))
        return redirect(back)
    intro = _("One finding is one thing that was said or measured, in one sentence and without names.")
    words = {"heading": new_heading(row), "action": _("Save"), "back": back, "intro": intro}
    return form_page(request, form, **words)


@editor_required
@require_http_methods(["GET", "POST"])
def step_finding_link(request: OrganisationRequest, journey: int, step: int) -> HttpResponse:
    """Link a finding that is known to the step, or to a pain of it."""
    journey = find_journey(request, journey)
    row = step_with_pains(journey, find_step(journey, step))
    structure = {"structure": "journeys/_finding_structure.html", "structure_context": {"step": row}}
    editor = editor_at(request, journey, row, _("Link a finding"), action=_("Link"), **structure)
    about = {"organisation": request.organisation, "step": row, "pain": chosen(request, "knelpunt")}

    def save(form: LinkAtStepForm) -> None:
        finding, where = form.cleaned_data["finding"], form.cleaned_data["about"]
        link(finding, journey, add=[where], remove=[], by=request.user)

    return edit(request, journey, editor, lambda data: LinkAtStepForm(data, **about), save)


@editor_required
@require_POST
def step_finding_unlink(request: OrganisationRequest, journey: int, step: int, finding: int) -> HttpResponse:
    """No longer about the step, or about a pain of it: `plek`. What was unlinked already, stays so."""
    journey = find_journey(request, journey)
    row = step_with_pains(journey, find_step(journey, step))
    finding = get_object_or_404(request.organisation.findings, pk=finding)
    where = request.POST.get("plek")
    if where not in places_at(row):
        raise Http404
    before, announce = map_before(request, journey), _("The finding is unlinked.")
    if where in places_of(finding, journey):
        link(finding, journey, add=[], remove=[where], by=request.user)
    if request.htmx:
        return changed(request, journey, before, focus=f"s{row.pk}-{FINDINGS}", announce=announce)
    messages.success(request, announce)
    return redirect(f"{reverse('journeys:step-detail', args=[journey.pk, row.pk])}#{FINDINGS}")


def step_with_pains(journey: Journey, step: Step) -> Step:
    return next(one for one in steps_of(journey) if one.pk == step.pk)


def editor_at(
    request: OrganisationRequest, journey: Journey, step: Step, heading: str, **more: Any
) -> Editor:
    """In the cell where someone is at work: the head, that of the pains, or the findings in the panel."""
    lane = cell_at_work(request).rpartition("-")[2]
    lane = lane if lane in (*LANES, FINDINGS) else "head"
    cancel = step_cancel(journey, step, lane)
    return Editor(heading, f"s{step.pk}-{lane}", cancel, _("The finding is saved."), **more)


def new_heading(step: Step) -> str:
    return _("New finding at “%(step)s”") % {"step": step}


def save_at(form: FindingAtStepForm, journey: Journey, request: OrganisationRequest) -> None:
    with transaction.atomic():
        link(form.save(), journey, add=[form.cleaned_data["about"]], remove=[], by=request.user)
