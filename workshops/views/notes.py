"""What came in: writing it down for someone, removing it, putting it back, grouping what says the same."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from organisations.access import facilitator_required
from organisations.listing import chosen
from organisations.middleware import OrganisationRequest
from workshops.consoles import Console
from workshops.models import Note
from workshops.refusals import NotInSession
from workshops.views.acting import acted
from workshops.views.console_page import console_page
from workshops.views.workshops import find
from workshops.writing_down import write_down


def find_note(request: OrganisationRequest, workshop: int, note: int) -> Note:
    notes = find(request, workshop).notes.select_related("workshop")
    return get_object_or_404(notes, pk=note)


@facilitator_required
@require_http_methods(["GET", "POST"])
def note_write(request: OrganisationRequest, workshop: int) -> HttpResponse:
    """`?stap=`: the step that it is about, which was at hand when it was begun."""
    found = find(request, workshop)
    step = chosen(request, "stap")
    if request.method == "GET":
        return console_page(request, found, step=step)
    form = Console.of(found, can_lead=True).note_form(step, request.POST)
    if form and not form.is_valid():
        return console_page(request, found, refused=form)

    def write() -> None:
        if form is None:
            raise NotInSession
        write_down(form.during, step=form.step, by=request.user, **form.cleaned_data)

    return acted(request, found, write, said=_("The note is in."))


@facilitator_required
@require_POST
def note_remove(request: OrganisationRequest, workshop: int, note: int) -> HttpResponse:
    """`weg`: ja, or nee to put it back."""
    found = find_note(request, workshop, note)
    act = found.put_back if request.POST.get("weg") == "nee" else found.remove
    said = "" if found.removed_at else _("The note is removed. Nobody sees it any more.")
    return acted(
        request, found.workshop, lambda: act(by=request.user), said=said, to=came_from(request, found)
    )


@facilitator_required
@require_POST
def note_group(request: OrganisationRequest, workshop: int, note: int) -> HttpResponse:
    """`bij`: the number of the note that says the same; empty lets those under it stand by themselves."""
    found = find_note(request, workshop, note)
    number = request.POST.get("bij", "")

    def group() -> None:
        if not number:
            return found.split(by=request.user)
        other = found.workshop.notes.filter(
            pk=int(number) if number.isascii() and number.isdigit() else 0
        ).first()
        if other is None:
            raise NotInSession
        return found.merge_into(other, by=request.user)

    return acted(request, found.workshop, group, to=came_from(request, found))


def came_from(request: OrganisationRequest, note: Note) -> str:
    """The page with the button: the harvest has the same ones as the console."""
    return note.workshop.harvest_address if request.POST.get("terug") == "oogst" else ""
