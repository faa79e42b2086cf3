"""The console: everything that leads a session, on one page of plain forms."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from live.streams import Stream
from organisations.access import facilitator_required, member_required
from organisations.listing import number_in
from organisations.middleware import OrganisationRequest
from organisations.pages import confirm_page
from workshops.console_stream import NAME
from workshops.consoles import Console
from workshops.following import topic_of
from workshops.views.acting import acted
from workshops.views.console_page import console_page
from workshops.views.workshops import find


@member_required
@require_safe
def workshop_console(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """Who may not lead sees the agenda and what was shown to all."""
    return console_page(request, find(request, workshop))


@member_required
@require_safe
def console_stream(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """For whoever may see the console; each draws what they may see."""
    return Stream(request, topic_of(find(request, workshop), NAME), "", person=request.user.pk)


@facilitator_required
@require_POST
def workshop_state(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """`staat`: open or pauze."""
    found = find(request, workshop)
    acts = {
        "open": (found.open, _("The session is open. People can join now.")),
        "pauze": (found.pause, _("Paused. The code stays the same for a month.")),
    }
    act, said = acts.get(request.POST.get("staat", ""), (None, ""))
    if act is None:
        raise Http404
    return acted(request, found, lambda: act(by=request.user), said=said)


@facilitator_required
@require_http_methods(["GET", "POST"])
def workshop_end(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """Asks first: it can't be taken back."""
    found = find(request, workshop)
    if request.method == "POST":
        found.end(by=request.user)
        messages.success(request, _("The session has ended. All names of who took part are gone."))
        return acted(request, found, lambda: None)
    return confirm_page(
        request,
        heading=_("End the session for good?"),
        text=_("Names of who took part go, and nobody can add anything. What came in stays, to harvest."),
        action=_("End the session"),
        back=found.get_absolute_url(),
    )


@facilitator_required
@require_POST
def workshop_door(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """`deur`: open or dicht."""
    found = find(request, workshop)
    act = found.close_door if request.POST.get("deur") == "dicht" else found.open_door
    return acted(request, found, lambda: act(by=request.user))


@facilitator_required
@require_POST
def workshop_control(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """`volgen`: ja or nee."""
    found = find(request, workshop)
    act = found.let_go if request.POST.get("volgen") == "nee" else found.take_control
    return acted(request, found, lambda: act(by=request.user))


@facilitator_required
@require_POST
def workshop_step(request: OrganisationRequest, workshop: int) -> HttpResponse:
    found = find(request, workshop)
    step = get_object_or_404(found.steps(), pk=number_in(request.POST.get("stap", "")))
    return acted(request, found, lambda: found.bring_to(step, by=request.user))


@facilitator_required
@require_POST
def workshop_lanes(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """`baan`: the names of the lanes that are shown; all others are hidden."""
    found = find(request, workshop)
    shown = set(request.POST.getlist("baan"))
    hidden = [lane.key for lane in Console.lanes_of(found) if lane.key not in shown]
    return acted(request, found, lambda: found.show_lanes(hidden, by=request.user))
