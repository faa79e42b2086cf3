"""Several steps at once: moved, duplicated or deleted as one change, from the bar below the map."""

from functools import partial
from http import HTTPStatus
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from django_htmx.http import trigger_client_event

from journeys.arranging import move_steps, shift_steps
from journeys.arranging_forms import PlaceForm
from journeys.copying import duplicate_steps
from journeys.models import Journey, Step
from journeys.views.arranging import DIRECTIONS, arrange
from journeys.views.editing import Editor, opened
from journeys.views.steps import find_journey
from organisations.access import editor_required
from organisations.middleware import OrganisationRequest

WAYS = {"plaats": "plaats/", "verwijderen": "verwijderen/", "klantreis": "andere-klantreis/"}


def chosen_numbers(values: QueryDict, name: str) -> list[int]:
    return [int(value) for value in values.getlist(name) if value.isascii() and value.isdigit()][:1000]


def chosen_steps(request: HttpRequest, journey: Journey) -> list[Step]:
    """Those that were ticked (`stap`), and all of each phase that was (`fase`), in the order of the map.

    What someone else deleted meanwhile is left out; 404 where nothing is left.
    """
    values = request.POST if "stap" in request.POST or "fase" in request.POST else request.GET
    steps, phases = ({n for n in chosen_numbers(values, name) if n < 2**63} for name in ("stap", "fase"))
    rows = Step.objects.filter(phase__journey=journey).select_related("phase__journey")
    found = [
        row for row in rows.order_by("phase__order", "order") if row.pk in steps or row.phase_id in phases
    ]
    if not found:
        raise Http404
    return found


def address(journey: Journey, way: str, steps: list[Step]) -> str:
    query = urlencode([("stap", step.pk) for step in steps])
    return f"{journey.get_absolute_url()}keuze/{WAYS[way]}?{query}"


@editor_required
@require_http_methods(["GET", "POST"])
def choice(request: OrganisationRequest, journey: int) -> HttpResponse:
    """Where the bar sends what was ticked: `doe` is what to do. GET: nothing after all."""
    found = find_journey(request, journey)
    if request.method == "GET":
        return never_mind(request, found)
    steps = chosen_steps(request, found)
    way = request.POST.get("doe")
    if way == "kopie":
        return done(arrange(request, found, partial(copies, request, found), _("Duplicated")))
    if direction := DIRECTIONS.get(way or ""):
        moved = partial(shift_steps, steps, found, direction)
        return done(arrange(request, found, moved, _("Moved")), steps)
    if way not in WAYS:
        raise Http404
    redirect = HttpResponseRedirect(address(found, way, steps))
    redirect.status_code = HTTPStatus.SEE_OTHER
    if way == "klantreis" and request.htmx:
        return HttpResponse(headers={"HX-Redirect": redirect.url})
    return redirect


def copies(request: OrganisationRequest, journey: Journey) -> list[Step]:
    return duplicate_steps(chosen_steps(request, journey))


def never_mind(request: OrganisationRequest, journey: Journey) -> HttpResponse:
    """The form in the bar goes, the choice stays."""
    if not request.htmx:
        return HttpResponseRedirect(journey.get_absolute_url())
    return trigger_client_event(HttpResponse(), "focusOn", {"value": "choice-move"})


def done(response: HttpResponse, steps: list[Step] = ()) -> HttpResponse:
    """Tell the bar that it is done, and which steps stay chosen."""
    return trigger_client_event(response, "choiceDone", {"steps": [step.pk for step in steps]})


def editor_of(journey: Journey, heading: str) -> Editor:
    return Editor(heading, "choice-move", f"{journey.get_absolute_url()}keuze/", "", action=_("Move"))


@editor_required
@require_http_methods(["GET", "POST"])
def choice_move(request: OrganisationRequest, journey: int) -> HttpResponse:
    found = find_journey(request, journey)
    steps = chosen_steps(request, found)
    form = PlaceForm(request.POST or None, journey=found, steps=steps)
    if form.is_valid():
        place = form.cleaned_data["place"]
        return done(arrange(request, found, lambda: move_steps(steps, place), _("Moved")), steps)
    heading = _("Move %(several)s") % {"several": several(steps)}
    return opened(request, found, editor_of(found, heading), form, 422 if request.method == "POST" else 200)


def several(steps: list[Step]) -> str:
    if len(steps) == 1:
        return steps[0].title
    return ngettext("%(count)s step", "%(count)s steps", len(steps)) % {"count": len(steps)}
