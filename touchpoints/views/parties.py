"""Who stands behind a contact: a department of ours, a partner, the state, people's own."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations.access import editor_required, member_required
from organisations.listing import listing, searched
from organisations.middleware import OrganisationRequest
from organisations.moving import MoveForm
from organisations.pages import delete_page, edit_page, new_page, posted, use
from touchpoints.departments import key_of
from touchpoints.forms import PartyForm
from touchpoints.models import Party


@member_required
@require_safe
def party_list(request: OrganisationRequest) -> HttpResponse:
    parties = request.organisation.parties.matching(searched(request)).with_counts()
    return render(request, "touchpoints/party_list.html", listing(request, parties))


@member_required
@require_safe
def party_page(request: OrganisationRequest, party: int) -> HttpResponse:
    party = get_object_or_404(request.organisation.parties, pk=party)
    context = listing(request, party.touchpoints.with_place().with_counts())
    department = key_of(party.name) if party.kind == Party.Kind.OWN else ""
    return render(request, "touchpoints/party.html", {**context, "party": party, "department": department})


@editor_required
@require_http_methods(["GET", "POST"])
def party_new(request: OrganisationRequest) -> HttpResponse:
    form = PartyForm(posted(request), organisation=request.organisation)
    intro = _(
        "A department of ours, a partner such as the midwife, national government, or people’s own network."
    )
    back = reverse("touchpoints:party-list")
    return new_page(request, form, heading=_("New party"), back=back, intro=intro)


@editor_required
@require_http_methods(["GET", "POST"])
def party_edit(request: OrganisationRequest, party: int) -> HttpResponse:
    party = get_object_or_404(request.organisation.parties, pk=party)
    form = PartyForm(posted(request), instance=party, organisation=request.organisation)
    return edit_page(request, form, saved=_("The party is saved."))


@editor_required
@require_http_methods(["GET", "POST"])
def party_delete(request: OrganisationRequest, party: int) -> HttpResponse:
    party = get_object_or_404(request.organisation.parties, pk=party)
    return delete_page(
        request,
        party,
        uses=[*map(use, party.touchpoints.all()), *improvements_of(party)],
        refusal=_("These touchpoints and improvements belong to this party."),
        move=move_party_form(party),
        question=_("No touchpoint or improvement uses this party."),
        deleted=_("The party is deleted."),
        after="touchpoints:party-list",
    )


def improvements_of(party: Party) -> list[dict[str, str]]:
    """Those that the party owns: in several journeys they often have one title."""
    improvements = party.improvements.select_related("journey")
    return [{**use(one), "label": f"{one.journey}: {one}"} for one in improvements]


def move_party_form(party: Party, data: QueryDict | None = None) -> MoveForm:
    return MoveForm(
        data,
        row=party,
        sisters=party.organisation.parties.all(),
        address=reverse("journeys:party-move", args=[party.pk]),
        note=_("A touchpoint that the other party has already becomes one with it."),
    )
