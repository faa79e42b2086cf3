"""What someone who takes part sees on their phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from live.streams import Stream
from organisations.listing import chosen
from organisations.pages import is_partial
from workshops.admission import RoomRequest, participant_in, participant_required
from workshops.following import topic_of
from workshops.phone_page import choices_of, page_of
from workshops.room_stream import PHONE, RoomView


@participant_required
@require_safe
def phone(request: RoomRequest) -> HttpResponse:
    """`?stap=`: the step to look at, where people may look around; `?verander=`: an own note to change."""
    page = page_of(request.participant, chosen(request, "stap"))
    changing = chosen(request, "verander")
    note = next((note for note in page.notes if note.pk == changing and not note.round.is_revealed), None)
    return shown(request, "phone", {"page": page, "changing": note})


@require_safe
def phone_stream(request: HttpRequest) -> HttpResponse:
    """Tells when there is something else to see; 410 ends it for who takes part no more."""
    found = participant_in(request)
    if found is None:
        return HttpResponse(status=410)
    return Stream(request, topic_of(found.workshop, PHONE), RoomView())


@participant_required
@require_safe
def votes(request: RoomRequest) -> HttpResponse:
    """What everyone may read, to put dots on while a round of votes is going on."""
    page = page_of(request.participant)
    return shown(request, "phone_votes", {"page": page, "groups": choices_of(page)})


def shown(request: HttpRequest, name: str, context: dict, status: int = 200) -> HttpResponse:
    """The page, or what changes of it: on a phone also the time that is left, at the top."""
    template = "workshops/room_moved.html" if is_partial(request) else f"workshops/{name}.html"
    response = render(request, template, {**context, "part": f"workshops/_{name}.html"}, status=status)
    patch_vary_headers(response, ["HX-Request-Type"])
    return response
