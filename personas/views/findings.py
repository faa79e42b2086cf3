"""What was said, measured or read: evidence for the journeys that it is linked to."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations.access import editor_required, member_required
from organisations.listing import chosen, listing, searched
from organisations.middleware import OrganisationRequest
from organisations.pages import delete_page, edit_page, new_page, posted
from personas.forms import FindingForm
from personas.models import Finding
from personas.querysets import evidence_of


@member_required
@require_safe
def finding_list(request: OrganisationRequest) -> HttpResponse:
    kind = request.GET.get("soort", "")
    kind = kind if kind in Finding.Kind else ""
    findings = request.organisation.findings.matching(searched(request)).of_kind(kind).with_counts()
    context = listing(request, findings)
    context |= {"kind": kind, "kinds": Finding.Kind.choices, "filtered": kind or context["page"].object_list}
    return render(request, "personas/finding_list.html", context)


@member_required
@require_safe
def finding_page(request: OrganisationRequest, finding: int) -> HttpResponse:
    finding = get_object_or_404(request.organisation.findings.select_related("interview"), pk=finding)
    context = {"finding": finding, "evidence": evidence_of(finding)}
    return render(request, "personas/finding.html", context)


@editor_required
@require_http_methods(["GET", "POST"])
def finding_new(request: OrganisationRequest) -> HttpResponse:
    """From an interview with `?gesprek=`: what is known of it is filled in."""
    interview = request.organisation.interviews.filter(pk=chosen(request, "gesprek")).first()
    initial = interview.begins_finding() if interview else {}
    form = FindingForm(posted(request), organisation=request.organisation, initial=initial)
    intro = _("One finding is one thing that was said or measured, in one sentence and without names.")
    back = interview.get_absolute_url() if interview else reverse("personas:finding-list")
    return new_page(request, form, heading=_("New finding"), back=back, intro=intro)


@editor_required
@require_http_methods(["GET", "POST"])
def finding_edit(request: OrganisationRequest, finding: int) -> HttpResponse:
    finding = get_object_or_404(request.organisation.findings, pk=finding)
    form = FindingForm(posted(request), instance=finding, organisation=request.organisation)
    return edit_page(request, form, saved=_("The finding is saved."), heading=_("Edit the finding"))


@editor_required
@require_http_methods(["GET", "POST"])
def finding_delete(request: OrganisationRequest, finding: int) -> HttpResponse:
    finding = get_object_or_404(request.organisation.findings, pk=finding)
    return delete_page(
        request,
        finding,
        heading=_("Delete this finding?"),
        uses=[use(finding, evidence) for evidence in evidence_of(finding)],
        refusal=_("These journeys rest on this finding. Take it out of them first."),
        question=_("No journey rests on this finding."),
        deleted=_("The finding is deleted."),
        after="personas:finding-list",
    )


def use(finding: Finding, evidence) -> dict[str, str]:
    """A journey that rests on the finding, with the page where it is taken out."""
    link = reverse("journeys:finding-link", args=[finding.pk])
    return {"label": str(evidence.journey), "url": f"{link}?klantreis={evidence.journey_id}"}
