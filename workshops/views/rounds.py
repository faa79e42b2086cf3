"""The agenda, and the rounds as they go."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from journeys.arranging import Stays
from organisations.access import facilitator_required
from organisations.middleware import OrganisationRequest
from organisations.pages import form_page, posted
from workshops.forms import RoundForm
from workshops.models import Round
from workshops.views.acting import acted
from workshops.views.workshops import find

EXTRA = (2, 5, 10)  # minutes


def find_round(request: OrganisationRequest, workshop: int, round_: int) -> Round:
    return get_object_or_404(find(request, workshop).rounds.select_related("workshop"), pk=round_)


@facilitator_required
@require_http_methods(["GET", "POST"])
def round_new(request: OrganisationRequest, workshop: int) -> HttpResponse:
    found = find(request, workshop)
    new = Round(workshop=found, organisation=found.organisation)
    return edited(request, RoundForm(posted(request), instance=new, organisation=request.organisation))


@facilitator_required
@require_http_methods(["GET", "POST"])
def round_edit(request: OrganisationRequest, workshop: int, round: int) -> HttpResponse:  # noqa: A002 (the address)
    found = find_round(request, workshop, round)
    return edited(request, RoundForm(posted(request), instance=found, organisation=request.organisation))


def edited(request: OrganisationRequest, form: RoundForm) -> HttpResponse:
    row, workshop = form.instance, form.instance.workshop
    if not form.is_valid():
        heading = _("Change the round") if row.pk else _("A new round")
        back = workshop.get_absolute_url()
        return form_page(request, form, heading=heading, action=_("Save"), back=back)
    act = row.change if row.pk else row.add
    return acted(request, workshop, lambda: act(by=request.user))


@facilitator_required
@require_POST
def round_clock(request: OrganisationRequest, workshop: int, round: int) -> HttpResponse:  # noqa: A002
    """`klok`: start, stop, or the number of minutes to go on."""
    found = find_round(request, workshop, round)
    wanted = request.POST.get("klok", "")
    acts = {"start": found.start, "stop": found.stop}
    acts |= {str(minutes): lambda by, minutes=minutes: found.extend(minutes, by=by) for minutes in EXTRA}
    if wanted not in acts:
        raise Http404
    return acted(request, found.workshop, lambda: acts[wanted](by=request.user))


@facilitator_required
@require_POST
def round_reveal(request: OrganisationRequest, workshop: int, round: int) -> HttpResponse:  # noqa: A002
    found = find_round(request, workshop, round)
    said = _("Everyone sees the notes and feelings of this round now.")
    return acted(request, found.workshop, lambda: found.reveal(by=request.user), said=said)


@facilitator_required
@require_POST
def round_move(request: OrganisationRequest, workshop: int, round: int) -> HttpResponse:  # noqa: A002
    """`richting`: eerder or later; at the end it stays."""
    found = find_round(request, workshop, round)
    direction = -1 if request.POST.get("richting") == "eerder" else 1

    def move() -> None:
        try:
            found.move(direction, by=request.user)
        except Stays:
            return

    return acted(request, found.workshop, move)


@facilitator_required
@require_POST
def round_delete(request: OrganisationRequest, workshop: int, round: int) -> HttpResponse:  # noqa: A002
    found = find_round(request, workshop, round)
    return acted(request, found.workshop, lambda: found.remove(by=request.user))
