"""The page that every act at the console shows again."""

from django.http import HttpResponse
from django.shortcuts import render

from organisations.middleware import OrganisationRequest
from workshops.console_note import ConsoleNoteForm
from workshops.console_stream import console_mark
from workshops.consoles import Console
from workshops.models import Workshop


def console_page(
    request: OrganisationRequest,
    workshop: Workshop,
    *,
    step: int | None = None,
    refused: ConsoleNoteForm | None = None,
) -> HttpResponse:
    """`step`: where someone came to write a note; `refused`: one that could not be kept as it is."""
    mark = console_mark(workshop)  # before the rest is read: what changes meanwhile is told again
    console = Console.of(workshop, can_lead=request.membership.can_facilitate)
    form = refused or console.note_form(step) or console.note_form()
    context = {"workshop": workshop, "console": console, "mark": mark, "note_form": form}
    response = render(request, "workshops/console.html", context, status=422 if refused else 200)
    # Who acted has seen it: or the stream would draw it again, and what it said would be gone.
    response.headers["Seen-Before"], response.headers["Seen-After"] = "0", str(workshop.version)
    return response
