"""What came in: removing a note, putting it back, and grouping what says the same."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from organisations.access import facilitator_required
from organisations.middleware import OrganisationRequest
from workshops.models import Note
from workshops.refusals import NotInSession
from workshops.views.acting import acted
from workshops.views.workshops import find


def find_note(request: OrganisationRequest, workshop: int, note: int) -> Note:
    notes = find(request, workshop).notes.select_related("workshop")
    return get_object_or_404(notes, pk=note)


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
