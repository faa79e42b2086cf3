"""What is used goes after all, once everything is moved to another of its kind."""

from collections.abc import Callable

from django.contrib import messages
from django.db import IntegrityError
from django.db.models import Model, ProtectedError, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from journeys import moving
from journeys.views.life_events import move_life_event_form
from organisations.access import editor_required
from organisations.middleware import OrganisationRequest
from organisations.models import Sent
from organisations.moving import MoveForm
from organisations.pages import form_page
from personas.views.personas import move_persona_form
from touchpoints.views.parties import move_party_form
from touchpoints.views.products import move_product_form
from touchpoints.views.touchpoints import move_touchpoint_form

Move = Callable[..., list[str]]


@editor_required
@require_http_methods(["GET", "POST"])
def touchpoint_move(request: OrganisationRequest, touchpoint: int) -> HttpResponse:
    row = found(request.organisation.touchpoints, touchpoint)
    return moved(request, row, move_touchpoint_form, moving.move_touchpoint)


@editor_required
@require_http_methods(["GET", "POST"])
def party_move(request: OrganisationRequest, party: int) -> HttpResponse:
    row = found(request.organisation.parties, party)
    return moved(request, row, move_party_form, moving.move_party)


@editor_required
@require_http_methods(["GET", "POST"])
def product_move(request: OrganisationRequest, product: int) -> HttpResponse:
    row = found(request.organisation.products, product)
    return moved(request, row, move_product_form, moving.move_product)


@editor_required
@require_http_methods(["GET", "POST"])
def persona_move(request: OrganisationRequest, persona: int) -> HttpResponse:
    row = found(request.organisation.personas, persona)
    return moved(request, row, move_persona_form, moving.move_persona)


@editor_required
@require_http_methods(["GET", "POST"])
def life_event_move(request: OrganisationRequest, life_event: int) -> HttpResponse:
    row = found(request.organisation.life_events, life_event)
    return moved(request, row, move_life_event_form, moving.move_life_event)


def found(rows: QuerySet, pk: int) -> Model:
    return get_object_or_404(rows, pk=pk)


def moved(
    request: OrganisationRequest, row: Model, make_form: Callable[..., MoveForm], move: Move
) -> HttpResponse:
    """Ask where to, or move, delete and tell what became of it."""
    form = make_form(row, request.POST if request.method == "POST" else None)
    name, page = str(row), row.get_absolute_url()
    if not form.is_valid():
        heading = _("Move everything and delete %(name)s?") % {"name": name}
        return form_page(request, form, heading=heading, action=_("Move and delete"), back=page)
    try:
        told = move(row, form.target(), by=request.user)
        Sent.forget(page)
    except (ProtectedError, IntegrityError):
        messages.error(request, _("A colleague used it just now, so it is still there. Try again."))
        return redirect(page)
    messages.success(request, " ".join([_("%(name)s is deleted.") % {"name": name}, *told]))
    return redirect(form.target() or "touchpoints:product-list")
