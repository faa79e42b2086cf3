"""A journey through any lens but the map: its page, its panel, and what has to be drawn again."""

from hashlib import sha256

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
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
from organisations.pages import is_partial


@member_required
@require_safe
def lens_page(request: OrganisationRequest, journey: int, lens: Lens) -> HttpResponse:
    """`?situatie=` and `?lanen=` as on the map; `?stap=` is the step that is open in the panel."""
    found = get_object_or_404(request.organisation.journeys.with_subject().with_twins(), pk=journey)
    context = context_of(request, found, chosen_situations(request))
    if request.membership.can_edit:
        context["stacks"] = stacks(found, request.user)
    context["mark"] = mark_of(found, request.organisation)
    if is_partial(request):
        return part_of(request, context)
    request.membership.looks_through(lens.slug)
    if step := context["look"].step:
        context["panel"] = panel_of(context, step)
    if lens.kept:
        context["kept"] = kept_as_drawn(request, context)
    else:
        context |= lens.prepare(context)
    return remember(request, render(request, "journeys/lens.html", context))


def kept_as_drawn(request: OrganisationRequest, context: dict) -> str:
    """The lens as HTML, from the cache if nothing on it has changed."""
    look, journey = context["look"], context["journey"]
    shown = (
        *(journey.pk, journey.version, request.organisation.version, context["can_edit"]),
        *(look.lens.name, look.address(), look.step, context["chosen"], context["hidden"]),
        *(get_language(), timezone.localdate()),  # facts grow stale overnight
    )
    key = f"lens/{sha256(repr(shown).encode()).hexdigest()}"
    html = cache.get(key)
    if html is None:
        html = render_to_string("journeys/_lens.html", context | look.lens.prepare(context))
        cache.set(key, html, timeout=24 * 3600)
    return html


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
