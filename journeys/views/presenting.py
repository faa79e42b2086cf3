"""Presenting a journey: on a wall, one slide at a time, each at an address of its own."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from django_htmx.http import trigger_client_event

from journeys.explanations import blind_figure
from journeys.looking import SITUATION
from journeys.marks import mark_of
from journeys.models import Journey
from journeys.pictures import StepPicture
from journeys.presenting import Address, blind_words, slide_of
from journeys.views.journey_map import chosen_situations, picture_of
from organisations.access import member_required
from organisations.middleware import OrganisationRequest
from organisations.pages import is_partial


@member_required
@require_safe
def presentation(request: OrganisationRequest, journey: int, step: int | None = None) -> HttpResponse:
    """The opening slide, or that of a step; `?situatie=` as on the map."""
    found = get_object_or_404(request.organisation.journeys.with_subject().with_twins(), pk=journey)
    situations = chosen_situations(request)
    whole, picture = picture_of(found, situations)
    address = addresses(whole, situations)
    slide = slide_of(picture, step, address, whole.title)
    if slide is None and is_partial(request):  # deleted while it was on the wall
        return HttpResponseRedirect(address(None))
    if slide is None:
        raise Http404
    context = {
        "journey": whole,
        "picture": picture,
        "slide": slide,
        "mark": mark_of(found, request.organisation),
        "figure": blind_figure(picture),
        "blind_words": blind_words(picture),
        "leave": f"{whole.get_absolute_url()}{asked(situations)}{f'#stap-{step}' if step else ''}",
    }
    return shown(request, context)


def shown(request: HttpRequest, context: dict) -> HttpResponse:
    """The slide alone, where the page around it stays: going on to another page would end the full screen."""
    if not is_partial(request):
        response = render(request, "journeys/presentation.html", context)
    else:
        response = render(request, "journeys/presentation_moved.html", context)
        if request.htmx.current_url_abs_path != request.get_full_path():  # not where it stays and is redrawn
            step = context["slide"].step
            said = step.head.title if step else context["journey"].title
            trigger_client_event(response, "announce", {"value": said})
    patch_vary_headers(response, ["HX-Request-Type"])
    return response


def addresses(journey: Journey, situations: list[str]) -> Address:
    def address(step: StepPicture | None) -> str:
        if step is None:
            return reverse("journeys:presentation", args=[journey.pk]) + asked(situations)
        return reverse("journeys:presentation-step", args=[journey.pk, step.id]) + asked(situations)

    return address


def asked(situations: list[str]) -> str:
    return f"?{urlencode([(SITUATION, name) for name in situations])}" if situations else ""
