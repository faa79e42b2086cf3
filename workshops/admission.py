"""Who may see the phone's pages: someone who takes part, in the session they take part in."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django_htmx.http import HttpResponseClientRefresh

from workshops.joining import participant_of
from workshops.models import Participant, Workshop
from workshops.taking_part import seen
from workshops.ticket import Ticket, ticket_of

View = Callable[..., HttpResponse]


class RoomRequest(HttpRequest):
    """A request as the phone's views get it."""

    participant: Participant


def participant_required(view: View) -> View:
    """Let in who takes part; who doesn't is told why, or led to the door."""

    @never_cache
    @wraps(view)
    def guarded(request: RoomRequest, *args, **kwargs) -> HttpResponse:
        found = participant_in(request)
        if found is None:
            return outside(request, ticket_of(request))
        request.participant = found
        seen(found)
        return view(request, *args, **kwargs)

    return guarded


def participant_in(request: HttpRequest) -> Participant | None:
    ticket = ticket_of(request)
    return participant_of(ticket.token) if ticket else None


def outside(request: HttpRequest, ticket: Ticket | None) -> HttpResponse:
    """The session is over, or this browser takes part in none; what was sent was not taken."""
    if request.htmx and request.method == "GET":
        return HttpResponseClientRefresh()  # what is to be told now is a page
    is_over = bool(ticket) and not Workshop.objects.not_ended().filter(pk=ticket.workshop).exists()
    if is_over or ticket:
        status = 200 if request.method in ("GET", "HEAD") else 410
        return render(request, "workshops/phone_over.html", {"is_over": is_over}, status=status)
    if request.method not in ("GET", "HEAD"):
        return render(request, "workshops/phone_over.html", {"is_over": False}, status=401)
    return HttpResponseRedirect(reverse("workshops:join"))
