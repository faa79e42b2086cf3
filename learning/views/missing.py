"""What a journey asks still: as a page, and in a quiet place on the journey itself."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from journeys.models import Journey
from learning.checks import BY_SLUG, CHECKS
from learning.models import SetAside
from learning.progress import missing_of
from organisations.access import member_required
from organisations.middleware import OrganisationRequest
from organisations.once import written_once
from organisations.pages import is_partial

SHOWN = 3


def find(request: OrganisationRequest, journey: int, question: str = "") -> Journey:
    if question and question not in BY_SLUG:
        raise Http404
    return get_object_or_404(request.organisation.journeys, pk=journey)


def drawn(request: OrganisationRequest, journey: Journey) -> HttpResponse:
    """The list alone for htmx, around which the page stands for everyone else."""
    left, aside = missing_of(journey, request.user.pk, CHECKS)
    context = {
        "journey": journey,
        "first": left[:SHOWN],
        "more": left[SHOWN:],
        "aside": aside,
        "answered": request.method == "POST",
    }
    template = "learning/_missing.html" if is_partial(request) else "learning/missing.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request-Type"])
    return response


@member_required
@require_safe
def missing(request: OrganisationRequest, journey: int) -> HttpResponse:
    return drawn(request, find(request, journey))


@member_required
@require_POST
@written_once
def set_aside(request: OrganisationRequest, journey: int, question: str) -> HttpResponse:
    """For this person, on this journey."""
    found = find(request, journey, question)
    SetAside.put(found, request.user.pk, question)
    return answer(request, found, _("Put aside for you."))


@member_required
@require_POST
@written_once
def take_back(request: OrganisationRequest, journey: int, question: str) -> HttpResponse:
    found = find(request, journey, question)
    found.set_aside.filter(person=request.user.pk, question=question).delete()
    return answer(request, found, _("The question is back."))


def answer(request: OrganisationRequest, journey: Journey, said: str) -> HttpResponse:
    if not request.htmx:
        return redirect("learning:missing", journey.pk)
    return trigger_client_event(drawn(request, journey), "announce", {"value": said})
