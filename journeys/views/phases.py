"""Phases: name and add."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import trigger_client_event

from journeys.forms import NewPhaseForm, PhaseForm
from journeys.models import Journey, Phase
from journeys.views.arranging import find_phase
from journeys.views.editing import Editor, edit, phase_cancel
from journeys.views.journey_map import context_of, situations_on_screen
from journeys.views.steps import find_journey
from organisations.access import editor_required
from organisations.listing import chosen
from organisations.middleware import OrganisationRequest


@editor_required
@require_http_methods(["GET", "POST"])
def phase_edit(request: OrganisationRequest, journey: int, phase: int) -> HttpResponse:
    """The name, and from here: a new phase behind it, moving, deleting."""
    found = find_journey(request, journey)
    row = find_phase(found, phase)
    if request.htmx and request.GET.get("vak"):
        return phase_restored(request, found, row)
    editor = Editor(
        _("Phase"),
        f"fase-{row.pk}",
        phase_cancel(found, row),
        _("Saved"),
        structure="journeys/_phase_structure.html",
        structure_context={"phase": row, "left": row.can_move(-1), "right": row.can_move(1)},
    )
    return edit(request, found, editor, lambda data: PhaseForm(data, instance=find_phase(found, phase)))


def phase_restored(request: OrganisationRequest, journey: Journey, phase: Phase) -> HttpResponse:
    context = context_of(request, journey, situations_on_screen(request))
    picture = next(picture for picture in context["picture"].phases if picture.id == phase.pk)
    response = render(request, "journeys/phase_restored.html", {**context, "phase": picture})
    return trigger_client_event(response, "focusOn", {"value": f"fase-{phase.pk}"})


@editor_required
@require_http_methods(["GET", "POST"])
def phase_new(request: OrganisationRequest, journey: int) -> HttpResponse:
    """A new phase with its first step, behind `?na=`, before `?voor=` or at the end."""
    found = find_journey(request, journey)
    _after, beside = _place(request, found)
    focus = f"fase-{beside.pk}" if beside else "map"
    cancel = phase_cancel(found, beside) if beside else found.get_absolute_url()
    editor = Editor(_("New phase"), focus, cancel, _("Phase added"))

    def make_form(data: Any) -> NewPhaseForm:
        return NewPhaseForm(data, journey=found, after=_place(request, found)[0])

    return edit(request, found, editor, make_form, lambda form: f"fase-{form.save().pk}")


def _place(request: OrganisationRequest, journey: Journey) -> tuple[Phase | None, Phase | None]:
    """The phase to come after (None: first), and the one whose head the form stands in."""
    before, after = chosen(request, "voor"), chosen(request, "na")
    if before is not None:
        beside = find_phase(journey, before)
        return journey.phases.filter(order__lt=beside.order).last(), beside
    beside = journey.phases.last() if after is None else find_phase(journey, after)
    return beside, beside
