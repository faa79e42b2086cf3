"""The map: as a page, and as the answer to a change."""

from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from django_htmx.http import replace_url, trigger_client_event

from journeys.dropped import dropped_loose
from journeys.explanations import headline_figures
from journeys.lane_choice import hidden_lanes, lanes, remember
from journeys.lenses import MAP, look_of
from journeys.looking import SITUATION, Look
from journeys.marks import AFTER, BEFORE, mark_of
from journeys.models import Journey
from journeys.pictures import MapPicture
from journeys.redrawing import Redrawn, Seen, redrawn
from journeys.remembered import State, drawn_lately
from journeys.route import UnknownSituation
from journeys.searching import look_up
from journeys.undoing import stacks
from journeys.views.panel import cell_in, panel_after
from organisations.access import member_required
from organisations.middleware import OrganisationRequest
from organisations.pages import is_partial


@member_required
@require_safe
def journey_map(request: OrganisationRequest, journey: int) -> HttpResponse:
    """The whole journey; `?situatie=` chooses one or more situations."""
    found = get_object_or_404(request.organisation.journeys.with_subject().with_twins(), pk=journey)
    if is_partial(request):  # a page that fell behind
        context = context_of(request, found, chosen_situations(request))
        context |= {"redrawn": Redrawn(), "stacks": stacks(found, request.user)}
        return render(request, "journeys/journey_changed.html", context)
    request.membership.looks_through(MAP.slug)
    context = {"journey": found, "content": drawn(request, found), "hidden": hidden_lanes(request)}
    if sought := request.GET.get("zoek", "").strip():
        picture = picture_of(found, chosen_situations(request))[1]
        context |= {"sought": sought, "hits": look_up(picture, sought)}
    return remember(request, map_page(request, context))


def map_page(request: OrganisationRequest, context: dict) -> HttpResponse:
    """The page around a drawn map, with what its user can undo."""
    journey = context["journey"]
    context |= {"url": journey.get_absolute_url(), "look": look_of(request, journey)}
    context["mark"] = mark_of(journey, request.organisation)
    if request.membership.can_edit:
        context["stacks"] = stacks(journey, request.user)
    return render(request, "journeys/journey_map.html", context)


def drawn(request: OrganisationRequest, journey: Journey, context: dict | None = None) -> str:
    """The map as HTML, from the cache if nothing on it has changed; `context`: what is known already."""
    situations, hidden = chosen_situations(request), hidden_lanes(request)
    shown = (
        *(journey.pk, journey.version, *journey.twins, request.organisation.version),
        *(get_language(), request.membership.can_edit, request.membership.can_facilitate),
        timezone.localdate(),  # facts grow stale overnight
        *(situations, hidden, look_of(request, journey).address()),
    )
    key = f"map/{sha256(repr(shown).encode()).hexdigest()}"
    html = cache.get(key)
    if html is None:
        context = context or context_of(request, journey, situations)
        html = render_to_string("journeys/_journey.html", context)
        cache.set(key, html, timeout=24 * 3600)
    return html


def chosen_situations(request: HttpRequest) -> list[str]:
    return list(dict.fromkeys(request.GET.getlist(SITUATION)))


def picture_of(
    journey: Journey, situations: list[str], state: State | None = None
) -> tuple[Journey, MapPicture]:
    """The journey anew from the database, and its map; 404 for a situation that the life event lacks."""
    try:
        return drawn_lately(journey.pk, tuple(situations), state)
    except UnknownSituation as unknown:
        raise Http404(str(unknown)) from unknown


def context_of(request: OrganisationRequest, journey: Journey, situations: list[str]) -> dict:
    return context_with(request, *picture_of(journey, situations), situations)


def context_with(
    request: OrganisationRequest, whole: Journey, picture: MapPicture, situations: list[str]
) -> dict:
    """Of a journey that is loaded `whole()` already, with its map."""
    look = look_of(request, whole)
    return {
        "journey": whole,
        "picture": picture,
        "figures": headline_figures(picture),
        "url": whole.get_absolute_url(),
        "look": look,
        "situations": situations_of(whole, look),
        "chosen": situations,
        "can_edit": request.membership.can_edit,
        "can_lead": request.membership.can_facilitate,
        "dropped_loose": dropped_loose(whole, picture),
        "anchor": whole.life_event.anchor,
        "hidden": (hidden := hidden_lanes(request)),
        "lanes": lanes(hidden),
    }


def situations_of(journey: Journey, look: Look) -> list[tuple[str, str]]:
    """The situations that one can choose, each with the address that does so."""
    names = [situation.name for situation in journey.life_event.situations.all()]
    return [(name, look.address(**{SITUATION: name})) for name in names]


def changed(
    request: OrganisationRequest,
    journey: Journey,
    before: Seen | None,
    *,
    focus: str,
    announce: str,
    past: int | None = None,
) -> HttpResponse:
    """The answer to a change: for htmx what has to be drawn again, for everyone else the map.

    `before` is the map before the change (None: not known, draw all); `focus` the id of what gets the focus;
    `past` the change that undo passes by from now on.
    """
    if not request.htmx:
        return HttpResponseRedirect(f"{journey.get_absolute_url()}#{focus}")
    context, focus = context_of(request, journey, situations_on_screen(request)), cell_in(request, focus)
    look = context["look"]
    panel = panel_after(request, before, context, focus)
    context |= {
        "redrawn": redrawn(before, Seen(context["journey"], context["picture"]), focus),
        "panel": panel,
        "said": announce,
        "before": before,
        "edited": focus,
        "past": past,
        "stacks": stacks(journey, request.user),
        "panel_gone": panel is None and look.step is not None,
    }
    response = redraw(request, context)
    response.headers[BEFORE] = before.journey.version if before else 0
    response.headers[AFTER] = context["journey"].version
    if context["panel_gone"]:
        replace_url(response, look.address())
    trigger_client_event(response, "announce", {"value": announce})
    return trigger_client_event(response, "focusOn", {"value": focus})


def redraw(request: OrganisationRequest, context: dict) -> HttpResponse:
    """What differs from before, as the lens on screen shows it."""
    lens = context["look"].lens
    if lens is MAP:
        return render(request, "journeys/journey_changed.html", context)
    return render(request, "journeys/lens_changed.html", context | lens.prepare(context))


def situations_on_screen(request: HttpRequest) -> list[str]:
    """Those of the page that an htmx request comes from."""
    return parse_qs(urlsplit(request.htmx.current_url or "").query).get(SITUATION, [])
