"""Processes that serve several journeys: all of them, and a page for each."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations.access import editor_required, member_required
from organisations.listing import listing, searched
from organisations.middleware import OrganisationRequest
from organisations.pages import delete_page, edit_page, new_page, posted
from processes.forms import ProcessForm
from processes.models import Process, ProcessStep
from processes.shared import in_order, touched_by


@member_required
@require_safe
def process_list(request: OrganisationRequest) -> HttpResponse:
    processes = request.organisation.processes.matching(searched(request)).with_counts()
    return render(request, "processes/process_list.html", listing(request, processes))


@member_required
@require_safe
def process_page(request: OrganisationRequest, process: int) -> HttpResponse:
    found = find_process(request, process)
    touched = touched_by(found)
    pains = request.organisation.pains.filter(step__in=touched.steps).with_open().worst_first().with_place()
    context = listing(request, pains) | {"process": found, "touched": touched}
    return render(request, "processes/process.html", context)


@editor_required
@require_http_methods(["GET", "POST"])
def process_new(request: OrganisationRequest) -> HttpResponse:
    form = ProcessForm(posted(request), organisation=request.organisation)
    intro = _("Then choose it at the process steps behind each journey that it serves.")
    back = reverse("shared-processes:process-list")
    return new_page(request, form, heading=_("New shared process"), back=back, intro=intro)


@editor_required
@require_http_methods(["GET", "POST"])
def process_edit(request: OrganisationRequest, process: int) -> HttpResponse:
    found = find_process(request, process)
    form = ProcessForm(posted(request), instance=found, organisation=request.organisation)
    return edit_page(request, form, saved=_("The shared process is saved."))


@editor_required
@require_http_methods(["GET", "POST"])
def process_delete(request: OrganisationRequest, process: int) -> HttpResponse:
    found = find_process(request, process)
    return delete_page(
        request,
        found,
        uses=[used_at(row) for row in in_order(found.process_steps)],
        refusal=_("These process steps are part of it. Take it away there first."),
        question=_("No process step is part of it."),
        deleted=_("The shared process is deleted."),
        after="shared-processes:process-list",
    )


def find_process(request: OrganisationRequest, process: int) -> Process:
    return get_object_or_404(request.organisation.processes, pk=process)


def used_at(row: ProcessStep) -> dict[str, str]:
    journey = row.step.phase.journey
    address = reverse("journeys:behind-the-counter", args=[journey.pk])
    return {"label": f"{row} · {journey}", "url": f"{address}#k{row.pk}-processes"}
