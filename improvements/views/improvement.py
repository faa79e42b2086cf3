"""One improvement: its page, and the parts of it that are changed in place."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import trigger_client_event

from improvements.forms import ImprovementForm, offered_pains
from improvements.models import Improvement
from improvements.parts import LANDING, PAINS, PLAN, WORDS, Part
from improvements.plan import Entry
from improvements.reaches import reach_of
from improvements.served import served_by
from improvements.story import turns_of
from journeys.changes import changing
from journeys.models import Pain
from journeys.views.editing import Editor
from organisations.access import editor_required, member_required
from organisations.listing import chosen, listing, searched
from organisations.middleware import OrganisationRequest


def find(request: OrganisationRequest, improvement: int) -> Improvement:
    rows = request.organisation.improvements.with_owner().select_related("organisation")
    return get_object_or_404(rows, pk=improvement)


@member_required
@require_safe
def improvement_page(request: OrganisationRequest, improvement: int) -> HttpResponse:
    """Whom it serves across journeys, where it lands, who does it, and how far that is."""
    found = find(request, improvement)
    return render(request, "improvements/improvement.html", context_of(request, found))


def context_of(request: OrganisationRequest, improvement: Improvement) -> dict:
    reach = reach_of(improvement, request.organisation)
    return {
        "improvement": improvement,
        "entry": Entry.of(improvement, reach=reach, today=timezone.localdate()),
        "served": served_by(improvement),
        "landings": improvement.lands_at.with_place(),
        "turns": turns_of(improvement),
        "can_edit": request.membership.can_edit,
        "url": improvement.get_absolute_url(),
        "parts": {part.name: part for part in (WORDS, PLAN, PAINS, LANDING)},
    }


@editor_required
@require_http_methods(["GET", "POST"])
def improvement_words(request: OrganisationRequest, improvement: int) -> HttpResponse:
    return edit_part(request, find(request, improvement), WORDS)


@editor_required
@require_http_methods(["GET", "POST"])
def improvement_plan(request: OrganisationRequest, improvement: int) -> HttpResponse:
    return edit_part(request, find(request, improvement), PLAN)


@editor_required
@require_http_methods(["GET", "POST"])
def improvement_landing(request: OrganisationRequest, improvement: int) -> HttpResponse:
    return edit_part(request, find(request, improvement), LANDING)


@editor_required
@require_http_methods(["GET", "POST"])
def improvement_pains(request: OrganisationRequest, improvement: int) -> HttpResponse:
    """Those of its own journey; with `?klantreis=` those of another one too."""
    found, other = find(request, improvement), chosen(request, "klantreis")
    if other is not None:
        get_object_or_404(request.organisation.journeys, pk=other)
    return edit_part(request, found, PAINS, pains=offered_pains(found, journey=other))


@editor_required
@require_safe
def improvement_journeys(request: OrganisationRequest, improvement: int) -> HttpResponse:
    """Which other journey hurts where this would help?"""
    found = find(request, improvement)
    hurts = Exists(Pain.objects.filter(step__phase__journey=OuterRef("pk")))
    journeys = request.organisation.journeys.with_subject().exclude(pk=found.journey_id).filter(hurts)
    words = searched(request)
    journeys = journeys.matching(words) if words else journeys
    context = listing(request, journeys.order_by("title", "pk"))
    return render(request, "improvements/improvement_journeys.html", context | {"improvement": found})


def edit_part(request: OrganisationRequest, found: Improvement, part: Part, **more: Any) -> HttpResponse:
    """The form of a part, or what was posted saved under the lock of its journey."""

    def make_form(data: Any) -> ImprovementForm:
        return ImprovementForm(data, instance=find(request, found.pk), part=part.fields, **more)

    if request.method != "POST":
        return opened(request, found, part, make_form(None))
    with changing(found.journey, by=request.user):
        form = make_form(request.POST)
        if form.is_valid():
            form.save()
    if form.errors:
        return opened(request, found, part, form, status=422)
    return part_changed(request, found, part)


def opened(
    request: OrganisationRequest, found: Improvement, part: Part, form: ImprovementForm, status: int = 200
) -> HttpResponse:
    template = "journeys/_editor.html" if request.htmx else "improvements/part_page.html"
    editor = Editor(str(part.heading), part.name, found.get_absolute_url(), _("Saved"))
    context = {"improvement": found, "editor": editor, "form": form, "cell": part.name}
    response = render(request, template, context | {"in_cell": bool(request.htmx)}, status=status)
    response.headers["Vary"] = "HX-Request"
    return response


def part_changed(request: OrganisationRequest, found: Improvement, part: Part) -> HttpResponse:
    """All parts again: what one of them says may follow from another."""
    if not request.htmx:
        return HttpResponseRedirect(f"{found.get_absolute_url()}#{part.name}")
    context = context_of(request, find(request, found.pk))
    response = render(request, "improvements/improvement_changed.html", context)
    trigger_client_event(response, "announce", {"value": _("Saved")})
    return trigger_client_event(response, "focusOn", {"value": part.name})
