"""Phases: name, add, move and delete."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from django_htmx.http import trigger_client_event

from journeys.changes import changing
from journeys.forms import NewPhaseForm, PhaseForm
from journeys.models import Journey, Phase
from journeys.views.arranging import find_phase
from journeys.views.editing import Editor, confirmation, edit, map_before, phase_cancel
from journeys.views.journey_map import changed, context_of, situations_on_screen
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
    after, beside = _place(request, found)
    focus = f"fase-{beside.pk}" if beside else "map"
    cancel = phase_cancel(found, beside) if beside else found.get_absolute_url()
    editor = Editor(_("New phase"), focus, cancel, _("Phase added"))
    make_form = partial(NewPhaseForm, journey=found, after=after)
    return edit(request, found, editor, make_form, lambda form: f"fase-{form.save().pk}")


def _place(request: OrganisationRequest, journey: Journey) -> tuple[Phase | None, Phase | None]:
    """The phase to come after (None: first), and the one whose head the form stands in."""
    before, after = chosen(request, "voor"), chosen(request, "na")
    if before is not None:
        beside = find_phase(journey, before)
        return journey.phases.filter(order__lt=beside.order).last(), beside
    beside = journey.phases.last() if after is None else find_phase(journey, after)
    return beside, beside


@editor_required
@require_http_methods(["GET", "POST"])
def phase_delete(request: OrganisationRequest, journey: int, phase: int) -> HttpResponse:
    """Asks first and says how many steps go along; a journey keeps one phase."""
    found = find_journey(request, journey)
    row = find_phase(found, phase)
    last = found.phases.count() == 1
    if request.method == "GET" or last:
        steps = row.steps.count()
        note = ngettext("Its %(steps)s step goes too.", "Its %(steps)s steps go too.", steps) % {
            "steps": steps
        }
        refused = _("This is the only phase of the journey, so it stays.") if last else ""
        context = {"what": row.name, "note": note, "refused": refused, "cancel": phase_cancel(found, row)}
        return confirmation(request, found, context, status=422 if request.method == "POST" else 200)
    before = map_before(request, found)
    numbers = list(found.phases.values_list("pk", flat=True))
    place = numbers.index(row.pk)
    beside = numbers[place - 1 if place else 1]
    with changing(found, by=request.user):
        find_phase(found, phase).remove()
    announce = _("Phase deleted: %(phase)s") % {"phase": row.name}
    return changed(request, found, before, focus=f"fase-{beside}", announce=announce)
