"""Talks with residents and staff, kept without personal data and for a limited time."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations.access import editor_required, member_required
from organisations.listing import listing, searched
from organisations.middleware import OrganisationRequest
from organisations.pages import delete_page, edit_page, new_page, posted
from personas.forms import InterviewForm


@member_required
@require_safe
def interview_list(request: OrganisationRequest) -> HttpResponse:
    """With `?verlopen=ja` only those past their end date, which have to go."""
    interviews = request.organisation.interviews
    old = interviews.past_end(timezone.localdate())
    only_old = request.GET.get("verlopen") == "ja"
    context = listing(request, (old if only_old else interviews).matching(searched(request)).with_counts())
    context["only_old"] = only_old
    if request.membership.can_edit:
        context["old"] = old.count()
    return render(request, "personas/interview_list.html", context)


@member_required
@require_safe
def interview_page(request: OrganisationRequest, interview: int) -> HttpResponse:
    interview = get_object_or_404(request.organisation.interviews, pk=interview)
    new = f"{reverse('personas:finding-new')}?gesprek={interview.pk}"
    context = {
        **listing(request, interview.findings.with_counts()),
        "interview": interview,
        "new_finding": new * request.membership.can_edit,
    }
    return render(request, "personas/interview.html", context)


@editor_required
@require_http_methods(["GET", "POST"])
def interview_new(request: OrganisationRequest) -> HttpResponse:
    form = InterviewForm(posted(request), organisation=request.organisation)
    intro = _("Write down what was said, not who said it: no names, addresses or recordings.")
    back = reverse("personas:interview-list")
    return new_page(request, form, heading=_("New interview"), back=back, intro=intro)


@editor_required
@require_http_methods(["GET", "POST"])
def interview_edit(request: OrganisationRequest, interview: int) -> HttpResponse:
    interview = get_object_or_404(request.organisation.interviews, pk=interview)
    form = InterviewForm(posted(request), instance=interview, organisation=request.organisation)
    return edit_page(request, form, saved=_("The interview is saved."))


@editor_required
@require_http_methods(["GET", "POST"])
def interview_delete(request: OrganisationRequest, interview: int) -> HttpResponse:
    """The findings stay: they hold no more than what was said."""
    interview = get_object_or_404(request.organisation.interviews, pk=interview)
    return delete_page(
        request,
        interview,
        question=_("The notes are gone for good. The findings drawn from this interview stay."),
        deleted=_("The interview is deleted. Its findings are kept."),
        after="personas:interview-list",
    )
