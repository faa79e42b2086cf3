"""A journey through any lens but the map: its page, its panel, and what has to be drawn again."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from journeys.lane_choice import remember
from journeys.looking import Lens
from journeys.marks import mark_of
from journeys.undoing import stacks
from journeys.views.journey_map import chosen_situations, context_of, redraw
from journeys.views.panel import panel_of
from journeys.views.steps import PANEL, panel_opened
from organisations.access import member_required
from organisations.middleware import OrganisationRequest


@member_required
@require_safe
def lens_page(request: OrganisationRequest, journey: int, lens: Lens) -> HttpResponse:
    """`?situatie=` and `?lanen=` as on the map; `?stap=` is the step that is open in the panel."""
    found = get_object_or_404(request.organisation.journeys.with_subject().with_twins(), pk=journey)
    context = context_of(request, found, chosen_situations(request))
    if request.membership.can_edit:
        context["stacks"] = stacks(found, request.user)
    context["mark"] = mark_of(found, request.organisation)
    if request.headers.get("HX-Request-Type") == "partial":
        return part_of(request, context)
    request.membership.looks_through(lens.slug)
    if step := context["look"].step:
        context["panel"] = panel_of(context, step)
    return remember(request, render(request, "journeys/lens.html", context | lens.prepare(context)))


def part_of(request: OrganisationRequest, context: dict) -> HttpResponse:
    """The panel alone, or the lens again: with other choices, or where the page fell behind."""
    look = context["look"]
    if request.htmx.target != PANEL:
        response = redraw(request, context | {"redrawn": None})
        asked = request.get_full_path()
        return response if asked == request.htmx.current_url_abs_path else push_url(response, asked)
    panel = panel_of(context, look.step)
    if panel is None:
        raise Http404
    return panel_opened(request, context, panel)
