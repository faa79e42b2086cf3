"""The catalogue of places where people meet an organisation."""

from django.db.models import Model
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations.access import editor_required, member_required
from organisations.listing import listing, searched
from organisations.middleware import OrganisationRequest
from organisations.moving import MoveForm
from organisations.pages import delete_page, edit_page, new_page, posted
from touchpoints.departments import key_of
from touchpoints.doubles import doubles_in, doubles_of
from touchpoints.forms import TouchpointForm
from touchpoints.models import Party, Touchpoint
from touchpoints.querysets import helping_at, landing, met_at, pains_at, passing
from touchpoints.spread import journeys_there, spread_of


@member_required
@require_safe
def touchpoint_list(request: OrganisationRequest) -> HttpResponse:
    touchpoints = request.organisation.touchpoints.matching(searched(request)).with_place().with_counts()
    context = listing(request, touchpoints) | {"doubles": len(doubles_in(request.organisation))}
    return render(request, "touchpoints/touchpoint_list.html", context)


@member_required
@require_safe
def touchpoint_page(request: OrganisationRequest, touchpoint: int) -> HttpResponse:
    touchpoint = get_object_or_404(request.organisation.touchpoints.with_place(), pk=touchpoint)
    likely = doubles_of(touchpoint.pk, doubles_in(request.organisation))
    context = {
        **listing(request, passing(touchpoint)),
        **those_who_pass(touchpoint),
        "touchpoint": touchpoint,
        "department": key_of(touchpoint.party.name) if touchpoint.party.kind == Party.Kind.OWN else "",
        "pains": pains_at(touchpoint),
        "improvements": helping_at(touchpoint),
        "likely": request.organisation.touchpoints.with_place().filter(pk__in=likely) if likely else [],
        "can_edit": request.membership.can_edit,
    }
    return render(request, "touchpoints/touchpoint.html", context)


def those_who_pass(touchpoint: Touchpoint) -> dict:
    """Journeys and personas, and how it is for them."""
    met = met_at(touchpoint)
    labels = dict(touchpoint.encounters.model._meta.get_field("experience").choices)
    return {
        "spread": spread_of(met, labels),
        "journeys": journeys_there(met),
        "personas": len({one.persona for one in met}),
    }


@editor_required
@require_http_methods(["GET", "POST"])
def touchpoint_new(request: OrganisationRequest) -> HttpResponse:
    form = TouchpointForm(posted(request), organisation=request.organisation)
    intro = _("A place where people meet someone: us, a partner, national government or their own people.")
    back = reverse("touchpoints:touchpoint-list")
    return new_page(request, form, heading=_("New touchpoint"), back=back, intro=intro)


@editor_required
@require_http_methods(["GET", "POST"])
def touchpoint_edit(request: OrganisationRequest, touchpoint: int) -> HttpResponse:
    touchpoint = get_object_or_404(request.organisation.touchpoints.with_place(), pk=touchpoint)
    form = TouchpointForm(posted(request), instance=touchpoint, organisation=request.organisation)
    return edit_page(request, form, saved=_("The touchpoint is saved."))


@editor_required
@require_http_methods(["GET", "POST"])
def touchpoint_delete(request: OrganisationRequest, touchpoint: int) -> HttpResponse:
    touchpoint = get_object_or_404(request.organisation.touchpoints, pk=touchpoint)
    return delete_page(
        request,
        touchpoint,
        uses=uses_of(touchpoint),
        refusal=_("These steps and improvements still use this touchpoint."),
        move=move_touchpoint_form(touchpoint),
        question=_("No journey passes this touchpoint."),
        deleted=_("The touchpoint is deleted."),
        after="touchpoints:touchpoint-list",
    )


def move_touchpoint_form(touchpoint: Touchpoint, data: QueryDict | None = None) -> MoveForm:
    return MoveForm(
        data,
        row=touchpoint,
        sisters=touchpoint.organisation.touchpoints.with_place(),
        address=reverse("journeys:touchpoint-move", args=[touchpoint.pk]),
        note=_("Feelings, notes and the order of the steps stay as they are."),
    )


def uses_of(touchpoint: Touchpoint) -> list[dict[str, str]]:
    steps = [encounter.step for encounter in passing(touchpoint)]
    improvements = [place.improvement for place in landing(touchpoint)]
    return [
        *(step_use(step) for step in steps),
        *(use(f"{item.journey}: {item}", item.journey.get_absolute_url()) for item in improvements),
    ]


def use(label: str, url: str) -> dict[str, str]:
    return {"label": label, "url": url}


def step_use(step: Model) -> dict[str, str]:
    journey = step.phase.journey
    return use(f"{journey}: {step}", f"{journey.get_absolute_url()}#stap-{step.pk}")
