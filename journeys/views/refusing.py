"""What can't be done (any more), in words where problems are told."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from journeys.arranging import EmptiesPhase, Stays, Vanished
from journeys.arranging_forms import keeps_a_step
from journeys.models import Journey
from organisations.middleware import OrganisationRequest


def words_of(stays: Stays) -> str:
    """Why a step or phase can't move."""
    if isinstance(stays, EmptiesPhase):
        return keeps_a_step(stays.phase)
    if isinstance(stays, Vanished):
        return _("This is not possible any more: someone else changed the order. Look again.")
    return _("This can't go any further: it is at the end of the journey.")


def refused(request: OrganisationRequest, journey: Journey, words: str) -> HttpResponse:
    """Nothing else on the screen changes."""
    if request.htmx:
        # Not with 422: that is a form with its errors, and here the map stays as it is.
        return render(request, "journeys/refused.html", {"words": words})
    messages.error(request, words)
    return HttpResponseRedirect(journey.get_absolute_url())
